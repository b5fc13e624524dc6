"""What Today says of being away: done for the day, a break from social media, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout

from creator_calm.domain.care import SocialBreak, TimeOff
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import quoted, text
from creator_calm.wording import _, language
from creator_calm.wording.care import time_off_sentence

if TYPE_CHECKING:
    from datetime import date

    from creator_calm.ui.desk import Desk

LINE_CAP = 500
_WITH_LINE = frozenset({TimeOff.COMING, TimeOff.ON_BREAK})


def day_words(day: date) -> str:
    """Write a day as the language does: "3 June", "3 juni"."""
    return QLocale(language()).toString(QDate(day.year, day.month, day.day), "d MMMM")


class ComingBackCard(Card):
    """One sentence, the line for the audience to copy, one way on. Nothing in it is late."""

    back = Signal()
    """The creator is back, or has read it."""

    def __init__(self, desk: Desk, standing: TimeOff, planned: SocialBreak | None) -> None:
        super().__init__(desk)
        self._desk = desk
        first = day_words(planned.first) if planned is not None else ""
        last = day_words(planned.last) if planned is not None else ""
        words = time_off_sentence(standing, first, last)
        self.column.addWidget(text(desk, words, FontRole.COMMENT))
        row = QHBoxLayout()
        row.setSpacing(desk.theme.px(8))
        if planned is not None and planned.line and standing in _WITH_LINE:
            line = planned.line
            self.column.addWidget(quoted(desk, line, FontRole.BODY, cap=LINE_CAP))
            copy = Button(desk, _("Copy the line"), icon="copy")
            copy.clicked.connect(lambda: self._copy(line))
            row.addWidget(copy)
        on = Button(desk, _way_on(standing), ButtonKind.GHOST)
        on.clicked.connect(self.back)
        row.addWidget(on)
        row.addStretch()
        self.column.addLayout(row)

    def _copy(self, line: str) -> None:
        safe_text.copy(line)
        self._desk.toast(_("Copied. Paste it where you want it."))


def _way_on(standing: TimeOff) -> str:
    match standing:
        case TimeOff.DONE_TODAY:
            return _("Back after all")
        case TimeOff.COMING:
            return _("Call it off")
        case TimeOff.ON_BREAK:
            return _("End the break")
        case _:
            return _("Fine")
