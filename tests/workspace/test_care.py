"""Contacts, notes, plans and pauses, joined with storage and clock."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from creator_calm.domain.care import Answer, BreakEvent, Phase, ScheduleItem, SupportContact
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

EVERY_DAY = frozenset(range(7))


def _code(act: Callable[[], object]) -> ProblemCode:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def test_contacts_survive_a_restart(opened: Callable[[], Workspace]) -> None:
    desk = opened()
    desk.care.save_contact(SupportContact(0, " Åsa ", "call", "evenings", "tea", "advice", True))
    (kept,) = opened().care.contacts()
    assert kept == SupportContact(1, "Åsa", "call", "evenings", "tea", "advice", True)


def test_contacts_are_checked(desk: Workspace) -> None:
    assert (
        _code(lambda: desk.care.save_contact(SupportContact(0, " \n "))) is ProblemCode.FIELD_EMPTY
    )
    long = SupportContact(0, "x" * 121)
    assert _code(lambda: desk.care.save_contact(long)) is ProblemCode.TEXT_TOO_LONG
    long = SupportContact(0, "Mum", helps="x" * 2001)
    assert _code(lambda: desk.care.save_contact(long)) is ProblemCode.TEXT_TOO_LONG
    assert desk.care.contacts() == ()


def test_notes_newest_first_and_searched(desk: Workspace, clock: StoppedClock) -> None:
    desk.care.save_note(None, "Talked with Åsa about the launch")
    clock.advance(60)
    desk.care.save_note(None, "Ljudnivån i nästa video")
    assert [note.id for note in desk.care.notes()] == [2, 1]
    clock.advance(60)
    desk.care.save_note(1, "Talked with Åsa about the sound")
    assert [note.id for note in desk.care.notes()] == [1, 2]
    assert [note.id for note in desk.care.notes("asa")] == [1]
    assert [note.id for note in desk.care.notes("ljud")] == [2]
    assert desk.care.notes("launch") == ()
    assert desk.care.notes('"') == ()
    desk.care.remove_note(1)
    assert desk.care.notes("asa") == ()


def test_a_removed_note_leaves_no_word_in_the_index(desk: Workspace) -> None:
    desk.care.save_note(None, "xylophone")
    desk.care.remove_note(1)
    rows = desk._library.database.rows("SELECT block FROM note_words_data")
    assert all(b"xylophone" not in row[0] for row in rows)


def test_notes_have_limits(desk: Workspace) -> None:
    desk.care.save_note(None, "å" * 100_000)
    too_long = lambda: desk.care.save_note(None, "å" * 100_001)  # noqa: E731
    assert _code(too_long) is ProblemCode.TEXT_TOO_LONG
    assert _code(lambda: desk.care.save_note(None, " ")) is ProblemCode.FIELD_EMPTY
    desk.care.save_note(None, "lone \ud800 half")
    assert desk.care.notes("lone")[0].text == "lone \ufffd half"


def test_plans_and_answers_until_four_in_the_morning(desk: Workspace, clock: StoppedClock) -> None:
    clock.move_to(ZoneInfo("Europe/Stockholm"))
    clock.set(datetime(2026, 5, 20, 10, 0, tzinfo=UTC))
    desk.care.save_item(ScheduleItem(0, "Walk", EVERY_DAY, time(9)))
    (plan,) = desk.care.planned_today()
    assert plan.due
    desk.care.answer(plan.item.id, Answer.DONE)
    assert desk.care.planned_today()[0].answer is Answer.DONE
    clock.set(datetime(2026, 5, 21, 1, 59, tzinfo=UTC))
    assert desk.care.planned_today()[0].answer is Answer.DONE
    clock.set(datetime(2026, 5, 21, 2, 1, tzinfo=UTC))
    assert desk.care.planned_today()[0].answer is None


def test_later_comes_again_after_ten_minutes(desk: Workspace, clock: StoppedClock) -> None:
    desk.care.save_item(ScheduleItem(0, "Walk", EVERY_DAY, time(9)))
    desk.care.answer(1, Answer.LATER)
    assert not desk.care.planned_today()[0].due
    clock.advance(601)
    assert desk.care.planned_today()[0].due


def test_plans_are_checked_and_kept(opened: Callable[[], Workspace]) -> None:
    desk = opened()
    assert _code(lambda: desk.care.save_item(ScheduleItem(0, "", EVERY_DAY, time(9)))) is (
        ProblemCode.FIELD_EMPTY
    )
    assert _code(lambda: desk.care.save_item(ScheduleItem(0, "Walk", frozenset(), time(9)))) is (
        ProblemCode.NO_DAYS
    )
    item = ScheduleItem(0, "Walk", frozenset({0, 6}), time(22, 30), 45, "with Åsa")
    desk.care.save_item(item)
    (kept,) = opened().care.schedule()
    assert (kept.id, kept.days, kept.at, kept.minutes, kept.note) == (
        1,
        item.days,
        item.at,
        45,
        "with Åsa",
    )


def _read_for(desk: Workspace, clock: StoppedClock, seconds: int) -> list[BreakEvent]:
    events: list[BreakEvent] = []
    for _ in range(seconds):
        clock.advance(1)
        events.extend(desk.care.breaks.tick(active=True, typing=False))
    return events


def test_twenty_minutes_of_reading_offer_a_pause(desk: Workspace, clock: StoppedClock) -> None:
    assert _read_for(desk, clock, 19 * 60) == []
    assert _read_for(desk, clock, 90) == [BreakEvent.OFFER]
    assert desk.care.breaks.take() == (BreakEvent.BREAK_STARTED,)
    assert desk.care.breaks.state.phase is Phase.RESTING


def test_reveals_bring_the_question_with_the_next_tick(
    full: Workspace, clock: StoppedClock
) -> None:
    _read_for(full, clock, 2)
    for row in full.inbox.safety()[:5]:
        full.inbox.reveal(row.key)
    assert _read_for(full, clock, 1) == [BreakEvent.HARSH_ASK]


def test_a_setting_acts_at_once(desk: Workspace, clock: StoppedClock) -> None:
    _read_for(desk, clock, 12 * 60)
    desk.preferences.set("breaks.sitting_minutes", 10)
    assert _read_for(desk, clock, 2) == [BreakEvent.OFFER]
    desk.preferences.set("breaks.on", False)
    assert desk.care.breaks.state.phase is Phase.OFF


def test_time_read_today_survives_a_restart_and_not_the_night(
    opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    desk = opened()
    _read_for(desk, clock, 130)
    before = desk.care.breaks.state.today_s
    desk = opened()
    assert abs(desk.care.breaks.state.today_s - before) <= 1
    clock.set(datetime(2026, 5, 21, 5, 0, tzinfo=UTC))
    clock.advance(1)
    desk.care.breaks.tick(active=True, typing=False)
    assert desk.care.breaks.state.today_s <= 2


def test_ticks_write_nothing_and_leaving_writes_once(desk: Workspace, clock: StoppedClock) -> None:
    commits = "SELECT commits FROM library"
    before = desk._library.database.number(commits)
    _read_for(desk, clock, 185)
    assert desk._library.database.number(commits) == before
    desk.care.breaks.save()
    desk.care.breaks.save()
    assert desk._library.database.number(commits) - before == 1


def test_quiet_survives_a_restart(opened: Callable[[], Workspace], clock: StoppedClock) -> None:
    desk = opened()
    desk.care.breaks.quiet_for(3600)
    desk = opened()
    assert desk.care.breaks.state.phase is Phase.QUIET
    assert desk.care.breaks.state.quiet_until == clock.utc() + timedelta(hours=1)
    clock.advance(3601)
    assert BreakEvent.QUIET_OVER in desk.care.breaks.tick(active=False, typing=False)


@pytest.mark.parametrize(
    "kept", [5, [], {"day": 3}, {"day": "yesterday"}, {"today_s": "x"}, {"quiet_until": "soon"}]
)
def test_an_unreadable_state_counts_as_none(
    desk: Workspace, opened: Callable[[], Workspace], kept: object
) -> None:
    with desk._library.writing():
        desk._library.settings.remember("breaks", kept)
    desk._library.settings.remembered("breaks")
    desk.care.breaks._saved = {}
    desk.care.breaks.save = lambda: None  # type: ignore[method-assign]
    assert opened().care.breaks.state.today_s == 0
