"""Words of comment pages, from resources/language/*/paste.toml: a language adds its own there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from creator_calm import paths
from creator_calm.domain.problems import Problem, ProblemCode

_LANGUAGES = ("en", "sv")
_NUMBER = r"\d[\d.,\u00a0 ]{0,12}[KkMm]?"


@dataclass(frozen=True, slots=True)
class PageWords:
    """Compiled patterns. `chrome` is any line of the page itself, `glued` Instagram's line of age and likes."""

    chrome: re.Pattern[str]
    above: re.Pattern[str]
    reply: re.Pattern[str]
    glued: re.Pattern[str]


@cache
def page_words() -> PageWords:
    """Return the words of all languages at once: a page's language says nothing about the reader's."""
    lists: dict[str, list[str]] = {"below": [], "above": [], "around": [], "reply": [], "likes": []}
    for language in _LANGUAGES:
        found = _read(language)
        for name, words in lists.items():
            words.extend(str(word) for word in found.get(name, []))
    everything = lists["below"] + lists["above"] + lists["around"] + lists["reply"]
    reply = "|".join(map(re.escape, lists["reply"]))
    likes = "|".join(map(re.escape, lists["likes"]))
    return PageWords(
        _any_of(everything),
        _any_of(lists["above"]),
        _any_of(lists["reply"]),
        re.compile(
            rf"(?P<age>\d{{1,4}}\s?(?:s|m|min|h|d|w|y|tim|v|mån|år))\s?"
            rf"(?:(?P<likes>\d[\d.,\u00a0 ]{{0,12}}[KMk]?)\s?(?:{likes})\s?)?(?:{reply})\s*"
        ),
    )


def _read(language: str) -> dict[str, list[str]]:
    try:
        with paths.resource("language", language, "paste.toml").open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name="paste.toml") from None


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    parts = [
        re.escape(phrase)
        .replace(r"\{n\}", _NUMBER)
        .replace(r"\{x\}", ".{1,60}")
        .replace(r"\ ", " ")
        for phrase in phrases
    ]
    return re.compile(rf"(?:{'|'.join(parts)})\s*", re.IGNORECASE)
