"""When something was written, never more exactly than the file says.

Whether 05/11 is November or May is decided once per file (see `survey.py`), never per row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from creator_calm.domain.comment import Moment, Precision
from creator_calm.importers import ages, named_dates

_RAW_CHARACTERS = 60
_SLASHED = re.compile(
    r"(\d{1,4})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})"
    r"(?:[,\sT]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([AaPp])?\.?[Mm]?\.?)?\s*(Z|UTC|GMT)?"
)
_X_PATTERN = "%a %b %d %H:%M:%S %z %Y"
_EARLIEST = 1995


@dataclass(frozen=True, slots=True)
class DateRules:
    """What is known of the dates of one file.

    `latest` is aware UTC: what lies behind it is no date of writing; `reference` the moment relative ages
    count from, None when unknown; `zoned` that a time without a zone is UTC by the field's meaning;
    `estimated` that even exact looking times are estimates of the tool.
    """

    latest: datetime
    day_first: bool | None = None
    reference: datetime | None = None
    zoned: bool = False
    estimated: bool = False
    of_capture: bool = False
    zone_minutes: int | None = None
    """How far clocks of times without a zone are ahead of UTC, None when nobody said."""


def moment(value: object, rules: DateRules) -> Moment | None:
    """Return when it was written; None when the file says nothing at all."""
    if value is None or value == "":
        return None
    raw = _raw(value)
    found = _read(value, rules)
    if found is None or rules.of_capture:
        return Moment(None, Precision.UNKNOWN, raw)
    utc, precision = found
    if utc.year < _EARLIEST or utc > rules.latest:
        return Moment(None, Precision.UNKNOWN, raw)
    if rules.estimated and precision is Precision.EXACT:
        precision = Precision.ESTIMATED
    return Moment(utc, precision, raw)


def _raw(value: object) -> str:
    return (
        value[:_RAW_CHARACTERS].strip() if isinstance(value, str) else str(value)[:_RAW_CHARACTERS]
    )


def _read(value: object, rules: DateRules) -> tuple[datetime, Precision] | None:
    if isinstance(value, datetime):
        return _aware(value, rules)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC), Precision.DAY
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _epoch(value) or _excel_day(value)
    if not isinstance(value, str):
        return None
    return _read_words(value.strip()[:100], rules)


def _read_words(words: str, rules: DateRules) -> tuple[datetime, Precision] | None:
    try:
        found = datetime.fromisoformat(words.lstrip("~"))
    except ValueError:
        found = None
    if found is not None and not words.isdigit():
        if len(words.lstrip("~")) <= 10:
            return found.replace(tzinfo=UTC), Precision.ESTIMATED if words[
                0
            ] == "~" else Precision.DAY
        return _aware(found, rules)
    try:
        return _epoch(float(words))
    except ValueError:
        pass
    return _slashed(words, rules) or _named(words, rules) or _x_pattern(words) or _age(words, rules)


def _aware(found: datetime, rules: DateRules) -> tuple[datetime, Precision] | None:
    try:
        if found.tzinfo is None:
            return _in_zone(found.replace(tzinfo=UTC), rules)
        return found.astimezone(UTC), Precision.EXACT
    except (OverflowError, ValueError):
        return None


def _in_zone(found: datetime, rules: DateRules) -> tuple[datetime, Precision]:
    if rules.zoned:
        return found, Precision.EXACT
    if rules.zone_minutes is None:
        return found, Precision.ESTIMATED
    return found - timedelta(minutes=rules.zone_minutes), Precision.EXACT


def _epoch(number: float) -> tuple[datetime, Precision] | None:
    for low, high, factor in ((10**9, 10**10, 1), (10**12, 10**13, 10**3), (10**15, 10**16, 10**6)):
        if low <= number < high:
            return datetime.fromtimestamp(number / factor, UTC), Precision.EXACT
    return None


def _excel_day(number: float) -> tuple[datetime, Precision] | None:
    if not 20_000 <= number <= 80_000:
        return None
    found = datetime(1899, 12, 30, tzinfo=UTC) + timedelta(days=number)
    found = found.replace(microsecond=0)
    return found, Precision.DAY if float(number).is_integer() else Precision.ESTIMATED


def _slashed(words: str, rules: DateRules) -> tuple[datetime, Precision] | None:
    found = _SLASHED.fullmatch(words)
    if found is None:
        return None
    first, mark, second, third = found[1], found[2], found[3], found[4]
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
    elif len(first) > 2 or (mark == "-" and len(third) == 2):
        return None
    else:
        day, month = int(first), int(second)
        # A dot is written day first wherever it is written at all.
        if mark != "." and not _is_day_first(day, month, rules):
            day, month = month, day
        year = _year(third)
    return _built(
        year, month, day, found.group(5, 6, 7, 8), _stated(rules, says_utc=bool(found[9]))
    )


def _is_day_first(first: int, second: int, rules: DateRules) -> bool:
    if first > 12 or second > 12:
        return first > 12
    return rules.day_first is not False


def _named(words: str, rules: DateRules) -> tuple[datetime, Precision] | None:
    found = named_dates.named(words)
    if found is None:
        return None
    zone = found.zone
    built = _built(
        _year(found.year), found.month, found.day, found.clock, _stated(rules, says_utc=bool(zone))
    )
    if built is None or zone[:1] not in {"+", "-"}:
        return built
    shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5]))
    return built[0] - shift if zone[0] == "+" else built[0] + shift, built[1]


def _x_pattern(words: str) -> tuple[datetime, Precision] | None:
    if not words[:3].isalpha() or ("+" not in words and "-" not in words):
        return None
    try:
        return datetime.strptime(words, _X_PATTERN).astimezone(UTC), Precision.EXACT
    except (ValueError, OverflowError):
        return None


def _age(words: str, rules: DateRules) -> tuple[datetime, Precision] | None:
    age = ages.age(words)
    if age is None or rules.reference is None:
        return None
    try:
        return rules.reference - age, Precision.ESTIMATED
    except OverflowError:
        return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year <= 68 else 1900)


def _built(
    year: int, month: int, day: int, clock: tuple[str | None, ...], rules: DateRules
) -> tuple[datetime, Precision] | None:
    hours, minutes, seconds, half = clock
    try:
        if hours is None:
            return datetime(year, month, day, tzinfo=UTC), Precision.DAY
        hour = int(hours)
        if half is not None:
            hour = hour % 12 + (12 if half in "pP" else 0)
        found = datetime(year, month, day, hour, int(minutes or 0), int(seconds or 0), tzinfo=UTC)
    except ValueError:
        return None
    return _in_zone(found, rules)


def _stated(rules: DateRules, *, says_utc: bool) -> DateRules:
    return replace(rules, zoned=True) if says_utc else rules


class DayFirst:
    """Decides from a column whether the day stands first. Add every value; memory does not grow.

    A first number above 12 says day first, a second one month first; else the reading under which
    the rows are in order; else nobody knows.
    """

    def __init__(self) -> None:
        self.sample: str | None = None
        """The first value that could be mistaken, None while there is none."""
        self._sure: bool | None = None
        self._previous: tuple[int, int, int] | None = None
        self._steps = 0
        self._sorted = [True, True]
        self._falling = [True, True]

    def add(self, value: object) -> None:
        """Look at one date as the file has it."""
        if self._sure is not None or not isinstance(value, str) or not 6 <= len(value) < 60:
            return
        found = _SLASHED.fullmatch(value.strip())
        if found is None or found[2] == "." or len(found[1]) > 2:
            return
        if found[2] == "-" and len(found[4]) == 2:
            return
        self.sample = self.sample or value
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        if first > 12 or second > 12:
            self._sure = first > 12
            return
        self._compare((year, first, second))

    def _compare(self, now: tuple[int, int, int]) -> None:
        before, self._previous = self._previous, now
        if before is None or before == now:
            return
        self._steps += 1
        swapped = [(year, second, first) for year, first, second in (before, now)]
        for index, (earlier, later) in enumerate(((swapped[0], swapped[1]), (before, now))):
            self._sorted[index] = self._sorted[index] and earlier <= later
            self._falling[index] = self._falling[index] and earlier >= later

    @property
    def answer(self) -> bool | None:
        """True for day first, False for month first, None when nothing tells."""
        if self._sure is not None:
            return self._sure
        in_order = [up or down for up, down in zip(self._sorted, self._falling, strict=True)]
        return in_order[0] if self._steps >= 2 and in_order[0] is not in_order[1] else None
