"""Somebody asks for more closeness than a creator can give: one kind limit, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, StrategyRule, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    # Once said, it stands: a second time is silence (strategies/silence.py).
    said = situation.context.before.rounds > 0 or situation.repeats
    return 0.5 if situation.kind is Kind.PARASOCIAL and not said else 0.0


def _advise(situation: Situation) -> Advice:
    writes = situation.public_text_allowed
    return Advice(
        ReasonCode.BOUNDARY,
        outlines=_outlines(situation) if writes else (),
        actions=(Action.DOCUMENT,),
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
