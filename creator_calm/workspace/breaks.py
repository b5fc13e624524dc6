"""Pauses: the pure engine joined with the clock, the settings and what outlives a restart."""

from __future__ import annotations

import contextlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, TypeVar

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase, Tick
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.day_times import read_span
from creator_calm.domain.problems import Problem
from creator_calm.wellbeing import breaks
from creator_calm.wellbeing.exposure import day_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

_KEY = "breaks"
_MINUTE_S = 60.0

Events = tuple[BreakEvent, ...]
_Read = TypeVar("_Read")


class Breaks:
    """Where the pauses stand. A face ticks it; every act gives the events a face may show."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._waiting: Events = ()
        self._rule: BreakRule | None = None
        remembered = session.library.settings.remembered(_KEY)
        self._state = _restored(remembered)
        self._live_since = _since(remembered) if self._state.live else None
        self._saved = self._to_keep()
        self._state, _ = breaks.change_rule(self._state, self.rule)
        session.before_others(self._settings_changed)

    @property
    def state(self) -> BreakState:
        """Return where the pauses stand."""
        return self._state

    @property
    def rule(self) -> BreakRule:
        """Return the creator's own numbers. Made anew only when a setting changed: every tick asks."""
        if self._rule is None:
            self._rule = self._read_rule()
        return self._rule

    def _read_rule(self) -> BreakRule:
        number = self._preferences.number
        return BreakRule(
            on=bool(self._preferences.get("breaks.on")),
            sitting_s=number("breaks.sitting_minutes") * _MINUTE_S,
            day_s=number("breaks.day_minutes") * _MINUTE_S,
            break_s=number("breaks.length_minutes") * _MINUTE_S,
            postpone_s=number("breaks.postpone_minutes") * _MINUTE_S,
            natural_s=number("breaks.natural_minutes") * _MINUTE_S,
            reveal_weight_s=float(number("breaks.reveal_seconds")),
            harsh_budget=number("breaks.harsh_budget"),
            postpone_max=number("breaks.postpone_max"),
            day_starts=time.fromisoformat(str(self._preferences.get("care.day_starts"))),
            quiet_hours=read_span(str(self._preferences.get("care.quiet_hours"))),
            input_window_s=float(number("breaks.input_seconds")),
        )

    def tick(self, active: bool, typing: bool) -> Events:  # noqa: FBT001 - the contract of all faces
        """Let time pass and return what may be shown. Writes nothing: `save` does."""
        events = self._step(breaks.tick(self._state, self.rule, self._now(active, typing)))
        waiting, self._waiting = self._waiting, ()
        return (*waiting, *events)

    def take(self) -> Events:
        """Begin a pause."""
        return self._step(breaks.take(self._state, self.rule))

    def postpone(self) -> Events:
        """Answer "in five minutes"."""
        return self._step(breaks.postpone(self._state, self.rule))

    def skip(self) -> Events:
        """Answer "not this one"."""
        return self._step(breaks.skip(self._state, self.rule))

    def go_on(self) -> Events:
        """Answer "go on": nothing is asked again for a while."""
        return self._step(breaks.go_on(self._state, self.rule))

    def end_break(self) -> Events:
        """End a pause early."""
        return self._step(breaks.end_break(self._state, self.rule))

    def quiet_for(self, seconds: float | None) -> Events:
        """Offer nothing for so long; None: until the next day begins, at 04:00."""
        now = self._now(active=False, typing=False)
        return self._kept_step(breaks.quiet_for(self._state, self.rule, now, seconds))

    def end_quiet(self) -> Events:
        """Turn offers on again before their time."""
        return self._kept_step(breaks.end_quiet(self._state, self.rule))

    def enter_live(self) -> Events:
        """Cover every word, stop counting and offering until `leave_live`, over restarts too."""
        if not self._state.live:
            self._live_since = self._session.clock.utc()
        self._session.covered = True
        events = self._kept_step(breaks.enter_live(self._state, self.rule))
        self._session.publish(Change(Area.BREAKS, 1, Deed.COVERED))
        return events

    def leave_live(self) -> Events:
        """Count again. Nothing is offered for a minute."""
        self._live_since = None
        events = self._kept_step(breaks.leave_live(self._state, self.rule))
        self._session.covered = False
        self._session.publish(Change(Area.BREAKS, 1, Deed.UNCOVERED))
        return events

    @property
    def live_for_s(self) -> float:
        """Return for how long words have been covered, 0 when they are not."""
        since = self._live_since
        return 0.0 if since is None else max(0.0, self._seconds_since(since))

    def _seconds_since(self, moment: datetime) -> float:
        return (self._session.clock.utc() - moment).total_seconds()

    def revealed(self) -> None:
        """Count a put-away comment that was opened; what it leads to comes with the next tick."""
        clock, library = self._session.clock, self._session.library
        with (
            contextlib.suppress(Problem),
            library.writing(),
        ):  # looking must work on a full disk too
            library.days.add_opened(day_of(clock.utc(), clock.zone(), self.rule.day_starts))
        self._waiting += self._step(breaks.revealed(self._state, self.rule))

    def save(self) -> None:
        """Keep what a restart must not lose, if it changed. A full disk is no reason to stop here.

        Faces call it when the window is left or the day's line was said; every switch saves too.
        """
        kept = self._to_keep()
        if kept == self._saved:
            return
        try:
            with self._session.library.writing():
                self._session.library.settings.remember(_KEY, kept)
                if self._state.day is not None and self._state.today_s >= 1:
                    self._session.library.days.put_seconds(
                        self._state.day, round(self._state.today_s)
                    )
        except Problem:
            return  # tried again with the next save
        self._saved = kept

    def _to_keep(self) -> dict[str, object]:
        since = self._live_since
        return _kept(self._state) | {"live_since": None if since is None else since.isoformat()}

    def _step(self, step: tuple[BreakState, Events]) -> Events:
        self._state, events = step
        return events

    def _kept_step(self, step: tuple[BreakState, Events]) -> Events:
        events = self._step(step)
        self.save()
        return events

    def _now(self, active: bool, typing: bool) -> Tick:  # noqa: FBT001 - as in Tick
        clock = self._session.clock
        return Tick(clock.monotonic(), clock.utc(), active, typing, clock.zone())

    def _settings_changed(self, change: Change) -> None:
        if change.areas & Area.SETTINGS:
            self._rule = None
            self._waiting += self._step(breaks.change_rule(self._state, self.rule))


def _kept(state: BreakState) -> dict[str, object]:
    # Quiet hours need not be kept: after a restart the clock brings them back.
    by_hand = state.phase is Phase.QUIET and not state.by_hours
    quiet = state.quiet_until if by_hand else None
    return {
        "day": None if state.day is None else state.day.isoformat(),
        "today_s": round(state.today_s),
        "told_day": state.told_day,
        "live": state.live,
        "quiet_until": None if quiet is None else quiet.isoformat(),
        "loud_until": None if state.loud_until is None else state.loud_until.isoformat(),
    }


def _restored(kept: object) -> BreakState:
    """Return the state after a restart; anything unreadable counts as a first start."""
    if not isinstance(kept, dict):
        return BreakState()
    try:
        day = _read(kept.get("day"), date.fromisoformat)
        quiet = _read(kept.get("quiet_until"), _aware)
        loud = _read(kept.get("loud_until"), _aware)
        today_s = float(kept.get("today_s", 0))
    except (TypeError, ValueError):
        return BreakState()
    return BreakState(
        phase=Phase.IDLE if quiet is None else Phase.QUIET,
        day=day,
        today_s=max(0.0, today_s),
        told_day=kept.get("told_day") is True,
        live=kept.get("live") is True,
        quiet_until=quiet,
        loud_until=loud,
    )


def _since(kept: object) -> datetime | None:
    try:
        return _read(kept.get("live_since"), _aware) if isinstance(kept, dict) else None
    except ValueError:
        return None


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment


def _read(text: object, reader: Callable[[str], _Read]) -> _Read | None:
    return reader(text) if isinstance(text, str) else None
