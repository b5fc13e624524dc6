"""Rows out of delimited text, also where quotation marks were never closed.

`csv.reader` alone is not enough: with one unclosed quote in row 2 of 5,000 it returns two rows
and no error. So the lines are handed to it by an iterator that knows where the current record
began, and stops it when a record cannot be one.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.importers import limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import TextIOBase

_FIRST_CHECK = 52
_ONE_COLUMN_LINES = 500
csv.field_size_limit(4 * limits.FIELD_CHARACTERS)  # longer records are stopped here, not there


class Row(NamedTuple):
    """One record: the line it begins at, its cells, and whether it was mended or too long."""

    line: int
    cells: list[str]
    repaired: bool = False
    too_long: bool = False


class _StopError(Exception):
    # Raised into csv.reader from its own source of lines. `reason`: rows, end or long.
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Lines:
    # Physical lines for csv.reader, with a memory of the record that is being read.
    def __init__(self, text: TextIOBase, sign: str, columns: int) -> None:
        self._text = text
        self._sign = sign
        self._columns = columns
        self._ahead: deque[str] = deque()
        self.number = 0
        self.record: list[str] = []
        self._size = 0
        self._check = _FIRST_CHECK if columns > 1 else _ONE_COLUMN_LINES
        self._row_like = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def begin(self) -> None:
        """Forget the record that was handed out: the next line begins another one."""
        if len(self.record) > 1:
            self._row_like = 0
            self._check = _FIRST_CHECK if self._columns > 1 else _ONE_COLUMN_LINES
        self.record.clear()
        self._size = 0

    def __next__(self) -> str:
        line = self._line()
        if not line:
            if self.record:
                raise _StopError("end")
            raise StopIteration
        self.record.append(line)
        self._size += len(line)
        if self._size > limits.FIELD_CHARACTERS:
            raise _StopError("long")
        if len(self.record) > 1:
            self._look_at_growth(line)
        return line

    def _look_at_growth(self, line: str) -> None:
        if self._columns > 1:
            self._row_like += line.count(self._sign) >= self._columns - 1
        if len(self.record) > self._check:
            # Doubling keeps it linear: a look at every 50 lines cost minutes on one hostile file.
            self._check *= 2
            if self.is_row_like():
                raise _StopError("rows")

    def is_row_like(self) -> bool:
        """Say whether the lines after the first of this record look like records of their own."""
        behind = len(self.record) - 1
        if self._columns == 1:
            return behind >= _ONE_COLUMN_LINES
        return behind > 0 and self._row_like >= 0.8 * behind

    def take_back(self) -> str:
        """Return the record's first line and put the others back, to be read again."""
        first, *others = self.record
        self._ahead.extendleft(reversed(others))
        self.number -= len(others)
        self.begin()
        return first

    def put_back(self) -> None:
        """Put the whole record back."""
        self._ahead.extendleft(reversed(self.record))
        self.number -= len(self.record)
        self.begin()

    def rest_of_line(self, line: str) -> int:
        """Read to the end of a physical line that was longer than a field; returns its quotes."""
        quotes = 0
        while line and line[-1] not in "\r\n":
            line = self._text.readline(limits.FIELD_CHARACTERS)
            quotes += line.count('"')
        return quotes

    def skip_to_closing_quote(self) -> bool:
        """Read on behind the line that closes an open quotation mark; False at the end of the file."""
        while self._ahead:
            if self._line().count('"') % 2:
                return True
        while piece := self._piece():
            if '"' not in piece:
                self.number += _line_ends(piece)
                continue
            lines = io.StringIO(piece, newline="")
            for line in lines:
                self.number += 1
                if line.count('"') % 2:
                    self._ahead.extend(lines)
                    return True
        return False

    def _piece(self) -> str:
        # Whole lines: a million of them one by one would take ten times as long.
        piece = self._text.read(limits.FIELD_CHARACTERS)
        while (
            piece
            and piece[-1] not in "\r\n"
            and (more := self._text.readline(limits.FIELD_CHARACTERS))
        ):
            piece += more
        if piece.endswith("\r") and (more := self._text.read(1)):
            piece += more if more == "\n" else more + self._text.readline(limits.FIELD_CHARACTERS)
        return piece

    def _line(self) -> str:
        line = (
            self._ahead.popleft()
            if self._ahead
            else self._text.readline(limits.FIELD_CHARACTERS + 1)
        )
        if line:
            self.number += 1
        return line


def _line_ends(piece: str) -> int:
    return piece.count("\n") + piece.count("\r") - piece.count("\r\n")


class Records:
    """The records of a delimited text, in file order, without blank ones.

    `reopen` returns the text from its start; it is asked again only when a quotation mark was
    opened a megabyte ago and nothing closes it. `plain_split` reads every line by itself.
    """

    def __init__(
        self,
        reopen: Callable[[], TextIOBase],
        sign: str,
        columns: int,
        *,
        skip_first: bool = False,
        spaced: bool = False,
    ) -> None:
        self._reopen = reopen
        self._sign = sign
        self._columns = max(1, columns)
        self._skip_first = skip_first
        self._spaced = spaced
        self._never_closed_after: int | None = None

    def __iter__(self) -> Iterator[Row]:
        lines = self._lines(1 if self._skip_first else 0)
        reader = self._reader(lines)
        while True:
            lines.begin()
            start = lines.number + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except _StopError as stop:
                row, lines = self._stopped(stop.reason, lines, start)
                reader = self._reader(lines)
            except csv.Error:
                row = self._sloppy(lines, start)
                reader = self._reader(lines)
            else:
                row = Row(start, cells)
            if (
                row.too_long
                or (row.cells and row.cells[0].strip())
                or any(map(str.strip, row.cells))
            ):
                yield row

    def _lines(self, skip: int) -> _Lines:
        lines = _Lines(self._reopen(), self._sign, self._columns)
        for _ in range(skip):
            if not lines._line():  # noqa: SLF001 - its own file
                break
        return lines

    def _reader(self, lines: _Lines, *, strict: bool = True) -> Iterator[list[str]]:
        return csv.reader(lines, delimiter=self._sign, strict=strict, skipinitialspace=self._spaced)

    def _stopped(self, reason: str, lines: _Lines, start: int) -> tuple[Row, _Lines]:
        if reason != "long":
            return self._first_line(lines, start), lines
        last = lines.record[-1]
        quotes = sum(line.count('"') for line in lines.record) + lines.rest_of_line(last)
        row = Row(start, [], too_long=True)
        if quotes % 2 == 0:
            lines.begin()
            return row, lines
        known = self._never_closed_after is not None and start >= self._never_closed_after
        if not known and lines.skip_to_closing_quote():
            lines.begin()
            return row, lines
        # Nothing closes it: it was never meant to open. Back to its first line, which is read by
        # itself; the place is remembered, so that this search is made once and not per record.
        self._never_closed_after = (
            start if self._never_closed_after is None else self._never_closed_after
        )
        lines = self._lines(start - 1)
        first = lines._line()  # noqa: SLF001 - its own file
        if len(first) > limits.FIELD_CHARACTERS:
            lines.rest_of_line(first)
            return row, lines
        return Row(start, self._split(first), repaired=True), lines

    def _first_line(self, lines: _Lines, start: int) -> Row:
        first = lines.take_back()
        return Row(start, self._split(first), repaired=True)

    def _split(self, line: str) -> list[str]:
        cells = line.rstrip("\r\n").split(self._sign)
        return [_unquoted(cell) for cell in cells]

    def _sloppy(self, lines: _Lines, start: int) -> Row:
        if len(lines.record) > 1 and lines.is_row_like():
            return self._first_line(lines, start)
        lines.put_back()
        try:
            return Row(start, next(self._reader(lines, strict=False)))
        except StopIteration:
            return Row(start, [])
        except (_StopError, csv.Error):
            return self._first_line(lines, start) if lines.record else Row(start, [])


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    if cell.startswith('"'):
        cell = cell[1:]
        cell = cell.removesuffix('"')
    return cell.replace('""', '"')
