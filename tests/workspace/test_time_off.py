"""Done for today, breaks from social media, coming back, and the calendar file of the desk."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.care import Phase, ScheduleItem, SocialBreak, TimeOff
from creator_calm.domain.change import Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.wellbeing.exposure import next_reading
from creator_calm.wellbeing.time_off import standing
from tests.reports.ics_reading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

TODAY = date(2026, 5, 20)
HOUR = 3600


def phase(desk: Workspace) -> Phase:
    return desk.care.breaks.state.phase


def test_done_for_today_is_quiet_until_the_morning(
    desk: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    assert desk.care.time_off.standing() is TimeOff.NONE
    desk.care.time_off.done_for_today()
    desk = opened()
    assert desk.care.time_off.standing() is TimeOff.DONE_TODAY
    assert phase(desk) is Phase.QUIET
    clock.sleep(17 * HOUR)  # 03:00: it is still that day
    assert desk.care.time_off.standing() is TimeOff.DONE_TODAY
    clock.sleep(2 * HOUR)
    desk.care.breaks.tick(active=False, typing=False)
    assert desk.care.time_off.standing() is TimeOff.NEXT_MORNING
    assert phase(desk) is Phase.IDLE
    desk.care.time_off.back_today()
    assert opened().care.time_off.standing() is TimeOff.NONE


def test_being_back_after_all(desk: Workspace) -> None:
    desk.care.time_off.done_for_today()
    change = desk.care.time_off.back_today()
    assert change.deed is Deed.TIME_OFF_ENDED
    assert desk.care.time_off.standing() is TimeOff.NONE
    assert desk.care.breaks.state.phase is Phase.IDLE


def test_done_works_while_all_is_covered(desk: Workspace) -> None:
    desk.care.breaks.enter_live()
    desk.care.time_off.done_for_today()
    desk.care.breaks.leave_live()
    assert desk.care.time_off.standing() is TimeOff.DONE_TODAY


def test_a_break_from_social_media(
    desk: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    planned = SocialBreak(TODAY + timedelta(days=1), TODAY + timedelta(days=8), " Back in June. ")
    desk.care.time_off.plan(planned)
    seen = []
    for _day in range(26):
        desk = opened()
        seen.append(desk.care.time_off.standing())
        clock.sleep(24 * HOUR)
    assert seen == (
        [TimeOff.COMING] + 8 * [TimeOff.ON_BREAK] + 14 * [TimeOff.BACK] + 3 * [TimeOff.NONE]
    )
    kept = desk.care.time_off.social_break()
    assert kept is not None
    assert kept.line == "Back in June."


def test_planning_and_ending_can_be_taken_back(desk: Workspace) -> None:
    away = desk.care.time_off
    away.plan(SocialBreak(TODAY, TODAY))
    away.end()
    assert away.social_break() is None
    desk.undo()
    assert away.social_break() == SocialBreak(TODAY, TODAY)
    desk.undo()
    assert away.social_break() is None
    desk.redo()
    assert away.standing() is TimeOff.ON_BREAK


@pytest.mark.parametrize(
    ("first", "last", "line", "code"),
    [
        (TODAY, TODAY - timedelta(days=1), "", ProblemCode.BAD_DATES),
        (TODAY, TODAY + timedelta(days=732), "", ProblemCode.BAD_DATES),
        (TODAY, TODAY, "x" * 501, ProblemCode.TEXT_TOO_LONG),
    ],
)
def test_impossible_breaks_are_refused(
    desk: Workspace, first: date, last: date, line: str, code: ProblemCode
) -> None:
    with pytest.raises(Problem) as refused:
        desk.care.time_off.plan(SocialBreak(first, last, line))
    assert refused.value.code is code
    assert desk.care.time_off.social_break() is None


@pytest.mark.parametrize("kept", ["x", {"first": "x", "last": "y"}, {"first": 3}, [], 7])
def test_a_memory_that_cannot_be_read_is_none(desk: Workspace, kept: object) -> None:
    with desk._library.writing():
        desk._library.settings.remember("social_break", kept)
        desk._library.settings.remember("done_on", kept)
    assert desk.care.time_off.standing() is TimeOff.NONE


def test_a_clock_that_ran_years_ahead_leaves_nothing_behind() -> None:
    assert standing(None, date(2030, 1, 1), TODAY) is TimeOff.NONE
    assert standing(SocialBreak(TODAY, TODAY), None, date(2031, 1, 1)) is TimeOff.NONE


def test_the_calendar_of_the_desk(desk: Workspace, opened: Callable[[], Workspace]) -> None:
    desk.care.save_item(ScheduleItem(0, "Promenad 🌿", frozenset({2}), time(16), 30))
    desk.care.save_item(ScheduleItem(0, "gone again", frozenset({2}), time(16), 30))
    desk.care.remove_item(desk.care.schedule()[1].id)
    (event,) = read(desk.care.time_off.calendar())
    assert event["SUMMARY"] == "Promenad 🌿"
    assert event["DTSTART"] == "20260520T160000"
    (again,) = read(opened().care.time_off.calendar(private_title="Privat", remind=True))
    assert again["UID"] == event["UID"]
    assert again["SUMMARY"] == "Privat"


def test_reading_times_come_one_after_another() -> None:
    times = (time(9), time(13))
    at = datetime(2026, 5, 20, 8, 0, tzinfo=UTC)

    def found(minutes: int) -> tuple[str, bool] | None:
        one = next_reading(times, 1200, at + timedelta(minutes=minutes), UTC)
        return None if one is None else (f"{one.at:%d %H}", one.now)

    assert found(0) == ("20 09", False)
    assert found(60) == ("20 09", True)
    assert found(79) == ("20 09", True)
    assert found(80) == ("20 13", False)
    assert found(6 * 60) == ("21 09", False)
    assert next_reading((), 1200, at, UTC) is None
    late = next_reading((time(23, 50),), 1200, datetime(2026, 5, 21, 0, 5, tzinfo=UTC), UTC)
    assert late is not None
    assert late.now, "a reading time over midnight"


def test_a_break_is_exported_and_erased_with_everything_else(desk: Workspace) -> None:
    desk.care.time_off.plan(SocialBreak(TODAY, TODAY, "Back soon."))
    assert "Back soon." in desk.care.own_things.as_json().decode()
    desk.care.own_things.erase()
    assert desk.care.time_off.social_break() is None
    desk.undo()
    assert desk.care.time_off.social_break() is not None
