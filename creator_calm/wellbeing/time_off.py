"""Being done for a day, and longer breaks from social media: where they stand, and coming back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.care import SocialBreak, TimeOff
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from datetime import date

LONGEST = timedelta(days=731)
LINE_MAX = 500
WELCOMED_FOR = timedelta(days=14)
"""A return is worth a line for two weeks; later it is an ordinary day."""


def checked(planned: SocialBreak) -> SocialBreak:
    """Return the break with its line trimmed; raise `Problem` BAD_DATES or TEXT_TOO_LONG."""
    if planned.last < planned.first or planned.last - planned.first > LONGEST:
        raise Problem(ProblemCode.BAD_DATES)
    line = planned.line.strip()
    if len(line) > LINE_MAX:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(line), most=LINE_MAX)
    return SocialBreak(planned.first, planned.last, line)


def standing(
    planned: SocialBreak | None, done_on: date | None, today: date, *, read_today: bool = False
) -> TimeOff:
    """Say what Today has to say of it. `done_on` is the creator's day they were done for.

    The line of the next morning goes once something was read (`read_today`). A day that lies ahead comes from a clock that was put right meanwhile, and counts for nothing.
    """
    if done_on == today:
        return TimeOff.DONE_TODAY
    if planned is not None:
        if planned.first <= today <= planned.last:
            return TimeOff.ON_BREAK
        if timedelta() < today - planned.last <= WELCOMED_FOR:
            return TimeOff.BACK
        if today < planned.first:
            return TimeOff.COMING
    yesterday = done_on is not None and today - done_on == timedelta(days=1)
    if yesterday and not read_today:
        return TimeOff.NEXT_MORNING
    return TimeOff.NONE
