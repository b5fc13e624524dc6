"""Which comment it is: ids that survive being read twice, and what stands twice in one file.

Memory matters here: a million ids as Python strings would be 100 MB, and the rest of reading is
flat. So ids are remembered as 64 bits each, in one array.
"""

from __future__ import annotations

from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING

from creator_calm.domain.comment import CommentId, Precision

if TYPE_CHECKING:
    from creator_calm.domain.comment import Moment, Platform

SYNTHETIC = "~"
"""Begins the second half of an id the file did not bring: `youtube:~3f2a…`."""

_VALUE_BITS = 20
_VALUE_MASK = (1 << _VALUE_BITS) - 1
_KEY_MASK = (1 << (64 - _VALUE_BITS)) - 1
_EMPTY = 0
_MADE = 200_000


class Remembered:
    """Numbers of 20 bits by keys of 44, 8 to 16 bytes each. For a million keys one collision in 30 files."""

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * 1024))
        self._count = 0

    def get(self, key: int) -> int | None:
        """Return what was put under `key` (44 bits, not 0), or None."""
        slots = self._slots
        mask = len(slots) - 1
        at = key & mask
        while (slot := slots[at]) != _EMPTY:
            if slot >> _VALUE_BITS == key:
                return slot & _VALUE_MASK
            at = (at + 1) & mask
        return None

    def put(self, key: int, value: int) -> None:
        """Keep `value` (20 bits) under `key`."""
        if self._count * 4 >= len(self._slots) * 3:
            self._grow()
        self._count += self._place(key, key << _VALUE_BITS | value & _VALUE_MASK)

    def _place(self, key: int, entry: int) -> bool:
        slots = self._slots
        mask = len(slots) - 1
        at = key & mask
        while (slot := slots[at]) != _EMPTY and slot >> _VALUE_BITS != key:
            at = (at + 1) & mask
        slots[at] = entry
        return slot == _EMPTY

    def _grow(self) -> None:
        old = self._slots
        # Not from `bytes`: for a moment both would be there, 32 MB for a million ids.
        self._slots = array("Q", [_EMPTY]) * (2 * len(old))
        for entry in old:
            if entry != _EMPTY:
                self._place(entry >> _VALUE_BITS, entry)


def _digest(*parts: str) -> bytes:
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=16).digest()


def _key(*parts: str) -> int:
    # Remembered only while this process lives, so Python's own hash will do, and is quicker.
    return hash(parts) & _KEY_MASK or 1


class Names:
    """Gives every comment of one reading its id."""

    def __init__(self) -> None:
        self._natives = Remembered()
        self._words = Remembered()
        self._made: dict[tuple[str, str], CommentId] = {}

    def native(
        self, native: str, post: str, author: str, text: str, platform: Platform
    ) -> tuple[CommentId | None, bool]:
        """Return the id of a record that brings one, and whether the record stood here before.

        An id that another record of this file already carries is scoped by the post; when that is
        taken too, None: the record needs a synthetic one.
        """
        content = hash((author, text)) & _VALUE_MASK
        for name in (f"{platform}:{native}", f"{platform}:{post}:{native}" if post else ""):
            if not name:
                break
            key = _key(name)
            before = self._natives.get(key)
            if before is None:
                self._natives.put(key, content)
                return CommentId(name), False
            if before == content:
                return CommentId(name), True
        return None, False

    def synthetic(
        self, post: str, author: str, text: str, moment: Moment | None, platform: Platform
    ) -> tuple[CommentId, bool]:
        """Return an id made of the words, the same whenever this file is read, and whether it is a repeat.

        Twenty people's hearts stay twenty comments by their ordinal. With an author and an exact
        time nothing is left that could tell two records apart: the second is the same comment.
        """
        when = ""
        if moment is not None and moment.utc is not None:
            if moment.precision is Precision.EXACT:
                when = moment.utc.isoformat(timespec="seconds")
            elif moment.precision is Precision.DAY:
                when = moment.utc.date().isoformat()
        words = " ".join(text.casefold().split())
        base = (platform.value, post, author.casefold(), words, when)
        digest = _digest(*base)
        key = _key(*base)
        times = self._words.get(key) or 0
        if times and author and len(when) > 10:
            return CommentId(f"{platform}:{SYNTHETIC}{digest.hex()}"), True
        self._words.put(key, times + 1)
        if times:
            digest = _digest(*base, str(times))
        return CommentId(f"{platform}:{SYNTHETIC}{digest.hex()}"), False

    def remember(self, native: str, post: str, made: CommentId) -> None:
        """Keep which id a record got instead of its own, for those that answer it. Up to 200,000 of them."""
        if len(self._made) < _MADE:
            self._made[post, native] = made

    def parent(self, native: str, post: str, platform: Platform) -> CommentId | None:
        """Return the id a record of this file got, where it is not simply its own: same post first."""
        if (made := self._made.get((post, native))) is not None:
            return made
        scoped = f"{platform}:{post}:{native}"
        if post and self._natives.get(_key(scoped)) is not None:
            return CommentId(scoped)
        return None
