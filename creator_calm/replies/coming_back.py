"""Replies that belong to a promise: no answer yet, the answer, an update for others, how is it now.

They stand beside what the strategy advises: while facts are missing the line that there is no
answer yet, once it is decided the answer that was promised, and then what comes after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.promises import PromiseState
from creator_calm.domain.reply import Chip, Intent
from creator_calm.replies.outline import Outline, maybe, say

if TYPE_CHECKING:
    from creator_calm.replies.outline import Advice
    from creator_calm.replies.situation import Situation

_ASKED_BACK: Final = frozenset(
    {Kind.COMPLAINT, Kind.TECH_PROBLEM, Kind.QUESTION, Kind.CRITIQUE, Kind.MIXED}
)
"""Kinds in which somebody had a trouble that may be over."""

_HOLDING: Final = frozenset({Intent.HOLD, Intent.HOLD_WITH_DATE})
_NO_ANSWER_YET: Final = Outline(
    Intent.NO_ANSWER_YET, (say("NO_ANSWER_YET"), maybe("TIME", only="when", brief=True))
)
_FOLLOW_UP: Final = Outline(
    Intent.FOLLOW_UP,
    (maybe("FOLLOW_UP", only="promise", without="outcome"), say("FOLLOW_UP", only="outcome")),
)
_UPDATE_OTHERS: Final = Outline(Intent.UPDATE_OTHERS, (say("UPDATE_OTHERS", only="outcome"),))
_CHECK_BACK: Final = Outline(Intent.CHECK_BACK, (say("CHECK_BACK"),))


def with_promise(advice: Advice, situation: Situation) -> tuple[Outline, ...]:
    """Return what to compose: the advice, with what an open promise adds to it."""
    if not (advice.public_allowed and situation.public_text_allowed):
        return advice.outlines
    first, last = _beside(situation)
    said = situation.context.promise_said
    # Whoever was told that it is looked into is not told so again as if for the first time.
    others = [one for one in advice.outlines if not (said and one.intent in _HOLDING)]
    return (*first, *others[: max(0, 3 - len(first) - len(last))], *last)


def _beside(situation: Situation) -> tuple[tuple[Outline, ...], tuple[Outline, ...]]:
    ended, said = situation.claims("outcome"), situation.context.promise_said
    not_yet = (_NO_ANSWER_YET,) if said else ()
    match situation.context.promise:
        case PromiseState.PROMISED | PromiseState.FACTS:
            return not_yet, ()
        case PromiseState.SOLUTION:
            return ((_FOLLOW_UP,) if ended else ()), not_yet
        case PromiseState.FOLLOWED_UP:
            return ((_UPDATE_OTHERS,) if ended else ()) + _asking(situation), ()
        case PromiseState.OTHERS_UPDATED:
            return _asking(situation), ()
        case _:
            return (), ()


def _asking(situation: Situation) -> tuple[Outline, ...]:
    return (_CHECK_BACK,) if situation.kind in _ASKED_BACK else ()


def asks_with_promise(asks: tuple[Chip, ...], situation: Situation) -> tuple[Chip, ...]:
    """Return the facts worth ticking, those that follow from a decision first."""
    loss = situation.kind is Kind.COMPLAINT
    first = (chip for chip in situation.context.ask_first if loss or chip is not Chip.OFFER)
    return tuple(dict.fromkeys((*first, *asks)))
