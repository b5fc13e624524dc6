"""The real clock, and the stopped one the tests are written with."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from creator_calm.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def test_what_counts_through_sleep_is_set_by_nobody(clock: StoppedClock) -> None:
    real, began = SystemClock(), clock.through_sleep()
    assert real.through_sleep() <= real.through_sleep()
    clock.set(clock.utc() + timedelta(days=365))
    assert clock.through_sleep() == began
    clock.sleep(60)
    clock.advance(40)
    assert clock.through_sleep() == began + 100


@pytest.fixture
def stockholm(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system takes its zone from elsewhere")
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("stockholm")
@pytest.mark.parametrize(
    ("day", "hour_utc"), [((2026, 3, 28), 8), ((2026, 3, 29), 7), ((2026, 10, 25), 8)]
)
def test_nine_o_clock_is_nine_where_summer_begins_and_ends(
    day: tuple[int, int, int], hour_utc: int
) -> None:
    zone = SystemClock().zone()
    nine = datetime(*day, 9, tzinfo=zone)
    assert nine.astimezone(UTC) == datetime(*day, hour_utc, tzinfo=UTC)
    assert nine.astimezone(UTC).astimezone(zone).hour == 9


@pytest.mark.usefixtures("stockholm")
def test_the_hour_that_comes_twice_is_told_apart() -> None:
    zone = SystemClock().zone()
    for hour in (0, 1):
        moment = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)
        local = moment.astimezone(zone)
        assert (local.hour, local.fold) == (2, hour)
        assert local.astimezone(UTC) == moment


def test_a_moment_no_system_can_place_has_an_offset_all_the_same() -> None:
    zone = SystemClock().zone()
    for year in (1, 9999):
        assert datetime(year, 6, 1, tzinfo=zone).utcoffset() is not None
