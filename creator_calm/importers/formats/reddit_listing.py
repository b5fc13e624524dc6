"""A page of Reddit as JSON (its address with .json behind it, or an answer of the API)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo
from creator_calm.importers import reddit
from creator_calm.importers.opening import Shape
from creator_calm.importers.values import at, mapping_at, objects_at, text_at, whole_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.intake import Skipped
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.records import Record

INFO = FormatInfo("reddit_listing", Platform.REDDIT, "R", extensions=("json",))


def sniff(opening: Opening) -> int:
    """Sure by the word Listing and things of the kind t1."""
    if opening.shape is not Shape.JSON:
        return 0
    if opening.values.get(("kind",)) == "Listing":
        return 97
    items = [item for item in opening.items if isinstance(item, dict)]
    return 97 if items and all(text_at(item, "kind") in {"Listing", "t1"} for item in items) else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every comment with what answers it behind it. "More" stands for what is not in the file."""
    root = reading.root()
    pages = root if isinstance(root, list) else [root]
    found = list(_comments(pages))
    escaped = not any(reddit.is_bare(text_at(data, "body")) for data, _ in found)
    post = _post(pages)
    for number, (data, missing) in enumerate(found, start=1):
        record = reddit.record(number, data, post, escaped=escaped)
        record.missing_replies = missing
        yield record


def _comments(pages: list[Any]) -> Iterator[tuple[dict[str, Any], int]]:
    # The comment and how many answers to it are not in the file; an explicit stack for the depth.
    waiting = [child for page in reversed(pages) for child in reversed(_children(page))]
    missing = sum(map(_more, waiting))
    while waiting:
        node = waiting.pop()
        data = at(node, "data")
        if at(node, "kind") != "t1" or not isinstance(data, dict):
            continue
        children = _children(data.get("replies"))
        yield data, sum(map(_more, children)) + missing
        missing = 0
        waiting.extend(reversed(children))


def _children(listing: object) -> list[dict[str, Any]]:
    # An empty list of answers is written as "".
    if at(listing, "kind") == "t1":
        return [listing] if isinstance(listing, dict) else []
    return objects_at(listing, "data", "children")


def _more(node: dict[str, Any]) -> int:
    return max(0, whole_at(node, "data", "count")) if node.get("kind") == "more" else 0


def _post(pages: list[Any]) -> Post | None:
    for page in pages:
        for child in _children(page):
            if child.get("kind") == "t3":
                data = mapping_at(child, "data")
                return Post(
                    text_at(data, "id"), text_at(data, "title"), reddit.link(data.get("permalink"))
                )
    return None
