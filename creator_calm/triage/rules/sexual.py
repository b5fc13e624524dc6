"""Sexual harassment: asking for pictures, acts, body parts, offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.rules._safety import believed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "sexual"
PATTERNS = (NAME, "looks")
NEEDS = 0
FULL_TEXT = True


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield harassment, and plain remarks about looks as a facet only."""
    for match in reading.matches(NAME):
        finding = believed(reading, match, Kind.SEXUAL, ())
        if finding is not None:
            yield finding
    for match in reading.matches("looks"):
        yield Finding(
            match.pattern.id,
            None,
            ((match.start, match.end),),
            Severity.PRICKLY,
            facets=frozenset({Facet.COMMENT_ON_LOOKS}),
        )
