"""Answers of a Mastodon server: the context of a post, lists of posts, mentions among notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.links import host_of
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, mapping_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.json_survey import Path
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("mastodon_api", Platform.MASTODON, "S", extensions=("json",))

_PATHS: tuple[Path, ...] = (("ancestors",), ("descendants",), ("statuses",), ())
_KEYS = frozenset({"account", "content", "visibility"})
_PUBLIC = frozenset({"public", "unlisted"})


def sniff(opening: Opening) -> int:
    """Sure by posts with an account, a content and a visibility."""
    return 94 if _paths(opening) else 0


def _paths(opening: Opening) -> list[Path]:
    if opening.shape is not Shape.JSON:
        return []
    return [
        path
        for path in _PATHS
        if any(mapping_at(_status(i)).keys() >= _KEYS for i in opening.lists.get(path, (0, []))[1])
    ]


def _status(item: object) -> Any:  # noqa: ANN401 - JSON
    inner = at(item, "status")
    return inner if isinstance(inner, dict) else item


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read ancestors before descendants, or the one list there is."""
    before = 0
    for path in _paths(reading.opening):
        last = 0
        for number, item in reading.items(path):
            last = number
            yield _one(before + number, item, in_context=path != ())
        before += last


def _one(number: int, item: object, *, in_context: bool) -> Record | Skipped:
    status, place = _status(item), str(number)
    if not isinstance(status, dict):
        return Skipped(place, SkipReason.BROKEN)
    if "content" not in status or text_at(item, "type") not in {None, "mention"}:
        return Skipped(place, SkipReason.NOT_A_COMMENT)
    if status.get("reblog"):
        return Skipped(place, SkipReason.REPOST)
    if in_context and not status.get("in_reply_to_id"):
        return Skipped(place, SkipReason.POST)
    return _record(number, status)


def _stays_out(status: Mapping[str, Any]) -> SkipReason | None:
    if text_at(status, "visibility") not in _PUBLIC:
        return SkipReason.NON_PUBLIC
    return SkipReason.BOT if at(status, "account", "bot") is True else None


def _record(number: int, status: Mapping[str, Any]) -> Record:
    return Record(
        number,
        text_at(status, "content"),
        html=True,
        author=text_at(status, "account", "acct"),
        account=text_at(status, "account", "id"),
        id=text_at(status, "id"),
        scope=host_of(text_at(status, "url")),
        parent=text_at(status, "in_reply_to_id"),
        date=status.get("created_at"),
        likes=status.get("favourites_count"),
        title=text_at(status, "spoiler_text"),
        link=text_at(status, "url"),
        flags=frozenset({Flag.EDITED}) if status.get("edited_at") else frozenset(),
        unless_asked=_stays_out(status),
    )
