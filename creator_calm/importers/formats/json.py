"""Any JSON that holds a list of comments: objects with a text, or bare texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import columns, row_reader
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    name="json",
    platform=Platform.OTHER,
    mark="R",
    extensions=("json",),
)


def sniff(opening: Opening) -> int:
    """Sure where the items have a text."""
    if opening.shape is not Shape.JSON:
        return 0
    if opening.items and all(isinstance(item, str) for item in opening.items):
        return 60
    items = (opening.single,) if opening.single is not None else opening.items
    return 62 if row_reader.has_text(opening.labels, items) else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys of the items with what is read from them."""
    return columns.corrected(reading.opening.labels, reading.options.columns)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every item of the fullest list."""
    opening = reading.opening
    by_name = columns.roles(opening.labels)
    reader = row_reader.RowReader(
        row_reader.mapping(opening.labels, by_name, reading.options.columns, by_key=True)
    )
    if opening.path is None:
        if opening.single is not None:
            yield from row_reader.with_replies(reader, 1, opening.single)
        return
    for number, item in reading.items(opening.path):
        if isinstance(item, dict):
            yield from row_reader.with_replies(reader, number, item)
        elif isinstance(item, str):
            yield Record(number, item, html=None)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)
