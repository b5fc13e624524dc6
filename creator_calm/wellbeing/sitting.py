"""What the ticks and the answers of a sitting share."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase
from creator_calm.wellbeing.exposure import load

Step: TypeAlias = tuple[BreakState, tuple[BreakEvent, ...]]
"""The new state, and what a face may show of it."""

HOLD_AFTER_RETURN_S = 60.0
"""Nothing is offered in the first minute after coming back or after live mode."""

DAY_S = 86_400.0


def over_limit(state: BreakState, rule: BreakRule) -> bool:
    """Say whether the sitting weighs as much as a pause is offered for."""
    weighs = load(state.active_s, state.reveals, rule.reveal_weight_s)
    return 0 < rule.sitting_s <= weighs


def after_break(state: BreakState) -> Step:
    """Return to nothing read yet: the pause counts."""
    return replace(new_sitting(state), phase=resting_place(state)), (BreakEvent.BREAK_OVER,)


def resting_place(state: BreakState) -> Phase:
    """Return where a break leads: to quiet, if that still runs, else to nothing read yet."""
    quiet, wall = state.quiet_until, state.last_wall
    return Phase.QUIET if quiet is not None and wall is not None and wall < quiet else Phase.IDLE


def start_phase(rule: BreakRule) -> Phase:
    """Return where things begin under this rule."""
    return Phase.IDLE if rule.on else Phase.OFF


def quiet_ended(state: BreakState, rule: BreakRule) -> BreakState:
    """Leave the quiet for a new sitting."""
    phase = start_phase(rule)
    return replace(new_sitting(state), phase=phase, quiet_until=None, by_hours=False)


def fresh_load(state: BreakState) -> BreakState:
    """Take the load off and forget what was offered; the sitting itself goes on."""
    return replace(
        state, active_s=0.0, reveals=0, postpones=0, left_s=0.0, waited_s=0.0, offered=False
    )


def new_sitting(state: BreakState) -> BreakState:
    """Forget the sitting."""
    return replace(fresh_load(state), away_s=0.0, asked_harsh=False)
