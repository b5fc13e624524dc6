"""Days as a picture: own notes as dots, reading as bars. Gaps stay empty, nothing is averaged.

Each panel has its own axis; the sentence above it says the same in words, the table says all of it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLineF, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.wording import language, number
from creator_calm.wording.moods import end_word

if TYPE_CHECKING:
    from datetime import date

    from creator_calm.domain.moods import LookedBack
    from creator_calm.ui.desk import Desk

HEIGHT = 150
LABELS_MOST = 5
DOT = 2.5
NARROW_SLOT = 4.0
"""Days narrower than this get plain bars and small dots: rounding thousands of them costs time."""


class DaysChart(QWidget):
    """Draws what it is given. `kind` is "moods" or "reading"."""

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._found: LookedBack | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, found: LookedBack, name: str, sentence: str) -> None:
        """Show these days; the sentence is what a screen reader hears of it."""
        self._found = found
        safe_text.name(self, name)
        safe_text.describe(self, sentence)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height that grows with the text."""
        return QSize(300, self._desk.theme.px(HEIGHT))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the panel."""
        painter = shapes.smooth(QPainter(self))
        self.paint(painter, QRectF(self.rect()))
        painter.end()

    def paint(self, painter: QPainter, box: QRectF) -> None:
        """Paint into `box`; a report or a test can hand in its own."""
        if self._found is None:
            return
        theme = self._desk.theme
        font = theme.font(FontRole.FOOTNOTE)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        ends = [end_word("pleasant"), end_word("unpleasant")] if self._kind == "moods" else []
        left = max((metrics.horizontalAdvance(word) for word in ends), default=0.0) + theme.px(8)
        room = box.adjusted(left, metrics.height() * 0.7, -theme.px(8), -metrics.height() * 1.6)
        painter.setPen(QPen(theme.paint("hairline"), 1))
        for share in (0.0, 0.5, 1.0):
            y = room.bottom() - share * room.height()
            painter.drawLine(QLineF(room.left(), y, room.right(), y))
        if ends:
            painter.setPen(theme.ink("muted", on="surface"))
            for word, y in zip(ends, (room.top(), room.bottom()), strict=True):
                spot = QRectF(box.left(), y - metrics.height() / 2, left, metrics.height())
                painter.drawText(spot, Qt.AlignmentFlag.AlignLeft, word)
        self._paint_days(painter, room, metrics.height())
        if self._kind == "moods":
            self._paint_moods(painter, room)
        else:
            self._paint_reading(painter, room, metrics.height())

    def _slot(self, room: QRectF) -> float:
        found = self._found
        assert found is not None
        return room.width() / ((found.last - found.first).days + 1)

    def _x(self, room: QRectF, day: date) -> float:
        found = self._found
        assert found is not None
        return room.left() + ((day - found.first).days + 0.5) * self._slot(room)

    def _paint_days(self, painter: QPainter, room: QRectF, line: float) -> None:
        found = self._found
        assert found is not None
        count = (found.last - found.first).days + 1
        painter.setPen(self._desk.theme.ink("muted", on="surface"))
        steps = min(LABELS_MOST, count)
        for step in range(steps):
            at = round(step * (count - 1) / max(steps - 1, 1))
            day = QDate(found.first.year, found.first.month, found.first.day).addDays(at)
            pattern = "MMM yyyy" if count > 370 else "d MMM"
            words = QLocale(language()).toString(day, pattern)
            x = room.left() + (at + 0.5) * self._slot(room)
            wide = room.width() / steps
            x = min(max(x - wide / 2, room.left() - wide / 4), room.right() - wide * 0.75)
            spot = QRectF(x, room.bottom() + line * 0.3, wide, line * 1.2)
            painter.drawText(spot, Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_moods(self, painter: QPainter, room: QRectF) -> None:
        found = self._found
        assert found is not None
        theme = self._desk.theme
        slim = self._slot(room) < NARROW_SLOT
        radius = theme.px(DOT) * (0.6 if slim else 1.0)
        colour = theme.ink("line", on="surface")
        points: list[tuple[date, QPointF]] = []
        for day, mood in found.moods:
            if mood.pleasant is not None:
                y = room.bottom() - mood.pleasant / 100 * room.height()
                points.append((day, QPointF(self._x(room, day), y)))
        painter.setPen(QPen(colour, 1.2))
        # Straight joins between neighbouring days that both have a note; a gap stays a gap.
        joins = [
            QLineF(one, other)
            for (day, one), (after, other) in pairwise(points)
            if (after - day).days == 1
        ]
        painter.drawLines(joins)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for _day, point in points[:-1]:
            painter.drawEllipse(point, radius, radius)
        if points:
            painter.setPen(QPen(colour, 1.6))
            painter.setBrush(theme.paint("surface"))
            painter.drawEllipse(points[-1][1], radius + 1, radius + 1)

    def _paint_reading(self, painter: QPainter, room: QRectF, line: float) -> None:
        found = self._found
        assert found is not None
        theme = self._desk.theme
        most = max((one.seconds for one in found.read), default=0)
        if most < 60:
            return
        slot = self._slot(room)
        colour = theme.paint("line2")
        told: set[date] = {max(found.read, key=lambda one: one.seconds).day, found.read[-1].day}
        for one in found.read:
            height = one.seconds / most * (room.height() - line)
            wide = max(slot / 2, 1.0)
            bar = QRectF(self._x(room, one.day) - wide / 2, room.bottom() - height, wide, height)
            if slot < NARROW_SLOT:
                painter.fillRect(bar, colour)
            else:
                shapes.rounded(painter, bar, min(3.0, height / 2), colour)
            if one.day in told:
                painter.setPen(theme.ink("away_fg", on="surface"))
                spot = QRectF(bar.center().x() - 40, bar.top() - line * 1.1, 80, line * 1.1)
                minutes = number(one.seconds // 60)
                painter.drawText(spot, Qt.AlignmentFlag.AlignHCenter, minutes)
