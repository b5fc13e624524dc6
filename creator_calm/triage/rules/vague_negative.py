"""Negative without a reason: "boring", "mid", "trash". Never put away for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.rules._content import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Finding
    from creator_calm.triage.reading import Reading

NAME = "vague_negative"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False
_SHORT = 8


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield a dislike; a long text without another sort counts less."""
    extra = 0 if len(reading.tokens) <= _SHORT else -1
    yield from weigh(reading, NAME, Kind.VAGUE_NEGATIVE, extra)
