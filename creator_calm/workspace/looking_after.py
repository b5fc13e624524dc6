"""The rules of looking after the creator that a face needs without asking the library.

Faces know the workspace and nothing below it, so what is pure and has no state of its own
(where in a breath a moment lies, what the calm bar says, how a typed time is read) is handed on
here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.day_times import read_times
from creator_calm.wellbeing.breaks import BANNER_SHRINKS_S
from creator_calm.wellbeing.breathing import (
    PATTERNS,
    openness,
    own_pattern,
    phase_at,
    rounds_left,
)
from creator_calm.wellbeing.exposure import is_active, next_reading, outlook, quiet_hours_end
from creator_calm.wellbeing.help_lines import DIRECTORIES
from creator_calm.wellbeing.moods import asks as asks_mood
from creator_calm.wellbeing.schedule import STARTERS, read_time, to_show

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from creator_calm.domain.care import ReadingTime
    from creator_calm.domain.settings import SettingValue

__all__ = [
    "BANNER_SHRINKS_S",
    "DIRECTORIES",
    "PATTERNS",
    "STARTERS",
    "asks_mood",
    "is_active",
    "openness",
    "outlook",
    "own_pattern",
    "phase_at",
    "quiet_hours_end",
    "read_time",
    "reading_time",
    "rounds_left",
    "to_show",
]


_SHORTEST_S = 20 * 60.0


def reading_time(
    setting: Callable[[str], SettingValue], now: datetime, zone: tzinfo
) -> ReadingTime | None:
    """Return the creator's reading time that runs or comes next; None without any.

    Each is as long as a sitting, twenty minutes where sittings have no limit.
    """
    lasts_s = int(setting("breaks.sitting_minutes")) * 60.0 or _SHORTEST_S
    return next_reading(read_times(str(setting("care.reading_times"))), lasts_s, now, zone)
