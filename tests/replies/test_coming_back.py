"""Replies that belong to a promise: what is offered when, clean, claiming nothing unticked, for all."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from creator_calm.domain.assessment import SAFETY_KINDS, Kind
from creator_calm.domain.promises import CHIPS_OF, PromiseState, Solution
from creator_calm.domain.reply import Audience, Chip, Intent, Strategy, Suggestion, Tone
from creator_calm.replies.chips import claims
from creator_calm.replies.draft_check import Addressee, check
from tests.replies.gates import WRITING
from tests.replies.made import LANGUAGES, TEXTS, advise

S = PromiseState
OUTCOME = {"en": "the new file went up on Monday", "sv": "den nya filen gick upp i måndags"}
OPEN = tuple(state for state in S if state is not S.CLOSED)
OURS = frozenset({Intent.FOLLOW_UP, Intent.NO_ANSWER_YET, Intent.CHECK_BACK, Intent.UPDATE_OTHERS})


def made(
    kind: Kind, language: str, state: S, facts: dict[Chip, str] | None = None, **more: Any
) -> tuple[Suggestion, ...]:
    waits = state in {S.PROMISED, S.FACTS}
    context: dict[str, Any] = {"promise": state, "promise_said": True, "facts_wait": waits} | more
    return advise(kind, language, ticked=facts or {}, **context).suggestions


def intents(*args: object, **more: object) -> set[Intent]:
    return {one.intent for one in made(*args, **more)} & OURS  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_step_has_its_replies(language: str) -> None:
    ended = {Chip.OUTCOME: OUTCOME[language]}
    kind = Kind.COMPLAINT
    assert intents(kind, language, S.PROMISED) == {Intent.NO_ANSWER_YET}
    assert intents(kind, language, S.FACTS) == {Intent.NO_ANSWER_YET}
    assert intents(kind, language, S.SOLUTION) == {Intent.NO_ANSWER_YET}
    assert intents(kind, language, S.SOLUTION, ended) == {Intent.FOLLOW_UP, Intent.NO_ANSWER_YET}
    assert intents(kind, language, S.FOLLOWED_UP) == {Intent.CHECK_BACK}
    both = {Intent.CHECK_BACK, Intent.UPDATE_OTHERS}
    assert intents(kind, language, S.FOLLOWED_UP, ended) == both
    assert intents(kind, language, S.OTHERS_UPDATED) == {Intent.CHECK_BACK}
    assert intents(kind, language, S.CLOSED, ended) == set()
    assert intents(kind, language, S.PROMISED, promise_said=False) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_told_twice_that_it_is_looked_into(language: str) -> None:
    first = advise(Kind.COMPLAINT, language, promise=S.PROMISED, facts_wait=True)
    assert first.strategy is Strategy.HOLD
    assert first.suggestions[0].intent is Intent.HOLD
    again = made(Kind.COMPLAINT, language, S.PROMISED)
    assert not {Intent.HOLD, Intent.HOLD_WITH_DATE} & {one.intent for one in again}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_clean_fresh_and_claims_what_is_ticked(language: str) -> None:
    """Over all kinds, states, voices and attempts."""
    counted = 0
    seen: set[str] = set()
    for kind, state, tone in itertools.product(WRITING, OPEN, Tone):
        for facts in ({}, {Chip.OUTCOME: OUTCOME[language]}, {Chip.WHEN: "2026-12-01"}):
            texts: list[str] = []
            for attempt in range(4):
                for one in made(kind, language, state, facts, tone=tone, attempt=attempt):
                    if one.intent not in OURS:
                        continue
                    counted += 1
                    texts.append(one.text)
                    assert one.audience is Audience.PUBLIC
                    assert one.claims <= claims(facts), one
                    to = Addressee(TEXTS[language][kind], one.audience)
                    off = frozenset({"off_topic"})
                    assert check(one.text, language, kind, off=off, to=to).findings == (), one.text
                    assert "{" not in one.text
                    assert "  " not in one.text
                    assert one.text[0].isupper()
            assert len(set(texts)) == len(texts), "another never repeats"
            seen.update(texts)
    assert counted > 500
    assert len(seen) > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_it_reaches_danger(language: str) -> None:
    facts = {Chip.OUTCOME: OUTCOME[language], Chip.WHEN: "2026-12-01"}
    for kind, state in itertools.product((*SAFETY_KINDS, Kind.DISTRESS), S):
        assert made(kind, language, state, facts) == ()


NAMED = (
    "Anna got a new one",
    "we sent @anna a new one",
    "you get 20 % off the next one, and it is fine",
    "order 1234567 went out again",
    "write to tessa@example.org and ask",
    "it went to Storgatan 12",
)


@pytest.mark.parametrize("outcome", NAMED)
def test_an_update_for_everyone_holds_no_name_no_offer_and_nothing_private(outcome: str) -> None:
    def offered(words: str) -> bool:
        plan = advise(
            Kind.COMPLAINT,
            ticked={Chip.OUTCOME: words},
            promise=S.FOLLOWED_UP,
            between=("20 % off the next one",),
        )
        return any(one.intent is Intent.UPDATE_OTHERS for one in plan.suggestions)

    assert not offered(outcome)
    assert offered("all parcels of that week have gone out again")


@pytest.mark.parametrize("solution", Solution)
def test_what_follows_from_a_decision_is_asked_for_first_and_never_ticked(
    solution: Solution,
) -> None:
    plan = advise(Kind.COMPLAINT, promise=S.SOLUTION, ask_first=CHIPS_OF[solution])
    assert plan.asks[: len(CHIPS_OF[solution])] == CHIPS_OF[solution]
    assert all(not one.claims for one in plan.suggestions)
    critique = advise(Kind.CRITIQUE, promise=S.SOLUTION, ask_first=CHIPS_OF[Solution.OFFER])
    assert Chip.OFFER not in critique.asks, "an offer needs a loss"
