"""The real clock, and the stopped one the tests are written with."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from creator_calm.clock import SystemClock

if TYPE_CHECKING:
    from creator_calm.domain.clock import Clock
    from tests.clock import StoppedClock


def test_the_real_one_runs() -> None:
    """Aware UTC, a zone, and a clock that does not run backwards."""
    real: Clock = SystemClock()
    assert real.utc().tzinfo is UTC
    assert real.monotonic() <= real.monotonic()
    assert real.utc().astimezone(real.zone()).utcoffset() is not None


def test_the_stopped_one_stands_still(clock: StoppedClock) -> None:
    """Until it is told to move."""
    still: Clock = clock
    before = still.utc(), still.monotonic()
    assert (still.utc(), still.monotonic()) == before
    clock.advance(90)
    assert still.utc() - before[0] == timedelta(seconds=90)
    assert still.monotonic() - before[1] == 90


def test_sleep_moves_the_wall_clock_only(clock: StoppedClock) -> None:
    """As a closed lid does."""
    wall, mono = clock.utc(), clock.monotonic()
    clock.sleep(3600)
    assert clock.utc() - wall == timedelta(hours=1)
    assert clock.monotonic() == mono
