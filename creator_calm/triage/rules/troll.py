"""Bait without content: "ratio", "cope", "who asked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.guards import clearing
from creator_calm.triage.lexicon import ASKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "troll"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False
_LONGEST = 8


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield bait: at most eight words, no question of substance, nothing about the work."""
    words = [token for token in reading.tokens if token[0].isalnum()]
    if len(words) > _LONGEST or reading.points:
        return
    for match in reading.matches(NAME):
        span = (match.start, match.end)
        if clearing(reading, span) is not None:
            continue
        if reading.mask & ASKS and match.pattern.severity < Severity.HURTFUL:
            continue
        sure = Confidence.HIGH if len(words) <= 4 else Confidence.MEDIUM
        yield Finding(
            match.pattern.id,
            Kind.TROLL,
            (span,),
            match.pattern.severity,
            sure,
            match.pattern.facets,
        )
        return
