"""Answers of the YouTube Data API: pages of comment threads or of comments, or lists of such pages.

A page embeds a part of the replies only; how many there are in all stands beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of
from creator_calm.importers.values import at, mapping_at, objects_at, text_at, whole_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("youtube_data_api", Platform.YOUTUBE, "R", extensions=("json", "jsonl"))

_THREAD, _COMMENT = "youtube#commentThread", "youtube#comment"
_PAGES = frozenset({"youtube#commentThreadListResponse", "youtube#commentListResponse"})
_KINDS = _PAGES | {_THREAD, _COMMENT}


def sniff(opening: Opening) -> int:
    """Sure by the kind every answer states."""
    if opening.shape not in {Shape.JSON, Shape.JSON_LINES}:
        return 0
    if opening.values.get(("kind",)) in _KINDS:
        return 97
    items = (*opening.items, opening.single, *opening.lists.get(("items",), (0, []))[1])
    return 97 if any(text_at(item, "kind") in _KINDS for item in items) else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every thread, its first comment before its replies."""
    for number, item in _items(reading):
        waiting = [item]
        while waiting:
            now = waiting.pop()
            kind = text_at(now, "kind")
            if kind in _PAGES:
                waiting.extend(reversed(objects_at(now, "items")))
            elif kind == _THREAD or at(now, "snippet", "topLevelComment") is not None:
                reading.leave_out(mapping_at(now, "snippet", "topLevelComment", "snippet"))
                yield from _thread(number, now)
            elif kind == _COMMENT:
                reading.leave_out(mapping_at(now, "snippet"))
                yield _record(number, now, {}, 0)
            else:
                yield Skipped(str(number), SkipReason.NOT_A_COMMENT)


def _items(reading: Reading) -> Iterator[tuple[int, Any]]:
    opening = reading.opening
    if opening.shape is Shape.JSON_LINES:
        return reading.json_lines()
    if ("items",) in opening.lists:
        return reading.items(("items",))
    if opening.path is None:
        return iter([(1, opening.single)])
    return reading.items(opening.path)


def _thread(number: int, thread: Mapping[str, Any]) -> Iterator[Record | Skipped]:
    about = mapping_at(thread, "snippet")
    replies = objects_at(thread, "replies", "comments")
    missing = max(0, whole_at(about, "totalReplyCount") - len(replies))
    yield _record(number, mapping_at(about, "topLevelComment"), about, missing)
    for reply in replies:
        yield _record(number, reply, about, 0)


def _record(
    number: int, comment: Mapping[str, Any], about: Mapping[str, Any], missing: int
) -> Record:
    said = mapping_at(comment, "snippet")
    video = text_at(said, "videoId") or text_at(about, "videoId")
    native, account = text_of(comment.get("id")), text_at(said, "authorChannelId", "value")
    original = text_at(said, "textOriginal")
    owner = text_at(about, "channelId") or text_at(said, "channelId")
    page = f"https://www.youtube.com/watch?v={video}" if video else None
    published, updated = said.get("publishedAt"), said.get("updatedAt")
    flags = {Flag.POST_AUTHOR} if account and account == owner else set()
    if published and updated and published != updated:
        flags.add(Flag.EDITED)
    if at(said, "moderationStatus") == "heldForReview":
        flags.add(Flag.PENDING)
    return Record(
        number,
        text_at(said, "textDisplay") if original is None else original,
        html=original is None,
        author=text_at(said, "authorDisplayName"),
        account=account,
        id=native,
        parent=text_at(said, "parentId"),
        date=published,
        likes=said.get("likeCount"),
        link=f"{page}&lc={native}" if page and native else None,
        post=Post(video, None, page) if video else None,
        flags=frozenset(flags),
        missing_replies=missing,
    )
