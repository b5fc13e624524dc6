"""TikTok's "download your data": the comments the creator wrote, as JSON or as text.

Keys come in any case; the times have no zone and are taken for UTC.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers import limits
from creator_calm.importers.columns import folded
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.json_survey import Path
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("tiktok_export", Platform.TIKTOK, "S", True, ("json", "txt", "zip"))

_LIST = "commentslist"
_OF_ACCOUNT = frozenset({"activity", "youractivity", "directmessages", "directmessage", "profile"})
_TEXT = re.compile(
    r"\s*Date: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: UTC)?[ \t]*(?:\r\n|\n|\r)Comment: ", re.IGNORECASE
)
_FIELD = re.compile(r"(date|comment|photo|url|original sound|likes?): ?(.*)", re.IGNORECASE)


def sniff(opening: Opening) -> int:
    """Sure by the list's name, by a whole account with a part for comments, or by the text's two fields."""
    if opening.shape in {Shape.TEXT, Shape.TABLE}:
        return 95 if _TEXT.match(opening.text) else 0
    if opening.shape is not Shape.JSON:
        return 0
    if _path(opening) is not None:
        return 96
    names = {folded(key) for key in opening.keys}
    return 90 if "comment" in names and names & _OF_ACCOUNT else 0


def _path(opening: Opening) -> Path | None:
    return next((path for path in opening.lists if path and folded(path[-1]) == _LIST), None)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every comment; an account that wrote none has no list."""
    if reading.opening.shape is not Shape.JSON:
        yield from _blocks(reading)
        return
    path = _path(reading.opening)
    for number, item in reading.items(path) if path else ():
        if not isinstance(item, dict):
            yield Skipped(str(number), SkipReason.BROKEN)
            continue
        fields = {folded(str(key)): value for key, value in item.items()}
        yield _record(number, fields)


def _record(number: int, fields: dict[str, Any]) -> Record:
    date = text_of(fields.get("date"))
    return Record(
        number,
        text_of(fields.get("comment")),
        date=date.removesuffix("UTC").strip() if date else None,
        date_words=date,
        link=text_of(fields.get("url")),
    )


def _blocks(reading: Reading) -> Iterator[Record]:
    # One field per line; a comment of several lines goes on until the next date.
    fields: dict[str, Any] = {}
    start = number = 0
    text = reading.text()
    while line := text.readline(limits.FIELD_CHARACTERS):
        number += 1
        field = _FIELD.match(line.rstrip("\r\n"))
        name = folded(field[1]) if field else ""
        if name == "date":
            if fields:
                yield _record(start, fields)
            fields, start = {}, number
        if field is not None and (name == "date" or (fields and name not in fields)):
            fields[name] = field[2]
        elif "comment" in fields and len(fields["comment"]) <= limits.FIELD_CHARACTERS:
            fields["comment"] += "\n" + line.rstrip("\r\n")
    if fields:
        yield _record(start, fields)
