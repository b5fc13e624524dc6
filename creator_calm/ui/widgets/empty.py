"""What stands where nothing is: a picture, a sentence, an action or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.picture import Picture
from creator_calm.ui.widgets.texts import text

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.buttons import Button


class Empty(QWidget):
    """An icon of 40 pixels in a faint colour, one sentence, and the actions that lead on."""

    def __init__(self, desk: Desk, icon: str, *actions: Button) -> None:
        super().__init__()
        self._line = text(desk, role=FontRole.CARD_TITLE, ink="muted")
        self._line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setSpacing(desk.theme.px(14))
        column.addStretch(2)
        picture = Picture(desk, icon, 40, ink="faint")
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.px(10))
        row.addStretch(1)
        for button in actions:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)

    def say(self, own_wording: str) -> None:
        """Say the sentence."""
        safe_text.say(self._line, own_wording)
