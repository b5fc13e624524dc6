"""Viewers against each other, or a group attacked: one empathic sentence to everyone who reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind, Severity
from creator_calm.domain.reply import Action, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, StrategyRule, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    if situation.is_safety:
        return 0.0
    if situation.kind is Kind.HATE:
        return 0.6 if situation.context.norm_notes else 0.0
    return 0.6 if situation.kind is Kind.VIEWERS_FIGHTING else 0.0


def _advise(situation: Situation) -> Advice:
    wanted = situation.context.norm_notes or situation.assessment.severity < Severity.HARSH
    outlines = (
        Outline(Intent.NORM_EMPATHY, (say("NORM_NOTE", only="empathy"),)),
        Outline(Intent.NORM_RULE, (say("NORM_NOTE", only="rule"),)),
    )
    calming = (Action.LOCK_THREAD, Action.SLOW_MODE, Action.PIN)
    first = (Action.SAVE_EVIDENCE, Action.REPORT) if situation.kind is Kind.HATE else ()
    return Advice(
        ReasonCode.VIEWERS_HURT,
        outlines=outlines if wanted else (),
        actions=(*first, *calming),
        public_allowed=wanted,
    )


STRATEGY = StrategyRule(Strategy.NORM_NOTE, _fits, _advise)
