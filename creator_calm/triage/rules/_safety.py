"""How a finding of a safety judge is believed or doubted. Shared by the safety judges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import Finding, quoted
from creator_calm.triage.guards import Guard, clearing, has

if TYPE_CHECKING:
    from creator_calm.triage.reading import Match, Reading


def believed(
    reading: Reading, match: Match, kind: Kind, doubts: tuple[Guard, ...]
) -> Finding | None:
    """Return the finding, one that says `quoted`, or None where an idiom or a negation clears it.

    `doubts` are the guards that make it "may be" instead of sure.
    """
    pattern = match.pattern
    span = (match.start, match.end)
    guard = clearing(reading, span)
    if guard is Guard.QUOTE:
        return quoted(reading, pattern.id, span)
    if guard is not None:
        return None
    facets = pattern.facets
    confidence = pattern.confidence
    if any(has(reading, doubt, span) for doubt in doubts):
        confidence = Confidence.MEDIUM
        facets |= {Facet.MAY_BE}
    severity = pattern.severity or Severity.SAFETY
    return Finding(pattern.id, kind, (span,), severity, confidence, facets)
