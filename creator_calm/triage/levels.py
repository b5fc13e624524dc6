"""The harshness that stands for a verdict of the rules, so that lists stay sortable (triage section 20).

It is no probability, and confidence says so: what the wording alone says is `harshness.py`.
"""

from __future__ import annotations

from typing import Final

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity

SAFETY_LEVEL: Final = 0.97
ABUSE_HIGH: Final = 0.9
ABUSE_MEDIUM: Final = 0.7
PROFANITY_LEVEL: Final = 0.3
NONE_LEVEL: Final = 0.05
NOT_JUDGED_LEVEL: Final = 0.0

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
