"""Mock praise. It needs two signs, is never sure and never raises severity above 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Kind, Severity
from creator_calm.triage.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "sarcasm"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield sarcasm where mock praise meets a negative word, `/s` or 🙄."""
    found = {match.pattern.id: (match.start, match.end) for match in reading.matches(NAME)}
    marked = any(pattern == "sarcasm.mark" for pattern in found)
    if len(found) >= 2 or marked:
        spans = tuple(found.values())
        yield Finding(
            "sarcasm.mock", Kind.SARCASM, spans, Severity.PRICKLY, Confidence.LOW, points=3
        )
