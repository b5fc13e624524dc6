"""Every event in every state of a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.promises import (
    CHIPS_OF,
    Answered,
    AskedBack,
    Decided,
    DueSet,
    Ended,
    Enough,
    Event,
    FactsStand,
    Held,
    Others,
    OthersDone,
    Outcome,
    Promise,
    PromiseState,
    Snoozed,
    Solution,
    WroteAgain,
    after,
    chips_first,
)
from creator_calm.domain.reply import Chip

NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
LATER = datetime(2026, 11, 30, 6, tzinfo=UTC)
DAY, OTHER_DAY = date(2026, 11, 27), date(2026, 12, 1)
BEGUN, SETTLED, UNTOUCHED = (
    FactsStand(True, False),
    FactsStand(True, True),
    FactsStand(False, False),
)
S = PromiseState
ORDER = tuple(PromiseState)


def made(state: PromiseState = S.PROMISED) -> Promise:
    """Return a promise that came to a state on the usual way."""
    way: tuple[Event, ...] = (
        BEGUN,
        Enough(),
        Answered(),
        OthersDone(Others.TOLD),
        Ended(Outcome.BETTER, NOW),
    )
    promise = Promise(1, (CommentKey(7),), NOW, DAY)
    for event in way[: ORDER.index(state)]:
        promise = after(promise, event)
    assert promise.state is state
    return promise


TABLE: dict[str, tuple[Event, dict[PromiseState, PromiseState]]] = {
    "facts begun": (BEGUN, {S.PROMISED: S.FACTS, S.SOLUTION: S.FACTS}),
    "facts settled": (SETTLED, {S.PROMISED: S.SOLUTION, S.FACTS: S.SOLUTION}),
    "no facts": (UNTOUCHED, {S.FACTS: S.PROMISED}),
    "enough": (Enough(), {S.PROMISED: S.SOLUTION, S.FACTS: S.SOLUTION}),
    "decided": (Decided(Solution.FIX), {S.PROMISED: S.SOLUTION, S.FACTS: S.SOLUTION}),
    "held": (Held(OTHER_DAY), {}),
    "answered": (
        Answered(),
        {S.PROMISED: S.FOLLOWED_UP, S.FACTS: S.FOLLOWED_UP, S.SOLUTION: S.FOLLOWED_UP},
    ),
    "told": (OthersDone(Others.TOLD), {S.FOLLOWED_UP: S.OTHERS_UPDATED}),
    "not needed": (OthersDone(Others.NOT_NEEDED), {S.FOLLOWED_UP: S.OTHERS_UPDATED}),
    "ended": (Ended(Outcome.SAME, NOW), dict.fromkeys(ORDER[:-1], S.CLOSED)),
    "snoozed": (Snoozed(LATER), {}),
    "another day": (DueSet(OTHER_DAY), {}),
    "asked back": (AskedBack(NOW), {}),
    "wrote again": (WroteAgain(OTHER_DAY), {S.CLOSED: S.PROMISED}),
}


@pytest.mark.parametrize("state", ORDER)
@pytest.mark.parametrize("name", TABLE)
def test_every_event_in_every_state(name: str, state: PromiseState) -> None:
    event, ways = TABLE[name]
    assert after(made(state), event).state is ways.get(state, state)


def test_a_closed_promise_takes_nothing_but_a_new_comment() -> None:
    closed = made(S.CLOSED)
    for name, (event, _) in TABLE.items():
        if name != "wrote again":
            assert after(closed, event) == closed, name


def test_reopening_begins_the_chain_again() -> None:
    decided = after(made(S.SOLUTION), Decided(Solution.OFFER, "a new print"))
    closed = after(after(decided, Answered()), Ended(Outcome.WORSE, NOW))
    again = after(closed, WroteAgain(OTHER_DAY))
    assert (again.solution, again.words, again.outcome, again.closed_at) == (None, "", None, None)
    assert again.reopened
    assert again.due_on == OTHER_DAY


def test_open_questions_hold_nothing_back_once_it_is_decided() -> None:
    known = after(made(), SETTLED)
    assert after(known, BEGUN).state is S.FACTS
    decided = after(known, Decided(Solution.EXPLAIN))
    assert after(decided, BEGUN).state is S.SOLUTION


def test_doing_something_ends_a_snooze() -> None:
    for event in (Held(None), Answered(), Decided(Solution.FIX), DueSet(OTHER_DAY)):
        asleep = after(made(S.SOLUTION), Snoozed(LATER))
        assert after(asleep, event).snoozed_until is None, event
    assert after(after(made(), Snoozed(LATER)), Snoozed(None)).snoozed_until is None


def test_a_second_holding_reply_moves_the_day_and_nothing_else() -> None:
    held = after(made(S.FACTS), Held(OTHER_DAY))
    assert held == replace(made(S.FACTS), due_on=OTHER_DAY)
    assert after(made(S.FACTS), Held(None)) == made(S.FACTS)


@pytest.mark.parametrize("solution", Solution)
def test_a_decision_asks_for_its_own_facts_first_and_ticks_none(solution: Solution) -> None:
    decided = after(made(S.SOLUTION), Decided(solution))
    assert chips_first(decided) == CHIPS_OF[solution]
    assert (Chip.OFFER in chips_first(decided)) is (solution is Solution.OFFER)


def test_what_is_asked_for_in_the_other_states() -> None:
    asked = {state: chips_first(made(state)) for state in ORDER}
    assert asked[S.PROMISED] == asked[S.FACTS] == asked[S.CLOSED] == ()
    assert asked[S.SOLUTION] == asked[S.FOLLOWED_UP] == asked[S.OTHERS_UPDATED] == (Chip.OUTCOME,)


EVENTS = st.lists(st.sampled_from([event for event, _ in TABLE.values()]), max_size=30)


@given(EVENTS)
def test_no_order_of_events_breaks_a_promise(events: list[Event]) -> None:
    promise = made()
    for event in events:
        before, promise = promise, after(promise, event)
        assert (promise.id, promise.comments, promise.made_at) == (1, (CommentKey(7),), NOW)
        assert (promise.outcome is not None) is (promise.state is S.CLOSED)
        assert (promise.closed_at is not None) is (promise.state is S.CLOSED)
        assert promise.others is None or promise.state in {S.OTHERS_UPDATED, S.CLOSED}
        if isinstance(event, WroteAgain) and before.state is S.CLOSED:
            assert promise.facts_missing
        elif not isinstance(event, FactsStand):
            assert ORDER.index(promise.state) >= ORDER.index(before.state), "never back"
