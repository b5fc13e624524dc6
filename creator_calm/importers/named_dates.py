"""Dates with the month as a word, in 23 languages, and the East Asian ones with signs for year, month, day."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from creator_calm import paths
from creator_calm.domain.problems import Problem, ProblemCode

Clock = tuple[str | None, str | None, str | None, str | None]
"""Hour, minute, second, and the letter of a half day."""

_WORD = r"[^\s\d.,/]{2,20}"
_TIME = (
    r"(?:,?\s+(?:(?:at|kl|um|à|às|a las|alle|ore|klo|o|om|в|о|pukul|saat)\.?\s+)?(\d{1,2})[:.h](\d{2})(?::(\d{2}))?"
    r"\s*([AaPp])?\.?[Mm]?\.?\s*([+-]\d{4}|UTC|GMT|Z)?)?"
)
_DAY_FIRST = re.compile(
    rf"(?:{_WORD}\.?,?\s+)?(\d{{1,2}})(?:\.|º|er|st|nd|rd|th)?[ -](?:de\s+)?({_WORD})\.?,?[ -](?:de\s+|del\s+)?"
    rf"(\d{{4}}|\d{{2}})(?:\s?[гр]\.?)?{_TIME}"
)
_MONTH_FIRST = re.compile(
    rf"(?:{_WORD}\.?,?\s+)?({_WORD})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}|\d{{2}}){_TIME}"
)
_SIGNS = re.compile(
    r"(\d{4})\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})\s?[日일.]?"
    r"(?:\s*(오전|오후|午前|午後|上午|下午)?\s*(\d{1,2})[:時时](\d{2})(?:[:分](\d{2}))?[分秒]?)?"
)
_VIETNAMESE = re.compile(
    rf"(?:ngày\s+)?(\d{{1,2}})\s+tháng\s+(\d{{1,2}}),?\s+(?:năm\s+)?(\d{{4}}){_TIME}"
)
_AFTER_NOON = frozenset({"오후", "午後", "下午"})


@dataclass(frozen=True, slots=True)
class NamedDate:
    """What a date says; `zone` is "", UTC, GMT, Z or an offset such as +0100."""

    year: str
    month: int
    day: int
    clock: Clock
    zone: str = ""


@cache
def _months() -> dict[str, int]:
    try:
        with paths.resource("dates", "months.toml").open("rb") as file:
            found = tomllib.load(file)
        return {
            name: int(number) for number, names in found.items() for name in names.split("|")
        } | {"sept": 9}
    except (OSError, tomllib.TOMLDecodeError, ValueError, AttributeError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name="months.toml") from None


def named(words: str) -> NamedDate | None:
    """Return the date that words of at most 100 characters are, None for anything else."""
    if (found := _DAY_FIRST.fullmatch(words)) is not None:
        return _made(found, found[3], found[2], found[1])
    if (found := _MONTH_FIRST.fullmatch(words)) is not None:
        return _made(found, found[3], found[1], found[2])
    if (found := _VIETNAMESE.fullmatch(words.casefold())) is not None:
        return NamedDate(found[3], int(found[2]), int(found[1]), _clock(found), found[8] or "")  # fmt: skip
    if (found := _SIGNS.fullmatch(words)) is not None:
        half = None if found[4] is None else "p" if found[4] in _AFTER_NOON else "a"
        clock = (found[5], found[6], found[7], half)
        return NamedDate(found[1], int(found[2]), int(found[3]), clock)
    return None


def _clock(found: re.Match[str]) -> Clock:
    return found[4], found[5], found[6], found[7]


def _made(found: re.Match[str], year: str, month: str, day: str) -> NamedDate | None:
    number = _months().get(month.casefold().rstrip("."))
    if number is None:
        return None
    return NamedDate(year, number, int(day), _clock(found), found[8] or "")
