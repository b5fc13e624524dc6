"""Isso's generic JSON: a list of pages with their comments. Its database is refused with advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("isso", Platform.WEBSITE, "R", extensions=("json",))

_KEYS = frozenset({"text", "created", "author"})


def sniff(opening: Opening) -> int:
    """Sure by pages with an id, a title and comments that have a text, a time and an author."""
    if opening.shape not in {Shape.JSON, Shape.JSON_LINES}:
        return 0
    _, samples = opening.lists.get((), (0, []))
    return 93 if any(_is_page(item) for item in samples) else 0


def _is_page(item: object) -> bool:
    comments = at(item, "comments")
    if not isinstance(comments, list) or at(item, "id") is None or "title" not in (item or ()):  # type: ignore[operator]
        return False
    return any(isinstance(comment, dict) and comment.keys() >= _KEYS for comment in comments)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read the comments of one page after another, numbered through."""
    number = 0
    for _, page in reading.items(()):
        path, title = text_at(page, "id"), text_at(page, "title")
        post = Post(path, unquote_plus(title) if title else None)
        comments = at(page, "comments")
        for comment in comments if isinstance(comments, list) else ():
            number += 1
            if isinstance(comment, dict):
                yield _record(reading, number, comment, post)
            else:
                yield Skipped(str(number), SkipReason.BROKEN)


def _record(reading: Reading, number: int, item: dict[str, Any], post: Post) -> Record:
    reading.leave_out(item)
    return Record(
        number,
        text_at(item, "text"),
        html=True,
        author=text_at(item, "author"),
        id=text_at(item, "id"),
        scope=post.id,
        parent=text_at(item, "parent"),
        date=item.get("created"),
        likes=item.get("likes"),
        post=post,
    )
