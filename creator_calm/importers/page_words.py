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


_AGE = r"\d{1,4}\s?(?:s|m|min|h|d|w|y|mo|tim|v|mån|år)"
_LISTS = (
    "below",
    "above",
    "around",
    "reply",
    "like",
    "likes",
    "vote",
    "badges",
    "answering",
    "edited",
    "rows",
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """Compiled patterns for whole lines.

    `chrome` is any line of the page itself, `reply`, `like` and `vote` are buttons, `badge` stands
    beside a name, `answering` above an answer on X, `likes` counts likes in words; `glued` is
    Instagram's line of age, likes and Reply, `buttons` Facebook's of age, Like and Reply; `edited`
    finds the mark before or behind an age.
    """

    chrome: re.Pattern[str]
    above: re.Pattern[str]
    reply: re.Pattern[str]
    like: re.Pattern[str]
    vote: re.Pattern[str]
    badge: re.Pattern[str]
    answering: re.Pattern[str]
    likes: re.Pattern[str]
    glued: re.Pattern[str]
    buttons: re.Pattern[str]
    edited: re.Pattern[str]
    row: re.Pattern[str]
    """A link below a comment of old Reddit; by itself it may be a word."""

    def glued_parts(self, line: str) -> tuple[str, str | None] | None:
        """Return age and likes of a line in which they are glued to buttons, None for other lines."""
        found = self.glued.fullmatch(line) or self.buttons.fullmatch(line)
        return (found["age"], found["likes"]) if found is not None else None


@cache
def page_words() -> PageWords:
    """Return the words of all languages at once: a page's language says nothing about the reader's."""
    lists: dict[str, list[str]] = {name: [] for name in _LISTS}
    for language in _LANGUAGES:
        found = _read(language)
        for name, words in lists.items():
            words.extend(str(word) for word in found.get(name, []))
    page = ("below", "above", "around", "reply", "like", "vote", "badges", "answering", "edited")
    everything = [word for name in page for word in lists[name]]
    reply, like, likes = _choice(lists["reply"]), _choice(lists["like"]), _choice(lists["likes"])
    buttons = _choice(lists["reply"] + lists["like"] + lists["below"])
    return PageWords(
        re.compile(
            rf"{_lines(everything)}|(?:(?:{_choice(lists['rows'])})\s?){{2,12}}", re.IGNORECASE
        ),
        _any_of(lists["above"]),
        _any_of(lists["reply"]),
        _any_of(lists["like"]),
        _any_of(lists["vote"]),
        _any_of(lists["badges"]),
        _any_of(lists["answering"]),
        re.compile(rf"(?P<likes>{_NUMBER})\s?(?:{likes})\s*", re.IGNORECASE),
        re.compile(
            rf"(?P<age>{_AGE})\s?(?:(?P<likes>\d[\d.,\u00a0 ]{{0,12}}[KMk]?)\s?(?:{likes})\s?)?(?:{reply})\s*"
        ),
        re.compile(
            rf"(?P<age>{_AGE})\s?(?:·\s?)?(?:{like})\s?(?:{reply})\s?(?:(?:{buttons})\s?){{0,4}}"
            rf"(?P<likes>{_NUMBER})?\s*"
        ),
        re.compile(
            rf"(?:{_choice(lists['edited'])})\s*[·•]\s*|[·•]\s*(?:{_choice(lists['edited'])})\s*$"
        ),
        _any_of(lists["rows"]),
    )


def _read(language: str) -> dict[str, list[str]]:
    try:
        with paths.resource("language", language, "paste.toml").open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name="paste.toml") from None


def _choice(words: list[str]) -> str:
    # The longer first: "Reply" would hide "Reply all".
    return "|".join(
        re.escape(word) for word in sorted(words, key=len, reverse=True) if "{" not in word
    )


def _lines(phrases: list[str]) -> str:
    parts = [
        re.escape(phrase)
        .replace(r"\{n\}", _NUMBER)
        .replace(r"\{x\}", ".{1,60}")
        .replace(r"\ ", " ")
        for phrase in phrases
    ]
    return rf"(?:{'|'.join(parts)})\s*"


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(_lines(phrases), re.IGNORECASE)
