"""Facts are missing: say that it is seen, and by when an answer comes, without guessing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.replies.outline import Advice, Outline, Step, StrategyRule, at_length, maybe, say
from creator_calm.replies.situation import POINT_KINDS

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation


def _fits(situation: Situation) -> float:
    if situation.kind is Kind.ACCUSATION:
        return 0.8
    if situation.kind in POINT_KINDS and situation.claims("not_sure"):
        return 0.8
    return 0.7 if _wavers(situation) else 0.0


def _wavers(situation: Situation) -> bool:
    """Whether triage is unsure between kinds that all hold something to answer."""
    kinds = {situation.kind, *situation.assessment.candidates}
    return situation.is_unsure and len(kinds) > 1 and kinds <= POINT_KINDS


def _advise(situation: Situation) -> Advice:
    if situation.kind is not Kind.ACCUSATION and not situation.claims("not_sure"):
        return _which_kind(situation)
    accused = situation.kind is Kind.ACCUSATION
    first = (Action.DOCUMENT, Action.TRUSTED_READER) if accused else ()
    return Advice(
        ReasonCode.CLAIM_TO_CHECK if accused else ReasonCode.FACTS_MISSING,
        outlines=_outlines(situation) if situation.public_text_allowed else (),
        actions=(*first, Action.FOLLOW_UP) if situation.claims("not_sure", "when") else first,
        asks=(Chip.NOT_SURE_YET, Chip.WHEN),
        public_allowed=situation.public_text_allowed,
    )


def _which_kind(situation: Situation) -> Advice:
    """Unsure between two: a line that is right for both, and the question which one it is."""
    return Advice(
        ReasonCode.NOT_SURE,
        outlines=(
            (
                Outline(
                    Intent.ACKNOWLEDGE,
                    (maybe("THANK"), say("ACK", "NOTED", without="concede")),
                ),
            )
            if situation.public_text_allowed
            else ()
        ),
        actions=(Action.PICK_KIND,),
        asks=(Chip.NOT_SURE_YET,),
        public_allowed=situation.public_text_allowed,
    )


def _outlines(situation: Situation) -> tuple[Outline, ...]:
    first = _opening(situation)
    outlines: list[Outline] = []
    if situation.claims("when"):
        outlines.append(
            Outline(
                Intent.HOLD_WITH_DATE,
                (
                    *first,
                    *_more(situation),
                    say("CHECK", brief=False),
                    say("TIME", only="when"),
                ),
            )
        )
    holding = (*first, *_more(situation), say("CHECK"), maybe("TIME", without="when"))
    outlines.append(Outline(Intent.HOLD, holding))
    if situation.kind is Kind.COMPLAINT and situation.private_allowed:
        private = (*first, at_length("CHECK"), say("PRIVATE"), at_length("TIME"))
        outlines.append(Outline(Intent.ACKNOWLEDGE_AND_PRIVATE, private))
    return tuple(outlines)


def _more(situation: Situation) -> tuple[Step, ...]:
    """Return what a long holding reply says beside: never more than that it is heard."""
    match situation.kind:
        case Kind.COMPLAINT:
            return (at_length("REGRET", only="late"), at_length("REGRET", only="regret"))
        case Kind.CRITIQUE | Kind.MIXED:
            return (at_length("RESTATE"),)
        case Kind.ACCUSATION | Kind.COPYRIGHT_CLAIM:
            return (at_length("NOTED"),)
        case _:
            return ()


def _opening(situation: Situation) -> tuple[Step, ...]:
    match situation.kind:
        case Kind.ACCUSATION:
            return (say("NOTED", brief=False),)
        case Kind.COMPLAINT:
            return (say("VALIDATE", "ACK", without="concede"),)
        case Kind.QUESTION:
            return (maybe("ASKED"),)
        case Kind.REQUEST:
            return (maybe("WISH"),)
        case Kind.CORRECTION | Kind.COPYRIGHT_CLAIM:
            return (say("THANK", brief=False),)
        case Kind.HARSH_CRITIQUE:
            return (say("ACK", without="concede", brief=False),)
        case _:
            return (maybe("THANK"), say("ACK", "NOTED", without="concede", brief=False))


STRATEGY = StrategyRule(Strategy.HOLD, _fits, _advise)
