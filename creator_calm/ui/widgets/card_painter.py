"""How a comment looks as a card: measured and painted from an `InboxRow`, no widget per row.

A put-away row is painted from codes only, and every one of them has the same height, whatever
lies behind it. Text is laid out when it is shown and never before.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from creator_calm.ui import safe_text
from creator_calm.ui.icons import SIZE
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.chips import chip_look, chip_size, paint_chip
from creator_calm.ui.widgets.grounds import Grounds
from creator_calm.ui.widgets.text_lines import TextLines
from creator_calm.wording import (
    _,
    age_words,
    away_sort,
    away_summary,
    meta_line,
    resting_line,
    wants_line,
)

if TYPE_CHECKING:
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk

PADDING = 16
TOP = 11
BOTTOM = 14
HEAD = 26
FOOT = 25
GAP = 10
INSET = 4
MAX_LINES = 8
READING_WIDTH = 76
"""A line of a comment is at most this many average characters wide."""
SUMMARY_CHARACTERS = 80
"""The longest usual summary; how many lines it needs decides the height of all put-away rows."""


@dataclass(frozen=True, slots=True)
class CardState:
    """What the list knows about a card: `focused` when the list itself has the keyboard."""

    selected: bool = False
    focused: bool = False
    picked: bool = False


class CardPainter:
    """Measures and paints cards in the look of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._theme = desk.theme
        self._grounds = Grounds(desk.theme)

    def height(self, row: InboxRow, width: int) -> int:
        """Return the height of a row (the gap below it included) in a list `width` pixels wide."""
        px = self._theme.px
        head = self._head_height()
        if row.put_away:
            lines = self._summary_lines(width)
            text = lines * self._theme.line(FontRole.SUMMARY)
            return ceil(px(TOP + 2) + head + text + px(BOTTOM) + px(GAP))
        text = self._layout(row, width).height
        foot = self._foot_height() if row.points else 0
        return ceil(px(TOP) + head + text + foot + px(BOTTOM) + px(GAP))

    def card_box(self, box: QRectF) -> QRectF:
        """Return the card inside the place of its row."""
        px = self._theme.px
        return box.adjusted(px(INSET), 0, -px(INSET), -px(GAP))

    def show_box(self, box: QRectF) -> QRectF:
        """Return the place of the button "Show" of a put-away row."""
        px, card = self._theme.px, self.card_box(box)
        metrics = QFontMetricsF(self._theme.font(FontRole.META_STRONG))
        width = metrics.horizontalAdvance(_("Show")) + px(SIZE) + px(6) + 2 * px(11)
        height = max(px(32), metrics.height() + px(12))
        return QRectF(
            card.right() - px(PADDING) - width, card.center().y() - height / 2, width, height
        )

    def paint(self, painter: QPainter, box: QRectF, row: InboxRow, state: CardState) -> None:
        """Paint a row; nothing of it, stacked marks included, reaches its neighbours."""
        painter.save()
        painter.setClipRect(box)
        card = self.card_box(box)
        if row.put_away:
            shapes.away_card(painter, card, self._theme)
            self._paint_away(painter, box, row)
        else:
            self._grounds.paint(painter, card)
            self._paint_shown(painter, box, row)
        if state.selected:
            token = "accent" if state.focused else "edge"
            on = "away_card" if row.put_away else "surface"
            shapes.ring(painter, card, shapes.RADIUS_CARD, self._theme.ink(token, on=on))
        if state.picked:
            self._paint_pick(painter, card)
        painter.restore()

    def _paint_pick(self, painter: QPainter, card: QRectF) -> None:
        """Paint a check mark in the corner: selected is told by a sign, not by a colour alone."""
        px = self._theme.px
        spot = QRectF(card.left() - px(1), card.top() - px(1), px(22), px(22))
        shapes.rounded(painter, spot, px(11), self._theme.paint("accent"))
        inner = spot.adjusted(px(5), px(5), -px(5), -px(5))
        self._desk.icons.draw(painter, "check", self._theme.ink("on_accent", on="accent"), inner)

    # shown cards

    def _paint_shown(self, painter: QPainter, box: QRectF, row: InboxRow) -> None:
        theme, px = self._theme, self._theme.px
        inner = self.card_box(box).adjusted(px(PADDING), px(TOP), -px(PADDING), -px(BOTTOM))
        head = QRectF(inner.left(), inner.top(), inner.width(), self._head_height())
        self._paint_head(painter, head, row)
        layout = self._layout(row, int(box.width()))
        painter.setPen(theme.ink("text", on="surface"))
        layout.draw(painter, QPointF(inner.left(), head.bottom()))
        if row.points:
            top = head.bottom() + layout.height
            foot = QRectF(inner.left(), top, inner.width(), self._foot_height())
            self._paint_foot(painter, foot, wants_line(row.points))

    def _paint_head(self, painter: QPainter, head: QRectF, row: InboxRow) -> None:
        _theme, px = self._theme, self._theme.px
        look = chip_look(row)
        width, height = chip_size(self._desk, look)
        spot = QPointF(head.right() - width, head.center().y() - height / 2)
        paint_chip(painter, self._desk, look, spot)
        room = head.adjusted(0, 0, -width - px(12), 0)
        role = FontRole.BODY if row.read else FontRole.STRONG
        nobody = _("You") if row.is_own else _("Unknown author")
        name = safe_text.inline(row.author or "") or nobody
        used = self._paint_run(painter, room, name, role, "text", room.width() * 0.6)
        room = room.adjusted(used + px(9), 0, 0, 0)
        age = age_words(row.written_at, self._desk.clock.utc(), self._desk.clock.zone())
        used = self._paint_run(
            painter, room, meta_line(row, age), FontRole.META, "muted", room.width()
        )
        self._paint_marks(painter, room.adjusted(used + px(8), 0, 0, 0), row)

    def _paint_marks(self, painter: QPainter, room: QRectF, row: InboxRow) -> None:
        """Paint the small icons of what was done: answered, kept, a draft waiting."""
        size = self._theme.px(14)
        marks = (("reply", row.answered), ("heart", row.kept), ("pen", row.has_draft))
        colour = self._theme.ink("faint", on="surface")
        for name, there in marks:
            if there and room.width() >= size:
                spot = QRectF(room.left(), room.center().y() - size / 2, size, size)
                self._desk.icons.draw(painter, name, colour, spot)
                room = room.adjusted(size + self._theme.px(6), 0, 0, 0)

    def _paint_foot(self, painter: QPainter, foot: QRectF, words: str) -> None:
        theme, px = self._theme, self._theme.px
        accent = theme.ink("accent", on="surface")
        size = px(15)
        base = foot.adjusted(0, px(5), 0, 0)
        spot = QRectF(base.left(), base.center().y() - size / 2, size, size)
        self._desk.icons.draw(painter, "leaf", accent, spot)
        room = base.adjusted(size + px(6), 0, 0, 0)
        self._paint_run(painter, room, words, FontRole.META_STRONG, "accent", room.width())

    def _paint_run(
        self,
        painter: QPainter,
        room: QRectF,
        words: str,
        role: FontRole,
        ink: str,
        most: float,
        on: str = "surface",
    ) -> float:
        """Paint one line, elided in the middle at `most` pixels; return the pixels used."""
        font = self._theme.font(role)
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, max(most, 0))
        painter.setFont(font)
        painter.setPen(self._theme.ink(ink, on=on))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, shown)
        return metrics.horizontalAdvance(shown)

    def _layout(self, row: InboxRow, width: int) -> TextLines:
        px = self._theme.px
        font = self._theme.font(FontRole.COMMENT)
        reading = QFontMetricsF(font).averageCharWidth() * READING_WIDTH
        room = min(width - 2 * px(INSET) - 2 * px(PADDING), max(reading, px(200)))
        text = safe_text.row_text(row.text or "") + ("…" if row.cut else "")
        text = resting_line() if row.resting else text
        return TextLines(text, self._desk, FontRole.COMMENT, room, MAX_LINES)

    # put-away rows

    def _paint_away(self, painter: QPainter, box: QRectF, row: InboxRow) -> None:
        theme, px = self._theme, self._theme.px
        inner = self.card_box(box).adjusted(px(PADDING), px(TOP + 2), -px(PADDING), -px(BOTTOM))
        summary = self._summary(row, int(box.width()))
        # Rows keep room for the longest summary; a short one stands in the middle of it.
        spare = inner.height() - self._head_height() - summary.height
        top = inner.top() + max(spare, 0) / 2
        head = QRectF(inner.left(), top, inner.width(), self._head_height())
        button = self.show_box(box)
        look = chip_look(row)
        width, height = chip_size(self._desk, look)
        paint_chip(painter, self._desk, look, QPointF(head.left(), head.center().y() - height / 2))
        room = head.adjusted(width + px(10), 0, button.left() - head.right() - px(12), 0)
        age = age_words(row.written_at, self._desk.clock.utc(), self._desk.clock.zone())
        line = " · ".join(part for part in (away_sort(row), meta_line(row, age)) if part)
        self._paint_run(
            painter, room, line, FontRole.META_STRONG, "muted", room.width(), "away_card"
        )
        painter.setPen(theme.ink("muted", on="away_card"))
        summary.draw(painter, QPointF(inner.left(), head.bottom()))
        self._paint_show(painter, button)

    def _paint_show(self, painter: QPainter, box: QRectF) -> None:
        theme, px = self._theme, self._theme.px
        edge = theme.ink("edge", on="surface")
        shapes.rounded(painter, box, 8, theme.paint("surface"), shapes.pen(edge))
        size = px(15)
        spot = QRectF(box.left() + px(11), box.center().y() - size / 2, size, size)
        self._desk.icons.draw(painter, "eye", theme.ink("muted", on="surface"), spot)
        room = QRectF(spot.right() + px(6), box.top(), box.width(), box.height())
        self._paint_run(painter, room, _("Show"), FontRole.META_STRONG, "text", room.width())

    def _summary(self, row: InboxRow, width: int) -> TextLines:
        text = safe_text.inline(away_summary(row), safe_text.ROW_CAP)
        lines = self._summary_lines(width)
        return TextLines(text, self._desk, FontRole.SUMMARY, self._summary_room(width), lines)

    def _summary_room(self, width: int) -> float:
        px = self._theme.px
        button = self.show_box(QRectF(0, 0, width, 100)).width()
        return max(width - 2 * px(INSET) - 2 * px(PADDING) - button - px(16), px(120))

    def _summary_lines(self, width: int) -> int:
        """Return how many lines every put-away row keeps for its summary, from the width alone."""
        metrics = QFontMetricsF(self._theme.font(FontRole.SUMMARY))
        longest = metrics.horizontalAdvance("n") * 0.85 * SUMMARY_CHARACTERS
        return max(1, min(ceil(longest / self._summary_room(width)), 6))

    def _head_height(self) -> float:
        metrics = QFontMetricsF(self._theme.font(FontRole.STRONG))
        return max(float(self._theme.px(HEAD)), metrics.height() + 6)

    def _foot_height(self) -> float:
        metrics = QFontMetricsF(self._theme.font(FontRole.META_STRONG))
        return max(float(self._theme.px(FOOT)), metrics.height() + self._theme.px(6))
