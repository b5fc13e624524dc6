"""Tables of Reddit comments, as scripts with PRAW write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers.columns import folded
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("reddit_csv", Platform.REDDIT, "R", extensions=("csv",))

_SIGNATURE = frozenset({"commentid", "commentbody", "createdutc"})
_ROLES = {
    "commentid": Role.ID, "commentbody": Role.TEXT, "author": Role.AUTHOR, "score": Role.LIKES,
    "createdutc": Role.DATE, "parentid": Role.PARENT, "submissionid": Role.POST,
    "posttitle": Role.POST_TITLE, "permalink": Role.LINK,
}  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by the three columns that name a comment, its body and its time in UTC."""
    if opening.shape not in {Shape.TABLE, Shape.SHEET} or not opening.has_header:
        return 0
    return 95 if {folded(label) for label in opening.labels} >= _SIGNATURE else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them."""
    return tuple(
        (label, _ROLES.get(folded(label), Role.IGNORE)) for label in reading.opening.labels
    )


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per row."""
    table = next((table for table in reading.tables() if table.read), None)
    if table is None:
        return
    at = {
        role: index
        for index, label in enumerate(table.labels)
        if (role := _ROLES.get(folded(label))) is not None
    }
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG)
        else:
            yield _record(number, cells, at)


def _record(number: int, cells: Sequence[object], at: dict[Role, int]) -> Record:
    def cell(role: Role) -> object:
        index = at.get(role)
        return cells[index] if index is not None and index < len(cells) else None

    under = (text_of(cell(Role.POST)) or "").removeprefix("t3_")
    title = text_of(cell(Role.POST_TITLE))
    return Record(
        number,
        text_of(cell(Role.TEXT)),
        author=text_of(cell(Role.AUTHOR)),
        id=(text_of(cell(Role.ID)) or "").removeprefix("t1_") or None,
        parent=text_of(cell(Role.PARENT)),
        date=cell(Role.DATE),
        zoned=True,
        likes=cell(Role.LIKES),
        link=text_of(cell(Role.LINK)),
        post=Post(under or None, title) if under or title else None,
    )
