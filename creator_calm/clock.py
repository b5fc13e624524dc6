"""The real clock. Built once by the faces and handed down; tests hand in a stopped one."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta, tzinfo

_THROUGH_SLEEP = getattr(
    time, "CLOCK_BOOTTIME" if sys.platform.startswith("linux") else "CLOCK_MONOTONIC", None
)
"""Runs on while the machine sleeps; where Python names none, its own monotonic clock does."""


class SystemClock:
    """Time as the operating system tells it (see domain.clock.Clock)."""

    def utc(self) -> datetime:
        """Return the wall clock as aware UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that never run backwards while the program runs."""
        return time.monotonic()

    def through_sleep(self) -> float:
        """Return seconds that nobody sets and that count while the machine sleeps."""
        return time.monotonic() if _THROUGH_SLEEP is None else time.clock_gettime(_THROUGH_SLEEP)

    def zone(self) -> tzinfo:
        """Return the local zone as it is now; asked each time, because people travel."""
        return _LocalZone()


class _LocalZone(tzinfo):
    """The rules of the system for every day, not the offset of today: summer time begins and ends."""

    def utcoffset(self, moment: datetime | None) -> timedelta:
        return self._at(moment).utcoffset() or timedelta(0)

    def dst(self, _moment: datetime | None) -> None:
        return None

    def tzname(self, moment: datetime | None) -> str:
        return self._at(moment).tzname() or ""

    def fromutc(self, moment: datetime) -> datetime:
        there = _local(moment.replace(tzinfo=UTC))
        first = _local(there.replace(tzinfo=None)).utcoffset() == there.utcoffset()
        return there.replace(tzinfo=self, fold=0 if first else 1)

    def _at(self, moment: datetime | None) -> datetime:
        return _local(datetime.now(UTC) if moment is None else moment.replace(tzinfo=None))


def _local(moment: datetime) -> datetime:
    """Return a moment as local time; what the system cannot place has the offset of today."""
    try:
        return moment.astimezone()
    except (OSError, OverflowError, ValueError):
        today = datetime.now(UTC).astimezone().tzinfo
        return moment.replace(tzinfo=moment.tzinfo or today).astimezone(today)
