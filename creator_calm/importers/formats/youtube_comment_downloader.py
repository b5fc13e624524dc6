"""JSON Lines of youtube-comment-downloader, often in a file named .json; also wrapped in "comments"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    name="youtube_comment_downloader",
    platform=Platform.YOUTUBE,
    mark="R",
    extensions=("json", "jsonl"),
)

_ROLES = {
    "cid": Role.ID, "text": Role.TEXT, "time": Role.DATE, "author": Role.AUTHOR,
    "channel": Role.ACCOUNT, "votes": Role.LIKES,
}  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by keys that no other tool uses together."""
    if opening.shape not in {Shape.JSON, Shape.JSON_LINES}:
        return 0
    return 95 if {"cid", "text", "votes", "time"} <= opening.first_item.keys() else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the keys with what is read from them."""
    return tuple((label, _ROLES.get(label, Role.IGNORE)) for label in reading.opening.labels)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every line or item in file order."""
    if reading.opening.shape is Shape.JSON_LINES:
        items = reading.json_lines()
    else:
        items = reading.items(reading.opening.path or ())
    for number, item in items:
        if isinstance(item, dict):
            yield _record(number, item)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)


def _record(number: int, item: dict[str, Any]) -> Record:
    native = text_of(item.get("cid"))
    parent = native.partition(".")[0] if native and "." in native else None
    parsed = item.get("time_parsed")
    return Record(
        number,
        text_of(item.get("text")),
        author=text_of(item.get("author")),
        account=text_of(item.get("channel")),
        id=native,
        parent=parent,
        # The tool reckons it from the localised words, so it is an estimate however exact it looks.
        date=parsed if parsed is not None else item.get("time"),
        date_words=text_of(item.get("time")),
        estimated=True,
        likes=item.get("votes"),
        flags=frozenset({Flag.HEARTED}) if item.get("heart") is True else frozenset(),
    )
