"""Reviews on Steam: the answer of its store, or what tools made of it, keyed by number or as a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, objects_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("steam_reviews", Platform.STEAM, "R", extensions=("json",))

_KEY = "recommendationid"
_LISTS = (("reviews",), ())
_TAGS = "h1|h2|h3|b|u|i|strike|spoiler|noparse|hr|url|quote|code|list|olist|table|tr|th|td|img|\\*"
_BBCODE = re.compile(rf"\[/?(?:{_TAGS})(?:=[^\]\[\n]{{0,500}})?\]", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|[^0-9])([0-9]{2,9})(?:[^0-9]|$)")


def sniff(opening: Opening) -> int:
    """Sure by the name of a review's number."""
    if opening.shape is not Shape.JSON:
        return 0
    keyed = any(path[0] == "reviews" and path[-1] == _KEY for path in opening.values)
    listed = any(at(item, _KEY) for path in _LISTS for item in opening.lists.get(path, (0, []))[1])
    return 97 if keyed or listed else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every review, and behind it what the makers of the game answered: their own words."""
    named = _NUMBER.search(reading.opening.name)
    game = Post(id=named[1]) if named else None
    for number, item in _reviews(reading):
        yield _record(reading, number, item, game)
        answer = text_at(item, "developer_response")
        if answer:
            yield Record(
                number,
                _BBCODE.sub("", answer),
                parent=text_at(item, _KEY),
                date=item.get("timestamp_dev_responded"),
                post=game,
                is_own=True,
                flags=frozenset({Flag.OWN_REPLY}),
            )


def _reviews(reading: Reading) -> Iterator[tuple[int, dict[str, Any]]]:
    path = next((path for path in _LISTS if path in reading.opening.lists), None)
    if path is None:
        yield from enumerate(objects_at(reading.root(), "reviews"), start=1)
        return
    for number, item in reading.items(path):
        yield number, item if isinstance(item, dict) else {}


def _record(reading: Reading, number: int, item: dict[str, Any], game: Post | None) -> Record:
    if at(item, "author", "playtime_forever") is not None:
        reading.left_out.add(LeftOut.PROFILE)
    up = item.get("voted_up")
    thumbs = {True: Flag.RECOMMENDED, False: Flag.NOT_RECOMMENDED}
    edited = text_at(item, "timestamp_updated") not in {None, text_at(item, "timestamp_created")}
    return Record(
        number,
        _BBCODE.sub("", text_at(item, "review") or ""),
        author=text_at(item, "author", "personaname") or text_at(item, "author", "steamid"),
        account=text_at(item, "author", "steamid"),
        id=text_at(item, _KEY),
        date=item.get("timestamp_created"),
        likes=item.get("votes_up"),
        rating=float(up) if isinstance(up, bool) else None,
        post=game,
        flags=frozenset(
            ({thumbs[up]} if isinstance(up, bool) else set()) | ({Flag.EDITED} if edited else set())
        ),
    )
