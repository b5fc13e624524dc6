"""Slow breathing: patterns, and where in a round a moment lies. No claim about what it does."""

from __future__ import annotations

import math

from creator_calm.domain.care import BreathPattern, BreathPhase

PATTERNS: dict[str, BreathPattern] = {
    pattern.id: pattern
    for pattern in (
        BreathPattern("even", 5.0, 0.0, 5.0, 0.0),
        BreathPattern("longer_out", 4.0, 0.0, 6.0, 0.0),
        BreathPattern("box", 4.0, 4.0, 4.0, 4.0),
    )
}
"""Ready patterns. `box` holds the breath and is therefore never the default."""

OWN_STEP_S = (0.0, 12.0)
"""Shortest and longest step of an own pattern, seconds."""

OWN_ROUND_S = (6.0, 20.0)
"""Shortest and longest round of an own pattern: three to ten rounds a minute."""


def phase_at(pattern: BreathPattern, t: float) -> tuple[BreathPhase, float, float]:
    """Return the phase at `t` seconds, the share of it that has passed (0..1), and seconds left.

    Times before the start count as the start. Steps of no length are passed over.
    """
    cycle = pattern.cycle
    if cycle <= 0:
        raise ValueError("a pattern needs a length")
    inside = math.fmod(max(0.0, t), cycle)
    last = (BreathPhase.IN, 1.0, 0.0)
    for phase, length in _steps(pattern):
        if length <= 0:
            continue
        if inside < length:
            return phase, inside / length, length - inside
        inside -= length
        last = (phase, 1.0, 0.0)
    return last


def openness(pattern: BreathPattern, t: float) -> float:
    """Return how far open the disc is at `t`: 0 breathed out, 1 breathed in, eased at both ends."""
    phase, share, _ = phase_at(pattern, t)
    eased = (1 - math.cos(math.pi * share)) / 2
    match phase:
        case BreathPhase.IN:
            return eased
        case BreathPhase.HOLD_IN:
            return 1.0
        case BreathPhase.OUT:
            return 1 - eased
        case BreathPhase.HOLD_OUT:
            return 0.0


def rounds(pattern: BreathPattern, minutes: int) -> int:
    """Return whole rounds in `minutes`, at least one: nobody is stopped in mid-breath."""
    return max(1, round(minutes * 60 / pattern.cycle))


def rounds_left(pattern: BreathPattern, minutes: int, t: float) -> int:
    """Return rounds still to go at `t`, the running one included; 0 when it is over."""
    return max(0, rounds(pattern, minutes) - int(max(0.0, t) // pattern.cycle))


def own_pattern(steps: tuple[float, float, float, float]) -> BreathPattern | None:
    """Return the creator's own pattern (in, hold, out, hold in seconds), or None out of range."""
    low, high = OWN_STEP_S
    shortest, longest = OWN_ROUND_S
    usable = all(math.isfinite(step) and low <= step <= high for step in steps)
    if not usable or steps[0] <= 0 or steps[2] <= 0:
        return None
    return BreathPattern("own", *steps) if shortest <= sum(steps) <= longest else None


def _steps(pattern: BreathPattern) -> tuple[tuple[BreathPhase, float], ...]:
    return (
        (BreathPhase.IN, pattern.breathe_in),
        (BreathPhase.HOLD_IN, pattern.hold_in),
        (BreathPhase.OUT, pattern.breathe_out),
        (BreathPhase.HOLD_OUT, pattern.hold_out),
    )
