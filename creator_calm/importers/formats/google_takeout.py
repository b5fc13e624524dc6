"""Comments and live chat of a Google Takeout: the creator's own words, each cell a piece of JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Role, Skipped, SkipReason
from creator_calm.importers import kinds, takeout_page
from creator_calm.importers.columns import folded
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("google_takeout", Platform.YOUTUBE, "R", True, ("csv", "html", "zip"))

_PACKED = ('{"text"', '{"takeoutSegments"', '{"mention"', '{"videoLink"')
_NAMES = {
    "commentid": Role.ID, "livechatid": Role.ID, "channelid": Role.ACCOUNT,
    "commentcreatetimestamp": Role.DATE, "livechatcreatetimestamp": Role.DATE,
    "parentcommentid": Role.PARENT, "toplevelcommentid": Role.PARENT, "videoid": Role.POST,
    "commenttext": Role.TEXT, "livechattext": Role.TEXT,
}  # fmt: skip
_COMMUNITY = "postid"


def sniff(opening: Opening) -> int:
    """Sure by the header, or in any language by a column of packed texts beside ids and times."""
    if _is_page(opening):
        return 97
    if opening.shape not in {Shape.TABLE, Shape.SHEET} or not opening.rows:
        return 0
    names = {folded(label) for label in opening.labels}
    if {"commentid", "channelid", "commenttext"} <= names or "livechattext" in names:
        return 97
    return 92 if Role.TEXT in _by_content(opening.rows).values() else 0


def _is_page(opening: Opening) -> bool:
    texts = opening.shape in {Shape.TEXT, Shape.TABLE} and not opening.is_paste
    return texts and kinds.is_takeout_page(opening.text)


def columns_of(reading: Reading) -> tuple[tuple[str, Role], ...]:
    """Return the header cells with what is read from them; the old page has none."""
    if _is_page(reading.opening):
        return ()
    places = _places(reading.opening.labels, reading.opening.rows)
    labels = reading.opening.labels
    return tuple((label, places.get(index, Role.IGNORE)) for index, label in enumerate(labels))


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read one comment per row. A header in a language nobody knows is a row without a packed text."""
    if _is_page(reading.opening):
        yield from takeout_page.items(reading.text())
        return
    table = reading.tables()[0]
    labels = [folded(label) for label in table.labels]
    at = {role: index for index, role in _places(table.labels, table.rows).items()}
    community = labels.index(_COMMUNITY) if _COMMUNITY in labels else None
    for number, cells in reading.rows(table):
        if cells is None:
            yield Skipped(str(number), SkipReason.TOO_LONG)
        elif table.has_header or number > 1 or _is_packed(cells):
            yield _record(number, cells, at, community)


def _is_packed(cells: Sequence[object]) -> bool:
    return any(isinstance(cell, str) and cell.startswith(_PACKED) for cell in cells)


def _places(labels: Sequence[str], rows: Sequence[Sequence[object]]) -> dict[int, Role]:
    named = {i: role for i, label in enumerate(labels) if (role := _NAMES.get(folded(label)))}
    return named if Role.TEXT in named.values() else _by_content(rows)


def _by_content(rows: Sequence[Sequence[object]]) -> dict[int, Role]:
    # The header is in the account's language; what stands below it is not.
    found: dict[Role, int] = {}
    for row in rows[:20]:
        for index, cell in enumerate(row):
            role = _role_of(cell) if isinstance(cell, str) else None
            if role is Role.ID and found.get(Role.ID, index) != index:
                role = Role.PARENT
            if role is not None:
                found.setdefault(role, index)
    return {index: role for role, index in found.items()} if len(found) >= 3 else {}


def _role_of(cell: str) -> Role | None:
    if cell.startswith(_PACKED):
        return Role.TEXT
    if cell.startswith("Ug") and len(cell) >= 20:
        return Role.ID
    if cell.startswith("UC") and len(cell) == 24:
        return Role.ACCOUNT
    if cell[:4].isdigit() and "T" in cell and len(cell) > 18:
        return Role.DATE
    return Role.POST if len(cell) == 11 and " " not in cell else None


def _record(
    number: int, cells: Sequence[object], at: Mapping[Role, int], community: int | None
) -> Record:
    def cell(index: int | None) -> str | None:
        found = text_of(cells[index]) if index is not None and index < len(cells) else None
        return found.strip() or None if found else None

    native, video = cell(at.get(Role.ID)), cell(at.get(Role.POST))
    page = f"https://www.youtube.com/watch?v={video}" if video else None
    under = video or cell(community)
    return Record(
        number,
        unpacked(cell(at.get(Role.TEXT)) or ""),
        account=cell(at.get(Role.ACCOUNT)),
        id=native,
        parent=cell(at.get(Role.PARENT)),
        date=cell(at.get(Role.DATE)),
        link=f"{page}&lc={native}" if page and native else None,
        post=Post(under, None, page) if under else None,
    )


def unpacked(cell: str) -> str:
    """Return the words of a cell: objects joined by commas without brackets, or one with segments."""
    try:
        # Not strict: raw line breaks stand inside the strings.
        found = json.loads(f"[{cell}]", strict=False)
    except (ValueError, RecursionError):
        return cell
    segments: list[Any] = []
    for part in found:
        inner = part.get("takeoutSegments") if isinstance(part, dict) else None
        segments.extend(inner if isinstance(inner, list) else [part])
    words = [part.get("text") for part in segments if isinstance(part, dict)]
    return "".join(word for word in words if isinstance(word, str)) or ("" if words else cell)
