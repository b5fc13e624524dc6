"""Specific criticism of the work. Rests on the points that language/topics finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Severity
from creator_calm.triage.finding import Finding
from creator_calm.triage.lexicon import ALWAYS
from creator_calm.triage.rules._content import MOST_POINTS, weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "critique"
PATTERNS = (NAME,)
NEEDS = ALWAYS
"""Always asked: topics have their own pre-filter."""
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield critique: 2 points for something to act on, 3 with a direction and a wish."""
    points = reading.points
    if points:
        clear = any(point.direction for point in points)
        asked = any(point.request for point in points)
        weight = 2 + (clear and asked)
        facets = frozenset({Facet.VALID_POINT})
        yield Finding(
            "critique.point",
            Kind.CRITIQUE,
            (),
            Severity.FINE,
            facets=facets,
            points=min(MOST_POINTS, weight),
        )
        return
    yield from weigh(reading, NAME, Kind.CRITIQUE)
