"""Threats, private data, urging to self-harm, sexual harassment, hate, impersonation: no words, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Severity
from creator_calm.domain.reply import Action, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, StrategyRule

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation

# Evidence comes before everything that may make the comment disappear; blocking comes last.
_ALL_STEPS = (
    Action.SAVE_EVIDENCE,
    Action.TELL_SOMEONE,
    Action.REPORT,
    Action.POLICE_INFO,
    Action.BLOCK,
)
_AFTER = {
    Kind.DOXXING: (Action.SECURITY_CHECKLIST,),
    Kind.SELF_HARM_URGING: (Action.SUPPORT_CARD,),
}
_WITHOUT_POLICE = (Action.SAVE_EVIDENCE, Action.TELL_SOMEONE, Action.REPORT, Action.BLOCK)


def _fits(situation: Situation) -> float:
    if situation.kind in {Kind.HATE, Kind.IMPERSONATION}:
        asked_for_a_note = situation.kind is Kind.HATE and situation.context.norm_notes
        return 1.0 if situation.is_safety or not asked_for_a_note else 0.0
    # Distress stands in its own lane; a doubt about safety beside it must not hide the person.
    return 1.0 if situation.is_safety and situation.kind is not Kind.DISTRESS else 0.0


def _advise(situation: Situation) -> Advice:
    return Advice(ReasonCode.SAFETY, actions=_actions(situation), public_allowed=False)


def _actions(situation: Situation) -> tuple[Action, ...]:
    kind = situation.kind
    if kind is Kind.SEXUAL and situation.has(Facet.MINOR):
        # Keeping a copy of sexual material that involves a child is itself a crime.
        return (Action.REPORT,)
    if kind is Kind.IMPERSONATION:
        return _WITHOUT_POLICE
    if kind is Kind.HATE and situation.assessment.severity < Severity.SAFETY:
        return _WITHOUT_POLICE
    return _ALL_STEPS + _AFTER.get(kind, ())


STRATEGY = StrategyRule(Strategy.SAFETY, _fits, _advise)
