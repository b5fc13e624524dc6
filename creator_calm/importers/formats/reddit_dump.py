"""Dumps of Reddit comments, one JSON object per line: Pushshift, Arctic Shift and their kind."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers import reddit
from creator_calm.importers.opening import Shape
from creator_calm.importers.values import text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.records import Record

INFO = FormatInfo("reddit_dump", Platform.REDDIT, "R", extensions=("jsonl", "ndjson", "zst"))

_KEYS = frozenset({"body", "link_id", "created_utc"})
_LOOKED_AT = 20_000
"""Whether a dump is escaped shows at the first quotation; gigabytes are not read twice for it."""


def sniff(opening: Opening) -> int:
    """Sure by a body, the thread it stands in and the time in UTC."""
    if opening.shape not in {Shape.JSON, Shape.JSON_LINES}:
        return 0
    return 94 if opening.first_item.keys() >= _KEYS else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every line; a number written as text is a number."""
    looked_at = islice(_items(reading), _LOOKED_AT)
    escaped = not any(reddit.is_bare(text_at(item, "body")) for _, item in looked_at)
    for number, item in _items(reading):
        if isinstance(item, dict):
            yield reddit.record(number, item, None, escaped=escaped)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)


def _items(reading: Reading) -> Iterator[tuple[int, Any]]:
    if reading.opening.shape is Shape.JSON_LINES:
        return reading.json_lines()
    return reading.items(reading.opening.path or ())
