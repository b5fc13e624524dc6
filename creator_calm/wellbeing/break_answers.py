"""What the creator answers to an offer, and the switches of a sitting. Pure, like the ticks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase, Tick
from creator_calm.wellbeing.exposure import READING_PHASES, next_day_start
from creator_calm.wellbeing.sitting import (
    DAY_S,
    HOLD_AFTER_RETURN_S,
    Step,
    after_break,
    fresh_load,
    new_sitting,
    over_limit,
    quiet_ended,
    resting_place,
)


def revealed(state: BreakState, rule: BreakRule) -> Step:
    """Count one put-away comment that was opened. May ask once per sitting whether to pause."""
    if not rule.on or state.live or state.phase is Phase.RESTING:
        return state, ()
    if state.phase is Phase.IDLE:
        state = replace(state, phase=Phase.READING)
    state = replace(state, reveals=state.reveals + 1)
    asks = 0 < rule.harsh_budget <= state.reveals and not state.asked_harsh
    if not asks or state.phase is not Phase.READING:
        return state, ()
    return replace(state, asked_harsh=True), (BreakEvent.HARSH_ASK,)


def take(state: BreakState, rule: BreakRule) -> Step:
    """Begin a pause, offered or not."""
    if state.phase is Phase.RESTING:
        return state, ()
    rested = replace(state, phase=Phase.RESTING, left_s=rule.break_s, away_s=0.0, waited_s=0.0)
    return rested, (BreakEvent.BREAK_STARTED,)


def postpone(state: BreakState, rule: BreakRule) -> Step:
    """Answer "in five minutes". After `postpone_max` in a row it leaves a whole sitting alone."""
    if state.phase not in {Phase.DUE, Phase.OFFERED}:
        return state, ()
    if state.postpones >= rule.postpone_max:
        return skip(state, rule)
    later = replace(
        state,
        phase=Phase.POSTPONED,
        postpones=state.postpones + 1,
        left_s=rule.postpone_s,
        waited_s=0.0,
    )
    return later, ()


def skip(state: BreakState, rule: BreakRule) -> Step:
    """Answer "not this one": the next offer is one full sitting away."""
    del rule  # Every command has the same shape; this one needs none of the numbers.
    if state.phase not in READING_PHASES:
        return state, ()
    return replace(fresh_load(state), phase=Phase.READING), ()


def end_break(state: BreakState, rule: BreakRule) -> Step:
    """End a pause early. Half of it counts as all of it; less puts the old load back.

    In the second case nothing is offered again for as long as a postponed offer would wait:
    asking in the same breath would be nagging.
    """
    if state.phase is not Phase.RESTING:
        return state, ()
    if state.left_s * 2 <= rule.break_s:
        return after_break(state)
    phase = resting_place(state)
    phase = Phase.READING if phase is Phase.IDLE else phase
    hold = max(state.hold_s, rule.postpone_s)
    return replace(state, phase=phase, left_s=0.0, hold_s=hold), ()


def quiet_for(state: BreakState, rule: BreakRule, now: Tick, seconds: float | None) -> Step:
    """Offer nothing for `seconds`, or until the next day begins (None). It ends by itself."""
    if not rule.on:
        return state, ()
    until = next_day_start(now.wall, now.zone, rule.day_starts)
    if seconds is not None:
        until = now.wall + timedelta(seconds=min(max(seconds, 0.0), DAY_S))
    quiet = replace(fresh_load(state), phase=Phase.QUIET, quiet_until=until, by_hours=False)
    return quiet, ()


def end_quiet(state: BreakState, rule: BreakRule) -> Step:
    """Turn offers on again before their time."""
    if state.phase is not Phase.QUIET:
        return state, ()
    # Quiet hours that were ended by hand do not come back before their own end.
    loud = state.quiet_until if state.by_hours else state.loud_until
    return replace(quiet_ended(state, rule), loud_until=loud), ()


def go_on(state: BreakState, rule: BreakRule) -> Step:
    """Answer "go on" to the question about opened comments: no second one in the same breath."""
    return replace(state, hold_s=max(state.hold_s, rule.postpone_s)), ()


def change_rule(state: BreakState, rule: BreakRule) -> Step:
    """Apply other numbers to the running state at once. Never leads to more than one offer."""
    if not rule.on:
        return replace(new_sitting(state), phase=Phase.OFF, quiet_until=None, by_hours=False), ()
    if state.phase is Phase.OFF:
        return replace(new_sitting(state), phase=Phase.IDLE), ()
    if state.phase is Phase.RESTING:
        return replace(state, left_s=min(state.left_s, rule.break_s)), ()
    if state.phase is Phase.POSTPONED:
        state = replace(state, left_s=min(state.left_s, rule.postpone_s))
    over = over_limit(state, rule)
    if state.phase is Phase.READING and over:
        return replace(state, phase=Phase.DUE, waited_s=0.0), ()
    if state.phase in READING_PHASES and not over:
        return replace(state, phase=Phase.READING, waited_s=0.0, left_s=0.0), ()
    return state, ()


def enter_live(state: BreakState, rule: BreakRule) -> Step:
    """Cover everything: no counting and no events until live mode is left."""
    if state.phase is Phase.RESTING:
        state, _ = end_break(state, rule)
    if state.phase in READING_PHASES:
        state = replace(state, phase=Phase.READING, waited_s=0.0, left_s=0.0)
    return replace(state, live=True, away_s=0.0), ()


def leave_live(state: BreakState, rule: BreakRule) -> Step:
    """Uncover. Nothing is offered for a minute."""
    del rule  # Every command has the same shape; this one needs none of the numbers.
    hold = max(state.hold_s, HOLD_AFTER_RETURN_S)
    return replace(state, live=False, away_s=0.0, hold_s=hold), ()
