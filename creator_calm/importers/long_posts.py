"""Long posts of X's archive: `note-tweet.js` holds the whole of what `tweets.js` holds the beginning of.

The two name each other nowhere. Both ids tell the time to the millisecond, and the words begin alike.
"""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from creator_calm.importers.values import text_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_MILLISECOND_SHIFT = 22
"""Bits of an id below its time (snowflake ids, made from 2010 on)."""
_WINDOW_S = 60
_ALIKE = 100
_TOO_SHORT = 12
_LOOKED_AT = 1000
_MOST_ALIKE = 50
"""Per minute and first letters: more would be made to be slow."""
_MENTIONS = re.compile(r"(?:@\w{1,30}\s+){1,50}")


class LongPosts:
    """Whole posts by minute and first letters. Which of them a beginning was found for is kept."""

    def __init__(self) -> None:
        self._at: dict[tuple[int, str], list[tuple[int, str, str, str]]] = defaultdict(list)
        self._found: set[str] = set()

    def add(self, note: Mapping[str, Any]) -> None:
        """Keep one `noteTweet`; one without an id or words is none."""
        native, words = text_at(note, "noteTweetId"), text_at(note, "core", "text")
        second = _second(native)
        if not native or not words or second is None:
            return
        start = _plain(words[:_LOOKED_AT])[:_ALIKE]
        alike = self._at[second // 60, start[:_TOO_SHORT]]
        if len(alike) < _MOST_ALIKE:
            alike.append((second, native, start, words))

    def whole_of(self, native: str | None, beginning: str) -> str | None:
        """Return the whole of a post, None for one that is not long."""
        second = _second(native)
        if second is None or not self._at:
            return None
        start = _start(beginning)
        near = [
            (abs(when - second), note, words)
            for minute in range(second // 60 - 1, second // 60 + 2)
            for when, note, its_start, words in self._at.get((minute, start[:_TOO_SHORT]), ())
            if abs(when - second) <= _WINDOW_S and its_start.startswith(start)
        ]
        if not near:
            return None
        _, note, words = min(near)
        self._found.add(note)
        return words

    def was_found(self, note: str | None) -> bool:
        """Say whether a beginning belongs to this whole post: then it is there already."""
        return note in self._found


def read_script(script: bytes) -> LongPosts:
    """Return the posts of a `note-tweet.js`; none of one that cannot be read, which says so itself."""
    posts = LongPosts()
    try:
        items = json.loads(script[max(script.find(b"["), 0) :])
    except (ValueError, RecursionError):
        return posts
    for item in items if isinstance(items, list) else ():
        note = item.get("noteTweet") if isinstance(item, dict) else None
        if isinstance(note, dict):
            posts.add(note)
    return posts


def _second(native: str | None) -> int | None:
    if not native or not native.isascii() or not native.isdigit() or len(native) > 19:
        return None
    return (int(native) >> _MILLISECOND_SHIFT) // 1000


def _start(beginning: str) -> str:
    # Links may be written out in one and shortened in the other: what stands before the first counts.
    words = _plain(beginning[:400]).split("http")[0].rstrip()
    for cut_short in ("…", "..."):
        words = words.removesuffix(cut_short).rstrip()
    return words[:_ALIKE].rstrip()


def _plain(words: str) -> str:
    joined = " ".join(html.unescape(words).split())
    return _MENTIONS.sub("", joined, count=1) if joined.startswith("@") else joined
