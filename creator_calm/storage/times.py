"""Times as the library keeps them: whole microseconds of UTC since 1970."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_number(moment: datetime) -> int:
    """Return an aware moment as microseconds; exact in both directions, also before 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def from_number(number: int) -> datetime:
    """Return aware UTC."""
    return _EPOCH + timedelta(microseconds=number)
