from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.care import BreakRule, BreakState, Outlook, Phase
from creator_calm.wellbeing.exposure import day_of, is_active, load, next_day_start, outlook
from tests.wellbeing.stopped import STOCKHOLM

FOUR = time(4)


@pytest.mark.parametrize(
    ("visible", "active", "live", "since", "counts"),
    [
        (True, True, False, 0.0, True),
        (True, True, False, 60.0, True),
        (True, True, False, 60.1, False),
        (False, True, False, 0.0, False),
        (True, False, False, 0.0, False),
        (True, True, True, 0.0, False),
        (True, True, False, -1.0, False),
    ],
)
def test_what_counts_as_reading(
    visible: bool, active: bool, live: bool, since: float, counts: bool
) -> None:
    assert (
        is_active(comments_visible=visible, window_active=active, live=live, since_input_s=since)
        is counts
    )


def test_a_reveal_weighs_two_minutes() -> None:
    assert load(60.0, 3, 120.0) == 420.0


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2026, 5, 20, 3, 59, tzinfo=STOCKHOLM), date(2026, 5, 19)),
        (datetime(2026, 5, 20, 4, 0, tzinfo=STOCKHOLM), date(2026, 5, 20)),
        (datetime(2026, 3, 29, 3, 59, tzinfo=STOCKHOLM), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 4, 0, tzinfo=STOCKHOLM), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 3, 59, tzinfo=STOCKHOLM), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 4, 0, tzinfo=STOCKHOLM), date(2026, 10, 25)),
        (datetime(2026, 12, 31, 23, 59, tzinfo=STOCKHOLM), date(2026, 12, 31)),
    ],
)
def test_the_day_begins_at_four(local: datetime, day: date) -> None:
    assert day_of(local.astimezone(UTC), STOCKHOLM, FOUR) == day


@given(
    st.integers(0, 60 * 24 * 365 * 20),
    st.sampled_from(["Europe/Stockholm", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"]),
    st.sampled_from([time(0), time(2, 30), FOUR, time(6)]),
)
def test_the_next_day_is_always_ahead_and_never_far(minutes: int, name: str, starts: time) -> None:
    zone = ZoneInfo(name)
    aware = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    ahead = next_day_start(aware, zone, starts)
    assert timedelta(0) < ahead - aware <= timedelta(hours=50)
    assert day_of(ahead + timedelta(hours=1), zone, starts) > day_of(aware, zone, starts)


RULE = BreakRule()
UNTIL = datetime(2026, 5, 20, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "line", "minutes"),
    [
        (BreakState(), Outlook.NOT_READING, 20),
        (BreakState(Phase.READING, active_s=490), Outlook.NEXT_PAUSE, 12),
        (BreakState(Phase.READING, active_s=490, reveals=2), Outlook.NEXT_PAUSE, 8),
        (BreakState(Phase.READING, active_s=490, away_s=61), Outlook.AWAY, 12),
        (BreakState(Phase.READING, active_s=490, away_s=59), Outlook.NEXT_PAUSE, 12),
        (BreakState(Phase.DUE, active_s=1200), Outlook.WAITING, None),
        (BreakState(Phase.OFFERED, active_s=1200), Outlook.WAITING, None),
        (BreakState(Phase.POSTPONED, left_s=61), Outlook.LATER, 2),
        (BreakState(Phase.RESTING, left_s=5), Outlook.RESTING, 1),
        (BreakState(Phase.QUIET, quiet_until=UNTIL), Outlook.QUIET, None),
        (BreakState(Phase.OFF), Outlook.OFF, None),
        (BreakState(Phase.READING, live=True), Outlook.LIVE, None),
    ],
)
def test_the_line_in_the_bar(state: BreakState, line: Outlook, minutes: int | None) -> None:
    found = outlook(state, RULE)
    assert (found.outlook, found.minutes) == (line, minutes)
    assert 0 <= found.share <= 1


def test_no_limit_means_no_promise_of_a_pause() -> None:
    found = outlook(BreakState(Phase.READING, active_s=90, today_s=130), BreakRule(sitting_s=0))
    assert (found.outlook, found.here_minutes) == (Outlook.OFF, 2)
