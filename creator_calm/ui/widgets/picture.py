"""An icon by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from creator_calm.ui.desk import Desk


class Picture(QWidget):
    """An icon that is no control."""

    def __init__(self, desk: Desk, name: str, size: int = 20, *, ink: str = "muted") -> None:
        super().__init__()
        self._desk, self._name, self._size, self._ink = desk, name, size, ink
        self.setFixedSize(self.sizeHint())
        desk.theme.changed.connect(lambda: self.setFixedSize(self.sizeHint()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the icon."""
        size = self._desk.theme.px(self._size)
        return QSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the icon."""
        painter = shapes.smooth(QPainter(self))
        colour = self._desk.theme.ink(self._ink, on="bg")
        self._desk.icons.draw(painter, self._name, colour, QRectF(self.rect()))
        painter.end()
