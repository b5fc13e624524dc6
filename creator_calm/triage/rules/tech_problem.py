"""Broken links, missing captions, sound that does not play, flashing pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.rules._content import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Finding
    from creator_calm.triage.reading import Reading

NAME = "tech_problem"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False
_DROWNS = "too_loud"


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield what does not work. "The music is too loud, I can't hear you" is about the mix."""
    if any(point.direction == _DROWNS for point in reading.points):
        return
    yield from weigh(reading, NAME, Kind.TECH_PROBLEM)
