"""Values of looking after the creator. Nothing here scores, counts days in a row or blames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo

    from creator_calm.domain.day_times import Span


class Phase(StrEnum):
    """Where the break engine stands (wellbeing, section 3)."""

    IDLE = "idle"
    READING = "reading"
    DUE = "due"
    OFFERED = "offered"
    POSTPONED = "postponed"
    RESTING = "resting"
    QUIET = "quiet"
    OFF = "off"


class BreakEvent(StrEnum):
    """What a tick may ask a face to show."""

    OFFER = "offer"
    OFFER_AGAIN = "offer_again"
    ASK_OFF_TODAY = "ask_off_today"
    BREAK_STARTED = "break_started"
    BREAK_OVER = "break_over"
    NATURAL_BREAK = "natural_break"
    DAY_LIMIT = "day_limit"
    HARSH_ASK = "harsh_ask"
    QUIET_OVER = "quiet_over"


@dataclass(frozen=True, slots=True)
class BreakRule:
    """The creator's own numbers, in seconds; all are design choices that can be changed.

    `sitting_s`, `day_s`, `harsh_budget` and `reveal_weight_s` of 0 mean: off. `postpone_max`
    is how many times in a row "in five minutes" is taken before one question is asked.
    `day_starts` is local time of day: until then it is still yesterday. In `quiet_hours` (local)
    nothing is offered. Input counts as reading for `input_window_s` after it.
    """

    on: bool = True
    sitting_s: float = 20 * 60
    day_s: float = 60 * 60
    break_s: float = 5 * 60
    postpone_s: float = 5 * 60
    natural_s: float = 5 * 60
    reveal_weight_s: float = 120.0
    harsh_budget: int = 5
    postpone_max: int = 2
    day_starts: time = time(4)
    quiet_hours: Span | None = None
    input_window_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Tick:
    """One look at the clocks. `wall` is aware UTC; `typing` means a key in a text field within 5 s."""

    mono: float
    wall: datetime
    active: bool
    typing: bool
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class BreakState:
    """Everything the break engine remembers. A value: ticking gives a new one.

    `waited_s` is how long an offer was held back or has stood unanswered; `hold_s` how long
    nothing may be offered yet (after live mode, after coming back, after an ended break);
    `offered` says that this sitting had its offer. `by_hours` says that QUIET came from the
    quiet hours, `loud_until` that the creator ended those by hand. Over a restart only `day`,
    `today_s`, `told_day`, `quiet_until` (with phase QUIET), `loud_until` and `live` need to be
    kept.
    """

    phase: Phase = Phase.IDLE
    active_s: float = 0.0
    reveals: int = 0
    away_s: float = 0.0
    today_s: float = 0.0
    day: date | None = None
    postpones: int = 0
    left_s: float = 0.0
    waited_s: float = 0.0
    quiet_until: datetime | None = None
    last_mono: float | None = None
    last_wall: datetime | None = None
    asked_harsh: bool = False
    told_day: bool = False
    live: bool = False
    hold_s: float = 0.0
    offered: bool = False
    by_hours: bool = False
    loud_until: datetime | None = None


class Answer(StrEnum):
    """What the creator said to a planned item. None of them is a failure."""

    DONE = "done"
    NOT_TODAY = "not_today"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class ScheduleItem:
    """Something planned for oneself. `days` are 0 (Monday) to 6; `at` is local time of day."""

    id: int
    title: str
    days: frozenset[int]
    at: time
    minutes: int = 30
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A schedule item as it stands today. `due` once its time has come and it is not answered."""

    item: ScheduleItem
    answer: Answer | None
    due: bool


class TimeOff(StrEnum):
    """What Today says of the creator being away or back."""

    NONE = "none"
    DONE_TODAY = "done_today"
    NEXT_MORNING = "next_morning"
    COMING = "coming"
    ON_BREAK = "on_break"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class SocialBreak:
    """A break from social media, both days included; `line` is for the audience, to copy."""

    first: date
    last: date
    line: str = ""


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """A time the creator likes to read at: `at` is aware UTC; `now` says that it runs."""

    at: datetime
    now: bool = False


@dataclass(frozen=True, slots=True)
class SupportContact:
    """A person to turn to. All fields are the creator's own words."""

    id: int
    name: str
    reach: str = ""
    best_times: str = ""
    helps: str = ""
    does_not_help: str = ""
    reads_for_me: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A free note, plain text, never scanned for anything."""

    id: int
    text: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """Seconds of in, hold, out, hold."""

    id: str
    breathe_in: float
    hold_in: float
    breathe_out: float
    hold_out: float

    @property
    def cycle(self) -> float:
        """Seconds of one round."""
        return self.breathe_in + self.hold_in + self.breathe_out + self.hold_out


class BreathPhase(StrEnum):
    """What to do in this moment of a round."""

    IN = "in"
    HOLD_IN = "hold_in"
    OUT = "out"
    HOLD_OUT = "hold_out"


class Outlook(StrEnum):
    """What the calm bar says of pauses: what comes next, or why it waits."""

    NOT_READING = "not_reading"
    NEXT_PAUSE = "next_pause"
    AWAY = "away"
    WAITING = "waiting"
    LATER = "later"
    RESTING = "resting"
    QUIET = "quiet"
    LIVE = "live"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class PauseOutlook:
    """The state of pauses in one line.

    `minutes` is rounded up, never below 1, and None where there is no length to name;
    `until` aware UTC, only for QUIET; `share` 0..1 is how much of the way to the next pause
    (or of the pause itself) has passed; `here_minutes` what was read today; `by_hours` says
    that the quiet comes from the quiet hours and not by hand.
    """

    outlook: Outlook
    minutes: int | None = None
    until: datetime | None = None
    share: float = 0.0
    here_minutes: int = 0
    by_hours: bool = False


class Starter(StrEnum):
    """Things to plan that are offered by name. None is active by itself."""

    LUNCH = "lunch"
    WALK = "walk"
    CLOSE_LAPTOP = "close_laptop"
    CALL_SOMEONE = "call_someone"
    SLEEP_TIME = "sleep_time"


class Activity(StrEnum):
    """Things to do in a pause, offered until the creator writes own lines."""

    WATER = "water"
    WINDOW = "window"
    OTHER_ROOM = "other_room"
    STRETCH = "stretch"
    FRIEND = "friend"


class Message(StrEnum):
    """Ready messages to a person of trust, to copy."""

    READ_FOR_ME = "read_for_me"
    COMPANY = "company"
    WITNESS = "witness"
    TAKE_OVER = "take_over"
