"""How the creator said they are, and what was read on which day: for looking back, by them alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.moods import DayRead, LookedBack, Mood
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import for_storage
from creator_calm.storage.times import from_number, to_number
from creator_calm.wellbeing import moods
from creator_calm.wellbeing.exposure import day_of
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.workspace.breaks import Breaks
    from creator_calm.workspace.session import Session

NOTE_MAX = 2_000
WORD_MAX, WORDS_MOST = 60, 12
_SAID_ON = "low_line_on"


class MoodDesk(Covered):
    """Nothing here is joined to a comment, and nothing reads the notes of it."""

    def __init__(self, session: Session, breaks: Breaks) -> None:
        self._session = session
        self._breaks = breaks
        self._store = session.library.moods

    def all(self) -> tuple[Mood, ...]:
        """Return every note, in their order."""
        return self._store.all()

    def note(self, mood: Mood) -> Change:
        """Keep a check-in, now. Raises Problem TEXT_TOO_LONG, and FIELD_EMPTY where all is unset."""
        mood = _checked(replace(mood, id=0, at=self._session.clock.utc()))
        with self._session.library.writing():
            mood = self._store.add(mood)
        return self._done([mood], Deed.MOOD_NOTED, added=True)

    def remove(self, mood_ids: Iterable[int]) -> Change:
        """Remove these notes."""
        wanted = set(mood_ids)
        return self._remove([mood for mood in self._store.all() if mood.id in wanted])

    def remove_between(self, first: date, last: date) -> Change:
        """Remove the notes of days, both included."""
        return self._remove([one for one in self._store.all() if first <= self.day(one.at) <= last])

    def day(self, moment: datetime) -> date:
        """Return the creator's day a moment belongs to."""
        return day_of(moment, self._session.clock.zone(), self._breaks.rule.day_starts)

    def today(self) -> date:
        """Return the creator's day now."""
        return self.day(self._session.clock.utc())

    def low_today(self) -> bool:
        """Say whether the last note of today is a low one. It counts until the next day begins."""
        noted = [mood for mood in self._recent(1) if mood.pleasant is not None]
        return bool(noted) and moods.is_low(noted[-1])

    def low_days(self) -> bool:
        """Say whether the quiet line about people to turn to is due."""
        days = (self.day(mood.at) for mood in self._recent(moods.OF_DAYS) if moods.is_low(mood))
        return moods.low_days(days, self.today(), self._said_on())

    def said_low_line(self) -> None:
        """Note that the line was seen: it is not said again for a fortnight."""
        with self._session.library.writing():
            self._session.library.settings.remember(_SAID_ON, self.today().isoformat())

    def looking_back(self, first: date, last: date) -> LookedBack:
        """Return what was noted, read and kept on the days from `first` to `last`."""
        library = self._session.library
        around = (_midnight(first), _midnight(last) + timedelta(days=2))
        noted = tuple(
            (day, mood)
            for mood in self._store.between(*around)
            if first <= (day := self.day(mood.at)) <= last
        )
        read = self._read(first, last)
        pleasant = {day: float(mood.pleasant) for day, mood in noted if mood.pleasant is not None}
        kept: dict[date, int] = {}
        for at in library.kind_shelf.kept_between(to_number(around[0]), to_number(around[1])):
            day = self.day(from_number(at))
            kept[day] = kept.get(day, 0) + 1
        return LookedBack(
            first,
            last,
            noted,
            read,
            tuple((day, n) for day, n in sorted(kept.items()) if first <= day <= last),
            moods.pattern(pleasant, {one.day: one.seconds for one in read}),
        )

    def _read(self, first: date, last: date) -> tuple[DayRead, ...]:
        """Return the days read, today as far as it has gone."""
        found = {one.day: one for one in self._session.library.days.between(first, last)}
        state = self._breaks.state
        if state.day is not None and first <= state.day <= last and state.today_s >= 1:
            known = found.get(state.day, DayRead(state.day))
            found[state.day] = replace(known, seconds=max(known.seconds, round(state.today_s)))
        return tuple(found[day] for day in sorted(found))

    def _recent(self, days: int) -> list[Mood]:
        now = self._session.clock.utc()
        today = self.today()
        found = self._store.between(now - timedelta(days=days + 1), now)
        return [mood for mood in found if 0 <= (today - self.day(mood.at)).days < days]

    def _said_on(self) -> date | None:
        kept = self._session.library.settings.remembered(_SAID_ON)
        try:
            return date.fromisoformat(kept) if isinstance(kept, str) else None
        except ValueError:
            return None

    def _remove(self, gone: list[Mood]) -> Change:
        if not gone:
            return nothing(Deed.MOODS_REMOVED)
        with self._session.library.writing():
            self._put(gone, there=False)
        return self._done(gone, Deed.MOODS_REMOVED, added=False)

    def _done(self, touched: list[Mood], deed: Deed, *, added: bool) -> Change:
        return self._session.done(
            Step(
                Area.MOODS,
                len(touched),
                deed,
                lambda: self._put(touched, there=not added),
                lambda: self._put(touched, there=added),
            )
        )

    def _put(self, touched: list[Mood], *, there: bool) -> None:
        for mood in touched:
            self._store.put(mood.id, mood if there else None)


def _checked(mood: Mood) -> Mood:
    words = tuple(for_storage(word).strip()[:WORD_MAX] for word in mood.words[:WORDS_MOST])
    note = for_storage(mood.note).strip()
    if len(note) > NOTE_MAX:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(note), most=NOTE_MAX)
    mood = replace(
        mood,
        pleasant=_within(mood.pleasant),
        calm=_within(mood.calm),
        words=tuple(word for word in words if word),
        note=note,
    )
    if mood.empty:
        raise Problem(ProblemCode.FIELD_EMPTY)
    return mood


def _within(value: int | None) -> int | None:
    return None if value is None else min(max(value, 0), 100)


def _midnight(day: date) -> datetime:
    """Return a moment safely before a day begins anywhere."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=24)
