"""Warmth and thanks, strong words included: "this is fucking insane, you killed it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.finding import Finding
from creator_calm.triage.rules._content import MOST_POINTS, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "praise"
PATTERNS = (NAME, "praise_negated", "praise_emoji")
NEEDS = 0
FULL_TEXT = False
_LONG = 30


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield praise; a warm word behind a negation ("not good") is none."""
    negated = sum(1 for _ in reading.matches("praise_negated"))
    # One warm word in a long text says little about it.
    lost = 2 * negated + (len(reading.tokens) > _LONG)
    for finding in weigh(reading, NAME, Kind.PRAISE, extra=-lost):
        yield finding
        return
    if negated:
        return
    for match in reading.matches("praise_emoji"):
        points = min(MOST_POINTS, match.pattern.points)
        yield Finding(match.pattern.id, Kind.PRAISE, ((match.start, match.end),), points=points)
        return
