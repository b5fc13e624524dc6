"""TikTok comments as a scraper on Apify delivers them: CSV, JSON, JSON Lines or XLSX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped
from creator_calm.importers import objects
from creator_calm.importers.records import Record, is_rounded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("apify_tiktok", Platform.TIKTOK, "R", extensions=("csv", "json", "jsonl", "xlsx"))

_ROLES = {
    "cid": Role.ID, "text": Role.TEXT, "uniqueId": Role.AUTHOR, "uid": Role.ACCOUNT,
    "createTimeISO": Role.DATE, "diggCount": Role.LIKES, "repliesToId": Role.PARENT,
    "videoWebUrl": Role.POST,
}  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by TikTok's own word for a like beside the id of a comment."""
    return 95 if objects.has_all(opening, "cid", "text", "diggCount") else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys with what is read from them."""
    return objects.columns_of(reading, _ROLES)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per item, in file order."""
    for number, item in objects.objects(reading):
        if isinstance(item, Skipped):
            yield item
        else:
            reading.leave_out(item)
            yield _record(number, item)


def _record(number: int, item: dict[str, Any]) -> Record:
    native, video = item.get("cid"), text_of(item.get("videoWebUrl"))
    liked = item.get("likedByAuthor")
    return Record(
        number,
        text_of(item.get("text")),
        author=text_of(item.get("uniqueId")),
        account=text_of(item.get("uid")),
        id=text_of(native),
        id_is_number=is_rounded(native),
        parent=text_of(item.get("repliesToId")),
        date=item.get("createTimeISO") or item.get("createTime"),
        likes=item.get("diggCount"),
        post=Post(link=video) if video else None,
        flags=frozenset({Flag.HEARTED}) if liked is True else frozenset(),
    )
