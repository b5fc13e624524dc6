"""App reviews of App Store and Google Play, as scrapers write them: tables, JSON and JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, Role, Skipped
from creator_calm.importers import columns, objects
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo(
    name="app_reviews",
    platform=Platform.APP_STORE,
    mark="R",
    extensions=("csv", "xlsx", "json", "jsonl"),
)

_TEXT = ("text", "review", "content")
_SCORE = ("score", "rating")
_NAMES: dict[Role, tuple[str, ...]] = {
    Role.TEXT: _TEXT,
    Role.RATING: _SCORE,
    Role.ID: ("reviewid", "id"),
    Role.AUTHOR: ("username", "author", "name"),
    Role.DATE: ("at", "date", "updated"),
    Role.LIKES: ("thumbsupcount",),
    Role.POST_TITLE: ("title",),
    Role.LINK: ("url",),
}
_OF_REVIEWS = frozenset(
    {"title", "version", "thumbsupcount", "appid", "reviewid", "app", "at", "userurl"}
)
_OF_STORES = frozenset(
    {"reviewid", "thumbsupcount", "reviewcreatedversion", "appversion", "username", "userimage", "at", "replycontent",
     "developerresponse", "version", "isedited", "appid", "userurl"}
)  # fmt: skip
_OF_PLAY = frozenset({"thumbsupcount", "reviewid", "appid", "at", "replycontent"})


def sniff(opening: Opening) -> int:
    """Sure where a score and a text stand beside something only reviews have."""
    if opening.shape in {Shape.TABLE, Shape.SHEET} and not opening.has_header:
        return 0
    names = {columns.folded(label) for label in opening.labels}
    if not (names & set(_TEXT) and names & set(_SCORE)):
        return 0
    if opening.shape in {Shape.JSON, Shape.JSON_LINES}:
        # JSON of other sorts has a title and a text too.
        return 88 if len(names & _OF_STORES) >= 2 else 0
    return 88 if names & _OF_REVIEWS else 0


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them; the title becomes the first line."""
    at = {index: role for role, index in _places(reading.opening.labels).items()}
    return tuple((label, at.get(i, Role.IGNORE)) for i, label in enumerate(reading.opening.labels))


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one review per row or object."""
    labels = reading.opening.labels
    at = _places(labels)
    names = {columns.folded(label) for label in labels}
    platform = Platform.GOOGLE_PLAY if names & _OF_PLAY else Platform.APP_STORE
    for number, item in objects.objects(reading):
        if isinstance(item, Skipped):
            yield item
        else:
            reading.leave_out(item)
            yield _record(number, [item.get(label) for label in labels], at, platform)


def _places(labels: Sequence[str]) -> dict[Role, int]:
    names = [columns.folded(label) for label in labels]
    return {
        role: names.index(name)
        for role, wanted in _NAMES.items()
        if (name := next((name for name in wanted if name in names), None)) is not None
    }


def _record(
    number: int, cells: Sequence[object], at: dict[Role, int], platform: Platform
) -> Record:
    def cell(role: Role) -> object:
        index = at.get(role)
        return cells[index] if index is not None and index < len(cells) else None

    return Record(
        number,
        text_of(cell(Role.TEXT)),
        html=None,
        author=text_of(cell(Role.AUTHOR)),
        id=text_of(cell(Role.ID)),
        date=cell(Role.DATE),
        likes=cell(Role.LIKES),
        rating=cell(Role.RATING),
        title=text_of(cell(Role.POST_TITLE)),
        link=text_of(cell(Role.LINK)),
        platform=platform,
    )
