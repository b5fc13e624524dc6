"""How much was read: what counts as reading, when a day begins, how far the next pause is."""

from __future__ import annotations

import math
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.care import (
    BreakRule,
    BreakState,
    Outlook,
    PauseOutlook,
    Phase,
    ReadingTime,
)
from creator_calm.domain.day_times import in_span

if TYPE_CHECKING:
    from datetime import date, tzinfo

INPUT_WINDOW_S = 60.0
"""Reading without touching anything for longer than this pauses the count (a design choice)."""

READING_PHASES = frozenset({Phase.READING, Phase.DUE, Phase.OFFERED, Phase.POSTPONED})
"""Phases in which a sitting runs."""

PAUSED_AFTER_S = 60.0
"""A shorter look away is not worth a word in the calm bar."""


def is_active(
    *,
    comments_visible: bool,
    window_active: bool,
    live: bool,
    since_input_s: float,
    input_window_s: float = INPUT_WINDOW_S,
) -> bool:
    """Say whether this moment counts as reading. Only the app's own view is known, on purpose."""
    return comments_visible and window_active and not live and 0 <= since_input_s <= input_window_s


def load(active_s: float, reveals: int, reveal_weight_s: float) -> float:
    """Return what a sitting weighs, in seconds: time, and each put-away comment that was opened."""
    return active_s + reveal_weight_s * reveals


def day_of(wall: datetime, zone: tzinfo, starts: time) -> date:
    """Return the creator's day. Until `starts` (local, usually 04:00) it is still yesterday.

    The wall clock is compared, not a duration, so that days of 23 and 25 hours work.
    """
    local = wall.astimezone(zone)
    before = local.time().replace(tzinfo=None) < starts
    return local.date() - timedelta(days=1) if before else local.date()


def next_day_start(wall: datetime, zone: tzinfo, starts: time) -> datetime:
    """Return when the creator's next day begins, as aware UTC, always later than `wall`."""
    day = day_of(wall, zone, starts) + timedelta(days=1)
    moment = datetime.combine(day, starts, tzinfo=zone).astimezone(UTC)
    if moment > wall:
        return moment
    # A start time that falls into the hour a clock change repeats lies behind us twice.
    return datetime.combine(day + timedelta(days=1), starts, tzinfo=zone).astimezone(UTC)


def quiet_hours_end(wall: datetime, zone: tzinfo, rule: BreakRule) -> datetime | None:
    """Return when the quiet hours that run now end, as aware UTC later than `wall`; None outside."""
    span = rule.quiet_hours
    local = wall.astimezone(zone)
    now = local.time().replace(tzinfo=None)
    if span is None or not in_span(now, span):
        return None
    day = local.date() if now < span[1] else local.date() + timedelta(days=1)
    # In the hour that a clock change repeats, the end is that of the same pass.
    end = datetime.combine(day, span[1], tzinfo=zone).replace(fold=local.fold)
    return max(end.astimezone(UTC), wall + timedelta(seconds=1))


def next_reading(
    times: tuple[time, ...], lasts_s: float, wall: datetime, zone: tzinfo
) -> ReadingTime | None:
    """Return the reading time that runs or comes next; None when there are none.

    Each lasts `lasts_s`. Only a suggestion: nothing is closed outside of it.
    """
    today = wall.astimezone(zone).date()
    for ahead in range(-1, 3):
        for at in times:
            day = today + timedelta(days=ahead)
            begins = datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
            if wall < begins:
                return ReadingTime(begins)
            if wall < begins + timedelta(seconds=lasts_s):
                return ReadingTime(begins, now=True)
    return None


def outlook(state: BreakState, rule: BreakRule) -> PauseOutlook:
    """Say what comes next and, if nothing does, why."""
    here = int(state.today_s // 60)
    fixed = _without_length(state, rule)
    if fixed is not None:
        return PauseOutlook(fixed, here_minutes=here)
    if state.phase is Phase.QUIET:
        return PauseOutlook(
            Outlook.QUIET, until=state.quiet_until, here_minutes=here, by_hours=state.by_hours
        )
    if state.phase is Phase.RESTING:
        share = 1 - state.left_s / rule.break_s if rule.break_s > 0 else 1.0
        return PauseOutlook(
            Outlook.RESTING, _minutes(state.left_s), share=_share(share), here_minutes=here
        )
    if state.phase is Phase.POSTPONED:
        share = 1 - state.left_s / rule.postpone_s if rule.postpone_s > 0 else 1.0
        return PauseOutlook(
            Outlook.LATER, _minutes(state.left_s), share=_share(share), here_minutes=here
        )
    weighs = load(state.active_s, state.reveals, rule.reveal_weight_s)
    next_up = Outlook.NOT_READING if state.phase is Phase.IDLE else Outlook.NEXT_PAUSE
    if state.away_s >= PAUSED_AFTER_S and state.phase is Phase.READING:
        next_up = Outlook.AWAY
    return PauseOutlook(
        next_up,
        _minutes(rule.sitting_s - weighs),
        share=_share(weighs / rule.sitting_s),
        here_minutes=here,
    )


def _without_length(state: BreakState, rule: BreakRule) -> Outlook | None:
    if state.live:
        return Outlook.LIVE
    if state.phase in {Phase.DUE, Phase.OFFERED}:
        return Outlook.WAITING
    idle = state.phase in {Phase.IDLE, Phase.READING}
    if state.phase is Phase.OFF or (idle and rule.sitting_s <= 0):
        return Outlook.OFF
    return None


def _minutes(seconds: float) -> int:
    return max(1, math.ceil(seconds / 60))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
