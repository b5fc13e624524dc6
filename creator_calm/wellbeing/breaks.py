"""When a pause is offered. A pure state machine: a face ticks it, nothing here looks at a clock.

Commands and ticks give back a new state and what a face may show. Nothing is offered while the
creator types, right after they came back, or by a clock that jumped; every "not now" ends by
itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase, Tick
from creator_calm.wellbeing.break_answers import (
    change_rule,
    end_break,
    end_quiet,
    enter_live,
    go_on,
    leave_live,
    postpone,
    quiet_for,
    revealed,
    skip,
    take,
)
from creator_calm.wellbeing.exposure import READING_PHASES, day_of, quiet_hours_end
from creator_calm.wellbeing.sitting import (
    DAY_S,
    HOLD_AFTER_RETURN_S,
    Step,
    after_break,
    new_sitting,
    over_limit,
    quiet_ended,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "BANNER_SHRINKS_S",
    "LONGEST_GAP_S",
    "PAUSE_S",
    "TYPING_WAIT_S",
    "Step",
    "change_rule",
    "end_break",
    "end_quiet",
    "enter_live",
    "go_on",
    "leave_live",
    "postpone",
    "quiet_for",
    "revealed",
    "skip",
    "take",
    "tick",
]

LONGEST_GAP_S = 5.0
"""Ticks come once a second. A longer gap means that nobody was looking (sleep, hidden window)."""

TYPING_WAIT_S = 120.0
"""An offer waits for a pause in typing, but at most this long."""

PAUSE_S = 60.0
"""Being away this long makes coming back a return."""

BANNER_SHRINKS_S = 600.0
"""An offer that stood unanswered this long becomes the line in the calm bar."""


def tick(state: BreakState, rule: BreakRule, now: Tick) -> Step:
    """Let time pass. `now.wall` must be aware; ticks come at most once a second, or after a gap."""
    if now.wall.tzinfo is None:
        raise ValueError("the wall clock must be aware")
    elapsed = _elapsed(state, now)
    # Whatever the face says of this moment, nobody was looking during a gap.
    active = now.active and elapsed <= LONGEST_GAP_S
    state = _clocks(state, rule, now, elapsed)
    if state.live:
        return _rest_unseen(state, rule, elapsed)
    state = _quiet_hours(state, rule, now)
    return _PHASES[state.phase](state, rule, replace(now, active=active), elapsed)


def _elapsed(state: BreakState, now: Tick) -> float:
    """Return seconds since the last tick.

    On Linux and macOS the monotonic clock stands still in suspend, on Windows it does not:
    hence the larger of the two. A wall clock that went back is not believed. One that went more
    than a day ahead is either a long sleep or a wrong clock; both are time away and count as
    one day, which ends the sitting gently and offers nothing.
    """
    if state.last_mono is None or state.last_wall is None:
        return 0.0
    mono = max(0.0, now.mono - state.last_mono)
    wall = (now.wall - state.last_wall).total_seconds()
    if wall < 0:
        return mono
    return max(mono, min(wall, DAY_S))


def _clocks(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> BreakState:
    """Remember the clocks, roll the day, let the hold run out."""
    day = day_of(now.wall, now.zone, rule.day_starts)
    known, today_s, told = state.day, state.today_s, state.told_day
    just_started = state.last_mono is None
    if known is None or day > known:
        known, today_s, told = day, 0.0, False
    elif just_started and known - day > timedelta(days=1):
        # The clock once ran far ahead and was put right. Within a run the day never moves
        # back; a fresh start heals it, and keeps the counts so that nothing is said twice.
        known = day
    quiet_until = state.quiet_until
    latest = now.wall + timedelta(seconds=DAY_S)
    if quiet_until is not None and quiet_until > latest:
        quiet_until = latest  # Set under a wrong clock; no quiet is longer than a day.
    return replace(
        state,
        day=known,
        today_s=today_s,
        told_day=told,
        quiet_until=quiet_until,
        last_mono=now.mono,
        last_wall=now.wall,
        hold_s=max(0.0, state.hold_s - elapsed),
    )


def _quiet_hours(state: BreakState, rule: BreakRule, now: Tick) -> BreakState:
    """Fall quiet when the quiet hours begin, unless the creator ended them by hand."""
    loud = state.loud_until is not None and now.wall < state.loud_until
    begins = rule.on and (state.phase is Phase.IDLE or state.phase in READING_PHASES)
    if state.phase is Phase.QUIET and state.by_hours:
        end = quiet_hours_end(now.wall, now.zone, rule)
        # The hours may have been changed or taken away meanwhile.
        return replace(state, quiet_until=end or now.wall)
    if loud or not begins:
        return state
    end = quiet_hours_end(now.wall, now.zone, rule)
    if end is None:
        return state
    return replace(new_sitting(state), phase=Phase.QUIET, quiet_until=end, by_hours=True)


def _rest_unseen(state: BreakState, rule: BreakRule, elapsed: float) -> Step:
    """Pass time in live mode. Nothing is read, so a long stretch is a natural break, unsaid."""
    state = replace(state, away_s=state.away_s + elapsed)
    if state.phase in READING_PHASES and state.away_s >= rule.natural_s:
        state = replace(new_sitting(state), phase=Phase.IDLE)
    return state, ()


def _tick_off(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> Step:
    del now, elapsed  # Off counts nothing.
    if not rule.on:
        return state, ()
    return replace(new_sitting(state), phase=Phase.IDLE), ()


def _tick_idle(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> Step:
    if not rule.on:
        return change_rule(state, rule)
    if not now.active:
        return state, ()
    state = replace(new_sitting(state), phase=Phase.READING)
    return _tick_reading(state, rule, now, elapsed)


def _tick_reading(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> Step:
    state, gone = _count(state, rule, now, elapsed)
    if gone:
        return replace(new_sitting(state), phase=Phase.IDLE), (BreakEvent.NATURAL_BREAK,)
    if state.phase is Phase.READING and over_limit(state, rule):
        state = replace(state, phase=Phase.DUE, waited_s=0.0)
    state, offer = _offer(state, rule, now, elapsed)
    state, day_line = _tell_day(state, rule, now)
    return state, offer + day_line


def _tick_resting(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> Step:
    del rule, now  # A pause runs whether anybody is looking or not.
    state = replace(state, left_s=max(0.0, state.left_s - elapsed))
    return after_break(state) if state.left_s <= 0 else (state, ())


def _tick_quiet(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> Step:
    state, gone = _count(state, rule, now, elapsed)
    if gone:
        state = new_sitting(state)
    over = state.quiet_until is None or now.wall >= state.quiet_until
    if not over or state.hold_s > 0:
        return state, ()
    return quiet_ended(state, rule), (BreakEvent.QUIET_OVER,)


_PHASES: dict[Phase, Callable[[BreakState, BreakRule, Tick, float], Step]] = {
    Phase.IDLE: _tick_idle,
    Phase.READING: _tick_reading,
    Phase.DUE: _tick_reading,
    Phase.OFFERED: _tick_reading,
    Phase.POSTPONED: _tick_reading,
    Phase.RESTING: _tick_resting,
    Phase.QUIET: _tick_quiet,
    Phase.OFF: _tick_off,
}


def _count(
    state: BreakState, rule: BreakRule, now: Tick, elapsed: float
) -> tuple[BreakState, bool]:
    """Add the time to reading or to being away; True when the absence counts as the break."""
    if not now.active:
        away = state.away_s + elapsed
        return replace(state, away_s=away), away >= rule.natural_s
    hold = state.hold_s
    if state.away_s >= PAUSE_S:
        hold = max(hold, HOLD_AFTER_RETURN_S)
    left = state.left_s
    if state.phase is Phase.POSTPONED:
        left = max(0.0, left - elapsed)
    counted = replace(
        state,
        active_s=state.active_s + elapsed,
        today_s=state.today_s + elapsed,
        away_s=0.0,
        hold_s=hold,
        left_s=left,
    )
    return counted, False


def _offer(state: BreakState, rule: BreakRule, now: Tick, elapsed: float) -> Step:
    """Offer a pause that is due, unless this is a bad moment."""
    if state.phase is Phase.OFFERED:
        return replace(state, waited_s=state.waited_s + elapsed), ()
    due = state.phase is Phase.DUE or (state.phase is Phase.POSTPONED and state.left_s <= 0)
    if not due or not now.active or state.hold_s > 0:
        return state, ()
    if now.typing and state.waited_s < TYPING_WAIT_S:
        return replace(state, waited_s=state.waited_s + elapsed), ()
    if state.postpones and state.postpones >= rule.postpone_max:
        event = BreakEvent.ASK_OFF_TODAY
    else:
        event = BreakEvent.OFFER_AGAIN if state.offered else BreakEvent.OFFER
    return replace(state, phase=Phase.OFFERED, offered=True, waited_s=0.0, left_s=0.0), (event,)


def _tell_day(state: BreakState, rule: BreakRule, now: Tick) -> Step:
    """Say once a day that the day's own limit has passed."""
    passed = 0 < rule.day_s <= state.today_s and not state.told_day
    if not passed or not now.active or now.typing or state.hold_s > 0:
        return state, ()
    return replace(state, told_day=True), (BreakEvent.DAY_LIMIT,)
