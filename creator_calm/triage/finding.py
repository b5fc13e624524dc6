"""What a judge hands back: codes, numbers and places, never words of the comment."""

from __future__ import annotations

from dataclasses import dataclass

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a judge saw.

    `kind` is None for a finding that only brings facets. `spans` are half-open positions in the
    normalised text. `points` (0 to 3) weigh content kinds against each other; judges of attacks
    leave it at 0 and are ordered by kind instead.
    """

    code: str
    kind: Kind | None = None
    spans: tuple[Span, ...] = ()
    severity: Severity = Severity.FINE
    confidence: Confidence = Confidence.HIGH
    facets: frozenset[Facet] = frozenset()
    points: int = 0


_STEP_DOWN = {
    Confidence.HIGH: Confidence.MEDIUM,
    Confidence.MEDIUM: Confidence.LOW,
    Confidence.LOW: Confidence.LOW,
}


def less_sure(confidence: Confidence) -> Confidence:
    """Return the confidence one step lower; low stays low."""
    return _STEP_DOWN[confidence]
