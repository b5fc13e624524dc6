"""The bar at the bottom: what is next, how long it has been, one minute of breathing, the way out.

Always there, one line, no number that ticks: its texts change at most once a minute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from creator_calm.domain.care import Outlook
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import Switch
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.ring import Ring
from creator_calm.ui.widgets.texts import large, text
from creator_calm.wording import _
from creator_calm.wording.care import (
    here_so_far,
    length_words,
    outlook_sentence,
    reading_sentence,
)

if TYPE_CHECKING:
    from creator_calm.domain.care import PauseOutlook, ReadingTime
    from creator_calm.ui.desk import Desk

HEIGHT = 64
HIGHEST_EMPTY = 96
"""Pixels that the bar takes although its words need less."""
MARGIN = 24


class CalmBar(Pane):
    """64 pixels at normal text size. The ring is a picture of the sentence, not a control."""

    pause_asked = Signal()
    done_asked = Signal()
    live_turned = Signal(bool)
    menu_asked = Signal(object)
    """The button of the menu of the pauses was pressed; carries the button."""

    def __init__(self, desk: Desk, breathe_minutes: int = 1) -> None:
        super().__init__("surface")
        self._desk = desk
        self._found: PauseOutlook | None = None
        self._minutes = breathe_minutes
        self._banner_gone = False
        self._reading: ReadingTime | None = None
        self.ring = Ring(desk, "cup")
        self.state = text(desk, role=FontRole.STRONG, wrap=False)
        self.so_far = text(desk, role=FontRole.META, ink="muted", wrap=False)
        self.pause = Button(desk, kind=ButtonKind.SOFT)
        self.menu = Button(desk, kind=ButtonKind.GHOST, icon="clock")
        self.breathe = Button(desk, icon="wind")
        self.mood = Button(desk, kind=ButtonKind.GHOST, icon="sliders")
        self.mood.hide()
        self.live = Switch(desk, "")
        self.done = Button(desk, kind=ButtonKind.GHOST, icon="moon")
        self.pause.clicked.connect(self.pause_asked)
        self.breathe.clicked.connect(desk.breathe)
        self.done.clicked.connect(self.done_asked)
        self.live.toggled.connect(self.live_turned)
        self.menu.clicked.connect(lambda: self.menu_asked.emit(self.menu))
        self._lay_out()
        self.retranslate()
        desk.theme.changed.connect(self._measure)

    def show_outlook(self, found: PauseOutlook, *, banner_gone: bool = False) -> None:
        """Say the state of pauses. `banner_gone`: an offer stands that is no longer in the strip."""
        if (found, banner_gone) == (self._found, self._banner_gone):
            return
        self._found, self._banner_gone = found, banner_gone
        self._say_state()

    def show_reading(self, found: ReadingTime | None) -> None:
        """Name the next reading time where nothing was read today yet."""
        if found != self._reading:
            self._reading = found
            self._say_state()

    def show_live(self, *, on: bool) -> None:
        """Show whether every word is covered, without telling anybody."""
        self.live.blockSignals(True)
        self.live.setChecked(on)
        self.live.blockSignals(False)

    def show_mood(self, *, due: bool) -> None:
        """Show or take away the question how the creator is."""
        if due == self.mood.isHidden():
            self.mood.setVisible(due)
            self._fit()

    def set_breathe_minutes(self, minutes: int) -> None:
        """Name the length that "Breathe for …" starts."""
        self._minutes = minutes
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.name(self, _("Calm bar"))
        self.menu.named(_("Pauses"))
        self._say_state()
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the line above it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._desk.theme.paint("border"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the words of buttons out where there is no room for them, then wrap the sentence."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Measure again: the style sheet gives the buttons their size when they are first shown."""
        super().showEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the width of the short form: the bar must not keep a window from being narrow."""
        return QSize(self._desk.theme.px(260), self.minimumHeight())

    def _lay_out(self) -> None:
        lines = self._lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addStretch()
        lines.addWidget(self.state)
        lines.addWidget(self.so_far)
        lines.addStretch()
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self.ring)
        row.addLayout(lines)
        row.addWidget(self.pause)
        row.addWidget(self.menu)
        row.addWidget(self.breathe)
        row.addStretch(1)
        row.addWidget(self.mood)
        row.addWidget(self.live)
        row.addWidget(self.done)
        self.pause.hide()
        self._measure()

    def _measure(self) -> None:
        theme = self._desk.theme
        self._row.setContentsMargins(theme.px(MARGIN), theme.px(6), theme.px(MARGIN), theme.px(6))
        self._row.setSpacing(theme.px(14))
        # Large text brings its own height; what it does not need is for the page.
        self.setMinimumHeight(min(theme.px(HEIGHT), HIGHEST_EMPTY))
        self._say_state()
        self._fit()

    def _say_state(self) -> None:
        if self._found is None:
            return
        safe_text.say(self.state, outlook_sentence(self._found, self._desk.clock.zone()))
        line = here_so_far(self._found.here_minutes)
        # With large text the page needs the height more; Today names the time as well.
        if not line and self._found.outlook is Outlook.NOT_READING and not large(self._desk):
            line = reading_sentence(self._reading, self._desk.clock.zone())
        safe_text.say(self.so_far, line)
        self.so_far.setVisible(bool(line))
        self.ring.show_share(self._found.share)
        waiting = self._found.outlook is Outlook.WAITING and self._banner_gone
        self.pause.setVisible(waiting)
        self._fit()

    def _fit(self) -> None:
        """Show words where they fit, else icons alone; names stay either way."""
        breathe = _("Breathe for {length}").format(length=length_words(self._minutes))
        if self._minutes == 1:
            breathe = _("Breathe for a minute")
        done = _("I’m done for today")
        self.pause.say(_("Take a pause"))
        self.state.setWordWrap(False)
        self.so_far.setWordWrap(False)
        mood = _("How are you right now?")
        for button, words in ((self.breathe, breathe), (self.done, done), (self.mood, mood)):
            button.say(words)
            safe_text.name(button, words)
            safe_text.tip(button, "")
        live = _("I’m live")
        safe_text.caption(self.live, live)
        safe_text.name(self.live, live)
        safe_text.tip(self.live, "")
        self.menu.show()
        for button, words in ((self.done, done), (self.breathe, breathe), (self.mood, mood)):
            if self._fits():
                return
            button.say("")
            button.named(words)
        if not self._fits():
            safe_text.caption(self.live, "")
            safe_text.tip(self.live, live)
        if not self._fits():
            self.menu.hide()  # the menu of the window has the same entries
        if not self._fits():
            # Two lines before words are cut: the bar grows.
            self.state.setWordWrap(True)
            self.so_far.setWordWrap(True)

    def _fits(self) -> bool:
        self._forget_sizes()
        return self._row.sizeHint().width() <= self.width()

    def _forget_sizes(self) -> None:
        """Have both layouts ask again: an outer one believes what an inner one remembers."""
        self._lines.invalidate()
        self._row.invalidate()
