"""Our own export, as CSV or JSON: what went out comes back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post, Precision
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of
from creator_calm.importers.row_reader import platform_named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("creator_calm", Platform.OTHER, "R", extensions=("csv", "json"))

_SIGNATURE = frozenset({"id", "platform", "text", "put_away", "lane", "in_reply_to", "kept"})
_ROLES = {
    "id": Role.ID, "platform": Role.PLATFORM, "author": Role.AUTHOR, "account": Role.ACCOUNT,
    "written_at": Role.DATE, "likes": Role.LIKES, "rating": Role.RATING, "text": Role.TEXT,
    "in_reply_to": Role.PARENT, "link": Role.LINK, "post_id": Role.POST, "post_title": Role.POST_TITLE,
}  # fmt: skip
_GUARD = "'"
_GUARDED = ("=", "+", "-", "@", "\t", "\r")
_FLAGS = {flag.value: flag for flag in Flag}


def sniff(opening: Opening) -> int:
    """Sure by our own columns."""
    return 98 if set(opening.labels) >= _SIGNATURE else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the columns with what is read from them; the judgements are made anew."""
    return tuple((label, _ROLES.get(label, Role.IGNORE)) for label in reading.opening.labels)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per row or item. What was put away went out without its words, and stays out."""
    if reading.opening.shape not in {Shape.TABLE, Shape.SHEET}:
        for number, item in reading.items(reading.opening.path or ()):
            yield _record(number, item) if isinstance(item, dict) else _broken(number)
        return
    table = reading.tables()[0]
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG)
            continue
        row = dict(zip(table.labels, map(_unguarded, cells), strict=False))
        yield _record(number, row)


def _broken(number: int) -> Skipped:
    return Skipped(str(number), SkipReason.BROKEN)


def _unguarded(cell: object) -> object:
    # Our table puts an apostrophe before what a spreadsheet would run as a formula.
    if isinstance(cell, str) and cell.startswith(_GUARD) and cell[1:].startswith(_GUARDED):
        return cell[1:]
    return cell


def _record(number: int, row: Mapping[str, Any]) -> Record:
    platform = platform_named(text_of(row.get("platform"))) or Platform.OTHER
    prefix = f"{platform}:"
    own = str(row.get("is_own")).casefold()
    flags = row.get("flags")
    names = flags.split() if isinstance(flags, str) else flags if isinstance(flags, list) else ()
    post = Post(*(text_of(row.get(key)) or None for key in ("post_id", "post_title", "post_link")))
    return Record(
        number,
        text_of(row.get("text")),
        author=text_of(row.get("author")),
        account=text_of(row.get("account")),
        id=(text_of(row.get("id")) or "").removeprefix(prefix) or None,
        parent=(text_of(row.get("in_reply_to")) or "").removeprefix(prefix) or None,
        date=_date(row),
        estimated=row.get("date_precision") != Precision.EXACT,
        likes=row.get("likes"),
        rating=_number(row.get("rating")),
        link=text_of(row.get("link")),
        post=post if post != Post() else None,
        platform=platform,
        is_own={"true": True, "false": False}.get(own),
        flags=frozenset(_FLAGS[name] for name in names if type(name) is str and name in _FLAGS),
    )


def _date(row: Mapping[str, Any]) -> str | None:
    written = text_of(row.get("written_at"))
    return written[:10] if written and row.get("date_precision") == Precision.DAY else written


def _number(value: object) -> float | None:
    try:
        return float(text_of(value) or "")
    except ValueError:
        return None
