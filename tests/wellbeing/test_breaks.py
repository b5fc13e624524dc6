from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, TypeAlias
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase, Tick
from creator_calm.wellbeing import breaks
from creator_calm.wellbeing.exposure import load
from tests.wellbeing.stopped import STOCKHOLM, Play

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTE = 60
HOUR = 3600
LIMIT = 20 * MINUTE
OFFERS = {BreakEvent.OFFER, BreakEvent.OFFER_AGAIN, BreakEvent.ASK_OFF_TODAY}


def steady(play: Play) -> None:
    play.read(LIMIT - 1)
    assert play.events() == []
    play.read(3)
    assert play.log == [(LIMIT, BreakEvent.OFFER)]


def with_pauses(play: Play) -> None:
    for _ in range(4):
        play.read(4 * MINUTE)
        play.away(3 * MINUTE)
    assert play.state.active_s == 16 * MINUTE
    play.read(4 * MINUTE)
    assert play.events() == [BreakEvent.OFFER]


def away_at_nineteen(play: Play) -> None:
    play.read(19 * MINUTE)
    play.away(5 * MINUTE)
    assert play.events() == [BreakEvent.NATURAL_BREAK]
    play.read(LIMIT - 1)
    assert play.count(BreakEvent.OFFER) == 0
    play.read(1)
    assert play.count(BreakEvent.OFFER) == 1


def sleep_linux(play: Play) -> None:
    play.read(19 * MINUTE)
    play.gap(8 * HOUR, 1)
    play.read(30)
    assert play.events() == [BreakEvent.NATURAL_BREAK]


def sleep_windows(play: Play) -> None:
    play.read(19 * MINUTE)
    play.gap(8 * HOUR, 8 * HOUR)
    play.read(30)
    assert play.events() == [BreakEvent.NATURAL_BREAK]


def sleep_over_a_weekend(play: Play) -> None:
    play.read(19 * MINUTE)
    play.gap(62 * HOUR, 1)
    play.read(5 * MINUTE)
    assert play.events() == [BreakEvent.NATURAL_BREAK]
    assert play.state.active_s == 5 * MINUTE


def lid_closed(play: Play) -> None:
    play.read(10 * MINUTE)
    play.gap(2 * MINUTE, 2 * MINUTE)
    assert play.events() == []
    assert play.state.active_s == 10 * MINUTE
    play.read(10 * MINUTE)
    assert play.events() == [BreakEvent.OFFER]


def clock_back_an_hour(play: Play) -> None:
    play.read(10 * MINUTE)
    play.gap(-HOUR, 1)
    assert play.state.active_s == 10 * MINUTE + 1
    play.read(10 * MINUTE - 2)
    assert play.events() == []
    play.read(1)
    assert play.events() == [BreakEvent.OFFER]


def clock_forward_an_hour(play: Play) -> None:
    play.read(19 * MINUTE)
    play.gap(HOUR, 1)
    play.read(60)
    assert not OFFERS & set(play.events())
    assert 0 <= play.state.active_s <= 60


def clock_forward_three_days(play: Play) -> None:
    play.read(19 * MINUTE)
    play.gap(3 * 24 * HOUR, 1)
    assert not OFFERS & set(play.events())
    ahead = play.state.day
    play.gap(-3 * 24 * HOUR, 1)
    assert play.state.day == ahead == date(2026, 5, 23)
    assert play.state.active_s >= 0


def clock_back_a_year(play: Play) -> None:
    play.read(19 * MINUTE)
    day = play.state.day
    play.gap(-365 * 24 * HOUR, 1)
    assert play.events() == []
    assert play.state.day == day
    assert play.state.active_s == 19 * MINUTE + 1
    play.read(59)
    assert play.events() == [BreakEvent.OFFER]


def summer_time_begins(play: Play) -> None:
    play.wall = datetime(2026, 3, 29, 0, 50, tzinfo=UTC)
    play.state = BreakState()
    play.look(active=False)
    play.read(LIMIT)
    assert play.log == [(LIMIT, BreakEvent.OFFER)]


def summer_time_ends(play: Play) -> None:
    play.wall = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    play.state = BreakState()
    play.look(active=False)
    play.read(LIMIT)
    assert play.log == [(LIMIT, BreakEvent.OFFER)]


def midnight(play: Play) -> None:
    play.wall = datetime(2026, 5, 20, 21, 55, tzinfo=UTC)
    play.state = BreakState()
    play.read(10 * MINUTE)
    assert play.state.day == date(2026, 5, 20)
    assert play.state.today_s == pytest.approx(10 * MINUTE, abs=1)


def four_in_the_morning(play: Play) -> None:
    play.wall = datetime(2026, 5, 20, 1, 55, tzinfo=UTC)
    play.state = BreakState(told_day=True, today_s=HOUR, day=date(2026, 5, 19))
    play.look()
    assert play.state.day == date(2026, 5, 19)
    play.read(5 * MINUTE)
    assert play.state.day == date(2026, 5, 20)
    assert not play.state.told_day
    assert play.state.today_s <= 1


def three_days_unread(play: Play) -> None:
    for _ in range(3 * 24 * 6):
        play.gap(10 * MINUTE, 10 * MINUTE, active=False)
    assert play.events() == []
    assert play.state.phase is Phase.IDLE


def typing_when_due(play: Play) -> None:
    play.read(LIMIT, typing=True)
    play.read(40, typing=True)
    assert play.events() == []
    play.read(1)
    assert play.events() == [BreakEvent.OFFER]


def typing_on_and_on(play: Play) -> None:
    play.read(LIMIT + 119, typing=True)
    assert play.events() == []
    play.read(2, typing=True)
    assert play.events() == [BreakEvent.OFFER]


def postpone_twice(play: Play) -> None:
    play.read(LIMIT)
    for _ in range(2):
        play.keep(breaks.postpone(play.state, play.rule))
        play.read(5 * MINUTE)
    assert play.events() == [BreakEvent.OFFER, BreakEvent.OFFER_AGAIN, BreakEvent.ASK_OFF_TODAY]
    play.keep(breaks.postpone(play.state, play.rule))
    play.read(LIMIT - 1)
    assert len(play.log) == 3
    play.read(1)
    assert play.events()[3] is BreakEvent.OFFER


def postponed_counts_reading_only(play: Play) -> None:
    play.read(LIMIT)
    play.keep(breaks.postpone(play.state, play.rule))
    play.read(2 * MINUTE)
    play.away(4 * MINUTE)
    play.read(3 * MINUTE - 1)
    assert play.events() == [BreakEvent.OFFER]
    play.read(1)
    assert play.events() == [BreakEvent.OFFER, BreakEvent.OFFER_AGAIN]


def skip_chain(play: Play) -> None:
    for turn in range(1, 11):
        play.read(LIMIT)
        assert play.count(BreakEvent.OFFER) == turn
        assert play.state.active_s >= 0
        play.keep(breaks.skip(play.state, play.rule))
    assert [at for at, event in play.log if event is BreakEvent.OFFER] == [
        LIMIT * turn for turn in range(1, 11)
    ]


def end_too_early(play: Play) -> None:
    play.read(LIMIT)
    play.keep(breaks.take(play.state, play.rule))
    play.away(MINUTE)
    play.keep(breaks.end_break(play.state, play.rule))
    assert (play.state.phase, play.state.active_s) == (Phase.READING, LIMIT)
    play.read(4 * MINUTE)
    assert play.events() == [BreakEvent.OFFER, BreakEvent.BREAK_STARTED]
    play.read(2 * MINUTE)
    assert play.events()[2:] == [BreakEvent.OFFER_AGAIN]


def end_after_half(play: Play) -> None:
    play.read(LIMIT)
    play.keep(breaks.take(play.state, play.rule))
    play.away(3 * MINUTE)
    play.keep(breaks.end_break(play.state, play.rule))
    assert (play.state.phase, play.state.active_s) == (Phase.IDLE, 0)
    assert play.events()[-1] is BreakEvent.BREAK_OVER
    play.read(LIMIT - 1)
    assert play.count(BreakEvent.OFFER) == 1


def whole_break(play: Play) -> None:
    play.read(LIMIT)
    play.keep(breaks.take(play.state, play.rule))
    play.gap(2 * MINUTE, 1)
    play.away(3 * MINUTE)
    assert play.events() == [BreakEvent.OFFER, BreakEvent.BREAK_STARTED, BreakEvent.BREAK_OVER]
    assert play.state.phase is Phase.IDLE


def five_reveals(play: Play) -> None:
    play.read(5)
    for _ in range(9):
        play.keep(breaks.revealed(play.state, play.rule))
    play.read(5)
    assert play.events() == [BreakEvent.HARSH_ASK]
    play.keep(breaks.revealed(play.state, play.rule))
    play.read(1)
    assert play.events() == [BreakEvent.HARSH_ASK, BreakEvent.OFFER]


def going_on_is_not_asked_again_at_once(play: Play) -> None:
    play.read(9 * MINUTE)
    for _ in range(5):
        play.keep(breaks.revealed(play.state, play.rule))
    play.keep(breaks.go_on(play.state, play.rule))
    play.read(5 * MINUTE - 1)
    assert play.events() == [BreakEvent.HARSH_ASK]
    play.read(1)
    assert play.events() == [BreakEvent.HARSH_ASK, BreakEvent.OFFER]


def limit_made_shorter(play: Play) -> None:
    play.read(12 * MINUTE)
    play.rule = replace(play.rule, sitting_s=10 * MINUTE)
    play.keep(breaks.change_rule(play.state, play.rule))
    assert play.state.phase is Phase.DUE
    play.read(5 * MINUTE)
    assert play.events() == [BreakEvent.OFFER]


def limit_made_longer(play: Play) -> None:
    play.read(LIMIT)
    play.rule = replace(play.rule, sitting_s=40 * MINUTE)
    play.keep(breaks.change_rule(play.state, play.rule))
    assert play.state.phase is Phase.READING
    play.read(10 * MINUTE)
    assert play.events() == [BreakEvent.OFFER]


def quiet_slept_through(play: Play) -> None:
    play.read(LIMIT)
    play.keep(breaks.quiet_for(play.state, play.rule, play.now(), HOUR))
    play.read(10 * MINUTE)
    play.gap(2 * HOUR, 1)
    play.read(60)
    assert play.events() == [BreakEvent.OFFER, BreakEvent.QUIET_OVER]


def quiet_until_morning(play: Play) -> None:
    play.keep(breaks.quiet_for(play.state, play.rule, play.now(), None))
    assert play.state.quiet_until == datetime(2026, 5, 21, 2, 0, tzinfo=UTC)
    play.read(LIMIT + 60)
    assert play.events() == []
    play.gap(18 * HOUR, 1, active=False)
    assert play.events() == [BreakEvent.QUIET_OVER]


def quiet_survives_a_wrong_clock(play: Play) -> None:
    play.keep(breaks.quiet_for(play.state, play.rule, play.now(), 3 * HOUR))
    play.gap(-365 * 24 * HOUR, 1, active=False)
    for _ in range(25):
        play.gap(HOUR, HOUR, active=False)
    assert play.events() == [BreakEvent.QUIET_OVER]


def live(play: Play) -> None:
    play.read(LIMIT - 10)
    play.keep(breaks.enter_live(play.state, play.rule))
    play.read(4 * MINUTE)
    assert play.state.active_s == LIMIT - 10
    play.keep(breaks.leave_live(play.state, play.rule))
    play.read(59)
    assert play.events() == []
    play.read(1)
    assert play.events() == [BreakEvent.OFFER]


def live_over_an_offer(play: Play) -> None:
    play.read(LIMIT)
    play.keep(breaks.enter_live(play.state, play.rule))
    assert play.state.phase is Phase.READING
    play.read(10 * MINUTE)
    play.keep(breaks.leave_live(play.state, play.rule))
    play.read(LIMIT - 1)
    assert play.events() == [BreakEvent.OFFER]


def zone_changes_in_flight(play: Play) -> None:
    play.rule = replace(play.rule, day_s=10 * MINUTE)
    play.wall = datetime(2026, 5, 20, 22, 0, tzinfo=UTC)
    play.read(11 * MINUTE)
    assert play.count(BreakEvent.DAY_LIMIT) == 1
    play.zone = ZoneInfo("America/Los_Angeles")
    play.read(20 * MINUTE)
    play.zone = ZoneInfo("Asia/Tokyo")
    play.read(1)
    assert play.state.day == date(2026, 5, 21)
    play.zone = STOCKHOLM
    play.read(60)
    assert play.state.day == date(2026, 5, 21)
    assert play.count(BreakEvent.DAY_LIMIT) == 1


def after_2038(play: Play) -> None:
    play.wall = datetime(2038, 1, 20, 10, 0, tzinfo=UTC)
    play.state = BreakState()
    play.look(active=False)
    play.read(LIMIT)
    assert play.events() == [BreakEvent.OFFER]


def day_limit_once(play: Play) -> None:
    play.rule = replace(play.rule, sitting_s=0.0)
    play.read(61 * MINUTE)
    play.away(6 * MINUTE)
    play.read(30 * MINUTE)
    assert play.events() == [BreakEvent.DAY_LIMIT, BreakEvent.NATURAL_BREAK]


def everything_off(play: Play) -> None:
    play.rule = replace(play.rule, sitting_s=0.0, day_s=0.0, harsh_budget=0)
    for _ in range(30):
        play.read(6 * MINUTE)
        play.keep(breaks.revealed(play.state, play.rule))
    assert play.events() == []


def switched_off(play: Play) -> None:
    play.read(LIMIT)
    play.rule = replace(play.rule, on=False)
    play.keep(breaks.change_rule(play.state, play.rule))
    play.read(2 * LIMIT)
    assert play.state.phase is Phase.OFF
    play.rule = replace(play.rule, on=True)
    play.read(LIMIT - 1)
    assert play.events() == [BreakEvent.OFFER]


def never_right_after_coming_back(play: Play) -> None:
    play.read(LIMIT - 1)
    play.away(4 * MINUTE)
    play.read(59)
    assert play.events() == []
    play.read(2)
    assert play.events() == [BreakEvent.OFFER]


def nothing_while_looking_away(play: Play) -> None:
    play.read(LIMIT, typing=True)
    play.away(4 * MINUTE)
    assert play.events() == []


def an_offer_does_not_repeat(play: Play) -> None:
    play.read(LIMIT + 3 * HOUR)
    assert play.count(BreakEvent.OFFER) == 1
    assert play.state.waited_s >= breaks.BANNER_SHRINKS_S


def quiet_hours_begin_and_end(play: Play) -> None:
    play.rule = replace(
        play.rule, quiet_hours=(time(10, 30), time(11))
    )  # local, 08:30 to 09:00 UTC
    play.read(29 * MINUTE)
    play.keep(breaks.skip(play.state, play.rule))
    assert play.events() == [BreakEvent.OFFER]
    play.read(2 * MINUTE)
    assert play.state.phase is Phase.QUIET
    assert play.state.quiet_until == datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
    play.read(40 * MINUTE)
    assert play.events() == [BreakEvent.OFFER, BreakEvent.QUIET_OVER]
    play.read(10 * MINUTE)
    assert play.events()[2:] == [BreakEvent.OFFER]


def quiet_hours_ended_by_hand(play: Play) -> None:
    play.rule = replace(play.rule, quiet_hours=(time(9), time(12)))
    play.look()
    assert play.quiet()
    play.keep(breaks.end_quiet(play.state, play.rule))
    play.read(LIMIT)
    assert play.events() == [BreakEvent.OFFER]
    play.gap(24 * HOUR, 1)
    assert play.quiet(), "the next day has quiet hours again"


def quiet_hours_taken_away(play: Play) -> None:
    play.rule = replace(play.rule, quiet_hours=(time(9), time(12)))
    play.look()
    play.rule = replace(play.rule, quiet_hours=None)
    play.keep(breaks.change_rule(play.state, play.rule))
    play.read(2)
    assert play.state.phase is Phase.READING
    assert play.events() == [BreakEvent.QUIET_OVER]


def quiet_hours_over_midnight(play: Play) -> None:
    play.rule = replace(play.rule, quiet_hours=(time(22), time(7)))
    play.wall = datetime(2026, 5, 20, 21, 30, tzinfo=UTC)
    play.look()
    assert play.state.quiet_until == datetime(2026, 5, 21, 5, 0, tzinfo=UTC)
    play.gap(10 * HOUR, 1, active=False)
    assert play.events() == [BreakEvent.QUIET_OVER]


def quiet_hours_while_summer_time_begins(play: Play) -> None:
    play.rule = replace(play.rule, quiet_hours=(time(1), time(2, 30)))
    play.wall = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # 02:30 does not exist this night
    play.state = BreakState()
    play.look()
    assert play.quiet()
    play.read(31 * MINUTE)
    assert not play.quiet()
    assert play.count(BreakEvent.QUIET_OVER) == 1


def quiet_hours_in_the_hour_that_comes_twice(play: Play) -> None:
    play.rule = replace(play.rule, quiet_hours=(time(1), time(2, 30)))
    play.wall = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02:10 for the second time
    play.state = BreakState()
    play.look()
    assert play.state.quiet_until == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    play.read(20 * MINUTE + 5)
    assert not play.quiet()
    assert play.count(BreakEvent.QUIET_OVER) == 1, "it does not come and go each second"


def quiet_hours_do_not_touch_a_pause(play: Play) -> None:
    play.rule = replace(play.rule, quiet_hours=(time(10, 2), time(12)))
    play.keep(breaks.take(play.state, play.rule))
    play.away(3 * MINUTE)
    assert play.state.phase is Phase.RESTING
    play.away(2 * MINUTE + 1)
    assert play.quiet()
    assert play.events() == [BreakEvent.BREAK_STARTED, BreakEvent.BREAK_OVER]


CASES = [
    steady, with_pauses, away_at_nineteen, sleep_linux, sleep_windows, sleep_over_a_weekend,
    lid_closed, clock_back_an_hour, clock_forward_an_hour, clock_forward_three_days,
    clock_back_a_year, summer_time_begins, summer_time_ends, midnight, four_in_the_morning,
    three_days_unread, typing_when_due, typing_on_and_on, postpone_twice,
    postponed_counts_reading_only, skip_chain, end_too_early, end_after_half, whole_break,
    five_reveals, going_on_is_not_asked_again_at_once, limit_made_shorter, limit_made_longer, quiet_slept_through, quiet_until_morning,
    quiet_survives_a_wrong_clock, live, live_over_an_offer, zone_changes_in_flight, after_2038,
    day_limit_once, everything_off, switched_off, never_right_after_coming_back,
    nothing_while_looking_away, an_offer_does_not_repeat, quiet_hours_begin_and_end,
    quiet_hours_ended_by_hand, quiet_hours_taken_away, quiet_hours_over_midnight,
    quiet_hours_while_summer_time_begins, quiet_hours_in_the_hour_that_comes_twice, quiet_hours_do_not_touch_a_pause,
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.__name__))
def test_a_day_played_with_a_stopped_clock(case: Callable[[Play], None]) -> None:
    # The day's own line has cases of its own; here it would stand between the offers.
    rule = BreakRule() if case is day_limit_once else BreakRule(day_s=0.0)
    case(Play(rule=rule))


def test_a_naive_clock_is_refused() -> None:
    naive = datetime(2026, 5, 20, 8)  # noqa: DTZ001 - the point of the test
    with pytest.raises(ValueError, match="aware"):
        breaks.tick(BreakState(), BreakRule(), Tick(1.0, naive, True, False, UTC))


def test_a_fresh_start_heals_a_day_that_ran_ahead() -> None:
    kept = BreakState(day=date(2027, 5, 20), today_s=500.0, told_day=True)
    play = Play(state=kept)
    assert play.state.day == date(2026, 5, 20)
    assert (play.state.today_s, play.state.told_day) == (500.0, True)


def test_commands_that_do_not_fit_change_nothing() -> None:
    rule, idle = BreakRule(), BreakState()
    for command in (breaks.postpone, breaks.skip, breaks.end_break, breaks.end_quiet):
        assert command(idle, rule) == (idle, ())


def test_a_working_day_ends_with_few_words() -> None:
    """Eight hours of reading on and off, every offer skipped: the log a person would live with."""
    play = Play()
    for _ in range(16):
        play.read(22 * MINUTE)
        if play.state.phase is Phase.OFFERED:
            play.keep(breaks.skip(play.state, play.rule))
        play.away(8 * MINUTE)
    shown = [event for event in play.events() if event is not BreakEvent.NATURAL_BREAK]
    assert shown.count(BreakEvent.OFFER) == 16
    assert shown.count(BreakEvent.DAY_LIMIT) == 1
    assert len(shown) == 17


COMMANDS = ("take", "postpone", "skip", "go_on", "end_break", "end_quiet", "change_rule", "revealed",
            "enter_live", "leave_live", "quiet")  # fmt: skip
HOURS = (None, (time(9), time(17)), (time(22), time(7)), (time(2), time(2, 30)))
Move: TypeAlias = tuple[float, float, bool, bool, tzinfo] | str
ZONES: tuple[tzinfo, ...] = (STOCKHOLM, ZoneInfo("Australia/Lord_Howe"), UTC)

ticks = st.tuples(
    st.one_of(st.just(1.0), st.floats(-5.0, 400.0), st.floats(-1e8, 1e8)),
    st.one_of(st.just(1.0), st.floats(0.0, 400.0)),
    st.booleans(),
    st.booleans(),
    st.sampled_from(ZONES),
)
moves = st.lists(st.one_of(ticks, st.sampled_from(COMMANDS)), max_size=80)
rules = st.builds(
    BreakRule,
    on=st.booleans(),
    sitting_s=st.sampled_from([0.0, 5.0, 60.0, 1200.0]),
    day_s=st.sampled_from([0.0, 30.0, 3600.0]),
    break_s=st.sampled_from([1.0, 300.0]),
    postpone_s=st.sampled_from([1.0, 300.0]),
    natural_s=st.sampled_from([10.0, 300.0]),
    postpone_max=st.integers(0, 3),
    harsh_budget=st.integers(0, 6),
    quiet_hours=st.sampled_from(HOURS),
)


def command(name: str, state: BreakState, rule: BreakRule, now: Tick) -> breaks.Step:
    if name == "quiet":
        return breaks.quiet_for(state, rule, now, 3600.0)
    return {
        "take": breaks.take, "postpone": breaks.postpone, "skip": breaks.skip,
        "go_on": breaks.go_on, "end_break": breaks.end_break, "end_quiet": breaks.end_quiet,
        "change_rule": breaks.change_rule, "revealed": breaks.revealed,
        "enter_live": breaks.enter_live, "leave_live": breaks.leave_live,
    }[name](state, rule)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(rules, moves)
def test_any_sequence_stays_sane(rule: BreakRule, sequence: list[Move]) -> None:
    sane(rule, sequence)


def test_ten_thousand_sequences_stay_sane() -> None:
    """The same rules over 10,000 sequences that a fixed seed makes: many, where the other shrinks."""
    chance = random.Random(20260520)
    for _ in range(10_000):
        rule = BreakRule(
            on=chance.random() < 0.9,
            sitting_s=chance.choice((0.0, 5.0, 60.0, 1200.0)),
            day_s=chance.choice((0.0, 30.0, 3600.0)),
            postpone_s=chance.choice((1.0, 300.0)),
            postpone_max=chance.randrange(4),
            harsh_budget=chance.randrange(7),
            quiet_hours=chance.choice(HOURS),
        )
        sane(rule, [random_move(chance) for _ in range(chance.randrange(24))])


def random_move(chance: random.Random) -> Move:
    if chance.random() < 0.3:
        return chance.choice(COMMANDS)
    wall = chance.choice((1.0, 1.0, 60.0, 400.0, 8 * 3600.0, -3600.0, 3e7, -3e7))
    mono = chance.choice((1.0, 1.0, 1.0, 60.0, 400.0, 8 * 3600.0))
    return (wall, mono, chance.random() < 0.7, chance.random() < 0.2, chance.choice(ZONES))


def sane(rule: BreakRule, sequence: list[Move]) -> None:
    state = BreakState()
    now = Tick(0.0, datetime(2026, 5, 20, 8, tzinfo=UTC), False, False, UTC)
    span, offer_armed, events_of_day = 0.0, True, 0
    day = state.day
    for move in sequence:
        before = state
        if isinstance(move, str):
            state, events = command(move, state, rule, now)
        else:
            wall_s, mono_s, active, typing, zone = move
            wall = min(max(now.wall + timedelta(seconds=wall_s), datetime(1990, 1, 1, tzinfo=UTC)),
                       datetime(2200, 1, 1, tzinfo=UTC))  # fmt: skip
            now = Tick(now.mono + mono_s, wall, active, typing, zone)
            span += max(mono_s, wall_s, 0.0)
            state, events = breaks.tick(state, rule, now)
            if before.live:
                assert events == ()
        assert 0.0 <= state.active_s <= span + 1e-3
        assert min(state.left_s, state.away_s, state.today_s, state.hold_s, state.reveals) >= 0
        assert math.isfinite(state.active_s + state.left_s)
        assert len(set(events)) == len(events) <= 2
        if day is not None and state.day is not None:
            assert state.day >= day
        if state.day != day:
            events_of_day = 0
        day = state.day
        events_of_day += BreakEvent.DAY_LIMIT in events
        assert events_of_day <= 1
        assert state.phase is not Phase.QUIET or state.quiet_until is not None
        if BreakEvent.OFFER in events:
            assert offer_armed
            assert load(state.active_s, state.reveals, rule.reveal_weight_s) >= rule.sitting_s > 0
            offer_armed = False
        # Only a load that was taken off makes room for another first offer.
        offer_armed = offer_armed or not state.offered
