"""Instaloader's comment files: a list of comments with the answers nested in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, objects_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("instaloader", Platform.INSTAGRAM, "S", extensions=("json", "zip"))

_KEYS = frozenset({"created_at", "likes_count", "owner", "text"})
_FILE = re.compile(r"(?:.*[/\\])?(.{1,120})_comments\.json", re.IGNORECASE)


def sniff(opening: Opening) -> int:
    """Sure by a packed owner beside a number for the time and one for the likes."""
    fits = opening.first_item.keys() >= _KEYS and at(opening.first_item, "owner", "username")
    return 95 if opening.shape is Shape.JSON and fits else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every comment, its answers behind it; their row is that of the outer one."""
    name = _FILE.fullmatch(reading.opening.name)
    post = Post(id=name[1]) if name else None
    for number, item in reading.items(reading.opening.path or ()):
        if not isinstance(item, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
            continue
        record = _record(reading, number, item, post)
        yield record
        for answer in objects_at(item, "answers"):
            inner = _record(reading, number, answer, post)
            inner.parent = record.id
            yield inner


def _record(reading: Reading, number: int, item: dict[str, Any], post: Post | None) -> Record:
    if at(item, "owner", "profile_pic_url"):
        reading.left_out.add(LeftOut.PICTURES)
    return Record(
        number,
        text_at(item, "text"),
        author=text_at(item, "owner", "username"),
        account=text_at(item, "owner", "id"),
        id=text_at(item, "id"),
        date=item.get("created_at"),
        likes=item.get("likes_count"),
        post=post,
    )
