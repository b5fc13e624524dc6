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
from creator_calm.replies.private_data import find
from creator_calm.replies.situation import POINT_KINDS

if TYPE_CHECKING:
    from creator_calm.replies.outline import Advice
    from creator_calm.replies.situation import Situation

_ASKED_BACK: Final = frozenset({Kind.COMPLAINT, Kind.TECH_PROBLEM, Kind.CRITIQUE, Kind.MIXED})
"""Kinds in which somebody had a trouble that may be over."""

_KINDS: Final = POINT_KINDS | {Kind.ACCUSATION, Kind.PRAISE, Kind.SHARED_STORY}
"""Kinds with somebody to come back to. Care has its own words, and danger none."""

_A_NAME: Final = 3
"""Shorter parts of a name are words too often."""

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
    fits = situation.kind in _KINDS and situation.public_text_allowed
    if not (advice.public_allowed and fits):
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
            update = (_UPDATE_OTHERS,) if ended and _fits_everyone(situation) else ()
            return (*update, *_asking(situation)), ()
        case PromiseState.OTHERS_UPDATED:
            return _asking(situation), ()
        case _:
            return (), ()


def _asking(situation: Situation) -> tuple[Outline, ...]:
    return (_CHECK_BACK,) if situation.kind in _ASKED_BACK else ()


def _fits_everyone(situation: Situation) -> bool:
    """Whether the outcome can be told to everyone: no name, no offer, nothing private in it."""
    outcome = situation.facts.get(Chip.OUTCOME, "")
    name = (situation.comment.author.name or "").strip(" @")
    offers = (situation.facts.get(Chip.OFFER, ""), *situation.context.between)
    kept_back = tuple(words for words in (name, *name.split(), *offers) if len(words) >= _A_NAME)
    return next(find(outcome, private_words=kept_back), None) is None


def asks_with_promise(asks: tuple[Chip, ...], situation: Situation) -> tuple[Chip, ...]:
    """Return the facts worth ticking, those that follow from a decision first."""
    loss = situation.kind is Kind.COMPLAINT
    first = (chip for chip in situation.context.ask_first if loss or chip is not Chip.OFFER)
    return tuple(dict.fromkeys((*first, *asks)))
