"""Records of a tool that writes the same keys into JSON, JSON Lines, CSV and sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.intake import Role, Skipped, SkipReason
from creator_calm.importers.opening import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

_ITEMS = frozenset({Shape.JSON, Shape.JSON_LINES})
_TABLES = frozenset({Shape.TABLE, Shape.SHEET})


def has_all(opening: Opening, *keys: str) -> bool:
    """Say whether one JSON object among the first, or the header of a table, has all of these keys."""
    if opening.shape in _ITEMS:
        return opening.has_keys(*keys)
    return opening.shape in _TABLES and opening.has_header and {*keys} <= {*opening.labels}


def columns_of(reading: Reading, roles: Mapping[str, Role]) -> tuple[tuple[str, Role], ...]:
    """Return the keys or header cells with what is read from them."""
    return tuple((label, roles.get(label, Role.IGNORE)) for label in reading.opening.labels)


def objects(reading: Reading) -> Iterator[tuple[int, dict[str, Any] | Skipped]]:
    """Yield every record as an object by its keys, with its item, line or row number."""
    opening = reading.opening
    if opening.shape in _TABLES:
        yield from _rows(reading)
        return
    if opening.shape is Shape.JSON_LINES:
        items = reading.json_lines()
    elif opening.path is None:
        items = iter([(1, opening.single)])
    else:
        items = reading.items(opening.path)
    for number, item in items:
        if isinstance(item, dict):
            yield number, item
        else:
            yield number, Skipped(str(number), SkipReason.BROKEN)


def _rows(reading: Reading) -> Iterator[tuple[int, dict[str, Any] | Skipped]]:
    for table in reading.tables():
        if not table.read:
            continue
        for number, cells in reading.rows(table):
            if cells is None:
                yield number, Skipped(str(number), SkipReason.TOO_LONG, table.name)
            else:
                # A row may be shorter than its header, or longer.
                yield number, dict(zip(table.labels, cells, strict=False))
