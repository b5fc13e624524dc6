"""How are you right now? Two sliders in the bar, a word, a note: ten seconds, and never needed.

It stands above the calm bar when it was asked for, takes no focus by itself, and says nothing when
it is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from creator_calm.domain.moods import Mood
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.mood_slider import MoodSlider
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, problem_sentence
from creator_calm.wording.moods import end_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk

NOTE_CAP = 2_000
ENDS = ("unpleasant", "pleasant", "restless", "calm")


class MoodStrip(Pane):
    """`note` keeps a check-in; `closed` says that the strip was put down, kept or not."""

    closed = Signal()
    noted = Signal()

    def __init__(self, desk: Desk, note: Callable[[Mood], object]) -> None:
        super().__init__("surface")
        self._desk = desk
        self._note = note
        self.question = text(desk, role=FontRole.STRONG, wrap=False)
        self.pleasant = MoodSlider(desk, "unpleasant", "pleasant")
        self.calm = MoodSlider(desk, "restless", "calm")
        self.ends = {code: text(desk, role=FontRole.META, ink="muted", wrap=False) for code in ENDS}
        self.words: list[tuple[str, CheckPill]] = []
        self.note_field = safe_text.line_field(NOTE_CAP)
        desk.theme.set_font(self.note_field, FontRole.BODY)
        self.note_field.setMinimumWidth(desk.theme.px(180))
        self.keep = Button(desk, kind=ButtonKind.SOFT)
        self.skip = Button(desk, kind=ButtonKind.GHOST)
        self.problem = text(desk, role=FontRole.META, ink="warn")
        self._flow = Flow(self, desk.theme.px(10))
        self._holders: list[Pane] = []
        self._lay_out()
        self.retranslate()
        self._measure()
        desk.theme.changed.connect(self._measure)
        self.hide()

    def open(self, own_words: tuple[str, ...] = ()) -> None:
        """Show the strip, not set."""
        self.clear()
        for _word, pill in self.words:
            pill.hide()
            pill.deleteLater()
        self.words = []
        for word in own_words:
            pill = CheckPill(self._desk, safe_text.inline(word, 40))
            self.words.append((word, pill))
            self._flow.addWidget(pill)
            pill.show()
        self.show()

    def clear(self) -> None:
        """Forget what was set and typed."""
        self.pleasant.clear()
        self.calm.clear()
        self.note_field.clear()
        self._say_problem("")

    def put_down(self) -> None:
        """Go, with nothing of it left."""
        if not self.isHidden():
            self.clear()
            self.hide()
            self.closed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.question, _("How are you right now?"))
        safe_text.name(self, self.question.text())
        for code, label in self.ends.items():
            safe_text.say(label, end_word(code))
        self.pleasant.retranslate()
        self.calm.retranslate()
        safe_text.placeholder(self.note_field, _("A note, if you like"))
        safe_text.name(self.note_field, _("A note, if you like"))
        self.keep.say(_("Note it"))
        self.skip.say(_("Skip"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc skips."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_down()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the line above it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._desk.theme.paint("border"))
        painter.end()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        self._flow.setContentsMargins(px(24), px(10), px(24), px(10))
        for part in (
            self._line(self.question), self._scale("unpleasant", self.pleasant, "pleasant"),
            self._scale("restless", self.calm, "calm"), self.note_field, self.keep, self.skip,
            self.problem,
        ):  # fmt: skip
            self._flow.addWidget(part)
        self.problem.hide()
        self.keep.clicked.connect(self._keep)
        self.skip.clicked.connect(self.put_down)
        self.note_field.returnPressed.connect(self._keep)

    def _measure(self) -> None:
        for holder in self._holders:
            holder.setMinimumHeight(self.keep.sizeHint().height())

    def _line(self, label: QLabel) -> Pane:
        """Give a label the height of the buttons beside it."""
        holder = Pane("none")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        self._holders.append(holder)
        return holder

    def _scale(self, low: str, slider: MoodSlider, high: str) -> Pane:
        holder = Pane("none")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, self._desk.theme.px(10), 0)
        row.setSpacing(self._desk.theme.px(6))
        self._holders.append(holder)
        row.addWidget(self.ends[low])
        row.addWidget(slider)
        row.addWidget(self.ends[high])
        return holder

    def _keep(self) -> None:
        chosen = tuple(word for word, pill in self.words if pill.isChecked())
        mood = Mood(
            0,
            self._desk.clock.utc(),
            self.pleasant.found(),
            self.calm.found(),
            chosen,
            self.note_field.text(),
        )
        try:
            self._note(mood)
        except Problem as problem:
            if problem.code is ProblemCode.FIELD_EMPTY:
                self.put_down()  # nothing was set: the same as skipping
            else:
                self._say_problem(problem_sentence(problem))
            return
        self.put_down()
        self.noted.emit()

    def _say_problem(self, sentence: str) -> None:
        label: QLabel = self.problem
        safe_text.say(label, sentence)
        label.setVisible(bool(sentence))
