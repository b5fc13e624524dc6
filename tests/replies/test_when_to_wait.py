"""When waiting or silence is the advice, and what brings the words all the same."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Facet, Kind
from creator_calm.domain.reply import Action, Chip, Intent, ReasonCode, Strategy
from creator_calm.domain.voice import Before, Moment
from tests.replies.made import LANGUAGES, advise

NIGHT, LOW, SPENT = Moment(late=True), Moment(low_today=True), Moment(spent=True)
BAD_NIGHT = Moment(late=True, low_today=True)
CALM_KINDS = (Kind.CRITIQUE, Kind.QUESTION, Kind.COMPLAINT, Kind.PRAISE, Kind.CORRECTION)


@pytest.mark.parametrize("moment", [NIGHT, LOW, SPENT, Moment()])
def test_one_sign_of_a_heavy_moment_leaves_calm_comments_alone(moment: Moment) -> None:
    for kind in CALM_KINDS:
        assert advise(kind, moment=moment) == advise(kind)


@pytest.mark.parametrize(
    "moment",
    [
        BAD_NIGHT,
        Moment(late=True, spent=True),
        Moment(low_today=True, spent=True),
        Moment(True, True, True),
    ],
)
def test_two_signs_put_a_pause_first_and_one_wish_brings_the_words(moment: Moment) -> None:
    for kind in (Kind.CRITIQUE, Kind.QUESTION, Kind.COMPLAINT, Kind.HARSH_CRITIQUE):
        paused = advise(kind, moment=moment)
        assert (paused.strategy, paused.reason) == (Strategy.STEP_BACK, ReasonCode.HEAVY_MOMENT)
        assert paused.suggestions == ()
        assert paused.may_write
        assert paused.actions[0] is Action.SNOOZE
        assert advise(kind, moment=moment, anyway=True) == advise(kind)
    for kind in (Kind.PRAISE, Kind.SHARED_STORY, Kind.SPAM):
        assert advise(kind, moment=moment) == advise(kind)


def test_what_hurts_waits_at_night_and_on_a_heavy_day() -> None:
    for moment, reason in ((NIGHT, ReasonCode.LATE_HOUR), (LOW, ReasonCode.LOW_TODAY)):
        for kind in (Kind.HARSH_CRITIQUE, Kind.ACCUSATION):
            waits = advise(kind, moment=moment)
            assert (waits.strategy, waits.reason) == (Strategy.SILENCE, reason)
            assert waits.may_write
            assert advise(kind, moment=moment, anyway=True) == advise(kind)
        hurt = {"severity": 2}
        assert advise(Kind.COMPLAINT, moment=moment, verdict=hurt).reason is reason
        ticked = advise(Kind.COMPLAINT, moment=moment, verdict=hurt, ticked=(Chip.LATE,))
        assert ticked.strategy is Strategy.RESOLVE_COMPLAINT
    assert advise(Kind.HARSH_CRITIQUE, moment=SPENT) == advise(Kind.HARSH_CRITIQUE)


def test_a_reason_to_be_silent_of_its_own_stands_at_any_hour() -> None:
    for kind in (Kind.TROLL, Kind.ABUSE, Kind.VAGUE_NEGATIVE):
        assert advise(kind, moment=NIGHT) == advise(kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind",
    [Kind.CRITIQUE, Kind.MIXED, Kind.HARSH_CRITIQUE, Kind.DISAGREEMENT, Kind.DISAPPOINTMENT],
)
def test_after_two_rounds_it_rests_or_one_line_leaves_it_there(kind: Kind, language: str) -> None:
    once = advise(kind, language, before=Before(rounds=1))
    assert once == advise(kind, language)
    for rounds in (2, 5):
        over = advise(kind, language, before=Before(rounds=rounds))
        assert (over.strategy, over.reason) == (Strategy.SILENCE, ReasonCode.TWO_ROUNDS)
        assert over.suggestions == ()
        anyway = advise(kind, language, before=Before(rounds=rounds), anyway=True)
        assert [one.intent for one in anyway.suggestions] == [Intent.ACKNOWLEDGE]
        assert set(anyway.suggestions[0].moves) <= {"open", "ack", "restate", "thank"}
        assert len(anyway.suggestions[0].phrases) <= 2


def test_a_complaint_goes_private_first_after_a_round_or_under_harsh_words() -> None:
    def first(**more: object) -> Intent:
        plan = advise(Kind.COMPLAINT, ticked=(Chip.WILL_CHANGE,), **more)  # type: ignore[arg-type]
        return plan.suggestions[0].intent

    assert first() is Intent.OWN_IT
    for more in (
        {"before": Before(rounds=1)},
        {"verdict": {"severity": 2}},
        {"verdict": {"facets": frozenset({Facet.PROFANITY})}},
    ):
        assert first(**more) is Intent.ACKNOWLEDGE_AND_PRIVATE
    assert first(before=Before(rounds=1), private_channel="") is Intent.OWN_IT


def test_a_boundary_said_once_is_silence_after_that() -> None:
    for before in (Before(rounds=1), Before(put_away=3)):
        again = advise(Kind.PARASOCIAL, before=before)
        assert (again.strategy, again.reason) == (Strategy.SILENCE, ReasonCode.UNWANTED_CONTACT)
        assert again.actions == (Action.DOCUMENT, Action.BLOCK)
        assert advise(Kind.PARASOCIAL, before=before, anyway=True).suggestions == ()
    assert advise(Kind.PARASOCIAL, before=Before(put_away=2)) == advise(Kind.PARASOCIAL)


def test_what_has_its_answer_rests() -> None:
    mine = advise(Kind.QUESTION, before=Before(answered=True))
    assert (mine.strategy, mine.reason) == (Strategy.SILENCE, ReasonCode.ALREADY_ANSWERED)
    theirs = advise(Kind.QUESTION, before=Before(by_others=True))
    assert (theirs.strategy, theirs.reason) == (Strategy.SILENCE, ReasonCode.OTHERS_ANSWERED)
    for before in (Before(answered=True), Before(by_others=True)):
        assert advise(Kind.QUESTION, before=before, anyway=True) == advise(Kind.QUESTION)
    assert advise(Kind.CRITIQUE, before=Before(by_others=True)) == advise(Kind.CRITIQUE)
    told = advise(Kind.QUESTION, ticked=(Chip.ANSWER,), before=Before(by_others=True))
    assert told.strategy is Strategy.ANSWER


def test_after_a_month_only_talk_rests_and_not_what_somebody_needs() -> None:
    old = Before(old=True)
    for kind in (Kind.DISAGREEMENT, Kind.DISAPPOINTMENT, Kind.HARSH_CRITIQUE):
        rests = advise(kind, before=old)
        assert (rests.strategy, rests.reason) == (Strategy.SILENCE, ReasonCode.OLD)
        assert advise(kind, before=old, anyway=True) == advise(kind)
        assert advise(kind, before=old, ticked=(Chip.PARTLY_WRONG,)).suggestions
    for kind in (Kind.COMPLAINT, Kind.QUESTION, Kind.PRAISE, Kind.CORRECTION, Kind.CRITIQUE):
        assert advise(kind, before=old) == advise(kind)


def test_blocking_is_suggested_from_the_third_time() -> None:
    for kind in (Kind.ABUSE, Kind.TROLL):
        assert Action.BLOCK in advise(kind, before=Before(put_away=3)).actions
        assert Action.BLOCK not in advise(kind, before=Before(put_away=2)).actions


def test_bait_from_somebody_trusted_may_just_be_a_bad_mood() -> None:
    trusted = {"facets": frozenset({Facet.REGULAR})}
    mild = advise(Kind.TROLL, verdict=trusted)
    assert [one.intent for one in mild.suggestions] == [Intent.ASK]
    hard = advise(Kind.TROLL, verdict=trusted | {"severity": 3})
    assert (hard.strategy, hard.suggestions) == (Strategy.SILENCE, ())


def test_nothing_of_this_touches_safety_and_care() -> None:
    for kind in (Kind.THREAT, Kind.SEXUAL, Kind.DISTRESS):
        for anyway in (False, True):
            around = advise(
                kind, moment=BAD_NIGHT, before=Before(2, 3, True, True, True), anyway=anyway
            )
            assert around == advise(kind)
    assert not advise(Kind.THREAT).may_write
    assert not advise(Kind.HATE).may_write
    assert advise(Kind.ABUSE).may_write
