"""Threats: intent, calls for violence, stalking, warnings, wishes of harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.guards import Guard
from creator_calm.triage.rules._safety import believed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Finding
    from creator_calm.triage.reading import Reading

NAME = "threat"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = True
_DOUBTS = (Guard.GAME, Guard.LAUGH, Guard.WARM)


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield threats; in game talk, with a laugh or a heart they become "may be"."""
    for match in reading.matches(NAME):
        finding = believed(reading, match, Kind.THREAT, _DOUBTS)
        if finding is not None:
            yield finding
