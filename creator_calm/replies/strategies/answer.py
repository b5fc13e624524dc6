"""A question or a wish: answer it, point to where it is, say maybe, or say no kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, StrategyRule, maybe, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    return 0.5 if situation.kind in {Kind.QUESTION, Kind.REQUEST} else 0.0


def _advise(situation: Situation) -> Advice:
    if situation.kind is Kind.REQUEST:
        return Advice(
            ReasonCode.WANTS_SOMETHING,
            outlines=_to_a_wish(situation),
            actions=(Action.ADD_TO_IDEAS,),
            asks=(Chip.MAYBE, Chip.NO, Chip.WILL_CHANGE, Chip.BECAUSE, Chip.ANSWER),
        )
    return Advice(
        ReasonCode.NEEDS_AN_ANSWER,
        outlines=_to_a_question(situation),
        actions=(Action.ADD_TO_FAQ,) if situation.has(Facet.REPEATED_TEXT) else (),
        asks=(Chip.ANSWER, Chip.POINTER, Chip.BECAUSE, Chip.GOT_IT_WRONG, Chip.NOT_SURE_YET),
    )


def _to_a_question(situation: Situation) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    if situation.claims("answer"):
        outlines.append(Outline(Intent.ANSWER, (say("ANSWER"), maybe("POINTER", brief=True))))
    if situation.claims("pointer"):
        outlines.append(Outline(Intent.POINT_TO, (maybe("ASKED"), say("POINTER"))))
    if situation.claims("no"):
        outlines.append(Outline(Intent.NO_KINDLY, (say("NO_KINDLY"),)))
    if situation.claims("because") and not outlines:
        outlines.append(Outline(Intent.ANSWER, (maybe("ASKED"), say("EXPLAIN"))))
    if not outlines:
        # Nothing is known yet: a word that the question is seen, which promises nothing.
        outlines.append(Outline(Intent.LATER, (say("ASKED"),)))
    return tuple(outlines)


def _to_a_wish(situation: Situation) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    if situation.claims("answer"):
        outlines.append(Outline(Intent.ANSWER, (say("ANSWER"), maybe("POINTER", brief=True))))
    if situation.claims("will_change"):
        outlines.append(Outline(Intent.LATER, (maybe("WISH"), say("WILL_CHANGE"))))
    if situation.claims("maybe"):
        outlines.append(Outline(Intent.MAYBE, (say("MAYBE"),)))
    if situation.claims("no"):
        outlines.append(Outline(Intent.NO_KINDLY, (maybe("WISH"), say("NO_KINDLY"))))
    if situation.claims("pointer"):
        outlines.append(Outline(Intent.POINT_TO, (maybe("WISH"), say("POINTER"))))
    if not outlines:
        outlines.append(Outline(Intent.ACKNOWLEDGE, (say("WISH"),)))
    return tuple(outlines)


STRATEGY = StrategyRule(Strategy.ANSWER, _fits, _advise)
