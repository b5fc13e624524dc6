"""ExportComments.com: an XLSX with five rows above the header, or its CSV with day-first dates."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import columns, row_reader
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    name="exportcomments",
    platform=Platform.OTHER,
    mark="R",
    extensions=("xlsx", "csv"),
)
DAY_FIRST = True

_NAME = "exportcomments.com"
_LAST_LABEL = "(view source)"
_FLAGS = {"ishearted": Flag.HEARTED, "ispinned": Flag.PINNED}


def sniff(opening: Opening) -> int:
    """Sure by the name in the first cell or the odd header."""
    if opening.shape not in {Shape.TABLE, Shape.SHEET} or not opening.has_header:
        return 0
    above = [(text_of(cell) or "").strip().casefold() for row in opening.above for cell in row]
    if Role.TEXT in opening.roles and (_NAME in above or "source url" in above):
        return 97
    names = [label.strip().casefold() for label in opening.labels]
    return (
        95
        if names and names[-1] == _LAST_LABEL and "" in names and Role.TEXT in opening.roles
        else 0
    )


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them; the numbers in front are rows, not ids."""
    labels = reading.opening.labels
    return tuple(
        (label, Role.IGNORE if role is Role.ID else role)
        for label, role in zip(labels, columns.roles(labels), strict=True)
    )


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read the rows below the header; the first column is a row number, not an id."""
    table = next((table for table in reading.tables() if table.read), None)
    if table is None:
        return
    by_name = [Role.IGNORE if role is Role.ID else role for role in columns.roles(table.labels)]
    reader = row_reader.RowReader(row_reader.mapping(table.labels, by_name))
    marks = [
        (index, flag)
        for index, label in enumerate(table.labels)
        if (flag := _FLAGS.get(columns.folded(label)))
    ]
    post = Post(link=_source(table.above))
    account = next(
        (i for i, label in enumerate(table.labels) if columns.folded(label) == "profileid"), None
    )
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG)
            continue
        record = reader.from_cells(number, cells)
        record.post = record.post or post
        record.account = _account(cells, account)
        _number(record, text_of(cells[0]) if cells else None)
        record.flags = frozenset(flag for i, flag in marks if i < len(cells) and cells[i] == "yes")
        # Its times have no zone, and those of the CSV are made up from "3 hours ago".
        record.estimated = isinstance(record.date, datetime | str)
        yield record


def _number(record: Record, number: str | None) -> None:
    # "3" counts the rows, "3-1" is the first answer to the third: names within this file only.
    if number and len(number) < 20:
        record.id, record.id_is_row = number.strip(), True
        record.parent = number.partition("-")[0] if "-" in number else None


def _source(above: Sequence[Sequence[object]]) -> str | None:
    for row in above:
        cells = [text_of(cell) or "" for cell in row]
        if cells and cells[0].strip().casefold() == "source url" and len(cells) > 1:
            return cells[1]
    return None


def _account(cells: Sequence[object], at: int | None) -> str | None:
    if at is None or at >= len(cells):
        return None
    return (text_of(cells[at]) or "").removeprefix("ID:").strip() or None
