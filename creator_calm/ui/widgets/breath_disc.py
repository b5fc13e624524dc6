"""The breathing disc: a round that opens and closes, or a steady ring where nothing may move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

SMALLEST, LARGEST = 0.40, 0.62
"""Radius of the disc breathed out and in, as a share of the widest ring."""
RINGS = ((1.00, 0.035), (0.82, 0.13), (0.64, 0.22))
"""Radius of the rings around it as a share of the widest, and how much accent lies over the page."""


class BreathDisc(QWidget):
    """Draws what it is told; knows no time. `openness` is 0 (breathed out) to 1 (breathed in)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._openness = 0.0
        self._word = ""
        self._count = ""
        self._still = False
        self._words: tuple[str, ...] = ()
        self.setMinimumSize(160, 160)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_moment(self, openness: float, word: str, count: str) -> None:
        """Draw this moment. Where nothing moves, only a new word or count paints again."""
        moved = not self._still and openness != self._openness
        said = (word, count) != (self._word, self._count)
        self._openness, self._word, self._count = openness, word, count
        if said:
            safe_text.name(self, word)
        if moved or said:
            self.update()

    def fit_words(self, words: tuple[str, ...]) -> None:
        """Never close further than the widest of these words needs."""
        self._words = words
        self.update()

    def set_still(self, *, still: bool) -> None:
        """Stop or allow motion."""
        self._still = still
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint rings, disc, word and counter."""
        painter = shapes.smooth(QPainter(self))
        widest = min(self.width(), self.height()) / 2 - 4
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._still:
            self._paint_ring(painter, middle, widest)
        else:
            self._paint_disc(painter, middle, widest)
        painter.end()

    def _paint_disc(self, painter: QPainter, middle: QPointF, widest: float) -> None:
        theme = self._desk.theme
        painter.setPen(Qt.PenStyle.NoPen)
        for share, strength in RINGS:
            # The rings follow by a little: enough to feel it, far from pulling at the eye.
            radius = widest * (share - 0.06 * (1 - self._openness))
            colour = QColor(theme.paint("accent"))
            colour.setAlphaF(strength)
            painter.setBrush(colour)
            painter.drawEllipse(middle, radius, radius)
        low = max(widest * SMALLEST, self._word_radius())
        radius = low + max(widest * LARGEST - low, 0.0) * self._openness
        glow = QRadialGradient(middle - QPointF(radius * 0.25, radius * 0.3), radius * 1.5)
        lighter, accent = theme.paint("accent_hi"), theme.paint("accent")
        bright = lighter if theme.tokens.dark else accent
        glow.setColorAt(0, bright)
        glow.setColorAt(1, accent if theme.tokens.dark else lighter)
        painter.setBrush(QBrush(glow))
        painter.drawEllipse(middle, radius, radius)
        self._paint_words(painter, middle, theme.ink("on_accent", on="accent"))

    def _paint_ring(self, painter: QPainter, middle: QPointF, widest: float) -> None:
        theme = self._desk.theme
        radius = max(widest * LARGEST, self._word_radius())
        painter.setBrush(theme.paint("surface"))
        painter.setPen(QPen(theme.ink("accent", on="bg"), theme.px(3)))
        painter.drawEllipse(middle, radius, radius)
        self._paint_words(painter, middle, theme.ink("text", on="surface"))

    def _word_radius(self) -> float:
        metrics = QFontMetricsF(self._desk.theme.font(FontRole.WORD))
        widths = [metrics.horizontalAdvance(word) for word in (*self._words, self._word)]
        return max(widths) / 2 + self._desk.theme.px(16)

    def _paint_words(self, painter: QPainter, middle: QPointF, colour: QColor) -> None:
        theme = self._desk.theme
        word, count = theme.font(FontRole.WORD), theme.font(FontRole.COMMENT)
        high = QFontMetricsF(word).height()
        low = QFontMetricsF(count).height() if self._count else 0.0
        top = middle.y() - (high + low) / 2
        painter.setPen(colour)
        painter.setFont(word)
        line = QRectF(0, top, self.width(), high)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._word)
        if self._count:
            painter.setFont(count)
            below = QRectF(0, top + high, self.width(), low)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._count)
