"""Moods: when to ask, what a low day is, and when a pattern may be spoken of at all."""

from __future__ import annotations

import random
from statistics import median
from typing import TYPE_CHECKING

from creator_calm.domain.care import Phase
from creator_calm.domain.moods import MoodPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from creator_calm.domain.moods import Mood

LOW_AT = 25
LOW_DAYS, OF_DAYS, SAID_AGAIN_AFTER = 3, 7, 14
LONG_READ_S = 30 * 60
PAIRS_LEAST = 10
DIFFERENCE_LEAST = 10.0
RESAMPLES, HOLDS_IN = 1_000, 0.8
_SEED = 20260520

_READING = frozenset({Phase.READING, Phase.DUE, Phase.OFFERED, Phase.POSTPONED})


def asks(wish: str, before: Phase, now: Phase) -> bool:
    """Say whether going from one phase to the next is a moment to ask: "start", "end", "both", "off"."""
    begins = before is Phase.IDLE and now in _READING
    ends = before in _READING and now in {Phase.RESTING, Phase.IDLE}
    return (begins and wish in {"start", "both"}) or (ends and wish in {"end", "both"})


def is_low(mood: Mood) -> bool:
    """Say whether a note counts as low. The words and the note of it are not looked at."""
    return mood.pleasant is not None and mood.pleasant <= LOW_AT


def low_days(days: Iterable[date], today: date, said_on: date | None) -> bool:
    """Say whether to point to the creator's own people, once: three low days in seven."""
    if said_on is not None and 0 <= (today - said_on).days < SAID_AGAIN_AFTER:
        return False
    return len({day for day in days if 0 <= (today - day).days < OF_DAYS}) >= LOW_DAYS


def pattern(pleasant: Mapping[date, float], read_s: Mapping[date, int]) -> MoodPattern | None:
    """Compare days with more than 30 minutes of reading with the others; None: nothing can be said.

    `pleasant` has one value (0 to 100) per day with a note; a day without reading counts as 0.
    At least ten days on each side, medians ten points apart, and the sign in 80 % of 1,000
    seeded resamples.
    """
    long = [value for day, value in pleasant.items() if read_s.get(day, 0) > LONG_READ_S]
    other = [value for day, value in pleasant.items() if read_s.get(day, 0) <= LONG_READ_S]
    if min(len(long), len(other)) < PAIRS_LEAST:
        return None
    difference = median(long) - median(other)
    if abs(difference) < DIFFERENCE_LEAST or not _holds(long, other, difference):
        return None
    return MoodPattern.LOWER if difference < 0 else MoodPattern.HIGHER


def _holds(long: Sequence[float], other: Sequence[float], difference: float) -> bool:
    chance = random.Random(_SEED)  # noqa: S311 - resampling, the same each time
    same = 0
    for _turn in range(RESAMPLES):
        a = median(chance.choices(long, k=len(long)))
        b = median(chance.choices(other, k=len(other)))
        same += (a - b) * difference > 0
    return same >= HOLDS_IN * RESAMPLES
