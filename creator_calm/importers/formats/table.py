"""Any table with a column of comments: CSV, TSV and their like, and sheets of a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import columns, delimiters, row_reader
from creator_calm.importers.opening import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening, Table
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.records import Record

INFO = FormatInfo(
    name="table",
    platform=Platform.OTHER,
    mark="R",
    extensions=("csv", "tsv", "txt", "xlsx", "xls", "xlsb", "ods"),
)


def sniff(opening: Opening) -> int:
    """Sure where a header names the text, less so where the columns were guessed by content."""
    if opening.shape not in {Shape.TABLE, Shape.SHEET}:
        return 0
    if not opening.has_header:
        return 55 if opening.shape is Shape.TABLE or opening.rows else 0
    return 65 if Role.TEXT in opening.roles else 40


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them."""
    opening = reading.opening
    if opening.has_header:
        return columns.corrected(opening.labels, reading.options.columns, opening.roles)
    guessed = columns.guessed(opening.rows)
    return columns.corrected(("",) * len(guessed), reading.options.columns, guessed)


def detail(reading: Reading) -> str:
    """Return the code of the delimiter, or that it is a sheet."""
    if reading.opening.shape is Shape.SHEET:
        return "sheet"
    return delimiters.DELIMITERS.get(reading.delimiter, "other")


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every table of the source that holds comments."""
    found = reading.tables()
    chosen = [table for table in found if table.read] or list(found[:1])
    several = len(chosen) > 1
    for table in chosen:
        yield from _read_table(reading, table, table.name if several else "")


def _read_table(reading: Reading, table: Table, place: str) -> Iterator[Record | Skipped]:
    by_name = (
        columns.roles(table.labels, table.rows) if table.has_header else columns.guessed(table.rows)
    )
    reader = row_reader.RowReader(
        row_reader.mapping(table.labels, by_name, reading.options.columns)
    )
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG, place)
        else:
            yield reader.from_cells(number, cells, place)
