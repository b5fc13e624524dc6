"""JSON Lines: one object per line with a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import columns, json_objects, row_reader
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    name="jsonl",
    platform=Platform.OTHER,
    mark="R",
    extensions=("jsonl", "ndjson", "json"),
)


def sniff(opening: Opening) -> int:
    """Sure where the objects have a text."""
    if opening.shape is not Shape.JSON_LINES:
        return 0
    return 62 if json_objects.hold_texts(opening.items) else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys of the objects with what is read from them."""
    return columns.corrected(reading.opening.labels, reading.options.columns, reading.opening.roles)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every line; one that is no JSON object is skipped, not the end."""
    labels = reading.opening.labels
    reader = row_reader.RowReader(
        row_reader.mapping(labels, reading.opening.roles, reading.options.columns, by_key=True)
    )
    for number, item in reading.json_lines():
        if isinstance(item, dict):
            yield from row_reader.with_replies(reader, number, item)
        elif isinstance(item, str):
            yield Record(number, item, html=None)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)
