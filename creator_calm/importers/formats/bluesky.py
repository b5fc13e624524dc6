"""Answers of Bluesky: the thread under a post, search results, feeds and notifications.

A post that answers nothing is the post itself. What its writer set as the date is not believed:
the time the network saw it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, mapping_at, objects_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from creator_calm.importers.json_survey import Path
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("bluesky", Platform.BLUESKY, "R", extensions=("json",))

_POST = "app.bsky.feed.post"
_THREAD = "app.bsky.feed.defs#threadViewPost"
_PATHS: tuple[Path, ...] = (("posts",), ("feed",), ("notifications",), ("replies",), ())
_SPEAKING = frozenset({None, "reply", "mention", "quote"})


def sniff(opening: Opening) -> int:
    """Sure by the names of Bluesky's own record types."""
    if opening.shape is not Shape.JSON:
        return 0
    if _has_thread(opening) or _path(opening) is not None:
        return 97
    return 0


def _has_thread(opening: Opening) -> bool:
    types = (opening.values.get(path) for path in (("thread", "$type"), ("$type",)))
    return _THREAD in types or at(opening.single, "$type") == _THREAD


def _path(opening: Opening) -> Path | None:
    for path in _PATHS:
        _, samples = opening.lists.get(path, (0, []))
        if any(at(_view(item), "record", "$type") == _POST for item in samples):
            return path
    return None


def _view(item: object) -> Any:  # noqa: ANN401 - JSON
    post = at(item, "post")
    return post if isinstance(post, dict) else item


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read a thread from its first post down, each reply behind what it answers; or a list in its order."""
    if _has_thread(reading.opening):
        root = reading.root()
        yield from _thread(mapping_at(root, "thread") or root)
        return
    for number, item in reading.items(_path(reading.opening) or ()):
        view = _view(item)
        if at(item, "reason", "$type") or text_at(item, "reason") not in _SPEAKING:
            reposted = at(item, "reason", "$type") is not None
            yield Skipped(str(number), SkipReason.REPOST if reposted else SkipReason.NOT_A_COMMENT)
        elif isinstance(view, dict) and isinstance(view.get("record"), dict):
            yield _one(number, view)
        else:
            yield Skipped(str(number), SkipReason.NOT_A_COMMENT)


def _thread(asked: Mapping[str, Any]) -> Iterator[Record | Skipped]:
    above: list[Mapping[str, Any]] = []
    parent, gone = mapping_at(asked, "parent"), 0
    while parent:
        if not mapping_at(parent, "post"):
            gone += 1
            break
        above.append(parent)
        parent = mapping_at(parent, "parent")
    number = 0
    for node in reversed(above):
        number += 1
        yield _one(number, mapping_at(node, "post"))
    # An explicit stack: threads are as deep as people are stubborn.
    waiting = [asked]
    while waiting:
        node = waiting.pop()
        replies = objects_at(node, "replies")
        shown = [reply for reply in replies if mapping_at(reply, "post")]
        number += 1
        found = _one(number, mapping_at(node, "post"))
        if isinstance(found, Record):
            found.missing_replies = gone + len(replies) - len(shown)
        gone = 0
        yield found
        waiting.extend(reversed(shown))


def _one(number: int, view: Mapping[str, Any]) -> Record | Skipped:
    record = mapping_at(view, "record")
    parent = text_at(record, "reply", "parent", "uri")
    if text_at(record, "$type") not in {None, _POST}:
        return Skipped(str(number), SkipReason.NOT_A_COMMENT)
    if parent is None and at(view, "reason") is None:
        return Skipped(str(number), SkipReason.POST)
    root, who = text_at(record, "reply", "root", "uri"), text_at(view, "author", "did")
    is_author = bool(root and who) and (root or "").startswith(f"at://{who}/")
    return Record(
        number,
        text_at(record, "text"),
        author=text_at(view, "author", "handle"),
        account=who,
        id=text_at(view, "uri"),
        parent=parent,
        date=view.get("indexedAt"),
        likes=view.get("likeCount"),
        link=_link(view),
        post=Post(id=root) if root else None,
        flags=frozenset({Flag.POST_AUTHOR}) if is_author else frozenset(),
    )


def _link(view: Mapping[str, Any]) -> str | None:
    handle, uri = text_at(view, "author", "handle"), text_at(view, "uri") or ""
    key = uri.rpartition("/")[2]
    if not (handle and uri.startswith("at://") and key.isalnum()):
        return None
    return f"https://bsky.app/profile/{handle}/post/{key}"
