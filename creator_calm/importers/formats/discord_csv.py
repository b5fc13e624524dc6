"""DiscordChatExporter's CSV: every field quoted, no ids of messages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers.columns import folded
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("discord_csv", Platform.DISCORD, "S", extensions=("csv",))

_SIGNATURE = frozenset({"authorid", "author", "date", "content", "attachments", "reactions"})
_ROLES = {
    "authorid": Role.ACCOUNT, "author": Role.AUTHOR, "date": Role.DATE, "content": Role.TEXT,
    "reactions": Role.LIKES,
}  # fmt: skip
_COUNT = re.compile(r"\((\d{1,9})\)")


def sniff(opening: Opening) -> int:
    """Sure by the exporter's six columns."""
    if opening.shape is not Shape.TABLE or not opening.has_header:
        return 0
    return 96 if {folded(label) for label in opening.labels} >= _SIGNATURE else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them."""
    return tuple(
        (label, _ROLES.get(folded(label), Role.IGNORE)) for label in reading.opening.labels
    )


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one message per row; whether the channel was a private one the file does not say."""
    table = reading.tables()[0]
    at = {folded(label): index for index, label in enumerate(table.labels)}
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG)
            continue
        row = {name: text_of(cells[i]) for name, i in at.items() if i < len(cells)}
        yield Record(
            number,
            row.get("content"),
            author=row.get("author"),
            account=row.get("authorid"),
            date=row.get("date"),
            likes=sum(map(int, _COUNT.findall(row.get("reactions") or ""))),
        )
