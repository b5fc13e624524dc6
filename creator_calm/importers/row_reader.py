"""From a row of cells, or an object, to a record, by what its columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import Role, Skipped, SkipReason
from creator_calm.importers.columns import folded, is_score
from creator_calm.importers.json_objects import listed
from creator_calm.importers.records import Record, is_rounded, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table, or keys of JSON objects, by role: `at[role]` is an index or a key."""

    at: Mapping[Role, int | str]
    score: int | str | None = None
    zoned: bool = False


def mapping(
    labels: Sequence[str],
    found: Sequence[Role],
    corrections: Iterable[tuple[Role, int]] = (),
    *,
    by_key: bool = False,
) -> Columns:
    """Return where each role is read, after the creator's corrections."""
    chosen = dict(corrections)
    taken = set(chosen.values())
    at: dict[Role, int] = {
        role: index
        for index, role in enumerate(found)
        if role is not Role.IGNORE and role not in chosen and index not in taken
    }
    at.update(
        {role: index for role, index in chosen.items() if role is not Role.IGNORE and index >= 0}
    )
    score = next(
        (i for i, label in enumerate(labels) if is_score(label) and at.get(Role.RATING) == i), None
    )
    if score is not None and Role.RATING not in chosen:
        del at[Role.RATING]
    else:
        score = None
    date = at.get(Role.DATE)
    zoned = date is not None and date < len(labels) and folded(labels[date]) == "createdutc"
    named: Mapping[Role, int | str] = (
        {r: labels[i] for r, i in at.items() if i < len(labels)} if by_key else at
    )
    place: int | str | None = labels[score] if by_key and score is not None else score
    return Columns(named, place, zoned)


_PLATFORMS = {platform.value: platform for platform in Platform} | {
    "twitter": Platform.X,
    "yt": Platform.YOUTUBE,
    "ig": Platform.INSTAGRAM,
    "appstore": Platform.APP_STORE,
    "googleplay": Platform.GOOGLE_PLAY,
}


@lru_cache(maxsize=256)
def platform_named(name: str | None) -> Platform | None:
    """Return the platform a cell names, None for what names none."""
    return _PLATFORMS.get((name or "").strip().casefold().replace(" ", "_"))


_TEXTS = {
    Role.TEXT: "text",
    Role.ACCOUNT: "account",
    Role.PARENT: "parent",
    Role.LINK: "link",
}
_VALUES = {Role.DATE: "date", Role.LIKES: "likes", Role.RATING: "rating"}


class RowReader:
    """Makes a Record of the cells of a row, or of the values of an object, by a mapping."""

    def __init__(self, where: Columns) -> None:
        at = where.at
        # Only what the file has is looked at: this runs for every record of an import.
        self._texts = [(name, at[role]) for role, name in _TEXTS.items() if role in at]
        self._values = [(name, at[role]) for role, name in _VALUES.items() if role in at]
        if where.score is not None:
            self._values.append(("score", where.score))
        self._author = at.get(Role.AUTHOR)
        self._id = at.get(Role.ID)
        self._post = at.get(Role.POST)
        self._title = at.get(Role.POST_TITLE)
        self._platform = at.get(Role.PLATFORM)
        self._zoned = where.zoned
        self._width = (
            max(
                (place for place in (*at.values(), where.score) if isinstance(place, int)),
                default=-1,
            )
            + 1
        )

    def from_cells(self, row: int, cells: Sequence[object], place: str = "") -> Record:
        """Return the record of one row; a row may be shorter than the header."""
        if len(cells) < self._width:
            cells = [*cells, *[None] * (self._width - len(cells))]
        return self._record(row, cells, place)

    def from_object(self, row: int, item: Mapping[str, object]) -> Record:
        """Return the record of one JSON object."""
        return self._record(row, _Gaps(item), "")

    def _record(self, row: int, cells: Any, place: str) -> Record:  # noqa: ANN401 - a list, or a dict with gaps
        record = Record(row, None, place, html=None, zoned=self._zoned)
        for name, at in self._texts:
            setattr(record, name, text_of(cells[at]))
        for name, at in self._values:
            setattr(record, name, cells[at])
        if self._author is not None:
            record.author = _author(cells[self._author])
        if self._id is not None:
            native = cells[self._id]
            record.id = text_of(native)
            record.id_is_number = is_rounded(native)
        if self._post is not None or self._title is not None:
            post = cells[self._post] if self._post is not None else None
            title = cells[self._title] if self._title is not None else None
            record.post = _post(text_of(post), text_of(title)) if post or title else None
        if self._platform is not None:
            record.platform = platform_named(text_of(cells[self._platform]))
        return record


class _Gaps(dict[str, Any]):
    # An object in which a missing key is None.
    def __missing__(self, key: str) -> None:
        return None


def _author(value: object) -> str | None:
    if isinstance(value, dict):
        for key in ("displayName", "display_name", "name", "username", "userName", "nickname"):
            if isinstance(value.get(key), str):
                return str(value[key])
        return None
    return text_of(value)


@lru_cache(maxsize=512)
def _post(words: str | None, title: str | None) -> Post:
    # One object per post: a file has few of them, and what is made of it is remembered too.
    if words is not None and words.startswith(("http://", "https://")):
        return Post(None, title, words)
    return Post(words, title, None)


_NESTED = ("replies", "answers", "children")


def with_replies(
    reader: RowReader, number: int, item: Mapping[str, object]
) -> list[Record | Skipped]:
    """Return the record of an object and of the replies nested in it, in order, without recursion.

    Posts that some tools mix with the comments are skipped. A reply's row is that of the outer item.
    """
    if "dataType" not in item and not any(item.get(key) for key in _NESTED):
        return [reader.from_object(number, item)]
    found: list[Record | Skipped] = []
    waiting: list[tuple[Mapping[str, object], str | None]] = [(item, None)]
    while waiting:
        now, parent = waiting.pop()
        if now.get("dataType") == "post":
            found.append(Skipped(str(number), SkipReason.POST))
            continue
        record = reader.from_object(number, now)
        record.parent = record.parent or parent
        found.append(record)
        if record.id is None and any(now.get(key) for key in _NESTED):
            # Without an id of its own its answers find it by its place in this file.
            record.id, record.id_is_row = f"{number}/{len(found)}", True
        for key in _NESTED:
            waiting.extend((reply, record.id) for reply in reversed(listed(now.get(key))))
    return found
