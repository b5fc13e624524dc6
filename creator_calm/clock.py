"""The real clock. Built once by the faces and handed down; tests hand in a stopped one."""

from __future__ import annotations

import time
from datetime import UTC, datetime, tzinfo


class SystemClock:
    """Time as the operating system tells it (see domain.clock.Clock)."""

    def utc(self) -> datetime:
        """Return the wall clock as aware UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds that never run backwards while the program runs."""
        return time.monotonic()

    def zone(self) -> tzinfo:
        """Return the local zone as it is now; asked each time, because people travel."""
        zone = datetime.now(UTC).astimezone().tzinfo
        assert zone is not None
        return zone
