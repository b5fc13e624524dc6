"""Instagram's "download your information": the comments the creator wrote, as JSON.

The keys are translated with the account's language, so the shape decides: what has a time is the
time, of the rest the first is the comment. "Media Owner" is the owner of the post, not the author.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped, SkipReason
from creator_calm.importers.columns import folded
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record, text_of
from creator_calm.importers.values import at, mended, objects_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.json_survey import Path
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("meta_instagram", Platform.INSTAGRAM, "R", True, ("json", "zip"))

# As accounts in these languages have them: "comment" and what stands for "owner of the post".
_COMMENT = frozenset(
    [
        "comment",
        "kommentar",
        "kommentti",
        "opmerking",
        "reactie",
        "commentaire",
        "comentario",
        "comentário",
        "commento",
        "komentarz",
        "komentář",
        "komentar",
        "yorum",
        "комментарий",
        "коментар",
        "تعليق",
        "コメント",
        "댓글",
        "评论",
        "留言",
    ]
)
_OWNER = (
    "owner", "ägare", "eier", "ejer", "omistaja", "eigenaar", "inhaber", "eigentümer", "besitzer",
    "propriétaire", "propietari", "proprietári", "proprietari", "właściciel", "sahib", "владелец",
)  # fmt: skip


def sniff(opening: Opening) -> int:
    """Sure by the shape of the items, under a key that speaks of comments or in a bare list of such."""
    path = _path(opening)
    if path is None:
        return 0
    items = [item for item in opening.lists[path][1] if isinstance(item, dict)]
    if path:
        return 96
    return 92 if any(_has_comment(item) for item in items) else 0


def _path(opening: Opening) -> Path | None:
    if opening.shape is not Shape.JSON:
        return None
    for path, (_, samples) in opening.lists.items():
        named = not path or (len(path) == 1 and "comment" in path[0].casefold())
        if named and any(_parts(item) for item in samples):
            return path
    return None


def _parts(item: object) -> list[tuple[str, object, object]]:
    # Name, value, time of every part, in the order of the file.
    if not isinstance(item, dict):
        return []
    labelled = objects_at(item, "label_values")
    if labelled:
        return [
            (
                mended(text_of(part.get("label"))) or "",
                part.get("value"),
                part.get("timestamp_value") or part.get("timestamp"),
            )
            for part in labelled
        ]
    named = item.get("string_map_data")
    if not isinstance(named, dict):
        return []
    return [
        (mended(str(name)) or "", at(part, "value"), at(part, "timestamp"))
        for name, part in named.items()
    ]


def _has_comment(item: dict[str, Any]) -> bool:
    # Lists of logins and of posts seen have the same shape: this one says "comment" in a language
    # we know, or has no more than comment, owner and time beside a list of media.
    parts = _parts(item)
    if any(folded(name) in _COMMENT for name, _, _ in parts):
        return True
    return "media_list_data" in item and 2 <= len(parts) <= 3 and any(time for _, _, time in parts)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every item in file order."""
    path = _path(reading.opening) or ()
    for number, item in reading.items(path):
        parts = _parts(item)
        if not parts:
            yield Skipped(str(number), SkipReason.BROKEN)
            continue
        if any(media.get("uri") for media in objects_at(item, "media_list_data")):
            reading.left_out.add(LeftOut.PICTURES)
        yield Record(
            number,
            mended(_words(parts)),
            date=next((time for _, _, time in parts if time), None) or at(item, "timestamp"),
        )


def _words(parts: list[tuple[str, object, object]]) -> str | None:
    named = [value for name, value, _ in parts if folded(name) in _COMMENT]
    others = [
        value
        for name, value, time in parts
        if not time and not any(word in name.casefold() for word in _OWNER)
    ]
    return next((text_of(value) for value in [*named, *others]), None)
