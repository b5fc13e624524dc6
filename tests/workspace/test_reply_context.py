"""What the advisor is told of this hour and of what went before, read from the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.comment import CommentKey, Moment, Precision
from creator_calm.domain.moods import Mood
from creator_calm.domain.reply import ReasonCode, Strategy
from creator_calm.domain.voice import AS_SET, Before, ReplyWish
from creator_calm.domain.voice import Moment as Hour
from tests.storage.builders import CRITIQUE, HARSH_POINT, MIX, QUESTION, THREAT
from tests.workspace.test_rounds import bring, reply, said

if TYPE_CHECKING:
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

HARSH = CommentKey(MIX.index(HARSH_POINT) + 1)
CRITIC = CommentKey(MIX.index(CRITIQUE) + 1)
ANYWAY = ReplyWish(anyway=True)


def moment(desk: Workspace) -> Hour:
    return desk.replying._surroundings.moment()


def before(desk: Workspace, key: int) -> Before:
    stored = desk._session.stored(CommentKey(key))
    return desk.replying._surroundings.before(stored, stored.assessment)


@pytest.mark.parametrize(
    ("hour", "late"), [(21, False), (22, True), (0, True), (5, True), (6, False), (12, False)]
)
def test_the_night_is_from_ten_to_six_by_the_local_clock(
    full: Workspace, clock: StoppedClock, hour: int, late: bool
) -> None:
    clock.set(datetime(2026, 5, 20, hour, 0, tzinfo=UTC))
    assert moment(full).late is late
    clock.move_to(timezone(timedelta(hours=12)))
    assert moment(full).late is ((hour + 12) % 24 >= 22 or (hour + 12) % 24 < 6)


def test_a_low_note_of_today_counts_until_a_better_one(full: Workspace) -> None:
    assert not moment(full).low_today
    full.care.moods.note(Mood(0, datetime.now(UTC), pleasant=10))
    assert moment(full).low_today
    assert full.replying.plan(HARSH).reason is ReasonCode.LOW_TODAY
    full.care.moods.note(Mood(0, datetime.now(UTC), pleasant=80))
    assert not moment(full).low_today


def test_enough_read_counts_with_opened_ones_and_the_sitting(
    full: Workspace, clock: StoppedClock
) -> None:
    assert not moment(full).spent
    for _ in range(5):
        full.care.breaks.revealed()
    assert moment(full).spent
    full.preferences.set("breaks.harsh_budget", 0)
    assert not moment(full).spent
    for _ in range(400):
        full.care.breaks.tick(True, False)
        clock.advance(3)
    assert moment(full).spent
    full.preferences.set("breaks.sitting_minutes", 0)
    assert not moment(full).spent


def test_two_signs_step_back_and_one_click_plans_anyway(
    full: Workspace, clock: StoppedClock
) -> None:
    clock.set(datetime(2026, 5, 20, 23, 0, tzinfo=UTC))
    assert full.replying.plan(CRITIC).strategy is Strategy.ACKNOWLEDGE_AND_ACT
    full.care.moods.note(Mood(0, clock.utc(), pleasant=5))
    paused = full.replying.plan(CRITIC)
    assert (paused.strategy, paused.suggestions) == (Strategy.STEP_BACK, ())
    anyway = full.replying.plan(CRITIC, wish=ANYWAY)
    assert anyway.strategy is Strategy.ACKNOWLEDGE_AND_ACT
    assert anyway.suggestions


def test_two_rounds_and_an_answer_of_the_library_rest(desk: Workspace, clock: StoppedClock) -> None:
    (one,) = bring(desk, [said(clock, 1, "anna", None)])
    for number in (2, 3):
        reply(desk, clock, one)
        (one,) = bring(desk, [said(clock, number, "anna", 1)])
    assert before(desk, one.key).rounds == 2
    assert desk.replying.plan(CommentKey(one.key)).reason is ReasonCode.TWO_ROUNDS
    assert desk.replying.plan(CommentKey(one.key), wish=ANYWAY).suggestions
    asked, _ = bring(desk, [said(clock, 8, "bo", None), said(clock, 9, "me", 8)], QUESTION)
    assert before(desk, asked.key).answered
    assert desk.replying.plan(CommentKey(asked.key)).reason is ReasonCode.ALREADY_ANSWERED


def test_old_is_more_than_thirty_days_and_only_when_the_time_is_known(
    desk: Workspace, clock: StoppedClock
) -> None:
    young, old, unknown = (
        replace(said(clock, number, "anna", None), written_at=written)
        for number, written in (
            (1, Moment(clock.utc() - timedelta(days=30), Precision.EXACT)),
            (2, Moment(clock.utc() - timedelta(days=31), Precision.DAY)),
            (3, None),
        )
    )
    bring(desk, [young, old, unknown])
    assert [before(desk, key).old for key in (1, 2, 3)] == [False, True, False]


def test_nothing_is_asked_about_a_threat(full: Workspace) -> None:
    assert before(full, MIX.index(THREAT) + 1) == Before()
    assert before(full, 3).put_away == 3


def test_the_same_library_and_hour_give_the_same_plan(full: Workspace) -> None:
    for key in range(1, 25):
        first = full.replying.plan(CommentKey(key), wish=AS_SET)
        assert full.replying.plan(CommentKey(key)) == first
