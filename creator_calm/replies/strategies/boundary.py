"""Somebody asks for more closeness than a creator can give: one kind limit, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, StrategyRule, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    return 0.5 if situation.kind is Kind.PARASOCIAL else 0.0


def _advise(situation: Situation) -> Advice:
    again = situation.context.rounds > 0 or situation.has(Facet.REPEAT_ABUSE)
    writes = situation.public_text_allowed and not again
    actions = (Action.DOCUMENT, Action.BLOCK) if again else (Action.DOCUMENT,)
    return Advice(
        ReasonCode.BOUNDARY,
        outlines=_outlines(situation) if writes else (),
        actions=actions,
        asks=(Chip.BOUNDARY,) if writes else (),
        public_allowed=writes,
    )


def _outlines(situation: Situation) -> tuple[Outline, ...]:
    redirect = Outline(Intent.REDIRECT, (say("WARM", brief=False), say("REDIRECT")))
    if not situation.claims("boundary"):
        return (redirect,)
    limit = Outline(Intent.KIND_LIMIT, (say("WARM"), say("LIMIT"), say("REDIRECT", brief=False)))
    return (limit, redirect)


STRATEGY = StrategyRule(Strategy.BOUNDARY, _fits, _advise)
