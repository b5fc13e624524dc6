"""When the words of a draft are worth keeping beside it, before they change."""

from __future__ import annotations

PAUSE_S = 600.0
"""After so long a rest the draft as it stood is a version of its own."""
TAKEN_AWAY = 12
"""Characters that go between two saves: more than a slip of the pen."""
LITTLE = 20
GROWN = 240


def worth_keeping(before: str, after: str, newest: str | None, idle_s: float) -> bool:
    """Say whether `before` is kept as `after` takes its place.

    `newest` is the last version that was kept, None without one; `idle_s` how long `before` had
    stood. Lengths are Python characters.
    """
    if not before.strip() or before in {after, newest}:
        return False
    fresh = changed(newest or "", before)
    if idle_s >= PAUSE_S or fresh >= GROWN:
        return True
    return fresh >= LITTLE and taken_away(before, after) >= TAKEN_AWAY


def changed(before: str, after: str) -> int:
    """Return how long the longer side of the part is that differs."""
    head, tail = _same_ends(before, after)
    return max(len(before), len(after)) - head - tail


def taken_away(before: str, after: str) -> int:
    """Return how many characters of `before` are gone in `after`."""
    head, tail = _same_ends(before, after)
    return len(before) - head - tail


def _same_ends(before: str, after: str) -> tuple[int, int]:
    """Return how many characters at the beginning and at the end are the same."""
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n] != after[n]), most)
    rest = most - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return head, tail
