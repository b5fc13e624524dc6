"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class StoppedClock:
    """A `domain.clock.Clock`: 20 May 2026, 10:00 UTC (a Wednesday), monotonic 1000 s, unless told."""

    def __init__(
        self,
        now: datetime = datetime(2026, 5, 20, 10, 0, tzinfo=UTC),
        *,
        monotonic: float = 1000.0,
        zone: tzinfo = UTC,
    ) -> None:
        self._now = now.astimezone(UTC)
        self._monotonic = self._through_sleep = monotonic
        self._zone = zone

    def utc(self) -> datetime:
        """Return the wall clock as aware UTC."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return self._monotonic

    def through_sleep(self) -> float:
        """Return seconds that nobody sets and that count while the machine sleeps."""
        return self._through_sleep

    def zone(self) -> tzinfo:
        """Return the local zone."""
        return self._zone

    def advance(self, seconds: float) -> None:
        """Let both clocks run on, as when time passes with the machine awake."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds
        self._through_sleep += seconds

    def sleep(self, seconds: float) -> None:
        """Let what counts while the machine sleeps run on, and not what stands still meanwhile."""
        self._now += timedelta(seconds=seconds)
        self._through_sleep += max(seconds, 0.0)

    def set(self, now: datetime) -> None:
        """Set the wall clock, backwards too, as a creator or the network may."""
        self._now = now.astimezone(UTC)

    def move_to(self, zone: tzinfo) -> None:
        """Change the local zone, as when travelling."""
        self._zone = zone
