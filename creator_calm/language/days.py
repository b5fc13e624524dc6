"""The day in what a creator writes into "When…": "on Friday", "på fredag", "5 Dec", "2026-12-05".

Strict on purpose: what can be read in two ways ("next Friday", "5/12" in English), lies in the past
or is not the name of a day is None, and whoever asks falls back on a day of their own.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from creator_calm.language.pack import LANGUAGES, load_pack

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 60
FARTHEST = timedelta(days=366)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})")


def read_day(words: str, today: date, language: str = "en") -> date | None:
    """Return the day that is meant, today or up to a year later; None where that is not certain.

    `language` is tried first, then the others: a creator who writes in two languages mixes them.
    """
    said = " ".join(words[: LONGEST + 1].casefold().replace(",", " ").rstrip(" .!").split())
    if not said or len(said) > LONGEST:
        return None
    order = (language, *(one for one in LANGUAGES if one != language))
    for one in order:
        if one in LANGUAGES:
            if one != language and _SLASHED.fullmatch(said):
                continue  # it would be another day in the creator's own language
            found = _Reader(one, today).read(said)
            if found is not None:
                return found if today <= found <= today + FARTHEST else None
    return None


class _Reader:
    """Reads the expressions of one language."""

    def __init__(self, language: str, today: date) -> None:
        self._table = load_pack(language).table("days")
        self._forms = _forms(language)
        self._today = today

    def read(self, said: str) -> date | None:
        found = self._whole(said)
        if found is not None:
            return found
        for lead in _longest_first(self._table["before"]):
            if said.startswith(lead + " "):
                day = self._named(said.removeprefix(lead + " "))
                return None if day is None else day - timedelta(days=1)
        return self._named(said)

    def _whole(self, said: str) -> date | None:
        """Read "tomorrow", "next week", "in three days"."""
        ahead = _place_in(self._table["days"], said)
        if ahead is not None:
            return self._today + timedelta(days=ahead)
        weeks = _place_in(self._table["weeks"], said)
        if weeks is not None:
            return self._today + timedelta(days=6 - self._today.weekday(), weeks=weeks)
        counted = self._forms["counted"].fullmatch(said)
        if counted is None:
            return None
        place = _place_in(self._table["numbers"], counted["n"])
        number = int(counted["n"]) if place is None else place + 1
        unit = 7 if counted["unit"] in self._table["weeks_unit"] else 1
        return self._today + timedelta(days=number * unit)

    def _named(self, said: str) -> date | None:
        """Read a weekday or a date, with what may stand before and after it."""
        for lead in _longest_first(self._table["lead"]):
            if said.startswith(lead + " "):
                said = said.removeprefix(lead + " ")
                break
        for tail in _longest_first(self._table["tail"]):
            if said.endswith(" " + tail):
                said = said.removesuffix(" " + tail)
                break
        whole = self._whole(said)
        if whole is not None:
            return whole
        weekday = self._forms["weekday"].fullmatch(said)
        if weekday is None:
            return self._date(said)
        wanted = self._place(weekday["day"], "weekdays")
        if not weekday["rest"]:
            ahead = (wanted - self._today.weekday() - 1) % 7 + 1
            return self._today + timedelta(days=ahead)
        found = self._date(weekday["rest"])
        return found if found is not None and found.weekday() == wanted else None

    def _date(self, said: str) -> date | None:
        iso = _ISO.fullmatch(said)
        if iso is not None:
            return _day(int(iso[1]), int(iso[2]), int(iso[3]))
        slashed = _SLASHED.fullmatch(said)
        if slashed is not None and self._table["day_before_month"]:
            return self._coming(int(slashed[2]), int(slashed[1]))
        for form in ("day_month", "month_day"):
            found = self._forms[form].fullmatch(said)
            if found is None:
                continue
            month = self._place(found["month"], "months") + 1
            if found["year"]:
                return _day(int(found["year"]), month, int(found["day"]))
            return self._coming(month, int(found["day"]))
        return None

    def _coming(self, month: int, day: int) -> date | None:
        """Return this date in the year in which it comes next."""
        found = _day(self._today.year, month, day)
        if found is not None and found >= self._today:
            return found
        return _day(self._today.year + 1, month, day)

    def _place(self, word: str, names: str) -> int:
        long, short = self._table[names], self._table[f"{names}_short"]
        word = word.rstrip(".")
        return int(long.index(word) if word in long else short.index(word))


@cache
def _forms(language: str) -> dict[str, re.Pattern[str]]:
    table = load_pack(language).table("days")
    weekday = _either(table["weekdays"] + table["weekdays_short"])
    month = _either(table["months"] + table["months_short"])
    counted = _either([*chain(*table["numbers"]), r"\d{1,2}"], raw=True)
    unit = _either(table["days_unit"] + table["weeks_unit"])
    day = r"(?:the |den )?(?P<day>\d{1,2})(?:st|nd|rd|th|:e|:a|\.)?"
    year = r"(?: (?P<year>\d{4}))?"
    return {
        "counted": re.compile(rf"(?:{_either(table['within'])}) (?P<n>{counted}) (?P<unit>{unit})"),
        "weekday": re.compile(rf"(?P<day>{weekday})\.?(?: (?P<rest>.+))?"),
        "day_month": re.compile(rf"{day} (?:of )?(?P<month>{month})\.?{year}"),
        "month_day": re.compile(rf"(?P<month>{month})\.? {day}{year}"),
    }


def _place_in(groups: list[list[str]], said: str) -> int | None:
    return next((place for place, group in enumerate(groups) if said in group), None)


def _either(words: Iterable[str], *, raw: bool = False) -> str:
    longest = _longest_first(words)
    return "|".join(word if raw else re.escape(word) for word in longest)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
