"""Leaving it is an answer too, with its reason. It stands first wherever it is the best one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind, Lane, Severity
from creator_calm.domain.reply import Action, ReasonCode, Strategy
from creator_calm.domain.voice import ROUNDS_MOST
from creator_calm.replies.outline import Advice, StrategyRule

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation

_REASONS = {
    Kind.ABUSE: ReasonCode.AIMED_AT_YOU,
    Kind.TROLL: ReasonCode.BAIT,
    Kind.SARCASM: ReasonCode.BAIT,
    Kind.SPAM: ReasonCode.SPAM,
    Kind.SELF_PROMO: ReasonCode.SPAM,
    Kind.VAGUE_NEGATIVE: ReasonCode.NOTHING_IN_IT,
    Kind.UNCLEAR: ReasonCode.CANNOT_JUDGE,
    Kind.PARASOCIAL: ReasonCode.UNWANTED_CONTACT,
}
_ACTIONS = {
    Kind.ABUSE: (Action.MUTE, Action.MARK_DONE),
    Kind.SPAM: (Action.REPORT, Action.MARK_DONE),
    Kind.UNCLEAR: (Action.PICK_KIND,),
}
_ENDS_AFTER_TWO = frozenset(
    {Kind.CRITIQUE, Kind.MIXED, Kind.HARSH_CRITIQUE, Kind.DISAGREEMENT, Kind.DISAPPOINTMENT}
)
_BLOCKABLE = frozenset({Kind.ABUSE, Kind.TROLL})
_WAITING = {
    ReasonCode.LATE_HOUR: (Action.SNOOZE, Action.TRUSTED_READER),
    ReasonCode.LOW_TODAY: (Action.SNOOZE, Action.TRUSTED_READER),
}
_AGES = frozenset({Kind.DISAGREEMENT, Kind.DISAPPOINTMENT, Kind.HARSH_CRITIQUE, Kind.SARCASM})
"""Kinds in which an answer only goes on with a talk that is over after a month."""


def _fits(situation: Situation) -> float:
    if situation.comment.is_own or _standing_reason(situation) is not None:
        return 0.9
    if _waits(situation) is not None:
        return 0.82  # above an accusation's holding reply
    if situation.is_unsure and _not_sure(situation):
        return 0.65
    return 0.3 if situation.kind in _REASONS else 0.1


def _standing_reason(situation: Situation) -> ReasonCode | None:
    """Return a reason that holds whatever the comment says, until words are asked for anyway."""
    before, kind = situation.context.before, situation.kind
    if situation.context.anyway:
        return None
    if situation.has(Facet.ALREADY_ANSWERED) or before.answered:
        return ReasonCode.ALREADY_ANSWERED
    if before.rounds >= ROUNDS_MOST and kind in _ENDS_AFTER_TWO:
        return ReasonCode.TWO_ROUNDS
    if kind is Kind.PARASOCIAL and (before.rounds or situation.repeats):
        return ReasonCode.UNWANTED_CONTACT
    if before.by_others and kind is Kind.QUESTION and not situation.facts:
        return ReasonCode.OTHERS_ANSWERED
    return None


def _waits(situation: Situation) -> ReasonCode | None:
    """Return why a comment with something in it can wait; a ticked fact says that it shall not."""
    moment = situation.context.moment
    if situation.context.anyway or situation.facts:
        return None
    # One sign of a heavy moment holds back what hurts; two of them everything (step_back).
    if situation.assessment.severity >= Severity.HURTFUL and situation.kind not in _REASONS:
        if moment.late:
            return ReasonCode.LATE_HOUR
        if moment.low_today:
            return ReasonCode.LOW_TODAY
    if situation.context.before.old and situation.kind in _AGES:
        return ReasonCode.OLD
    return None


def _not_sure(situation: Situation) -> bool:
    """Whether one of the kinds in question is better left alone."""
    candidates = situation.assessment.candidates
    return situation.kind is Kind.UNCLEAR or any(kind in _REASONS for kind in candidates)


def _advise(situation: Situation) -> Advice:
    if situation.comment.is_own:
        return Advice(ReasonCode.YOUR_OWN_WORDS, public_allowed=False)
    return Advice(_reason(situation), actions=_actions(situation), public_allowed=False)


def _reason(situation: Situation) -> ReasonCode:
    standing = _standing_reason(situation) or _waits(situation)
    if standing is not None:
        return standing
    if situation.kind is Kind.UNCLEAR or situation.assessment.lane is Lane.CANNOT_JUDGE:
        return ReasonCode.CANNOT_JUDGE
    if situation.is_unsure and situation.assessment.candidates:
        return ReasonCode.NOT_SURE
    return _REASONS.get(situation.kind, ReasonCode.NOTHING_IN_IT)


def _actions(situation: Situation) -> tuple[Action, ...]:
    if situation.kind is Kind.PARASOCIAL:
        return (Action.DOCUMENT, Action.BLOCK)
    standing = _standing_reason(situation) or _waits(situation)
    if standing is not None:
        return _WAITING.get(standing, (Action.MARK_DONE,))
    actions = _ACTIONS.get(situation.kind, (Action.MARK_DONE,))
    if situation.kind in _BLOCKABLE and situation.repeats:
        # The evidence goes first: some platforms hide everything from a blocked account.
        actions = (Action.MUTE, Action.SAVE_EVIDENCE, Action.BLOCK, Action.MARK_DONE)
    unsure = situation.is_unsure and bool(situation.assessment.candidates)
    return (Action.PICK_KIND, *actions) if unsure and Action.PICK_KIND not in actions else actions


STRATEGY = StrategyRule(Strategy.SILENCE, _fits, _advise)
