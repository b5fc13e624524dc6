"""The grounds of cards as pixmaps, kept: their soft shadow is most of the work of a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from creator_calm.ui.theme import Theme

MARGIN = 6
"""Pixels around the card that its shadow may need."""
KEPT = 24


class Grounds:
    """One pixmap per size of card and ratio of the screen, until the look changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[tuple[int, int, float], QPixmap] = {}
        theme.changed.connect(self._kept.clear)

    def paint(self, painter: QPainter, card: QRectF) -> None:
        """Paint the ground of a card that lies on whole pixels."""
        ratio = painter.device().devicePixelRatio()
        key = (int(card.width()), int(card.height()), ratio)
        ground = self._kept.get(key)
        if ground is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            ground = self._kept[key] = self._made(*key)
        painter.drawPixmap(card.topLeft() - QPointF(MARGIN, MARGIN), ground)

    def _made(self, width: int, height: int, ratio: float) -> QPixmap:
        size = QSize(width + 2 * MARGIN, height + 2 * MARGIN) * ratio
        ground = QPixmap(size)
        ground.setDevicePixelRatio(ratio)
        ground.fill(Qt.GlobalColor.transparent)
        painter = shapes.smooth(QPainter(ground))
        shapes.card(painter, QRectF(MARGIN, MARGIN, width, height), self._theme)
        painter.end()
        return ground
