"""The strategy that fits a comment best, as advice: reason, steps, facts worth ticking, texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.reply import Action, ReasonCode, ReplyPlan, Strategy
from creator_calm.replies.coming_back import asks_with_promise, with_promise
from creator_calm.replies.compose import compose
from creator_calm.replies.situation import Situation
from creator_calm.replies.strategies import all_strategies

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.reply import Chip, ReplyContext
    from creator_calm.replies.outline import Advice, StrategyRule

_NO_POINT_TAKEN = frozenset({Strategy.SAFETY, Strategy.CARE, Strategy.STEP_BACK, Strategy.THANKS})
_NOTHING_TO_WRITE = frozenset(
    {Strategy.SAFETY, Strategy.CARE, Strategy.SILENCE, Strategy.STEP_BACK, Strategy.ASK_TO_STOP}
)


def plan(comment: Comment, assessment: Assessment, context: ReplyContext) -> ReplyPlan:
    """Return what to do about a comment. Pure; the same input gives the same plan."""
    situation = Situation(comment, assessment, context)
    rule = best_strategy(situation)
    advice = rule.advise(situation)
    return ReplyPlan(
        strategy=rule.strategy,
        reason=_reason(rule, advice, situation),
        evidence=assessment.evidence,
        suggestions=(
            compose(with_promise(advice, situation), situation, rule.strategy)
            if advice.public_allowed
            else ()
        ),
        actions=_actions(rule, advice, situation),
        asks=_asks(advice, situation),
        public_allowed=advice.public_allowed and not situation.is_safety,
        private_allowed=situation.private_allowed and advice.public_allowed,
        may_write=not (
            situation.is_safety or rule.strategy is Strategy.SAFETY or situation.comment.is_own
        ),
    )


def best_strategy(situation: Situation) -> StrategyRule:
    """Return the strategy that fits best; among equals the first in the order of `Strategy`."""
    return max(all_strategies(), key=lambda rule: rule.fits(situation))


def list_strategies() -> tuple[Strategy, ...]:
    """Return every strategy that was found."""
    return tuple(rule.strategy for rule in all_strategies())


def _actions(rule: StrategyRule, advice: Advice, situation: Situation) -> tuple[Action, ...]:
    """Return the steps; a point somebody has is worth writing down whatever else it is."""
    steps = advice.actions
    has_a_point = situation.has(Facet.VALID_POINT) and not situation.comment.is_own
    if not has_a_point or situation.is_safety or rule.strategy in _NO_POINT_TAKEN:
        return steps
    if Action.ADD_ACTION_ITEM in steps:
        return steps
    at = steps.index(Action.MARK_DONE) if Action.MARK_DONE in steps else len(steps)
    return (*steps[:at], Action.ADD_ACTION_ITEM, *steps[at:])


def _reason(rule: StrategyRule, advice: Advice, situation: Situation) -> ReasonCode:
    without_words = situation.language is None and situation.kind is not Kind.UNCLEAR
    if without_words and rule.strategy not in _NOTHING_TO_WRITE:
        return ReasonCode.OTHER_LANGUAGE
    return advice.reason


def _asks(advice: Advice, situation: Situation) -> tuple[Chip, ...]:
    """Facts worth ticking that are not ticked yet; none where no words can follow."""
    if situation.language is None or not advice.public_allowed:
        return ()
    asks = asks_with_promise(advice.asks, situation)
    return tuple(chip for chip in asks if chip not in situation.facts)
