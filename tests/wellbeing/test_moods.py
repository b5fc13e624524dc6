"""When to ask, and when a pattern may be spoken of: ten pairs on each side, clear, and stable."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from creator_calm.domain.care import Phase
from creator_calm.domain.moods import MoodPattern
from creator_calm.wellbeing.moods import asks, low_days, pattern

FIRST = date(2026, 5, 1)
LONG, SHORT = 31 * 60, 30 * 60


def days(long: list[float], other: list[float]) -> tuple[dict[date, float], dict[date, int]]:
    values = {FIRST + timedelta(days=n): value for n, value in enumerate([*long, *other])}
    read = {day: LONG if n < len(long) else SHORT for n, day in enumerate(values)}
    return values, read


@pytest.mark.parametrize(
    ("long", "other", "said"),
    [
        ([40.0] * 10, [60.0] * 10, MoodPattern.LOWER),
        ([60.0] * 10, [40.0] * 10, MoodPattern.HIGHER),
        ([40.0] * 9, [60.0] * 40, None),
        ([40.0] * 40, [60.0] * 9, None),
        ([51.0] * 20, [60.0] * 20, None),
        ([50.0] * 20, [60.0] * 20, MoodPattern.LOWER),
        ([10.0, 90.0] * 5 + [45.0], [5.0, 95.0] * 5 + [60.0], None),
    ],
)
def test_the_rule(long: list[float], other: list[float], said: MoodPattern | None) -> None:
    assert pattern(*days(long, other)) is said


@pytest.mark.parametrize(
    ("wish", "before", "now", "asked"),
    [
        ("both", Phase.IDLE, Phase.READING, True),
        ("start", Phase.IDLE, Phase.READING, True),
        ("end", Phase.IDLE, Phase.READING, False),
        ("end", Phase.OFFERED, Phase.RESTING, True),
        ("both", Phase.READING, Phase.IDLE, True),
        ("start", Phase.READING, Phase.IDLE, False),
        ("both", Phase.READING, Phase.DUE, False),
        ("both", Phase.RESTING, Phase.IDLE, False),
        ("off", Phase.IDLE, Phase.READING, False),
        ("off", Phase.READING, Phase.RESTING, False),
    ],
)
def test_it_asks_at_the_start_and_the_end(
    wish: str, before: Phase, now: Phase, asked: bool
) -> None:
    assert asks(wish, before, now) is asked


def test_three_days_of_seven() -> None:
    today = FIRST + timedelta(days=20)
    near = [today - timedelta(days=n) for n in (0, 3, 6)]
    assert low_days(near, today, None)
    assert not low_days([*near[:2], today - timedelta(days=7)], today, None)
    assert not low_days([near[0]] * 5, today, None)
    assert not low_days(near, today, today - timedelta(days=13))
    assert low_days(near, today, today - timedelta(days=14))
