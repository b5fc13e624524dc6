"""Text broken into lines for painting: wrapped, cut at a number of lines, in its own direction."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.theme import FontRole


class TextLines:
    """A text broken into at most `most` lines of `width` pixels, the last one elided if need be."""

    def __init__(self, text: str, desk: Desk, role: FontRole, width: float, most: int) -> None:
        self._font = desk.theme.font(role)
        self.step = desk.theme.line(role)
        self._lines: list[tuple[QTextLayout, int]] = []
        paragraphs = text.split("\n") if text and most else []
        for number, paragraph in enumerate(paragraphs):
            if not self._break(paragraph, width, most, last=number == len(paragraphs) - 1):
                break

    @property
    def height(self) -> float:
        """Return the height of all lines in pixels."""
        return len(self._lines) * self.step

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Paint the lines below and right of `corner`."""
        metrics = QFontMetricsF(self._font)
        shift = (self.step - metrics.height()) / 2
        for number, (layout, index) in enumerate(self._lines):
            line = layout.lineAt(index)
            y = number * self.step + shift - line.y()
            line.draw(painter, corner + QPointF(0, y))

    def _break(self, text: str, width: float, most: int, *, last: bool) -> bool:
        """Break one paragraph; False when there is no room for more lines."""
        layout = _broken(text, self._font, width)
        count = max(layout.lineCount(), 1)
        room = most - len(self._lines)
        if count < room or (count == room and last):
            self._lines += [(layout, index) for index in range(layout.lineCount())]
            return True
        self._lines += [(layout, index) for index in range(min(count, room) - 1)]
        start = layout.lineAt(min(count, room) - 1).textStart()
        metrics = QFontMetricsF(self._font)
        rest = text[start : start + 200] + "…"
        elided = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        self._lines.append((_broken(elided, self._font, width + 2), 0))
        return False


def layout_direction(text: str) -> Qt.LayoutDirection:
    """Return the direction of the first letter that has one, as Unicode's rule P2 says."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind == "L":
            break
        if kind in {"R", "AL"}:
            return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def _broken(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if layout_direction(text) == Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
