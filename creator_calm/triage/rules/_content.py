"""How the content judges weigh what their patterns found: at most three points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Severity
from creator_calm.triage.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import Kind
    from creator_calm.triage.reading import Reading

MOST_POINTS = 3


def weigh(reading: Reading, name: str, kind: Kind, extra: int = 0) -> Iterator[Finding]:
    """Yield one finding of `kind` with the points of all patterns of `name`, if there are any.

    `extra` points are added only where a pattern was found; they may be negative.
    """
    points = 0
    spans: list[tuple[int, int]] = []
    code = ""
    severity = Severity.FINE
    facets: frozenset[Facet] = frozenset()
    seen: set[str] = set()
    for match in reading.matches(name):
        pattern = match.pattern
        if pattern.id in seen:
            continue
        seen.add(pattern.id)
        points += pattern.points
        severity = max(severity, pattern.severity)
        facets |= pattern.facets
        spans.append((match.start, match.end))
        code = code or pattern.id
    total = min(MOST_POINTS, points + extra)
    if code and total > 0:
        yield Finding(code, kind, tuple(spans), severity, facets=facets, points=total)
