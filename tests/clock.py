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
        self._monotonic = monotonic
        self._zone = zone

    def utc(self) -> datetime:
        """Return the wall clock as aware UTC."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return self._monotonic

    def zone(self) -> tzinfo:
        """Return the local zone."""
        return self._zone

    def advance(self, seconds: float) -> None:
        """Let both clocks run on, as when time passes with the machine awake."""
        self._now += timedelta(seconds=seconds)
        self._monotonic += seconds

    def sleep(self, seconds: float) -> None:
        """Let only the wall clock run on, as when the machine sleeps."""
        self._now += timedelta(seconds=seconds)

    def set(self, now: datetime) -> None:
        """Set the wall clock, backwards too, as a creator or the network may."""
        self._now = now.astimezone(UTC)

    def move_to(self, zone: tzinfo) -> None:
        """Change the local zone, as when travelling."""
        self._zone = zone
