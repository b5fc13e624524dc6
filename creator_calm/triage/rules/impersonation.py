"""Somebody who says they are the creator. Names that look alike are judged in author_names.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.guards import clearing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "impersonation"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield claims to be the creator."""
    for match in reading.matches(NAME):
        span = (match.start, match.end)
        if clearing(reading, span) is None:
            yield Finding(
                match.pattern.id, Kind.IMPERSONATION, (span,), Severity.HARSH, Confidence.MEDIUM
            )
            return
