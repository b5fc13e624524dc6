"""Shapes that several widgets paint: cards with their shadow, rings, crisp edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from creator_calm.ui.theme import Theme

RADIUS_CARD = 12
RADIUS_PANEL = 14
RADIUS_BUTTON = 9


def crisp(box: QRectF, width: float = 1.0) -> QRectF:
    """Return `box` inset by half a pen, so that an edge lies inside it on whole pixels."""
    half = width / 2
    return box.adjusted(half, half, -half, -half)


def pen(colour: QColor, width: float = 1.0) -> QPen:
    """Return a pen of a colour."""
    return QPen(colour, width)


def rounded(
    painter: QPainter, box: QRectF, radius: float, fill: QColor | None, edge: QPen | None = None
) -> None:
    """Paint a rounded rectangle; the radius never exceeds half of its height or width."""
    radius = min(radius, box.height() / 2, box.width() / 2)
    painter.setPen(edge or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(crisp(box, edge.widthF()) if edge else box, radius, radius)


def shadow(painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
    """Paint the soft shadow of a card: up to three rounded rectangles, widest first."""
    for step, alpha in enumerate(theme.tokens.shadow):
        grow, down = 1.5 - 0.5 * step, 3 - step
        grown = box.adjusted(-grow, -grow, grow, grow).translated(QPointF(0, down))
        colour = QColor(Qt.GlobalColor.black)
        colour.setAlpha(alpha)
        rounded(painter, grown, radius + grow, colour)


def card(painter: QPainter, box: QRectF, theme: Theme, radius: float = RADIUS_CARD) -> None:
    """Paint the ground of a card: shadow, surface, one decorative edge."""
    shadow(painter, box, radius, theme)
    rounded(painter, box, radius, theme.paint("surface"), QPen(theme.paint("border"), 1))


def away_card(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint the ground of a put-away row: always the same colours and dashes."""
    pen = QPen(theme.ink("edge", on="away_card"), 1)
    pen.setDashPattern([4, 4])
    rounded(painter, box, RADIUS_CARD, theme.paint("away_card"), pen)


def ring(painter: QPainter, box: QRectF, radius: float, colour: QColor, width: float = 2) -> None:
    """Paint a focus or selection ring inside `box`."""
    rounded(painter, box, radius, None, QPen(colour, width))


def smooth(painter: QPainter) -> QPainter:
    """Turn on antialiasing."""
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    return painter
