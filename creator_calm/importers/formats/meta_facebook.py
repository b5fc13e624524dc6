"""Facebook's "download your information": the comments the creator wrote, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import mapping_at, mended, objects_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.json_survey import Path
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("meta_facebook", Platform.FACEBOOK, "S", True, ("json", "zip"))

_ROOTS = (("comments_v2",), ("group_comments_v2",), ("comments",), ("group_comments",))


def sniff(opening: Opening) -> int:
    """Sure by the root key and items that have a time and a title or a packed comment."""
    path = _path(opening)
    if path is None:
        return 0
    return 96 if path[0].endswith("_v2") else 88


def _path(opening: Opening) -> Path | None:
    if opening.shape is not Shape.JSON:
        return None
    for path in _ROOTS:
        _, samples = opening.lists.get(path, (0, []))
        if any(_is_comment(item) for item in samples):
            return path
    return None


def _is_comment(item: object) -> bool:
    return (
        isinstance(item, dict)
        and "timestamp" in item
        and ("title" in item or any("comment" in part for part in objects_at(item, "data")))
        and not ("text" in item or "content" in item)
    )


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every item in file order; a sticker has no words. The title is localised and kept as it is."""
    for number, item in reading.items(_path(reading.opening) or ()):
        if not isinstance(item, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
            continue
        comment = next((mapping_at(part, "comment") for part in objects_at(item, "data")), {})
        title = mended(text_at(comment, "group")) or mended(text_at(item, "title"))
        yield Record(
            number,
            mended(text_at(comment, "comment")),
            author=mended(text_at(comment, "author")),
            date=item.get("timestamp") or comment.get("timestamp"),
            post=Post(title=title) if title else None,
        )
