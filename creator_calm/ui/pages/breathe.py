"""A minute for you: a disc that opens and closes, a word, a counter, a sentence. Esc ends it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from creator_calm.domain.breath_steps import read_steps
from creator_calm.domain.care import BreathPhase
from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole, Motion
from creator_calm.ui.widgets.breath_disc import BreathDisc
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice, Pane
from creator_calm.ui.widgets.pill_button import PillButton
from creator_calm.ui.widgets.texts import large, page_margins, text
from creator_calm.wording import _, setting_choice
from creator_calm.wording.care import breath_sentence, breath_word, length_words
from creator_calm.workspace.looking_after import (
    PATTERNS,
    openness,
    own_pattern,
    phase_at,
    rounds_left,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from creator_calm.domain.care import BreathPattern
    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

FRAME_MS = 34
"""At most 30 frames a second."""
STILL_MS = 250
"""Where nothing moves, a look four times a second is enough for a word and a counter."""
GAP_S = 1.0
"""After a longer gap (sleep, a dragged window) the phase begins again, gently."""
LONGEST_MIN = 10


class BreathePage(Pane):
    """Starts when shown, stops when hidden. `ended` asks to go back to where the creator was."""

    ended = Signal()

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__("bg")
        self._workspace = workspace
        self._desk = desk
        self._pattern: BreathPattern = PATTERNS["even"]
        self._minutes = 1
        self._t = 0.0
        self._last: float | None = None
        self._paused = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading = text(desk, role=FontRole.TITLE)
        self.stop = Button(desk, height=32)
        self.disc = BreathDisc(desk)
        self.sentence = text(desk, role=FontRole.COMMENT, ink="muted")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.may_say = text(desk, role=FontRole.META, ink="faint")
        self.may_say.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = Notice(desk)
        self.note_words = text(desk, role=FontRole.META)
        self.note_gone = Button(desk, kind=ButtonKind.GHOST)
        self.still = CheckPill(desk, "")
        self.longer = PillButton(desk)
        self.no_numbers = CheckPill(desk, "")
        self.pills = Pane("bg")
        self.timer = QTimer(self)
        self.timer.timeout.connect(self._frame)
        self._lay_out()
        self._connect()
        self.refresh(None)
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Breathe")

    def refresh(self, change: Change | None) -> None:
        """Take over the pattern, the length and whether anything may move."""
        if change is not None and Area.SETTINGS not in change.areas:
            return
        get = self._workspace.preferences.get
        wanted = str(get("breathing.pattern"))
        self._pattern = PATTERNS.get(wanted, PATTERNS["even"])
        if wanted == "own":
            self._pattern = own_pattern(read_steps(str(get("breathing.own")))) or self._pattern
        self._minutes = min(max(int(get("breathing.minutes")), 1), LONGEST_MIN)
        self.note.setVisible(bool(get("breathing.note")))
        if get("look.motion") == "none" or self._desk.theme.look.motion is Motion.NONE:
            self.still.setChecked(True)
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.stop.say(_("Stop"))
        safe_text.caption(self.still, _("No motion"))
        safe_text.caption(self.no_numbers, _("Without numbers"))
        self.longer.say(_("Longer"))
        pills = (self.still, self.longer, self.no_numbers)
        wide = sum(pill.sizeHint().width() + self._desk.theme.px(8) for pill in pills)
        self.pills.setMaximumWidth(wide)
        safe_text.say(
            self.note_words,
            _(
                "Stop if you feel dizzy. If you have a heart or lung condition or are pregnant,"
                " ask a doctor first."
            ),
        )
        self.note_gone.say(_("Got it"))
        safe_text.say(self.may_say, _("Many people find slow breathing calming."))
        words = tuple(dict.fromkeys(breath_word(phase) for phase in BreathPhase))
        self.disc.fit_words(words)
        self._say()

    def begin(self) -> None:
        """Start from the first breath."""
        self._t, self._last, self._paused = 0.0, None, False
        self._say()
        self._run()

    def pause(self) -> None:
        """Pause, or go on with a new breath."""
        self._paused = not self._paused
        if not self._paused:
            self._t -= math.fmod(self._t, self._pattern.cycle)
        self._last = None
        self._run()
        self._say()

    def running(self) -> bool:
        """Say whether it goes on."""
        return self.timer.isActive()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc ends, Space pauses."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() == Qt.Key.Key_Space:
            self.pause()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin."""
        super().showEvent(event)
        self.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the room of the last line to the disc where there is little."""
        super().resizeEvent(event)
        tall = self.height() >= self._desk.theme.px(520)
        self.may_say.setVisible(tall)
        # With large text in a low window the note comes first, the sentence can wait for it.
        self.sentence.setVisible(tall or self.note.isHidden())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop; a hidden page wakes up for nothing."""
        super().hideEvent(event)
        self.timer.stop()

    def end(self) -> None:
        """End at once. Finishing early says nothing."""
        self.timer.stop()
        self.ended.emit()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        ways = QBoxLayout.Direction
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.stop)
        flow = Flow(self.pills, theme.px(8))
        for pill in (self.still, self.longer, self.no_numbers):
            flow.addWidget(pill)
        note = QBoxLayout(ways.TopToBottom if large(self._desk) else ways.LeftToRight)
        note.addWidget(self.note_words, 1)
        note.addWidget(self.note_gone)
        self.note.column.addLayout(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(page_margins(self._desk))
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.disc, 1)
        column.addWidget(self.sentence)
        column.addWidget(self.may_say)
        column.addWidget(_centred(self.note, theme.px(620)))
        column.addWidget(_centred(self.pills, 0))

    def _connect(self) -> None:
        self.stop.clicked.connect(self.end)
        self.still.toggled.connect(self._still_toggled)
        self.no_numbers.toggled.connect(self._say)
        self.longer.clicked.connect(self._go_longer)
        self.note_gone.clicked.connect(self._note_read)

    def _note_read(self) -> None:
        """Say the note once; a switch in the settings brings it back."""
        self._workspace.preferences.set("breathing.note", False)
        self.note.hide()

    def _still_toggled(self, still: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.disc.set_still(still=still)
        self._run()
        self._say()

    def _go_longer(self) -> None:
        self._minutes = min(self._minutes + 1, LONGEST_MIN)
        self.longer.setEnabled(self._minutes < LONGEST_MIN)
        self._say()

    def _run(self) -> None:
        if self._paused or not self.isVisible():
            self.timer.stop()
            return
        self.timer.start(STILL_MS if self.still.isChecked() else FRAME_MS)

    def _frame(self) -> None:
        now = self._desk.clock.monotonic()
        passed = now - self._last if self._last is not None else 0.0
        self._last = now
        if passed > GAP_S:
            # Nobody can breathe along with a leap: the round begins again.
            self._t -= math.fmod(self._t, self._pattern.cycle)
            passed = 0.0
        self._t += max(passed, 0.0)
        if rounds_left(self._pattern, self._minutes, self._t) == 0:
            self.end()
            return
        self._say()

    def _say(self) -> None:
        phase, _share, left = phase_at(self._pattern, self._t)
        count = "" if self.no_numbers.isChecked() else str(max(math.ceil(left), 1))
        word = _("Paused") if self._paused else breath_word(phase)
        count = "" if self._paused else count
        self.disc.show_moment(openness(self._pattern, self._t), word, count)
        heading = _("A minute for you")
        if self._minutes > 1:
            minutes = length_words(self._minutes)
            heading = _("{length} for you").format(length=minutes[:1].upper() + minutes[1:])
        _say_if_new(self.heading, heading)
        if self.no_numbers.isChecked():
            sentence = setting_choice("breathing.pattern", self._pattern.id)
        else:
            to_go = rounds_left(self._pattern, self._minutes, self._t)
            sentence = breath_sentence(self._pattern, to_go)
        _say_if_new(self.sentence, sentence)


def _say_if_new(label: QLabel, words: str) -> None:
    """Leave a label alone that says it already: it would lay out again, thirty times a second."""
    if label.text() != words:
        safe_text.say(label, words)


def _centred(inner: QWidget, most: int) -> QWidget:
    holder = Pane("bg")
    if most:
        inner.setMaximumWidth(most)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)
    return holder
