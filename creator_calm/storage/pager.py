"""Any page of a list without walking to it: positions of rows passed before are remembered."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.storage.filters import Filter, Position
    from creator_calm.storage.listing import Listing

HOP = 1_000
"""Rows skipped by one question at most: an OFFSET walks the rows it leaves out."""

_LISTS_KEPT = 8


class _Fences:
    """Places known in one list: after `positions[i]` comes row `numbers[i]`."""

    def __init__(self) -> None:
        self.numbers: list[int] = [0]
        self.positions: list[Position | None] = [None]

    def nearest(self, row: int) -> tuple[int, Position | None]:
        place = bisect_right(self.numbers, row) - 1
        return self.numbers[place], self.positions[place]

    def add(self, row: int, position: Position) -> None:
        place = bisect_right(self.numbers, row)
        if self.numbers[place - 1] != row:
            self.numbers.insert(place, row)
            self.positions.insert(place, position)


class Pager:
    """Pages of a listing. `forget` after anything that moves comments."""

    def __init__(self, listing: Listing) -> None:
        self._listing = listing
        self._lists: dict[Filter, _Fences] = {}

    def forget(self) -> None:
        """Forget every place."""
        self._lists.clear()

    def page(self, wanted: Filter, first: int, limit: int) -> list[int]:
        """Return the keys of rows `first` to `first + limit`; fewer or none at the end.

        One question near places already seen; the first jump far down a list asks one for every
        thousand rows on the way, each some 20 µs.
        """
        if len(self._lists) >= _LISTS_KEPT and wanted not in self._lists:
            self._lists.pop(next(iter(self._lists)))
        fences = self._lists.setdefault(wanted, _Fences())
        row, position = fences.nearest(first)
        while first - row >= HOP:
            found = self._listing.keys(wanted, position, HOP - 1, 1)
            if not found:
                return []
            row, position = row + HOP, found[0]
            fences.add(row, position)
        found = self._listing.keys(wanted, position, first - row, limit)
        if found:
            fences.add(first + len(found), found[-1])
        return [place[-1] for place in found]
