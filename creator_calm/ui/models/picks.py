"""Which comments are selected to do something with all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.comment import CommentKey


class Picks:
    """Keys in the order in which they were selected. The chosen comment is another thing."""

    def __init__(self) -> None:
        self._keys: dict[CommentKey, None] = {}

    def __contains__(self, key: object) -> bool:
        """Say whether a comment is selected."""
        return key in self._keys

    def __len__(self) -> int:
        """Return how many are selected."""
        return len(self._keys)

    def __iter__(self) -> Iterator[CommentKey]:
        """Give the keys."""
        return iter(tuple(self._keys))

    def add(self, key: CommentKey) -> None:
        """Select a comment."""
        self._keys[key] = None

    def turn(self, key: CommentKey) -> None:
        """Select a comment, or no longer."""
        if key in self._keys:
            del self._keys[key]
        else:
            self._keys[key] = None

    def clear(self) -> None:
        """Select nothing."""
        self._keys.clear()
