"""Done for today, a break from social media, and what is planned as a calendar file."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from creator_calm.domain.care import SocialBreak, TimeOff
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.language.clean import for_storage
from creator_calm.reports.calendar import calendar_file
from creator_calm.storage.files import write_whole
from creator_calm.wellbeing import time_off
from creator_calm.wellbeing.exposure import day_of
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.workspace.breaks import Breaks
    from creator_calm.workspace.session import Session

READ_S = 60.0
"""From so much reading on the day has begun, and needs no word about the day before."""

_DONE = "done_on"
_BREAK = "social_break"
_NAMESPACE = "calendar_namespace"


class TimeOffDesk(Covered):
    """What the creator said of being away, kept as days and not as moments."""

    open_while_covered = frozenset({"done_for_today"})

    def __init__(self, session: Session, breaks: Breaks) -> None:
        self._session = session
        self._breaks = breaks
        self._settings = session.library.settings

    def standing(self) -> TimeOff:
        """Say what Today has to say of it."""
        today, state = self._today(), self._breaks.state
        read_today = state.day == today and state.today_s >= READ_S
        return time_off.standing(self.social_break(), self._done_on(), today, read_today=read_today)

    def social_break(self) -> SocialBreak | None:
        """Return the break that is planned, runs or was the last one; None without."""
        kept = self._settings.remembered(_BREAK)
        if not isinstance(kept, dict):
            return None
        try:
            first, last = (date.fromisoformat(str(kept[end])) for end in ("first", "last"))
        except (KeyError, ValueError):
            return None
        return SocialBreak(first, last, str(kept.get("line", "")))

    def plan(self, planned: SocialBreak) -> Change:
        """Keep a break from social media. Raises Problem BAD_DATES or TEXT_TOO_LONG."""
        line = for_storage(planned.line)
        planned = time_off.checked(SocialBreak(planned.first, planned.last, line))
        return self._put(planned, Deed.TIME_OFF_PLANNED)

    def end(self) -> Change:
        """Forget the break: because it is over, or because it is not wanted."""
        return self._put(None, Deed.TIME_OFF_ENDED)

    def done_for_today(self) -> None:
        """Be done until the creator's next day begins: nothing is offered until then."""
        self._remember_done(self._today())
        self._breaks.quiet_for(None)

    def back_today(self) -> Change:
        """Be back after all, or wave the morning's line away."""
        done_today = self._done_on() == self._today()
        self._remember_done(None)
        if done_today:
            self._breaks.end_quiet()
        return self._session.publish(Change(Area.SCHEDULE, 1, Deed.TIME_OFF_ENDED))

    def calendar(self, *, private_title: str = "", remind: bool = False) -> bytes:
        """Return everything planned as a calendar file; `private_title` hides what it is."""
        clock, rule = self._session.clock, self._breaks.rule
        return calendar_file(
            self._session.library.schedule.all(),
            namespace=self._namespace(),
            stamp=clock.utc(),
            today=self._today(),
            day_starts=rule.day_starts,
            private_title=private_title,
            remind=remind,
        )

    def save_calendar(self, path: Path, *, private_title: str = "", remind: bool = False) -> None:
        """Write the calendar file, all of it or none. Raises Problem CANNOT_WRITE."""
        write_whole(path, self.calendar(private_title=private_title, remind=remind))

    def _put(self, planned: SocialBreak | None, deed: Deed) -> Change:
        before = self._settings.remembered(_BREAK)
        kept = None if planned is None else _written(planned)
        with self._session.library.writing():
            self._settings.remember(_BREAK, kept)
        return self._session.done(
            Step(
                Area.SCHEDULE,
                1,
                deed,
                lambda: self._settings.remember(_BREAK, before),
                lambda: self._settings.remember(_BREAK, kept),
            )
        )

    def _remember_done(self, day: date | None) -> None:
        with self._session.library.writing():
            self._settings.remember(_DONE, None if day is None else day.isoformat())

    def _done_on(self) -> date | None:
        kept = self._settings.remembered(_DONE)
        try:
            return date.fromisoformat(kept) if isinstance(kept, str) else None
        except ValueError:
            return None

    def _today(self) -> date:
        clock = self._session.clock
        starts: time = self._breaks.rule.day_starts
        return day_of(clock.utc(), clock.zone(), starts)

    def _namespace(self) -> UUID:
        """Return what the names of this library's events are made from; made once."""
        kept = self._settings.remembered(_NAMESPACE)
        if isinstance(kept, str):
            return UUID(kept)
        made = uuid4()
        with self._session.library.writing():
            self._settings.remember(_NAMESPACE, str(made))
        return made


def _written(planned: SocialBreak) -> dict[str, str]:
    first, last = planned.first.isoformat(), planned.last.isoformat()
    return {"first": first, "last": last, "line": planned.line}
