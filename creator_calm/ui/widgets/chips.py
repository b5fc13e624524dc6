"""Chips: a label on a comment, never clickable. Each has its word; colour is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from creator_calm.domain.assessment import Confidence, Kind, Lane
from creator_calm.ui import safe_text
from creator_calm.ui.icons import SMALL
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.wording import chip_word
from creator_calm.wording.comments import QUESTIONS, USEFUL

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk

HEIGHT = 20
SIDE = 8


@dataclass(frozen=True, slots=True)
class ChipLook:
    """A word, its colour and its ground; `outline` chips have an edge and no ground of their own."""

    word: str
    fg: str
    on: str
    icon: str = ""
    outline: bool = False


def chip_look(row: InboxRow) -> ChipLook:
    """Return the chip of a comment."""
    word = chip_word(row)
    if row.put_away:
        return ChipLook(word, "away_fg", "away_bg", "eye-off")
    if row.is_own or row.lane is Lane.CANNOT_JUDGE or _unsure(row):
        return ChipLook(word, "muted", "surface", outline=True)
    if row.kind is Kind.DISTRESS or row.lane is Lane.DISTRESS:
        return ChipLook(word, "warn", "warn_bg")
    if row.kind in USEFUL:
        return ChipLook(word, "useful_fg", "useful_bg")
    if row.kind in QUESTIONS:
        return ChipLook(word, "quest_fg", "quest_bg")
    if row.lane is Lane.KIND:
        return ChipLook(word, "kind_fg", "kind_bg")
    return ChipLook(word, "muted", "sunken")


def chip_size(desk: Desk, look: ChipLook) -> tuple[float, float]:
    """Return width and height of a chip in pixels."""
    theme = desk.theme
    metrics = QFontMetricsF(theme.font(FontRole.CHIP))
    icon = theme.px(SMALL) + theme.px(5) if look.icon else 0
    height = max(float(theme.px(HEIGHT)), metrics.height() + 4)
    return metrics.horizontalAdvance(look.word) + 2 * theme.px(SIDE) + icon, height


def paint_chip(painter: QPainter, desk: Desk, look: ChipLook, corner: QPointF) -> None:
    """Paint a chip with its upper left corner at `corner`."""
    theme = desk.theme
    width, height = chip_size(desk, look)
    box = QRectF(corner.x(), corner.y(), width, height)
    colour = theme.ink(look.fg, on=look.on)
    edge = QPen(theme.ink("edge", on="surface"), 1) if look.outline else None
    shapes.rounded(painter, box, height / 2, None if look.outline else theme.paint(look.on), edge)
    left = box.left() + theme.px(SIDE)
    if look.icon:
        size = theme.px(SMALL)
        spot = QRectF(left, box.center().y() - size / 2, size, size)
        desk.icons.draw(painter, look.icon, colour, spot)
        left += size + theme.px(5)
    painter.setFont(theme.font(FontRole.CHIP))
    painter.setPen(colour)
    words = QRectF(left, box.top(), box.right() - left, height)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, look.word)


def _unsure(row: InboxRow) -> bool:
    return row.confidence is Confidence.LOW and bool(row.candidates)


class Chip(QWidget):
    """A chip as a widget, for headers and pages without a list."""

    def __init__(self, desk: Desk, look: ChipLook) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        safe_text.name(self, look.word)

    def show_look(self, look: ChipLook) -> None:
        """Show another chip."""
        self._look = look
        safe_text.name(self, look.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the chip."""
        width, height = chip_size(self._desk, self._look)
        return QSize(int(width + 0.99), int(height + 0.99))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the chip."""
        painter = shapes.smooth(QPainter(self))
        paint_chip(painter, self._desk, self._look, QPointF(0, 0))
        painter.end()
