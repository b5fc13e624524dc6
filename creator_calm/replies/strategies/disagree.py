"""Another view, or a viewer let down: hear it, say how you see it once, and leave it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Chip, Intent, ReasonCode, Strategy
from creator_calm.domain.voice import ROUNDS_MOST
from creator_calm.replies.outline import Advice, Outline, StrategyRule, maybe, say

if TYPE_CHECKING:
    from creator_calm.replies.situation import Situation

_HEARD = say("ACK", without="concede", brief=False)


def _fits(situation: Situation) -> float:
    return 0.5 if situation.kind in {Kind.DISAGREEMENT, Kind.DISAPPOINTMENT} else 0.0


def _advise(situation: Situation) -> Advice:
    let_down = situation.kind is Kind.DISAPPOINTMENT
    allowed = situation.public_text_allowed
    if situation.context.before.rounds >= ROUNDS_MOST:
        # Asked for all the same: one line that leaves it there, and no third argument.
        leaving = (Outline(Intent.ACKNOWLEDGE, (say("OPEN"),)),) if allowed else ()
        return Advice(ReasonCode.TWO_ROUNDS, leaving, public_allowed=allowed)
    outlines = _to_a_let_down(situation) if let_down else _to_a_view(situation)
    return Advice(
        ReasonCode.LET_DOWN if let_down else ReasonCode.OTHER_VIEW,
        outlines=outlines if allowed else (),
        asks=(
            (Chip.MY_CHOICE, Chip.SEE_IT_DIFFERENTLY, Chip.PARTLY_WRONG, Chip.WILL_CHANGE)
            if let_down
            else (Chip.SEE_IT_DIFFERENTLY, Chip.PARTLY_WRONG, Chip.AGREE_ON, Chip.GOT_IT_WRONG)
        ),
        public_allowed=allowed,
    )


def _to_a_view(situation: Situation) -> tuple[Outline, ...]:
    outlines: list[Outline] = []
    if situation.claims("differently", "choice"):
        outlines.append(
            Outline(
                Intent.SEE_IT_DIFFERENTLY,
                (
                    _HEARD,
                    maybe("AGREE_PART", only="agree_on"),
                    maybe("AGREE_PART", brief=True),
                    say("VIEW"),
                    maybe("OPEN"),
                ),
            )
        )
    if situation.claims("wrong"):
        # Nothing about seeing it differently: the creator has just said who was right.
        conceding = say("ACK", only="concede")
        return (
            Outline(Intent.OWN_IT, (conceding, say("OWN"), maybe("OPEN", only="keep_in_mind"))),
            Outline(Intent.ACKNOWLEDGE, (conceding, maybe("OPEN", only="keep_in_mind"))),
        )
    if situation.claims("partly", "agree_on"):
        outlines.append(Outline(Intent.ACKNOWLEDGE, (_HEARD, say("AGREE_PART"), maybe("OPEN"))))
    outlines.append(Outline(Intent.ASK, (_HEARD, say("ASK"))))
    # "Let's leave it at that" alone would be curt: in one sentence it is heard.
    heard = say("ACK", without="concede")
    outlines.append(Outline(Intent.ACKNOWLEDGE, (heard, say("OPEN", brief=False))))
    return _each_intent_once(outlines)


def _to_a_let_down(situation: Situation) -> tuple[Outline, ...]:
    heard = say("VALIDATE", "ACK", without="concede", brief=False)
    outlines: list[Outline] = []
    if situation.claims("differently", "choice", "wont_change"):
        outlines.append(
            Outline(
                Intent.SEE_IT_DIFFERENTLY,
                (heard, say("VIEW", "WONT_CHANGE"), maybe("EXPLAIN"), maybe("OPEN")),
            )
        )
    if situation.claims("wrong", "will_change"):
        outlines.append(
            Outline(
                Intent.OWN_IT,
                (heard, *((say("OWN"),) if situation.claims("wrong") else ()), say("WILL_CHANGE")),
            )
        )
    outlines.append(Outline(Intent.ASK, (heard, say("ASK"))))
    outlines.append(Outline(Intent.ACKNOWLEDGE, (heard, say("OPEN"))))
    return _each_intent_once(outlines)


def _each_intent_once(outlines: list[Outline]) -> tuple[Outline, ...]:
    by_intent: dict[Intent, Outline] = {}
    for outline in outlines:
        by_intent.setdefault(outline.intent, outline)
    return tuple(by_intent.values())


STRATEGY = StrategyRule(Strategy.DISAGREE, _fits, _advise)
