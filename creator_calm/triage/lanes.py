"""Where a judged comment stands, and whether it is put away (triage sections 12 and 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import (
    SAFETY_KINDS,
    Confidence,
    Facet,
    Kind,
    Lane,
    Level,
    Severity,
)

if TYPE_CHECKING:
    from creator_calm.domain.assessment import TriageContext
    from creator_calm.triage.combine import Verdict

_NEEDS_YOU: Final = frozenset(
    {
        Kind.QUESTION,
        Kind.COMPLAINT,
        Kind.CORRECTION,
        Kind.TECH_PROBLEM,
        Kind.COPYRIGHT_CLAIM,
        Kind.ACCUSATION,
        Kind.CRITIQUE,
        Kind.MIXED,
        Kind.HARSH_CRITIQUE,
    }
)
_KIND: Final = frozenset({Kind.PRAISE, Kind.SHARED_STORY})
_DOUBTED: Final = frozenset({Facet.MAY_BE, Facet.CHECK_SAFETY})


def is_put_away(verdict: Verdict, context: TriageContext) -> bool:
    """Say whether the comment is put away. Distress never is, and nothing while the switch is off."""
    if not context.keep_away or verdict.kind is Kind.DISTRESS:
        return False
    if verdict.severity >= Severity.HARSH:
        return True
    if verdict.kind is Kind.TROLL:
        return verdict.severity >= Severity.HURTFUL and context.level is not Level.GENTLE
    return verdict.kind in {Kind.SPAM, Kind.SELF_PROMO} and verdict.confidence is Confidence.HIGH


def lane_of(verdict: Verdict, *, put_away: bool) -> Lane:
    """Return the lane of a comment that could be judged."""
    if verdict.kind is Kind.DISTRESS:
        return Lane.DISTRESS
    if _is_safety(verdict):
        return Lane.SAFETY
    if Facet.PAST_RISK in verdict.facets and not put_away:
        return Lane.DISTRESS
    if put_away:
        useful = Facet.VALID_POINT in verdict.facets or verdict.kind is Kind.ACCUSATION
        return Lane.USEFUL_BUT_HARSH if useful else Lane.NOTHING_IN_IT
    return shown_lane(verdict.kind)


def shown_lane(kind: Kind) -> Lane:
    """Return the lane of a comment that is shown, by its kind alone."""
    if kind in _NEEDS_YOU:
        return Lane.NEEDS_YOU
    return Lane.KIND if kind in _KIND else Lane.CAN_WAIT


def _is_safety(verdict: Verdict) -> bool:
    if verdict.kind in SAFETY_KINDS or verdict.kind is Kind.IMPERSONATION:
        return True
    if verdict.kind is Kind.HATE and verdict.severity is Severity.SAFETY:
        return True
    return not _DOUBTED.isdisjoint(verdict.facets)
