"""Mastodon's own archive (outbox.json): what the creator posted, as ActivityStreams."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import mapping_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.json_survey import Path
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("mastodon_outbox", Platform.MASTODON, "R", True, ("json", "zip"))

_PATHS: tuple[Path, ...] = (("orderedItems",), ())
_TYPES = frozenset({"Create", "Announce"})
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})


def sniff(opening: Opening) -> int:
    """Sure by activities with an actor and an object."""
    return 96 if _path(opening) is not None else 0


def _path(opening: Opening) -> Path | None:
    if opening.shape is not Shape.JSON:
        return None
    for path in _PATHS:
        _, samples = opening.lists.get(path, (0, []))
        if any(_is_activity(item) for item in samples):
            return path
    return None


def _is_activity(item: object) -> bool:
    parts = mapping_at(item)
    return text_at(parts, "type") in _TYPES and {"actor", "object"} <= parts.keys()


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every activity in file order; a shared post is somebody else's, and not all are public."""
    for number, item in reading.items(_path(reading.opening) or ()):
        place = str(number)
        if not isinstance(item, dict):
            yield Skipped(place, SkipReason.BROKEN)
        elif item.get("type") == "Announce":
            yield Skipped(place, SkipReason.REPOST)
        elif item.get("type") != "Create" or not isinstance(item.get("object"), dict):
            yield Skipped(place, SkipReason.NOT_A_COMMENT)
        else:
            yield _record(number, item, mapping_at(item, "object"))


def _is_public(item: Mapping[str, Any]) -> bool:
    addressed: set[str] = set()
    for key in ("to", "cc"):
        value = item.get(key)
        addressed.update(
            v for v in (value if isinstance(value, list) else [value]) if type(v) is str
        )
    return bool(addressed & _PUBLIC)


def _record(number: int, item: Mapping[str, Any], note: Mapping[str, Any]) -> Record:
    actor = text_at(item, "actor")
    return Record(
        number,
        text_at(note, "content"),
        html=True,
        author=actor.rpartition("/")[2] if actor else None,
        account=actor,
        id=text_at(note, "id"),
        parent=text_at(note, "inReplyTo"),
        date=item.get("published") or note.get("published"),
        title=text_at(note, "summary"),
        link=text_at(note, "url"),
        unless_asked=None if _is_public(item) else SkipReason.NON_PUBLIC,
    )
