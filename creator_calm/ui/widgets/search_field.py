"""The search field: an icon in front that grows with the text, as Qt's own does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from creator_calm.ui.icons import SIZE
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

CAP = 200


class SearchField(QLineEdit):
    """At most 200 characters; 210 pixels wide at normal text size, less where there is no room."""

    left_down = Signal()
    """Enter or Down was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setMaxLength(CAP)
        self.setAcceptDrops(False)
        desk.theme.set_font(self, FontRole.BODY)
        desk.theme.changed.connect(self._measure)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc empties the field; Enter and Down go on to what was found."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field, then the icon."""
        super().paintEvent(event)
        painter = shapes.smooth(QPainter(self))
        size = self._desk.theme.px(SIZE)
        spot = QRectF(self._desk.theme.px(12), (self.height() - size) / 2, size, size)
        colour = self._desk.theme.ink("faint", on="surface")
        self._desk.icons.draw(painter, "search", colour, spot)
        painter.end()

    def _measure(self) -> None:
        px = self._desk.theme.px
        self.setTextMargins(px(SIZE + 6), 0, 0, 0)
        self.setMinimumWidth(px(140))
        self.setMaximumWidth(px(230))
