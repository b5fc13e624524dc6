"""Times of day as a person types them, alone, in a list, or from one to another. Pure."""

from __future__ import annotations

import re
from datetime import time
from typing import TypeAlias

from creator_calm.domain.problems import Problem, ProblemCode

Span: TypeAlias = tuple[time, time]
"""From one time of day to another; past midnight when the second is the earlier one."""

MOST_TIMES = 8
_BETWEEN = re.compile(r"\s*(?:–|—|-|\bto\b|\btill\b|\buntil\b)\s*", re.IGNORECASE)
_ENDS = re.compile(r"[,;\n]|\band\b|\boch\b", re.IGNORECASE)


def read_time(typed: str) -> time:
    """Return the time of day in "8", "8:30", "08.30" or "0830"; raise `Problem` (BAD_TIME) otherwise."""
    words = typed.strip().replace(".", ":").replace(" ", ":")
    if words.isdecimal() and len(words) in {3, 4}:
        words = f"{words[:-2]}:{words[-2:]}"
    hour, _, minute = words.partition(":")
    minute = minute or "0"
    usable = all(part.isascii() and part.isdecimal() and len(part) <= 2 for part in (hour, minute))
    if not usable or int(hour) > 23 or int(minute) > 59:
        raise Problem(ProblemCode.BAD_TIME)
    return time(int(hour), int(minute))


def read_times(typed: str) -> tuple[time, ...]:
    """Return the times in "9, 13, 17:30" in order, none twice; () for nothing typed.

    Raises `Problem`: BAD_TIMES for one that is no time of day, or for more than eight.
    """
    parts = [part for part in _ENDS.split(typed) if part.strip()]
    try:
        found = sorted({read_time(part) for part in parts})
    except Problem:
        raise Problem(ProblemCode.BAD_TIMES) from None
    if len(found) > MOST_TIMES:
        raise Problem(ProblemCode.BAD_TIMES)
    return tuple(found)


def read_span(typed: str) -> Span | None:
    """Return the span in "22–7" or "22:00 to 07:00", None for nothing typed.

    Raises `Problem` BAD_SPAN for anything else, and for a span without a length.
    """
    if not typed.strip():
        return None
    parts = _BETWEEN.split(typed.strip())
    try:
        first, last = (read_time(part) for part in parts)
    except (Problem, ValueError):
        raise Problem(ProblemCode.BAD_SPAN) from None
    if first == last:
        raise Problem(ProblemCode.BAD_SPAN)
    return first, last


def in_span(local: time, span: Span) -> bool:
    """Say whether a local time of day lies in a span; its end no longer belongs to it."""
    first, last = span
    if first < last:
        return first <= local < last
    return local >= first or local < last


def write_times(times: tuple[time, ...]) -> str:
    """Write times the way they are kept: "09:00, 13:00"."""
    return ", ".join(f"{at:%H:%M}" for at in times)


def write_span(span: Span | None) -> str:
    """Write a span the way it is kept: "22:00–07:00", "" for none."""
    return "" if span is None else f"{span[0]:%H:%M}–{span[1]:%H:%M}"
