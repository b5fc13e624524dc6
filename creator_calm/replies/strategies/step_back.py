"""A heavy moment or a storm: nothing has to be answered now, and planning anyway is one click away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Action, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, StrategyRule

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation

_NOT_HEAVY = frozenset({Kind.PRAISE, Kind.SHARED_STORY, Kind.SPAM, Kind.SELF_PROMO})


def _fits(situation: Situation) -> float:
    if situation.kind is Kind.PILE_ON:
        return 0.95
    return 0.85 if situation.is_heavy and situation.kind not in _NOT_HEAVY else 0.0


def _advise(situation: Situation) -> Advice:
    if situation.kind is Kind.PILE_ON:
        return Advice(
            ReasonCode.STORM,
            actions=(Action.STORM_CARD, Action.TRUSTED_READER, Action.TAKE_BREAK),
            public_allowed=False,
        )
    return Advice(
        ReasonCode.STORM if situation.context.moment.storm else ReasonCode.HEAVY_MOMENT,
        actions=(Action.SNOOZE, Action.TAKE_BREAK, Action.TRUSTED_READER),
        public_allowed=False,
    )


STRATEGY = StrategyRule(Strategy.STEP_BACK, _fits, _advise)
