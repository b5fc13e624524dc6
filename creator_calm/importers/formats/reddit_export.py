"""Reddit's own data request: comments.csv with what the creator wrote herself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers.columns import folded
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("reddit_export", Platform.REDDIT, "S", True, ("csv", "zip"))

_SIGNATURE = frozenset({"id", "permalink", "date", "subreddit", "body"})
_ROLES = {
    "id": Role.ID, "permalink": Role.LINK, "date": Role.DATE, "link": Role.POST,
    "parent": Role.PARENT, "body": Role.TEXT,
}  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by the request's own columns; a scraper would name the author."""
    if opening.shape is not Shape.TABLE or not opening.has_header:
        return 0
    names = {folded(label) for label in opening.labels}
    return 94 if names >= _SIGNATURE and not names & {"author", "username", "score"} else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them."""
    return tuple(
        (label, _ROLES.get(folded(label), Role.IGNORE)) for label in reading.opening.labels
    )


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per row; posts.csv of the same request has a title and is not this."""
    table = reading.tables()[0]
    at = {folded(label): index for index, label in enumerate(table.labels)}
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG)
            continue
        row = {name: text_of(cells[i]) for name, i in at.items() if i < len(cells)}
        date, post = row.get("date") or "", row.get("link")
        yield Record(
            number,
            row.get("body"),
            id=row.get("id"),
            parent=row.get("parent"),
            date=date.removesuffix("UTC").strip(),
            date_words=date or None,
            zoned=date.endswith("UTC"),
            link=row.get("permalink"),
            post=Post(link=post) if post else None,
        )
