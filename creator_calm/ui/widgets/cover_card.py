"""What stands in the place of every page with words while the creator is live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.picture import Picture
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from creator_calm.ui.desk import Desk

WIDTH = 460
ASKS_AFTER_S = 6 * 3600.0
"""After this long one line asks whether it is still meant; nothing is uncovered by it."""


class CoverCard(Column):
    """Says that everything is covered and where the way back is. No key but Tab reaches the button."""

    shown_again = Signal()

    def __init__(self, desk: Desk, covered_for_s: Callable[[], float]) -> None:
        super().__init__()
        self._desk = desk
        self._covered_for_s = covered_for_s
        # The keyboard rests on the card: a key that was on its way somewhere else uncovers nothing.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.still = text(desk, role=FontRole.COMMENT)
        self.show_again = Button(desk, icon="eye", height=38)
        self.show_again.clicked.connect(self.shown_again)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._look)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        words = _("Covered. Everything is where you left it.")
        safe_text.say(self.heading, words)
        safe_text.name(self, words)
        safe_text.say(
            self.line,
            _(
                "No comment, name, draft or note is shown, and nothing is counted or offered. It"
                " stays so after a restart too."
            ),
        )
        safe_text.say(self.still, _("Covered for more than six hours. Still live?"))
        self.show_again.say(_("Show again"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See whether it has been long."""
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wake up for nothing while hidden."""
        super().hideEvent(event)
        self.timer.stop()

    def _look(self) -> None:
        left = ASKS_AFTER_S - self._covered_for_s()
        self.still.setVisible(left <= 0)
        if left > 0 and self.isVisible():
            self.timer.start(int(left * 1000) + 1000)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        card = Card(self._desk, padding=28)
        card.column.setSpacing(theme.px(10))
        card.column.addWidget(Picture(self._desk, "cover", 28, ink="accent"))
        for label in (self.heading, self.line, self.still):
            card.column.addWidget(label)
        card.column.addSpacing(theme.px(8))
        row = QHBoxLayout()
        row.addWidget(self.show_again)
        row.addStretch()
        card.column.addLayout(row)
        middle = Middle(self._desk, WIDTH)
        middle.column.addWidget(card)
        self.column.addStretch(2)
        self.column.addWidget(middle)
        self.column.addStretch(3)
