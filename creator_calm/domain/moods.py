"""How the creator said they are: their own notes. No score, no level, no diagnosis."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Mood:
    """One check-in. `pleasant` and `calm` are 0 to 100 or None (not set), never shown as numbers.

    `words` are the creator's own; nothing reads `note` but the page that shows it.
    """

    id: int
    at: datetime
    pleasant: int | None = None
    calm: int | None = None
    words: tuple[str, ...] = ()
    note: str = ""

    @property
    def empty(self) -> bool:
        """Say whether nothing was noted at all."""
        unset = self.pleasant is None and self.calm is None
        return unset and not self.words and not self.note


class MoodPattern(StrEnum):
    """What may be said, with a maybe, of days with more reading."""

    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class DayRead:
    """What was read on a day of the creator's: seconds, and put-away comments that were opened."""

    day: date
    seconds: int = 0
    opened: int = 0


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What the page of looking back shows: one place per day from `first` to `last`, both included.

    `moods` hold the day they belong to; days without anything are in none of the lists. `kept`
    counts kind words kept on a day.
    """

    first: date
    last: date
    moods: tuple[tuple[date, Mood], ...] = ()
    read: tuple[DayRead, ...] = ()
    kept: tuple[tuple[date, int], ...] = ()
    pattern: MoodPattern | None = None
