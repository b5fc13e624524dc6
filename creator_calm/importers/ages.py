"""Relative ages: "2 days ago (edited)", "för 5 mån. sedan", "3w".

Phrases of 23 languages from resources/dates/ages.toml, the colloquial Swedish ones, and the short
forms of comment pages. A phrase is looked up whole: "I waited 4 days" and "4 days" are no ages.
"""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from functools import cache

from creator_calm import paths
from creator_calm.domain.problems import Problem, ProblemCode

_UNITS: dict[str, timedelta] = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=30.44),
    "year": timedelta(days=365.25),
}
_WORDS: dict[str, str] = {}
for _unit, _names in {
    "second": "s sec secs second seconds sek sekund sekunder",
    "minute": "m min mins minute minutes minut minuter",
    "hour": "h hr hrs hour hours tim timme timmar",
    "day": "d day days dag dagar",
    "week": "w wk wks week weeks v vecka veckor",
    "month": "mo mos month months mån månad månader",
    "year": "y yr yrs year years år",
}.items():
    _WORDS.update(dict.fromkeys(_names.split(), _unit))

_EDITED = re.compile(
    r"[(\uff08](?:edited|redigerad|redigert|redigeret|bearbeitet|bewerkt|modifié|editado|editat|modificato"
    r"|edytowano|düzenlendi|diedit|muokattu|đã chỉnh sửa|수정됨|編集済み|已修改|已编辑|изменено|ред\.?)[)\uff09]\s*$",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"(an?|\d{1,4}) ?([a-z]{1,7}) ago")
_SWEDISH = re.compile(r"(?:för )?(en|ett|\d{1,4}) ([a-zåäö]{1,8})(?: se(?:da)?n)")
_SHORT = re.compile(r"(\d{1,4}) ?(s|m|min|h|d|w|mo|y|sek|tim|v|mån|år)")
_NUMBER = re.compile(r"\d{1,4}")
_DOT = re.compile(r"(?<=\w)\.")
_FIXED: dict[str, timedelta] = {
    **dict.fromkeys(("now", "just now", "nu", "nyss", "just nu"), timedelta()),
    **dict.fromkeys(("today", "idag", "i dag"), timedelta()),
    **dict.fromkeys(("yesterday", "igår", "i går"), timedelta(days=1)),
    **dict.fromkeys(("i förrgår",), timedelta(days=2)),
}
_ONE = frozenset({"a", "an", "en", "ett"})
_LONGEST = 60

Phrase = tuple[timedelta, tuple[str, ...]]
"""How long one unit is, and the languages that say it so."""


@cache
def _phrases() -> dict[str, Phrase]:
    try:
        with paths.resource("dates", "ages.toml").open("rb") as file:
            units = tomllib.load(file)
        return {
            phrase.partition("=")[0]: (
                _UNITS[unit] * int(phrase.partition("=")[2] or 1),
                tuple(languages.split()),
            )
            for unit, found in units.items()
            for phrase, languages in found.items()
        }
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name="ages.toml") from None


def is_edited(words: str) -> bool:
    """Say whether the tail of an age says that the text was edited."""
    return _EDITED.search(words) is not None


def age(words: str) -> timedelta | None:
    """Return how long ago, or None where the words are no age. Bare short ages count ("2d", "5 mån")."""
    if len(words) > _LONGEST:
        return None
    words = _folded(words)
    if words in _FIXED:
        return _FIXED[words]
    if (found := _looked_up(words)) is not None:
        return found[0]
    for pattern in (_ENGLISH, _SWEDISH, _SHORT):
        match = pattern.fullmatch(words)
        if match is not None and match[2] in _WORDS:
            return (1 if match[1] in _ONE else int(match[1])) * _UNITS[_WORDS[match[2]]]
    return None


def languages(words: str) -> tuple[str, ...]:
    """Return the languages in which the words are an age, () for those that tell nothing."""
    found = _looked_up(_folded(words)) if len(words) <= _LONGEST else None
    return found[1] if found is not None else ()


def _looked_up(words: str) -> Phrase | None:
    number = _NUMBER.search(words)
    if number is None:
        return _phrases().get(words)
    unit = _phrases().get(f"{words[: number.start()]}{{0}}{words[number.end() :]}")
    return None if unit is None else (int(number[0]) * unit[0], unit[1])


def _folded(words: str) -> str:
    # The same rule as in packaging/relative_dates.py.
    words = _EDITED.sub("", words).strip().casefold()
    return _DOT.sub("", words.replace("\u00a0", " ").replace("\u202f", " "))
