"""What stands in the place of the comments during a pause: things to do, the time left as words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creator_calm.domain.care import Activity
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import _, ngettext, number
from creator_calm.wording.care import activity_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.ui.desk import Desk

WIDTH = 460
MOST = 20


class BreakCard(Column):
    """Covers the comments; `ended` when the creator ends the pause. It can always be ended."""

    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        # The keyboard rests here: what is typed while the card comes up presses no button.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._own: tuple[str, ...] = ()
        self._minutes = 0
        self.heading = text(desk, role=FontRole.TITLE)
        self.left = text(desk, role=FontRole.COMMENT, ink="muted")
        self.breathe = Button(desk, kind=ButtonKind.SOFT, icon="wind", height=38)
        self.end = Button(desk, height=38)
        self.people = Button(desk, height=38)
        self.breathe.clicked.connect(desk.breathe)
        self.people.clicked.connect(lambda: desk.go("notes"))
        self.end.clicked.connect(self.ended)
        self._lines = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def show_left(self, minutes: int) -> None:
        """Say how long the pause still is, in whole minutes."""
        if minutes != self._minutes:
            self._minutes = minutes
            self._say_left()

    def show_activities(self, own: Sequence[str]) -> None:
        """List the creator's own things to do (at most 20), or the starters where there are none."""
        self._own = tuple(line for line in own if line.strip())[:MOST]
        self._list()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("A pause"))
        safe_text.name(self, _("A pause"))
        self.breathe.say(_("Breathe"))
        self.people.say(_("People to turn to"))
        self.end.say(_("End now"))
        self._say_left()
        self._list()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        card = Card(self._desk, padding=28)
        card.column.setSpacing(theme.px(6))
        card.column.addWidget(self.heading)
        card.column.addWidget(self.left)
        card.column.addSpacing(theme.px(10))
        self._lines.setSpacing(theme.px(9))
        card.column.addLayout(self._lines)
        card.column.addSpacing(theme.px(16))
        card.column.addWidget(row_of(self._desk, self.breathe, self.people, self.end))
        middle = Middle(self._desk, WIDTH)
        middle.column.addWidget(card)
        self.column.addStretch(2)
        self.column.addWidget(middle)
        self.column.addStretch(3)

    def _say_left(self) -> None:
        n = max(self._minutes, 1)
        words = ngettext("About {n} minute left.", "About {n} minutes left.", n)
        if n == 1:
            words = (
                _("Less than a minute left.") if self._minutes < 1 else _("About a minute left.")
            )
        safe_text.say(self.left, words.format(n=number(n)))

    def _list(self) -> None:
        clear(self._lines)
        if self._own:
            lines = [quoted(self._desk, line, cap=120) for line in self._own]
        else:
            lines = [text(self._desk, activity_line(one), FontRole.COMMENT) for one in Activity]
        for line in lines:
            row = QHBoxLayout()
            row.setSpacing(self._desk.theme.px(10))
            leaf = text(self._desk, wrap=False)
            size = self._desk.theme.px(16)
            colour = self._desk.theme.ink("accent", on="surface")
            leaf.setPixmap(self._desk.icons.pixmap("leaf", colour, size, 2.0))
            row.addWidget(leaf, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(line, 1)
            self._lines.addLayout(row)
