"""How harsh a comment reads, 0 to 1. The one place where a learned model comes in.

Until a model is handed over, `harshness` says the level at which the rules judged (triage
section 20), so that lists stay sortable; it is not a probability then, and confidence says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

SAFETY_LEVEL: Final = 0.97
ABUSE_HIGH: Final = 0.9
ABUSE_MEDIUM: Final = 0.7
PROFANITY_LEVEL: Final = 0.3
NONE_LEVEL: Final = 0.05
NOT_JUDGED_LEVEL: Final = 0.0

_LEARNED: Final = frozenset({"en", "und"})
_ATTACKS: Final = frozenset(
    {
        Kind.ABUSE,
        Kind.HATE,
        Kind.HARSH_CRITIQUE,
        Kind.VIEWERS_FIGHTING,
        Kind.IMPERSONATION,
        Kind.SEXUAL,
        Kind.THREAT,
    }
)


class HarshnessModel(Protocol):
    """A learned judge of wording. English and undetermined Latin text only."""

    version: str

    def score(self, normalised: Sequence[str]) -> Sequence[float]:
        """Return a calibrated probability 0..1 for each normalised text, whatever the batch."""


def rule_level(
    kind: Kind, severity: Severity, confidence: Confidence, facets: frozenset[Facet]
) -> float:
    """Return the harshness that stands for a verdict of the rules."""
    if kind is Kind.DISTRESS:
        return NONE_LEVEL
    if severity is Severity.SAFETY:
        return SAFETY_LEVEL
    if severity is Severity.HARSH:
        return ABUSE_MEDIUM if confidence is Confidence.LOW else ABUSE_HIGH
    if kind in _ATTACKS or Facet.INSULT in facets:
        return ABUSE_MEDIUM
    return PROFANITY_LEVEL if Facet.PROFANITY in facets or kind is Kind.TROLL else NONE_LEVEL


def harshness_of(
    model: HarshnessModel | None, language: str, normalised: str, level: float
) -> float:
    """Return what the model says of an English or undetermined text, else the rules' `level`.

    The model never speaks of Swedish: it has not learned any.
    """
    if model is None or language not in _LEARNED:
        return level
    return model.score([normalised])[0]
