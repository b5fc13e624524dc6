"""What a judge hands back: codes, numbers and places, never words of the comment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.lexicon import ME

if TYPE_CHECKING:
    from creator_calm.triage.reading import Reading

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


def quoted(reading: Reading, code: str, span: Span) -> Finding:
    """Return what is left of a finding in somebody else's words: the facet, and a faint kind.

    Who tells what was said to them shares a story; who tells what is said takes a stand.
    """
    kind = Kind.SHARED_STORY if reading.mask & ME else Kind.DISAGREEMENT
    return Finding(code, kind, (span,), facets=frozenset({Facet.QUOTED}), points=1)


_STEP_DOWN = {
    Confidence.HIGH: Confidence.MEDIUM,
    Confidence.MEDIUM: Confidence.LOW,
    Confidence.LOW: Confidence.LOW,
}


def less_sure(confidence: Confidence) -> Confidence:
    """Return the confidence one step lower; low stays low."""
    return _STEP_DOWN[confidence]
