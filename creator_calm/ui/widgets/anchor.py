"""Where a list of rows of different height stands: an anchor row, and the rows below it on screen.

Plain arithmetic without Qt. `height(row)` is asked for rows on screen only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MADE_UP = 72
"""Height of a row that is not shown, in pixels; any number that makes row and pixel convertible."""

Height = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Placed:
    """A row on screen: `y` and `height` in pixels of the viewport."""

    row: int
    y: int
    height: int

    @property
    def end(self) -> int:
        """Return the first pixel below the row."""
        return self.y + self.height


class Anchor:
    """`top` is the first row on screen, `off` the pixels of it above the edge."""

    def __init__(self) -> None:
        self.top = 0
        self.off = 0
        self.visible: list[Placed] = []
        self.room = 0
        self.count = 0

    def place(self, count: int, room: int, height: Height) -> None:
        """Place the rows of a list of `count` rows in `room` pixels; the end is never passed."""
        self.count, self.room, self.visible = count, room, []
        if not count:
            self.top = self.off = 0
            return
        self._settle(height, at_end=False)
        self._fill(height)
        gap = room - self.visible[-1].end
        if gap > 0 and (self.top or self.off):
            self.off -= gap
            self._settle(height, at_end=True)
            self._fill(height)

    def _settle(self, height: Height, *, at_end: bool) -> None:
        """Bring the anchor into a row that exists, with `off` inside that row."""
        self.top = min(max(self.top, 0), self.count - 1)
        while self.off < 0 and self.top > 0:
            self.top -= 1
            self.off += height(self.top)
        self.off = max(self.off, 0)
        while not at_end and self.top < self.count - 1 and self.off >= height(self.top):
            self.off -= height(self.top)
            self.top += 1

    def _fill(self, height: Height) -> None:
        self.visible = []
        y, row = -self.off, self.top
        while row < self.count and (y < self.room or not self.visible):
            placed = Placed(row, y, height(row))
            self.visible.append(placed)
            y, row = placed.end, row + 1

    def fits(self) -> bool:
        """Say whether the whole list is on screen."""
        return not self.visible or (self.top == 0 and self.off == 0 and self.at_end())

    def at_end(self) -> bool:
        """Say whether the last row stands whole on screen."""
        if not self.visible:
            return False
        last = self.visible[-1]
        return last.row == self.count - 1 and last.end <= self.room

    def find(self, row: int) -> Placed | None:
        """Return the place of a row that is on screen."""
        if not self.visible or not self.visible[0].row <= row <= self.visible[-1].row:
            return None
        return self.visible[row - self.visible[0].row]

    def span(self, row: int) -> tuple[int, int]:
        """Return y and height of any row: exact on screen, made up beyond."""
        placed = self.find(row)
        if placed is not None:
            return placed.y, placed.height
        if not self.visible:
            return row * MADE_UP, MADE_UP
        first, last = self.visible[0], self.visible[-1]
        if row < first.row:
            return first.y - (first.row - row) * MADE_UP, MADE_UP
        return last.end + (row - last.row - 1) * MADE_UP, MADE_UP

    def row_at(self, y: int) -> int:
        """Return the row at a pixel, the inverse of `span`; may lie outside the list."""
        if not self.visible:
            return y // MADE_UP
        first, last = self.visible[0], self.visible[-1]
        if y < first.y:
            return first.row - 1 - (first.y - 1 - y) // MADE_UP
        if y >= last.end:
            return last.row + 1 + (y - last.end) // MADE_UP
        return next(placed.row for placed in self.visible if y < placed.end)

    def reveal(
        self, row: int, height: Height, *, at_top: bool = False, centre: bool = False
    ) -> bool:
        """Move the anchor so that a row is seen whole; False where it is already.

        A row taller than the room is shown from its top.
        """
        placed, tall = self.find(row), height(row)
        if placed is not None and not (at_top or centre):
            inside = placed.y >= 0 and placed.y + tall <= self.room
            if inside or (tall >= self.room and placed.y == 0):
                return False
        above = bool(self.visible) and row < self.visible[0].row
        cut_above = placed is not None and placed.y < 0
        self.top = row
        if centre and tall < self.room:
            self.off = (tall - self.room) // 2
        elif at_top or above or cut_above or tall >= self.room:
            self.off = 0
        else:
            self.off = tall - self.room
        return True
