"""Something is said to be wrong, or to be somebody else's: credit, check, put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, StrategyRule, at_length, maybe, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    return 0.5 if situation.kind in {Kind.CORRECTION, Kind.COPYRIGHT_CLAIM} else 0.0


def _advise(situation: Situation) -> Advice:
    claim = situation.kind is Kind.COPYRIGHT_CLAIM
    return Advice(
        ReasonCode.FACT_TO_CORRECT,
        outlines=_copyright(situation) if claim else _correction(situation),
        actions=_claim_actions(situation) if claim else _actions(situation),
        asks=(
            (Chip.NOT_SURE_YET, Chip.WHEN, Chip.GOT_IT_WRONG, Chip.ALREADY_FIXED)
            if claim
            else (
                Chip.GOT_IT_WRONG,
                Chip.ALREADY_FIXED,
                Chip.WILL_CHANGE,
                Chip.NOT_SURE_YET,
                Chip.WHERE,
                Chip.CREDIT_THEM,
            )
        ),
    )


def _correction(situation: Situation) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    if situation.claims("wrong", "partly", "fixed", "will_change"):
        steps = [say("CREDIT", only="concede", brief=False)]
        if situation.claims("wrong", "partly"):
            steps.append(say("OWN"))
            steps.append(at_length("REGRET", only="wrong"))
        steps.append(say("FIXED", "WILL_CHANGE"))
        steps.append(maybe("CREDIT", only="credit"))
        steps.append(maybe("EXPLAIN"))
        outlines.append(Outline(Intent.CORRECT, tuple(steps)))
    if situation.claims("differently"):
        outlines.append(
            Outline(
                Intent.SEE_IT_DIFFERENTLY,
                (say("CREDIT", without="concede", brief=False), say("VIEW")),
            )
        )
    conceding = situation.claims("concede")
    outlines.append(
        Outline(
            Intent.CREDIT,
            (
                say(
                    "CREDIT",
                    only="concede" if conceding else "",
                    without="" if conceding else "concede",
                ),
            ),
        )
    )
    return tuple(outlines)


def _copyright(situation: Situation) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    if situation.claims("wrong"):
        outlines.append(
            Outline(
                Intent.OWN_IT,
                (
                    maybe("THANK"),
                    say("OWN"),
                    maybe("REGRET"),
                    at_length("EXPLAIN"),
                    say("FIXED", "WILL_CHANGE"),
                    at_length("PRIVATE"),
                ),
            )
        )
    if situation.private_allowed:
        outlines.append(
            Outline(
                Intent.ACKNOWLEDGE_AND_PRIVATE,
                (say("THANK", brief=False), at_length("NOTED"), say("PRIVATE")),
            )
        )
    outlines.append(Outline(Intent.ACKNOWLEDGE, (say("THANK"), maybe("NOTED"))))
    return tuple(outlines)


def _actions(situation: Situation) -> tuple[Action, ...]:
    steps = (Action.CORRECTION_NOTE, Action.ADD_ACTION_ITEM)
    return (*steps, Action.PIN) if situation.claims("fixed") else steps


def _claim_actions(situation: Situation) -> tuple[Action, ...]:
    private = (Action.PRIVATE_MESSAGE,) if situation.private_allowed else ()
    return (Action.DOCUMENT, *private, Action.FOLLOW_UP)


STRATEGY = StrategyRule(Strategy.CORRECT, _fits, _advise)
