"""The turn between praise and a point: "but", "although", "men"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "mixed"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield mixed where a warm word stands before the turn and a point is in the text."""
    turn = next(iter(reading.matches(NAME)), None)
    if turn is None or not reading.points:
        return
    warm = next(iter(reading.matches("praise")), None)
    if warm is not None and warm.start < turn.start:
        yield Finding("mixed.but", Kind.MIXED, ((turn.start, turn.end),), points=3)
