"""A point about the work: hear it, own what is yours, say what happens next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.domain.voice import ROUNDS_MOST
from creator_calm.replies.outline import Advice, Outline, Step, StrategyRule, maybe, say, whenever

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation

_KINDS = frozenset({Kind.CRITIQUE, Kind.HARSH_CRITIQUE, Kind.MIXED, Kind.TECH_PROBLEM})
_VAGUE = frozenset({Kind.VAGUE_NEGATIVE, Kind.SARCASM})
_TOLD = frozenset({Kind.QUESTION})
"""Kinds that hold a point after all where the creator says what is true in it.

Never `UNCLEAR`: a danger nobody recognised would get "That's true" for a tick."""

_ABOUT_THE_WORK = (
    "wrong", "partly", "fixed", "will_change", "differently", "choice", "wont_change",
)  # fmt: skip

_WORTH_RESTATING = 140
"""Characters of a comment; "the ending felt rushed" said back sounds like a machine."""

_NEUTRAL_ACK = say("ACK", without="concede", brief=False)
_CONCEDING_ACK = say("ACK", only="concede", brief=False)


def _fits(situation: Situation) -> float:
    if situation.kind in _KINDS:
        return 0.5
    if situation.kind in _TOLD and situation.claims(*_ABOUT_THE_WORK):
        # "That can't be right?!" is answered by owning it; an answer or a no of its own comes first.
        return 0.0 if situation.claims("answer", "pointer", "no", "maybe") else 0.55
    # Nothing to work with, unless a regular wrote it or the creator knows what it is about.
    known = situation.has(Facet.REGULAR) or bool(situation.facts)
    return 0.5 if situation.kind in _VAGUE and known else 0.0


def _advise(situation: Situation) -> Advice:
    vague = situation.kind in _VAGUE and not situation.facts
    reason = ReasonCode.LET_DOWN if vague else ReasonCode.HAS_A_POINT
    return Advice(
        ReasonCode.TWO_ROUNDS if _is_over(situation) else reason,
        outlines=_outlines(situation) if situation.public_text_allowed else (),
        actions=() if vague else _actions(situation),
        asks=_asks(situation),
        public_allowed=situation.public_text_allowed,
    )


def _is_over(situation: Situation) -> bool:
    """Whether two turns were taken and the creator asks for words all the same."""
    return situation.context.before.rounds >= ROUNDS_MOST and not situation.facts


def _outlines(situation: Situation) -> tuple[Outline, ...]:
    if _is_over(situation):
        return (Outline(Intent.ACKNOWLEDGE, _hearing(situation)),)
    outlines: list[Outline] = []
    if situation.claims("wrong", "partly", "fixed", "will_change"):
        outlines.append(Outline(Intent.OWN_IT, _owning(situation)))
    # Access is never argued with: whoever cannot hear or read it is right about that.
    if situation.kind is not Kind.TECH_PROBLEM and situation.claims(
        "differently", "choice", "wont_change"
    ):
        outlines.append(Outline(Intent.SEE_IT_DIFFERENTLY, _differing(situation)))
    if not outlines:
        outlines.extend(_claiming_nothing(situation))
    elif situation.claims("wrong") and not situation.claims("fixed", "will_change"):
        # Owning without a next step asks for one instead of inventing it.
        outlines.append(Outline(Intent.ASK, (_CONCEDING_ACK, say("OWN"), say("ASK"))))
    if situation.kind not in _VAGUE:
        # "Useful, thanks" under "meh" would be irony.
        outlines.append(Outline(Intent.ACKNOWLEDGE, _hearing(situation)))
    return tuple(outlines)


def _thanks(situation: Situation) -> tuple[Step, ...]:
    # Thanking for an insult reads as irony, whatever point comes with it.
    return () if situation.kind is Kind.HARSH_CRITIQUE else (maybe("THANK"),)


def _owning(situation: Situation) -> tuple[Step, ...]:
    owns = situation.claims("wrong", "partly")
    partly_only = _partly_only(situation)
    # "It's fixed now." alone would not say what; the brief voice keeps one of the two before it.
    ack = _NEUTRAL_ACK if partly_only else say("ACK", only="concede", brief=not owns)
    steps: list[Step] = [*_thanks(situation), ack]
    if owns:
        steps.append(say("OWN"))
    # "I got it wrong" alone is half an apology: repair has to follow (replies.md section 6).
    repair = say("FIXED", "WILL_CHANGE")
    steps.append(maybe("FIXED", "WILL_CHANGE", brief=True) if partly_only else repair)
    steps.append(maybe("EXPLAIN"))
    steps.append(maybe("TIME", only="when"))
    return tuple(steps)


def _partly_only(situation: Situation) -> bool:
    """Whether "spot on" would give away more than the creator has ticked."""
    return situation.claims("partly") and not situation.claims("wrong")


def _differing(situation: Situation) -> tuple[Step, ...]:
    views = situation.claims("differently", "choice")
    core = say("VIEW") if views else say("WONT_CHANGE")
    stays = (whenever("WONT_CHANGE"),) if views and Chip.WONT_CHANGE in situation.facts else ()
    return (
        *_thanks(situation),
        _NEUTRAL_ACK,
        maybe("AGREE_PART", only="agree_on"),
        maybe("AGREE_PART"),
        core,
        *stays,
    )


def _claiming_nothing(situation: Situation) -> list[Outline]:
    asking = Outline(Intent.ASK, (_NEUTRAL_ACK, say("ASK")))
    if situation.kind is Kind.HARSH_CRITIQUE:
        # One neutral line is enough; a question invites the next insult.
        return []
    if situation.kind in _VAGUE:
        return [Outline(Intent.ASK, (say("ASK"),))]
    return [asking]


def _hearing(situation: Situation) -> tuple[Step, ...]:
    if _partly_only(situation):
        ack = say("AGREE_PART")
    elif situation.claims("concede"):
        ack = say("ACK", only="concede")
    elif situation.kind is Kind.HARSH_CRITIQUE or len(situation.comment.text) < _WORTH_RESTATING:
        ack = say("ACK", without="concede")
    else:
        ack = Step(("ACK", "RESTATE"), without="concede", pooled=True)
    if situation.kind is Kind.MIXED:
        return (say("THANK"), ack)
    return (*_thanks(situation), ack)


def _actions(situation: Situation) -> tuple[Action, ...]:
    follow = situation.kind is Kind.TECH_PROBLEM or situation.claims("when", "will_change")
    actions = [Action.ADD_ACTION_ITEM]
    if follow and situation.kind is not Kind.HARSH_CRITIQUE:
        actions.append(Action.FOLLOW_UP)
    return tuple(actions)


def _asks(situation: Situation) -> tuple[Chip, ...]:
    if situation.kind is Kind.TECH_PROBLEM:
        return (Chip.ALREADY_FIXED, Chip.WILL_CHANGE, Chip.NOT_SURE_YET, Chip.WHEN)
    if situation.claims("wrong", "partly"):
        return (Chip.WILL_CHANGE, Chip.ALREADY_FIXED, Chip.WHAT, Chip.BECAUSE, Chip.WHEN)
    if situation.claims("differently", "choice"):
        return (Chip.PARTLY_WRONG, Chip.AGREE_ON, Chip.WONT_CHANGE)
    return (
        Chip.GOT_IT_WRONG,
        Chip.PARTLY_WRONG,
        Chip.SEE_IT_DIFFERENTLY,
        Chip.MY_CHOICE,
        Chip.WILL_CHANGE,
        Chip.ALREADY_FIXED,
        Chip.NOT_SURE_YET,
    )


STRATEGY = StrategyRule(Strategy.ACKNOWLEDGE_AND_ACT, _fits, _advise)
