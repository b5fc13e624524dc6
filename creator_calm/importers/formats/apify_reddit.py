"""Reddit as a scraper on Apify delivers it: posts and comments mixed, children before parents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import objects
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("apify_reddit", Platform.REDDIT, "R", extensions=("json", "jsonl", "csv", "xlsx"))

_ROLES = {
    "parsedId": Role.ID, "body": Role.TEXT, "username": Role.AUTHOR, "userId": Role.ACCOUNT,
    "createdAt": Role.DATE, "upVotes": Role.LIKES, "parentId": Role.PARENT, "url": Role.LINK,
    "postId": Role.POST, "title": Role.POST_TITLE,
}  # fmt: skip
_TITLES = 5_000


def sniff(opening: Opening) -> int:
    """Sure by the sort of every item beside its shortened id."""
    return 95 if objects.has_all(opening, "dataType", "parsedId") else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys with what is read from them."""
    return objects.columns_of(reading, _ROLES)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read the comments; a post gives its title to those that come after it."""
    titles: dict[str, str] = {}
    for number, item in objects.objects(reading):
        if isinstance(item, Skipped):
            yield item
        elif item.get("dataType") == "comment":
            yield _record(number, item, titles)
        elif item.get("dataType") == "post":
            _note_title(item, titles)
            yield Skipped(str(number), SkipReason.POST)
        else:
            yield Skipped(str(number), SkipReason.NOT_A_COMMENT)


def _note_title(item: dict[str, Any], titles: dict[str, str]) -> None:
    native, title = text_of(item.get("parsedId")), text_of(item.get("title"))
    if native and title and len(titles) < _TITLES:
        titles[native] = title


def _record(number: int, item: dict[str, Any], titles: dict[str, str]) -> Record:
    under = (text_of(item.get("postId")) or "").removeprefix("t3_")
    return Record(
        number,
        text_of(item.get("body")),
        author=text_of(item.get("username")),
        account=text_of(item.get("userId")),
        id=text_of(item.get("parsedId")),
        parent=text_of(item.get("parentId")),
        date=item.get("createdAt"),
        likes=item.get("upVotes"),
        link=text_of(item.get("url")),
        post=Post(under, titles.get(under)) if under else None,
    )
