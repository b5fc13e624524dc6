from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.care import BreathPattern, BreathPhase
from creator_calm.wellbeing.breathing import (
    PATTERNS,
    openness,
    own_pattern,
    phase_at,
    rounds,
    rounds_left,
)

EVEN, LONGER, BOX = PATTERNS["even"], PATTERNS["longer_out"], PATTERNS["box"]


def test_even_is_first_and_holds_no_breath() -> None:
    assert next(iter(PATTERNS)) == "even"
    assert (EVEN.hold_in, EVEN.hold_out, EVEN.cycle) == (0, 0, 10)


@pytest.mark.parametrize(
    ("pattern", "t", "phase", "share", "left"),
    [
        (EVEN, 0.0, BreathPhase.IN, 0.0, 5.0),
        (EVEN, 4.0, BreathPhase.IN, 0.8, 1.0),
        (EVEN, 5.0, BreathPhase.OUT, 0.0, 5.0),
        (EVEN, 10.0, BreathPhase.IN, 0.0, 5.0),
        (LONGER, 4.0, BreathPhase.OUT, 0.0, 6.0),
        (BOX, 4.0, BreathPhase.HOLD_IN, 0.0, 4.0),
        (BOX, 8.0, BreathPhase.OUT, 0.0, 4.0),
        (BOX, 15.0, BreathPhase.HOLD_OUT, 0.75, 1.0),
        (EVEN, -3.0, BreathPhase.IN, 0.0, 5.0),
    ],
)
def test_phases(
    pattern: BreathPattern, t: float, phase: BreathPhase, share: float, left: float
) -> None:
    found, passed, ahead = phase_at(pattern, t)
    assert found is phase
    assert (passed, ahead) == pytest.approx((share, left))


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_exact_over_ten_minutes(pattern: BreathPattern) -> None:
    """Each change of phase lies within 50 ms of where the table says."""
    steps = [pattern.breathe_in, pattern.hold_in, pattern.breathe_out, pattern.hold_out]
    names = [BreathPhase.IN, BreathPhase.HOLD_IN, BreathPhase.OUT, BreathPhase.HOLD_OUT]
    at = 0.0
    while at < 600:
        for name, length in zip(names, steps, strict=True):
            if length:
                assert phase_at(pattern, at + 0.05)[0] is name
                assert phase_at(pattern, at + length - 0.05)[0] is name
                at += length


@given(st.sampled_from(list(PATTERNS.values())), st.floats(0, 1e6))
def test_the_disc_never_leaps(pattern: BreathPattern, t: float) -> None:
    here, soon = openness(pattern, t), openness(pattern, t + 1 / 30)
    assert 0 <= here <= 1
    assert abs(here - soon) < 0.03


def test_rounds() -> None:
    assert rounds(EVEN, 1) == 6
    assert rounds(BOX, 1) == 4
    assert rounds_left(EVEN, 1, 0.0) == 6
    assert rounds_left(EVEN, 1, 19.9) == 5
    assert rounds_left(EVEN, 1, 60.0) == 0


@pytest.mark.parametrize(
    ("steps", "fits"),
    [
        ((5.0, 0.0, 7.0, 0.0), True),
        ((1.0, 0.0, 2.0, 0.0), False),
        ((12.0, 12.0, 12.0, 12.0), False),
        ((0.0, 4.0, 5.0, 0.0), False),
        ((13.0, 0.0, 5.0, 0.0), False),
        ((math.nan, 0.0, 5.0, 0.0), False),
        ((math.inf, 0.0, 5.0, 0.0), False),
    ],
)
def test_own_patterns_stay_in_range(steps: tuple[float, float, float, float], fits: bool) -> None:
    assert (own_pattern(steps) is not None) is fits
