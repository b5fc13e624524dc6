"""Ages are never said more exactly than they are known."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from creator_calm import wording
from creator_calm.domain.comment import Moment, Precision

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)


def said(then: datetime | None, precision: Precision = Precision.EXACT, hours_east: int = 0) -> str:
    return wording.age_words(Moment(then, precision), NOW, timezone(timedelta(hours=hours_east)))


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=20), "less than an hour"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=9), "9 h"),
        (timedelta(hours=11), "11 h"),
        (timedelta(hours=20), "yesterday"),
        (timedelta(days=1, hours=5), "yesterday"),
        (timedelta(days=17), "3 May"),
        (timedelta(days=300), "24 Jul 2025"),
    ],
)
def test_exact_times(ago: timedelta, words: str) -> None:
    wording.use_language("en")
    assert said(NOW - ago) == words


def test_a_day_is_never_said_in_hours() -> None:
    assert said(NOW - timedelta(hours=2), Precision.DAY) == "today"


def test_estimates_say_so() -> None:
    assert said(NOW - timedelta(days=800), Precision.ESTIMATED) == "about 2 years ago"
    assert said(NOW - timedelta(days=70), Precision.ESTIMATED) == "about 2 months ago"
    assert said(NOW - timedelta(days=3), Precision.ESTIMATED) == "about 3 days ago"
    assert said(NOW - timedelta(days=355), Precision.ESTIMATED) == "about 1 year ago"


def test_unknown_times_are_not_invented() -> None:
    assert said(None, Precision.UNKNOWN) == ""
    assert said(NOW, Precision.UNKNOWN) == ""
    assert wording.age_words(None, NOW, UTC) == ""


def test_the_local_day_decides() -> None:
    late = datetime(2026, 5, 19, 21, 0, tzinfo=UTC)
    assert said(late, Precision.DAY) == "yesterday"
    assert said(late, Precision.DAY, hours_east=4) == "today"


def test_a_time_ahead_of_the_clock_does_not_break() -> None:
    assert said(NOW + timedelta(hours=3)) in {"today", "0 h"}
