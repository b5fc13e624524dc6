"""A rest is offered for a reason, ends when it was said to, and outlives whatever a clock does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.draft import DraftFinding, FindingLevel
from creator_calm.domain.resting import Resting, RestReason, Wait
from creator_calm.wellbeing import cooling_off
from creator_calm.wellbeing.cooling_off import anchored, by_the_wall, left, may_go_now, offer, until
from tests.clock import StoppedClock

STOCKHOLM, NEW_YORK = ZoneInfo("Europe/Stockholm"), ZoneInfo("America/New_York")
NOON = datetime(2026, 5, 20, 12, 0, tzinfo=STOCKHOLM)
TEN = 600.0
HOUR, YEAR = 3600, 365 * 86_400


def found(*levels: FindingLevel) -> list[DraftFinding]:
    return [DraftFinding(n, n + 1, "x", level, "") for n, level in enumerate(levels)]


STRONG, FLAG, HINT = FindingLevel.STRONG, FindingLevel.FLAG, FindingLevel.HINT


@pytest.mark.parametrize(
    ("levels", "severity", "hour", "low", "reasons"),
    [
        ((), 0, 12, False, ()),
        ((FLAG, HINT, HINT, HINT), 1, 12, False, ()),
        ((STRONG,), 0, 12, False, (RestReason.STRONG,)),
        ((FLAG, FLAG), 0, 12, False, (RestReason.FLAGS,)),
        ((), 2, 12, False, (RestReason.HARSH,)),
        ((), 0, 12, True, (RestReason.LOW_DAY,)),
        ((), 0, 22, False, (RestReason.LATE,)),
        ((), 0, 5, False, (RestReason.LATE,)),
        ((), 0, 6, False, ()),
        ((), 0, 21, False, ()),
        (
            (STRONG, FLAG, FLAG), 3, 23, True,
            (RestReason.STRONG, RestReason.FLAGS, RestReason.HARSH, RestReason.LOW_DAY,
             RestReason.LATE),
        ),
    ],
)  # fmt: skip
def test_what_a_rest_is_offered_for(
    levels: tuple[FindingLevel, ...],
    severity: int,
    hour: int,
    low: bool,
    reasons: tuple[RestReason, ...],
) -> None:
    said = offer(found(*levels), severity, NOON.replace(hour=hour), Wait.TEN, low=low)
    assert (said.reasons if said is not None else ()) == reasons
    assert offer(found(STRONG), 4, NOON, Wait.OFF, low=True) is None, "off is off"


@pytest.mark.parametrize(
    ("usual", "proposed"),
    [
        (Wait.TWO, Wait.TEN),
        (Wait.TEN, Wait.SIXTY),
        (Wait.SIXTY, Wait.MORNING),
        (Wait.MORNING, Wait.MORNING),
    ],
)
def test_on_a_low_day_a_longer_one_is_proposed(usual: Wait, proposed: Wait) -> None:
    low = offer((), 0, NOON, usual, low=True)
    harsh = offer((), 2, NOON, usual, low=False)
    assert low is not None
    assert harsh is not None
    assert (low.proposed, harsh.proposed) == (proposed, usual)


@dataclass
class Running:
    """A rest of ten minutes in a program that runs, and what a restart does to it."""

    clock: StoppedClock = field(default_factory=StoppedClock)
    seconds: int = 600

    def __post_init__(self) -> None:
        now = self.clock.utc()
        end = now + timedelta(seconds=self.seconds)
        self.resting = Resting(CommentKey(1), now, end, self.seconds)
        self.restart()

    def restart(self) -> None:
        self.anchor = anchored(self.resting, self.clock.utc(), self.clock.through_sleep())

    @property
    def left(self) -> float:
        return left(self.anchor, self.clock.through_sleep())


def test_ten_minutes_are_ten_minutes() -> None:
    rest = Running()
    seen = []
    for _minute in range(11):
        seen.append(rest.left)
        rest.clock.advance(60)
    assert seen == [TEN - 60 * minute for minute in range(11)]
    assert rest.left == 0


def test_what_was_slept_has_passed() -> None:
    rest = Running()
    rest.clock.sleep(8 * HOUR)
    assert rest.left == 0


@pytest.mark.parametrize("by", [HOUR, -HOUR, YEAR, -YEAR])
def test_a_clock_that_is_set_changes_nothing_while_the_program_runs(by: int) -> None:
    rest = Running()
    rest.clock.advance(240)
    rest.clock.set(rest.clock.utc() + timedelta(seconds=by))
    assert rest.left == TEN - 240
    rest.clock.advance(360)
    assert rest.left == 0


@pytest.mark.parametrize(
    ("by", "afterwards"), [(0, 360.0), (HOUR, 0.0), (YEAR, 0.0), (-HOUR, TEN), (-YEAR, TEN)]
)
def test_after_a_restart_it_goes_on_from_the_kept_end_and_never_beyond_the_promise(
    by: int, afterwards: float
) -> None:
    rest = Running()
    rest.clock.advance(240)
    rest.clock.set(rest.clock.utc() + timedelta(seconds=by))
    rest.restart()
    assert rest.left == afterwards
    rest.clock.advance(afterwards)
    assert rest.left == 0


def test_a_restart_in_the_middle_loses_and_adds_nothing() -> None:
    rest = Running()
    rest.clock.advance(150)
    rest.restart()
    rest.clock.advance(150)
    rest.restart()
    assert rest.left == TEN - 300


def test_a_journey_changes_nothing() -> None:
    rest = Running(StoppedClock(zone=STOCKHOLM))
    rest.clock.move_to(NEW_YORK)
    rest.clock.advance(60)
    assert rest.left == TEN - 60


@pytest.mark.parametrize(
    "night", [datetime(2026, 3, 29, 0, 55, tzinfo=UTC), datetime(2026, 10, 25, 0, 55, tzinfo=UTC)]
)
def test_ten_minutes_over_the_hour_that_goes_or_comes_twice(night: datetime) -> None:
    rest = Running(StoppedClock(night, zone=STOCKHOLM))
    assert until(Wait.TEN, night, STOCKHOLM) == night + timedelta(minutes=10)
    rest.clock.advance(420)
    assert rest.left == TEN - 420
    rest.restart()
    assert rest.left == TEN - 420


@pytest.mark.parametrize(
    ("now", "zone", "end"),
    [
        # an ordinary evening; the two nights on which the clocks change; after midnight
        ((2026, 5, 20, 18, 0), STOCKHOLM, (2026, 5, 21, 7)),
        ((2026, 3, 28, 21, 0), STOCKHOLM, (2026, 3, 29, 7)),
        ((2026, 10, 24, 21, 0), STOCKHOLM, (2026, 10, 25, 8)),
        ((2026, 5, 20, 22, 30), STOCKHOLM, (2026, 5, 21, 7)),
        ((2026, 5, 21, 1, 59), STOCKHOLM, (2026, 5, 21, 7)),
        ((2026, 5, 21, 2, 0), STOCKHOLM, (2026, 5, 22, 7)),
        ((2026, 3, 8, 3, 0), NEW_YORK, (2026, 3, 8, 13)),
        ((2026, 11, 1, 3, 0), NEW_YORK, (2026, 11, 1, 14)),
    ],
)
def test_the_morning_is_nine_o_clock_there(
    now: tuple[int, ...], zone: ZoneInfo, end: tuple[int, ...]
) -> None:
    asked = datetime(*now, tzinfo=UTC)  # type: ignore[misc, arg-type]
    ends = until(Wait.MORNING, asked, zone)
    assert ends == datetime(*end, tzinfo=UTC)  # type: ignore[misc, arg-type]
    assert ends.astimezone(zone).hour == 9
    assert timedelta(0) < ends - asked < timedelta(hours=30)


def test_the_wall_alone_stays_between_nothing_and_the_promise() -> None:
    rest = Running()
    for days in (-10_000, -1, 0, 1, 10_000):
        moment = rest.clock.utc() + timedelta(days=days)
        assert 0 <= by_the_wall(rest.resting, moment) <= TEN


def test_what_says_it_is_being_looked_into_need_not_wait() -> None:
    assert may_go_now(("ack", "check"), found(HINT), as_offered=True)
    assert may_go_now(("thank", "time"), (), as_offered=True)
    assert not may_go_now(("ack", "check"), found(FLAG), as_offered=True)
    assert not may_go_now(("ack", "check"), found(STRONG), as_offered=True)
    assert not may_go_now(("ack", "fixed"), (), as_offered=True)
    assert not may_go_now(("ack", "check"), (), as_offered=False)
    assert frozenset({"check", "time"}) == cooling_off.HOLDING_MOVES
