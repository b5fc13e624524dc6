"""tiktok-comment-scraper: one video with its comments and the replies nested in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import first_text, objects_at, text_at, whole_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("tiktok_scraper", Platform.TIKTOK, "R", extensions=("json",))

_PATH = ("comments",)


def sniff(opening: Opening) -> int:
    """Sure by the video's caption beside comments that have the tool's own names."""
    _, samples = opening.lists.get(_PATH, (0, []))
    fits = any(
        isinstance(item, dict) and {"comment_id", "comment", "create_time"} <= item.keys()
        for item in samples
    )
    of_tiktok = {"video_url", "caption"} & set(opening.keys)
    return 95 if opening.shape is Shape.JSON and fits and of_tiktok else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every comment, its replies behind it; a reply's row is that of the outer comment."""
    values = reading.opening.values
    link, caption = values.get(("video_url",)), values.get(("caption",))
    post = Post(
        None,
        caption if isinstance(caption, str) else None,
        link if isinstance(link, str) else None,
    )
    for number, item in reading.items(_PATH):
        if not isinstance(item, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
            continue
        replies = objects_at(item, "replies")
        record = _record(reading, number, item, post)
        record.missing_replies = max(0, whole_at(item, "total_reply") - len(replies))
        yield record
        for reply in replies:
            inner = _record(reading, number, reply, post)
            inner.parent = record.id
            yield inner


def _record(reading: Reading, number: int, item: dict[str, Any], post: Post) -> Record:
    reading.leave_out(item)
    return Record(
        number,
        text_at(item, "comment"),
        author=first_text(item, "username", "nickname"),
        id=text_at(item, "comment_id"),
        date=item.get("create_time"),
        post=post,
    )
