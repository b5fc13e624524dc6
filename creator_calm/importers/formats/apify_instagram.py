"""Instagram comments as a scraper on Apify delivers them, with replies inside their comment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped
from creator_calm.importers import objects
from creator_calm.importers.records import Record, is_rounded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    "apify_instagram", Platform.INSTAGRAM, "R", extensions=("json", "jsonl", "csv", "xlsx")
)

_ROLES = {
    "id": Role.ID, "text": Role.TEXT, "ownerUsername": Role.AUTHOR, "owner/id": Role.ACCOUNT,
    "timestamp": Role.DATE, "likesCount": Role.LIKES, "commentUrl": Role.LINK, "postUrl": Role.POST,
}  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by the writer's name beside the addresses of comment and post."""
    if objects.has_all(opening, "ownerUsername", "text", "commentUrl"):
        return 95
    return 90 if objects.has_all(opening, "ownerUsername", "text", "postUrl", "likesCount") else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys with what is read from them."""
    return objects.columns_of(reading, _ROLES)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per item, each followed by the replies in it."""
    for number, item in objects.objects(reading):
        if isinstance(item, Skipped):
            yield item
            continue
        reading.leave_out(item)
        yield from _with_replies(number, item)


def _with_replies(number: int, item: dict[str, Any]) -> Iterator[Record]:
    waiting: list[tuple[dict[str, Any], str | None]] = [(item, None)]
    post = text_of(item.get("postUrl"))
    while waiting:
        now, parent = waiting.pop()
        record = _record(number, now, parent, post)
        yield record
        inner = now.get("replies")
        if isinstance(inner, list):
            waiting.extend((reply, record.id) for reply in reversed(inner) if type(reply) is dict)


def _record(number: int, item: dict[str, Any], parent: str | None, post: str | None) -> Record:
    owner = item.get("owner")
    account = owner.get("id") if isinstance(owner, dict) else item.get("owner/id")
    native = item.get("id")
    address = text_of(item.get("postUrl")) or post
    return Record(
        number,
        text_of(item.get("text")),
        author=text_of(item.get("ownerUsername")),
        account=text_of(account),
        id=text_of(native),
        id_is_number=is_rounded(native),
        parent=parent,
        date=item.get("timestamp"),
        likes=item.get("likesCount"),
        link=text_of(item.get("commentUrl")),
        post=Post(link=address) if address else None,
    )
