"""Check-ins: kept, undone, removed one, by days or all; looking back leaves gaps as gaps."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import creator_calm
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.moods import DayRead, Mood
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock


def mood(clock: StoppedClock, pleasant: int | None = 60, **more: object) -> Mood:
    return Mood(0, clock.utc(), pleasant, **more)  # type: ignore[arg-type]


def test_a_note_outlives_a_restart_and_can_be_taken_back(
    desk: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    desk.care.moods.note(mood(clock, 70, calm=None, words=("tired", " "), note="after the launch"))
    desk.care.moods.note(mood(clock, None, note="x"))
    desk.undo()
    (kept,) = opened().care.moods.all()
    assert (kept.pleasant, kept.calm, kept.words, kept.note) == (
        70, None, ("tired",), "after the launch",
    )  # fmt: skip


def test_nothing_set_is_nothing_kept(desk: Workspace, clock: StoppedClock) -> None:
    with pytest.raises(Problem) as found:
        desk.care.moods.note(mood(clock, None, words=("  ",), note="  "))
    assert found.value.code is ProblemCode.FIELD_EMPTY
    assert desk.care.moods.all() == ()


def test_one_a_range_or_all_can_be_removed(desk: Workspace, clock: StoppedClock) -> None:
    moods = desk.care.moods
    for _day in range(4):
        moods.note(mood(clock))
        clock.advance(24 * 3600)
    ids = [one.id for one in moods.all()]
    days = [moods.day(one.at) for one in moods.all()]
    assert moods.remove([ids[0]]).count == 1
    assert moods.remove_between(days[1], days[2]).count == 2
    assert [one.id for one in moods.all()] == [ids[3]]
    desk.undo()
    desk.undo()
    assert [one.id for one in moods.all()] == ids
    assert moods.remove_between(date.min, date.max).count == 4
    assert moods.remove_between(date.min, date.max).count == 0


def test_low_is_of_today_and_of_the_slider_alone(desk: Workspace, clock: StoppedClock) -> None:
    moods = desk.care.moods
    moods.note(mood(clock, None, note="I feel terrible, awful, low"))
    assert not moods.low_today()
    moods.note(mood(clock, 25))
    assert moods.low_today()
    moods.note(mood(clock, 26))
    assert not moods.low_today()
    moods.note(mood(clock, 3))
    clock.advance(24 * 3600)
    assert not moods.low_today()


def test_three_low_days_are_spoken_of_once_in_a_fortnight(
    desk: Workspace, clock: StoppedClock
) -> None:
    moods = desk.care.moods
    for day in range(3):
        assert not moods.low_days(), day
        moods.note(mood(clock, 10))
        clock.advance(24 * 3600)
    assert moods.low_days()
    moods.said_low_line()
    for _day in range(14):
        moods.note(mood(clock, 10))
        assert not moods.low_days()
        clock.advance(24 * 3600)
    moods.note(mood(clock, 10))
    assert moods.low_days()


def test_looking_back_knows_reading_opened_ones_and_kept_ones(
    full: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    breaks = full.care.breaks
    for _second in range(90):
        breaks.tick(active=True, typing=False)
        clock.advance(1)
    full.inbox.reveal(CommentKey(3))
    full.inbox.keep([CommentKey(1)])
    today = full.care.moods.today()
    full.care.moods.note(mood(clock, 40))
    before = full.care.moods.looking_back(today - timedelta(days=6), today)
    assert before.read == (DayRead(today, seconds=89, opened=1),)
    assert before.kept == ((today, 1),)
    assert [(day, one.pleasant) for day, one in before.moods] == [(today, 40)]
    again = opened()
    clock.advance(24 * 3600)
    later = again.care.moods.looking_back(today - timedelta(days=6), today + timedelta(days=1))
    assert later.read == before.read
    assert (later.kept, later.moods) == (before.kept, before.moods)


def test_nothing_else_knows_of_moods() -> None:
    """What was noted is read by its own page and by nothing that judges, advises, reports or logs."""
    root = Path(creator_calm.__file__).parent
    known = {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if re.search(r"domain\.moods|workspace\.moods|wellbeing\.moods", path.read_text("utf-8"))
    }
    assert known == {
        "storage/own_care.py", "ui/models/days_table.py", "ui/mood_line.py",
        "ui/pages/looking_back.py", "ui/widgets/days_chart.py", "ui/widgets/mood_strip.py",
        "wellbeing/moods.py", "wording/moods.py", "workspace/care.py", "workspace/looking_after.py",
        "workspace/moods.py",
    }  # fmt: skip
