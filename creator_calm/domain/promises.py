"""A holding reply now, the full answer later: what was said to whom, and how far it has come.

A pure state machine. An event that makes no sense where a promise stands leaves it as it is, so
that a button pressed twice, or a reply copied again, does no harm. Nothing here is a failure: a
promise can be past its day, and that is all that is said of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from creator_calm.domain.reply import Audience, Chip

if TYPE_CHECKING:
    from datetime import date, datetime

    from creator_calm.domain.comment import CommentKey


class PromiseState(StrEnum):
    """The six steps, in their order."""

    PROMISED = "promised"
    FACTS = "facts"
    SOLUTION = "solution"
    FOLLOWED_UP = "followed_up"
    OTHERS_UPDATED = "others_updated"
    CLOSED = "closed"


class Solution(StrEnum):
    """What the creator decided to do about it."""

    FIX = "fix"
    EXPLAIN = "explain"
    OFFER = "offer"
    NO_CHANGE = "no_change"


class Outcome(StrEnum):
    """How it ended, in the creator's own eyes. Never added up to a rate."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NO_ANSWER = "no_answer"


class Others(StrEnum):
    """What became of those who saw it: told, or they did not need to be."""

    TOLD = "told"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise to one person, or to a group when several comments hang on it.

    `id` 0 is a new one. `who` and `about` are the creator's words where no comment says it.
    `due_on` is a day of the creator's own; times are aware UTC. `words` go with the solution: why,
    or which offer. `said_at` is when a reply about it was used. What is known stands with the
    comments (domain/facts.py), so `state` follows them with each look.
    """

    id: int
    comments: tuple[CommentKey, ...]
    made_at: datetime
    due_on: date
    state: PromiseState = PromiseState.PROMISED
    who: str = ""
    about: str = ""
    audience: Audience = Audience.PUBLIC
    solution: Solution | None = None
    words: str = ""
    others: Others | None = None
    outcome: Outcome | None = None
    snoozed_until: datetime | None = None
    closed_at: datetime | None = None
    reopened: bool = False
    said_at: tuple[datetime, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is still something to come back to."""
        return self.state is not PromiseState.CLOSED

    @property
    def facts_missing(self) -> bool:
        """Whether an answer would still be a guess."""
        return self.state in {PromiseState.PROMISED, PromiseState.FACTS}


# events


@dataclass(frozen=True, slots=True)
class FactsStand:
    """How far the questions about its comments are looked into."""

    started: bool
    settled: bool


@dataclass(frozen=True, slots=True)
class Enough:
    """What is known will do, where there are no questions to mark."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What will be done; `words` say why, or name the offer."""

    solution: Solution
    words: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Another holding reply was used, with a new day or with none."""

    due_on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """The full reply was used; it may name a day to come back once more."""

    due_on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OthersDone:
    """Those who saw it were told, or need not be."""

    others: Others


@dataclass(frozen=True, slots=True)
class AskedBack:
    """The creator asked how it went."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Ended:
    """How it turned out; that closes it."""

    outcome: Outcome
    at: datetime


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Not before then; None: look at it again now."""

    until: datetime | None


@dataclass(frozen=True, slots=True)
class DueSet:
    """Another day."""

    due_on: date


@dataclass(frozen=True, slots=True)
class WroteAgain:
    """The same author wrote again in that thread after it was closed. `due_on` is the new day."""

    due_on: date


Event = (
    FactsStand | Enough | Decided | Held | Answered | OthersDone | AskedBack | Ended | Snoozed
    | DueSet | WroteAgain
)  # fmt: skip

_S = PromiseState
_WAITING: Final = frozenset({_S.PROMISED, _S.FACTS, _S.SOLUTION})
_ANSWERED: Final = frozenset({_S.FOLLOWED_UP, _S.OTHERS_UPDATED})


def after(promise: Promise, event: Event) -> Promise:  # noqa: C901, PLR0911 - one line an event
    """Return the promise after an event; the same promise where the event means nothing to it."""
    match event:
        case FactsStand(started, settled):
            return _with_facts(promise, started=started, settled=settled)
        case Enough():
            return replace(promise, state=_S.SOLUTION) if promise.facts_missing else promise
        case Decided(solution, words):
            return _decided(promise, solution, words)
        case Held(due_on, at):
            return _held(promise, due_on, at)
        case Answered(due_on, at):
            return _answered(promise, due_on, at)
        case AskedBack(at):
            return _said(promise, at) if promise.is_open else promise
        case OthersDone(others):
            return _others_done(promise, others)
        case Ended(outcome, at):
            return _ended(promise, outcome, at)
        case Snoozed(until):
            return replace(promise, snoozed_until=until) if promise.is_open else promise
        case DueSet(due_on):
            changed = replace(promise, due_on=due_on, snoozed_until=None)
            return changed if promise.is_open else promise
        case WroteAgain(due_on):
            return _reopened(promise, due_on)


def _awake(promise: Promise, state: PromiseState) -> Promise:
    """Go to a state; what was put off until later is taken up by doing it."""
    return replace(promise, state=state, snoozed_until=None)


def _with_facts(promise: Promise, *, started: bool, settled: bool) -> Promise:
    """Follow the questions until something is decided; from then on they change nothing."""
    undecided = promise.facts_missing or (
        promise.state is _S.SOLUTION and promise.solution is None and started
    )
    if not undecided:
        return promise
    if settled:
        return replace(promise, state=_S.SOLUTION)
    return replace(promise, state=_S.FACTS if started else _S.PROMISED)


def _decided(promise: Promise, solution: Solution, words: str) -> Promise:
    if promise.state not in _WAITING:
        return promise
    return replace(_awake(promise, _S.SOLUTION), solution=solution, words=words)


def _held(promise: Promise, due_on: date | None, at: datetime | None) -> Promise:
    if promise.state not in _WAITING:
        return promise
    said = _said(promise, at)
    return replace(said, due_on=due_on or promise.due_on, snoozed_until=None)


def _answered(promise: Promise, due_on: date | None, at: datetime | None) -> Promise:
    if promise.state not in _WAITING:
        return promise
    said = _said(_awake(promise, _S.FOLLOWED_UP), at)
    return replace(said, due_on=due_on or promise.due_on)


def _said(promise: Promise, at: datetime | None) -> Promise:
    return promise if at is None else replace(promise, said_at=(*promise.said_at, at))


def _others_done(promise: Promise, others: Others) -> Promise:
    if promise.state not in _ANSWERED:
        return promise
    return replace(_awake(promise, _S.OTHERS_UPDATED), others=others)


def _ended(promise: Promise, outcome: Outcome, at: datetime) -> Promise:
    if not promise.is_open:
        return promise
    return replace(_awake(promise, _S.CLOSED), outcome=outcome, closed_at=at, reopened=False)


def _reopened(promise: Promise, due_on: date) -> Promise:
    """Begin the chain again; the old decision was about the old comment."""
    if promise.is_open:
        return promise
    return replace(
        promise,
        state=_S.PROMISED,
        solution=None,
        words="",
        others=None,
        outcome=None,
        closed_at=None,
        snoozed_until=None,
        due_on=due_on,
        reopened=True,
    )


CHIPS_OF: Final = {
    Solution.FIX: (Chip.ALREADY_FIXED, Chip.WILL_CHANGE, Chip.OUTCOME, Chip.WHEN),
    Solution.EXPLAIN: (Chip.BECAUSE, Chip.OUTCOME),
    Solution.OFFER: (Chip.OFFER, Chip.OUTCOME, Chip.WHEN),
    Solution.NO_CHANGE: (Chip.WONT_CHANGE, Chip.BECAUSE, Chip.SEE_IT_DIFFERENTLY),
}
"""What a decision lets the creator say. They are asked for first, and none is ticked for them."""


def chips_first(promise: Promise) -> tuple[Chip, ...]:
    """Return the facts to ask for first where a promise stands."""
    if promise.state is _S.SOLUTION and promise.solution is not None:
        return CHIPS_OF[promise.solution]
    return (Chip.OUTCOME,) if promise.state in _ANSWERED or promise.state is _S.SOLUTION else ()
