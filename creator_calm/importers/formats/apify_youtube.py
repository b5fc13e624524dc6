"""YouTube comments as a scraper on Apify delivers them: JSON, JSON Lines, CSV or XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped
from creator_calm.importers import objects
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    "apify_youtube", Platform.YOUTUBE, "R", extensions=("json", "jsonl", "csv", "xlsx")
)

_ROLES = {
    "cid": Role.ID, "comment": Role.TEXT, "author": Role.AUTHOR, "publishedTimeText": Role.DATE,
    "voteCount": Role.LIKES, "replyToCid": Role.PARENT, "videoId": Role.POST,
    "pageUrl": Role.LINK, "title": Role.POST_TITLE,
}  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by its id and text beside a count of votes, or the page's address in a small CSV."""
    if objects.has_all(opening, "cid", "comment", "voteCount"):
        return 95
    return 90 if objects.has_all(opening, "cid", "comment", "pageUrl") else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys with what is read from them."""
    return objects.columns_of(reading, _ROLES)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per item, in file order."""
    for number, item in objects.objects(reading):
        yield item if isinstance(item, Skipped) else _record(number, item)


def _record(number: int, item: dict[str, Any]) -> Record:
    native = text_of(item.get("cid"))
    # The CSV leaves the parent out; YouTube's own ids of replies begin with it.
    within = native.partition(".")[0] if native and "." in native else None
    page = text_of(item.get("pageUrl"))
    return Record(
        number,
        text_of(item.get("comment")),
        author=text_of(item.get("author")),
        id=native,
        parent=text_of(item.get("replyToCid")) or within,
        date=item.get("publishedTimeText"),
        likes=item.get("voteCount"),
        link=f"{page}&lc={native}" if page and native and "?v=" in page else page,
        post=Post(text_of(item.get("videoId")), text_of(item.get("title")), page),
        flags=_flags(item),
    )


def _flags(item: dict[str, Any]) -> frozenset[Flag]:
    found = set()
    if _is_true(item.get("authorIsChannelOwner")):
        found.add(Flag.POST_AUTHOR)
    if _is_true(item.get("hasCreatorHeart")):
        found.add(Flag.HEARTED)
    return frozenset(found)


def _is_true(value: object) -> bool:
    return value is True or (isinstance(value, str) and value.casefold() == "true")
