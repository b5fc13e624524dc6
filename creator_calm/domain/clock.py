"""Time is handed in. Nothing else asks the operating system what time it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime, tzinfo


class Clock(Protocol):
    """Where time comes from. Tests hand in a stopped one."""

    def utc(self) -> datetime:
        """Return the wall clock as aware UTC."""

    def monotonic(self) -> float:
        """Return seconds that never run backwards while the program runs."""

    def through_sleep(self) -> float:
        """Return seconds that nobody sets and that count while the machine sleeps."""

    def zone(self) -> tzinfo:
        """Return the creator's local time zone."""
