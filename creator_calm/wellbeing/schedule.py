"""What is planned for today, and whether its time has come. A missed item leaves without a word."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.care import Answer, PlannedItem, ScheduleItem, Starter
from creator_calm.domain.day_times import read_time
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.wellbeing.exposure import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, tzinfo

__all__ = [
    "STARTERS",
    "checked",
    "planned",
    "read_time",
    "to_show",
]

DAY_STARTS = time(4)
SNOOZE = timedelta(minutes=10)
SHOWN_AT_ONCE = 3
TITLE_MAX = 120
NOTE_MAX = 1_000
_EVERY_DAY = frozenset(range(7))
_WORKDAYS = frozenset(range(5))

STARTERS: dict[Starter, ScheduleItem] = {
    Starter.LUNCH: ScheduleItem(0, "", _EVERY_DAY, time(12), 45),
    Starter.WALK: ScheduleItem(0, "", _EVERY_DAY, time(16), 30),
    Starter.CLOSE_LAPTOP: ScheduleItem(0, "", _WORKDAYS, time(18), 15),
    Starter.CALL_SOMEONE: ScheduleItem(0, "", frozenset({6}), time(17), 30),
    Starter.SLEEP_TIME: ScheduleItem(0, "", _EVERY_DAY, time(22, 30), 30),
}
"""Offered, none active. Their titles are worded by the faces."""


def checked(item: ScheduleItem) -> ScheduleItem:
    """Return the item with its title and note trimmed, or raise `Problem` saying which part will not do."""
    title, note = " ".join(item.title.split()), item.note.strip()
    if not title:
        raise Problem(ProblemCode.FIELD_EMPTY)
    if len(title) > TITLE_MAX:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(title), most=TITLE_MAX)
    if len(note) > NOTE_MAX:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(note), most=NOTE_MAX)
    if not item.days or not item.days <= _EVERY_DAY:
        raise Problem(ProblemCode.NO_DAYS)
    if item.at.tzinfo is not None or not 1 <= item.minutes <= 24 * 60:
        raise Problem(ProblemCode.BAD_TIME)
    return ScheduleItem(item.id, title, item.days, item.at, item.minutes, note)


def planned(
    items: Iterable[ScheduleItem],
    answers: Mapping[int, tuple[Answer, datetime]],
    now: datetime,
    zone: tzinfo,
    day_starts: time = DAY_STARTS,
) -> tuple[PlannedItem, ...]:
    """Return today's items in the order of the day.

    `answers` maps an item id to the last answer and when it was given (aware UTC); an answer of
    an earlier day no longer counts. `now` is aware UTC. "Later" makes an item due again after
    `SNOOZE`. Items past midnight but before `day_starts` still belong to the evening.
    """
    today = day_of(now, zone, day_starts)
    found: list[tuple[datetime, PlannedItem]] = []
    for item in items:
        if today.weekday() not in item.days:
            continue
        begins = _moment(today, item.at, zone, day_starts)
        given = answers.get(item.id)
        if given is not None and day_of(given[1], zone, day_starts) != today:
            given = None
        answer = given[0] if given is not None else None
        if given is not None and answer is Answer.LATER:
            begins = max(begins, given[1] + SNOOZE)
        due = now >= begins and answer in {None, Answer.LATER}
        found.append((begins, PlannedItem(item, answer, due)))
    found.sort(key=lambda entry: (entry[0], entry[1].item.id))
    return tuple(plan for _, plan in found)


def to_show(plans: Iterable[PlannedItem], most: int = SHOWN_AT_ONCE) -> tuple[PlannedItem, ...]:
    """Return what Today shows: unanswered items, due ones first, at most `most`."""
    waiting = [plan for plan in plans if plan.answer in {None, Answer.LATER}]
    waiting.sort(key=lambda plan: not plan.due)
    return tuple(waiting[:most])


def _moment(today: date, at: time, zone: tzinfo, day_starts: time) -> datetime:
    """Return when an item's time comes on the creator's day, as aware UTC.

    A time inside the hour that a clock change leaves out comes as late as the change itself.
    """
    day = today + timedelta(days=1) if at < day_starts else today
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
