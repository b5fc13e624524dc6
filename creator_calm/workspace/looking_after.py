"""The rules of looking after the creator that a face needs without asking the library.

Faces know the workspace and nothing below it, so what is pure and has no state of its own
(where in a breath a moment lies, what the calm bar says, how a typed time is read) is handed on
here.
"""

from creator_calm.wellbeing.breaks import BANNER_SHRINKS_S
from creator_calm.wellbeing.breathing import (
    PATTERNS,
    openness,
    phase_at,
    rounds_left,
)
from creator_calm.wellbeing.exposure import is_active, next_reading, outlook, quiet_hours_end
from creator_calm.wellbeing.schedule import STARTERS, read_time, to_show

__all__ = [
    "BANNER_SHRINKS_S",
    "PATTERNS",
    "STARTERS",
    "is_active",
    "next_reading",
    "openness",
    "outlook",
    "phase_at",
    "quiet_hours_end",
    "read_time",
    "rounds_left",
    "to_show",
]
