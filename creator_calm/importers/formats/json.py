"""Any JSON that holds a list of comments: objects with a text, or bare texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import columns, json_objects, row_reader
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from creator_calm.importers.json_survey import Path
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
    return 62 if json_objects.hold_texts(_items(opening)) else 0


def _items(opening: Opening) -> Sequence[object]:
    # The first comments, wherever they lie.
    inside = json_objects.key_of_comments(opening.items)
    if inside is not None:
        return [
            one
            for item in opening.items
            if isinstance(item, dict)
            for one in json_objects.listed(item.get(inside))
        ]
    if opening.single is not None:
        return json_objects.by_number(opening.single) or (opening.single,)
    return json_objects.flat(opening.items)


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys of the items with what is read from them."""
    items = _items(reading.opening)
    labels = json_objects.labels_of(items)
    found = columns.roles(labels, json_objects.rows_of(labels, items))
    return columns.corrected(labels, reading.options.columns, found)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every item of the fullest list; of posts the comments inside them."""
    opening = reading.opening
    items = _items(opening)
    labels = json_objects.labels_of(items)
    found = columns.roles(labels, json_objects.rows_of(labels, items))
    reader = row_reader.RowReader(
        row_reader.mapping(labels, found, reading.options.columns, by_key=True)
    )
    if opening.path is None:
        whole: list[Mapping[str, Any]] = [*json_objects.by_number(opening.single)]
        if not whole and opening.single is not None:
            whole = [opening.single]
        for number, one in enumerate(whole, start=1):
            yield from row_reader.with_replies(reader, number, one)
        return
    inside = json_objects.key_of_comments(opening.items)
    for number, item in _each(reading, opening.path):
        if isinstance(item, dict):
            if inside is None:
                yield from row_reader.with_replies(reader, number, item)
            else:
                yield from _of_post(reader, number, item, inside)
        elif isinstance(item, str):
            yield Record(number, item, html=None)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)


def _each(reading: Reading, path: Path) -> Iterator[tuple[int, object]]:
    for number, packed in reading.items(path):
        for item in packed if isinstance(packed, list) and packed else [packed]:
            yield number, json_objects.unwrapped(item)


def _of_post(
    reader: row_reader.RowReader, number: int, item: dict[str, Any], inside: str
) -> Iterator[Record | Skipped]:
    yield Skipped(str(number), SkipReason.POST)
    for comment in json_objects.listed(item.get(inside)):
        yield from row_reader.with_replies(reader, number, comment)
