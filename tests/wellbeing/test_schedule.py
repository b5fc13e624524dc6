from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.care import Answer, PlannedItem, ScheduleItem, Starter
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.wellbeing.schedule import STARTERS, checked, planned, read_time, to_show
from tests.wellbeing.stopped import STOCKHOLM

WALK = ScheduleItem(1, "Walk", frozenset({2}), time(16), 30)
LATE = ScheduleItem(2, "Sleep", frozenset({2}), time(1, 30), 30)
EVERY = frozenset(range(7))


def local(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=STOCKHOLM).astimezone(UTC)


Answers = dict[int, tuple[Answer, datetime]]


def plan(
    now: datetime, *items: ScheduleItem, answers: Answers | None = None
) -> tuple[PlannedItem, ...]:
    return planned(items, answers or {}, now, STOCKHOLM)


def test_only_the_days_own_items() -> None:
    assert plan(local(19, 12), WALK) == ()  # a Tuesday
    (item,) = plan(local(20, 12), WALK)
    assert (item.due, item.answer) == (False, None)
    (item,) = plan(local(20, 16), WALK)
    assert item.due


def test_an_evening_lasts_until_four() -> None:
    (item,) = plan(local(20, 23), LATE)
    assert not item.due
    (item,) = plan(local(21, 2), LATE)
    assert item.due
    assert plan(local(21, 4), LATE) == ()


def test_answers_hold_for_the_day() -> None:
    answers = {1: (Answer.DONE, local(20, 17))}
    (item,) = plan(local(20, 18), WALK, answers=answers)
    assert (item.answer, item.due) == (Answer.DONE, False)
    (item,) = plan(local(27, 18), WALK, answers=answers)
    assert (item.answer, item.due) == (None, True)


def test_later_comes_back_in_ten_minutes() -> None:
    answers = {1: (Answer.LATER, local(20, 16, 5))}
    (item,) = plan(local(20, 16, 14), WALK, answers=answers)
    assert not item.due
    (item,) = plan(local(20, 16, 15), WALK, answers=answers)
    assert item.due


def test_later_said_early_does_not_bring_it_forward() -> None:
    answers = {1: (Answer.LATER, local(20, 9))}
    (item,) = plan(local(20, 10), WALK, answers=answers)
    assert not item.due


@pytest.mark.parametrize(("month", "day"), [(3, 29), (10, 25)])
def test_days_of_23_and_25_hours(month: int, day: int) -> None:
    item = ScheduleItem(1, "Walk", EVERY, time(16), 30)
    (before,) = plan(local(day, 15, 59, month), item)
    (at,) = plan(local(day, 16, 0, month), item)
    assert (before.due, at.due) == (False, True)


def test_a_time_that_the_clock_change_leaves_out_still_comes() -> None:
    item = ScheduleItem(1, "Tea", EVERY, time(2, 30), 30)
    # 02:30 on 29 March 2026 does not exist; that night belongs to the 28th.
    (found,) = plan(local(29, 3, 45, 3), item)
    assert found.due


def test_at_most_three_unanswered_due_first() -> None:
    items = [ScheduleItem(n, f"Item {n}", EVERY, time(8 + n), 30) for n in range(5)]
    plans = plan(local(20, 9, 30), *items, answers={0: (Answer.DONE, local(20, 9))})
    shown = to_show(plans)
    assert [entry.item.id for entry in shown] == [1, 2, 3]
    assert shown[0].due


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": "  "}, ProblemCode.FIELD_EMPTY),
        ({"title": "x" * 121}, ProblemCode.TEXT_TOO_LONG),
        ({"note": "x" * 1001}, ProblemCode.TEXT_TOO_LONG),
        ({"days": frozenset[int]()}, ProblemCode.NO_DAYS),
        ({"days": frozenset({7})}, ProblemCode.NO_DAYS),
        ({"minutes": 0}, ProblemCode.BAD_TIME),
        ({"at": time(4, tzinfo=UTC)}, ProblemCode.BAD_TIME),
    ],
)
def test_what_will_not_do_is_said(change: dict[str, Any], code: ProblemCode) -> None:
    with pytest.raises(Problem) as caught:
        checked(replace(WALK, **change))
    assert caught.value.code is code


def test_titles_are_trimmed() -> None:
    assert checked(replace(WALK, title="  a \n walk ")).title == "a walk"


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("8", time(8)), ("8:30", time(8, 30)), ("08.30", time(8, 30)), ("0830", time(8, 30)),
        (" 22 15 ", time(22, 15)), ("0", time(0)), ("24", None), ("8:60", None), ("", None),
        ("noon", None), ("٨", None), ("8:30:00", None), ("-1", None),
    ],
)  # fmt: skip
def test_times_as_typed(typed: str, at: time | None) -> None:
    if at is None:
        with pytest.raises(Problem) as caught:
            read_time(typed)
        assert caught.value.code is ProblemCode.BAD_TIME
    else:
        assert read_time(typed) == at


@given(st.text(max_size=8))
def test_any_typed_time_is_a_time_or_a_problem(typed: str) -> None:
    with contextlib.suppress(Problem):
        assert isinstance(read_time(typed), time)


def test_starters_would_pass_once_they_have_a_title() -> None:
    assert set(STARTERS) == set(Starter)
    for item in STARTERS.values():
        assert checked(replace(item, title="named")).minutes >= 15


@given(st.integers(0, 60 * 24 * 366), st.times(), st.sets(st.integers(0, 6)))
def test_never_due_before_its_time(minutes: int, at: time, days: set[int]) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    item = ScheduleItem(1, "x", frozenset(days), at, 30)
    for found in plan(now, item):
        if found.due and not time(4) > at:
            assert now.astimezone(STOCKHOLM).time() >= at or now.astimezone(STOCKHOLM).hour < 4
