"""Commento's export: comments, and apart from them the list of those who wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, objects_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("commento", Platform.WEBSITE, "R", extensions=("json",))

_ASKED_FOR = {"flagged": SkipReason.SPAM}


def sniff(opening: Opening) -> int:
    """Sure by the name of the id."""
    _, samples = opening.lists.get(("comments",), (0, []))
    fits = any(at(item, "commentHex") for item in samples)
    return 97 if opening.shape is Shape.JSON and fits else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every comment in file order. The names stand behind the comments, so all is held at once."""
    root = reading.root()
    names = {}
    for person in objects_at(root, "commenters"):
        reading.leave_out(person)
        names[text_at(person, "commenterHex")] = text_at(person, "name")
    for number, item in enumerate(at(root, "comments") or (), start=1):
        if isinstance(item, dict):
            yield _record(number, item, names)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)


def _record(number: int, item: dict[str, Any], names: dict[str | None, str | None]) -> Record:
    who, state = text_at(item, "commenterHex"), text_at(item, "state")
    markdown = text_at(item, "markdown")
    out = SkipReason.DELETED if item.get("deleted") is True else _ASKED_FOR.get(state or "")
    return Record(
        number,
        markdown or text_at(item, "html"),
        html=not markdown,
        author=names.get(who),
        account=None if who == "anonymous" else who,
        id=text_at(item, "commentHex"),
        parent=text_at(item, "parentHex"),
        date=item.get("creationDate"),
        likes=item.get("score"),
        post=_post(text_at(item, "domain"), text_at(item, "url") or text_at(item, "path")),
        flags=frozenset({Flag.PENDING}) if state == "unapproved" else frozenset(),
        unless_asked=out,
    )


def _post(domain: str | None, path: str | None) -> Post | None:
    if not domain or path is None:
        return None
    address = f"https://{domain}/{path.lstrip('/')}"
    return Post(id=f"{domain}/{path.lstrip('/')}", link=address)
