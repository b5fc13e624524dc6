"""Where the comments lie in a JSON nobody knows: in the items, inside posts, or in an object by number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.intake import Role
from creator_calm.importers import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_OF_POSTS = ("comments", "latestComments", "topComments", "commentList", "comment_list", "Comments")
_LISTS = ("data", "comments", "items", "nodes", "edges")


def flat(items: Iterable[object]) -> list[object]:
    """Return the items, those that are lists of objects taken apart: pages in a list."""
    found: list[object] = []
    for item in items:
        found.extend(item) if isinstance(item, list) else found.append(item)
    return found


def labels_of(items: Iterable[object]) -> tuple[str, ...]:
    """Return the keys of the objects among the items, in order of appearance, at most 200."""
    found: dict[str, None] = {}
    for item in map(unwrapped, items):
        if isinstance(item, dict):
            found.update(dict.fromkeys(map(str, item)))
    return tuple(found)[:200]


def rows_of(labels: Sequence[str], items: Iterable[object]) -> list[list[object]]:
    """Return the objects among the items as rows below their keys."""
    objects = (item for item in map(unwrapped, items) if isinstance(item, dict))
    return [[item.get(label) for label in labels] for item in objects]


def hold_texts(items: Sequence[object]) -> bool:
    """Say whether objects hold words where one of their keys promises a text."""
    items = flat(items)
    labels = labels_of(items)
    found = columns.roles(labels, rows_of(labels, items))
    if Role.TEXT not in found:
        return False
    key = labels[found.index(Role.TEXT)]
    objects = map(unwrapped, items)
    return any(isinstance(item, dict) and isinstance(item.get(key), str) for item in objects)


def unwrapped(item: Any) -> Any:  # noqa: ANN401 - JSON
    """Return an item without the node some answers pack it in."""
    node = item.get("node") if type(item) is dict else None
    return node if isinstance(node, dict) else item


def listed(value: object) -> list[dict[str, Any]]:
    """Return the objects of a list, also of one that is wrapped the way APIs do: data, edges, node."""
    for _ in range(2):
        if isinstance(value, dict):
            value = next((value[key] for key in _LISTS if key in value), None)
    if not isinstance(value, list):
        return []
    found = [item for item in value if isinstance(item, dict)]
    return [unwrapped(item) for item in found]


def key_of_comments(items: Iterable[object]) -> str | None:
    """Return the key under which posts hold their comments, None where items are no posts."""
    for item in items:
        if isinstance(item, dict):
            for key in _OF_POSTS:
                if hold_texts(listed(item.get(key))[:20]):
                    return key
    return None


def by_number(root: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    """Return the objects of a table that was saved by rows or by columns, as data frames are; else []."""
    if not root:
        return []
    values = list(root.values())
    if not all(isinstance(value, dict) for value in values):
        return []
    if hold_texts(values[:20]):
        return values
    return list(_by_columns(root))


def _by_columns(root: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    labels = tuple(root)
    first = next(iter(root.values()))
    items = [{label: root[label].get(place) for label in labels} for place in first]
    if hold_texts(items[:20]):
        yield from items
