"""Claims of misconduct: stole, scammed, plagiarised, lied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.guards import clearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "accusation"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield accusations that are neither quoted nor denied."""
    for match in reading.matches(NAME):
        span = (match.start, match.end)
        if clearing(reading, span) is None:
            yield Finding(
                match.pattern.id,
                Kind.ACCUSATION,
                (span,),
                Severity.HURTFUL,
                match.pattern.confidence,
            )
            return
