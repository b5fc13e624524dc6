"""How long a reply may be on a platform, and how that platform counts."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache

from creator_calm.domain.comment import Platform
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.paths import resource

_LINK = re.compile(r"https?://\S{1,2000}")
_JOINER = "\u200d"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")


@dataclass(frozen=True, slots=True)
class Limit:
    """The longest reply, in the platform's own count; `link` is what a link counts as, 0 its length."""

    limit: int
    counted: str
    link: int = 0
    brief: bool = False

    def length(self, text: str) -> int:
        """Return how long the platform takes `text` to be."""
        links = 0
        if self.link:
            text, links = _LINK.subn("", text)
        if self.counted == "graphemes":
            signs = _graphemes(text)
        elif self.counted == "weighted":
            signs = sum(2 if _is_wide(char) else 1 for char in text)
        else:
            signs = len(text)
        return signs + links * self.link

    def fits(self, text: str) -> bool:
        """Say whether `text` can be posted in one piece."""
        return self.length(text) <= self.limit


@cache
def limit_of(platform: Platform) -> Limit | None:
    """Return the limit of a platform, None where none is known."""
    return _limits().get(platform)


@cache
def _limits() -> dict[Platform, Limit]:
    try:
        with resource("language", "platforms.toml").open("rb") as file:
            table = tomllib.load(file)
        return {Platform(code): Limit(**entry) for code, entry in table.items()}
    except (OSError, ValueError, TypeError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name="platforms.toml") from None


def _graphemes(text: str) -> int:
    """Count signs as a reader sees them: joined emoji, flags and marked letters are one."""
    count = 0
    joined = False
    flag_open = False
    for char in text:
        if char == _JOINER:
            joined = True
            continue
        if _extends(char):
            continue
        flag = _FLAG_LETTERS[0] <= char <= _FLAG_LETTERS[1]
        if not joined and not (flag and flag_open):
            count += 1
        flag_open = flag and not flag_open
        joined = False
    return count


def _extends(char: str) -> bool:
    return (
        unicodedata.combining(char) > 0
        or unicodedata.category(char) in {"Mn", "Me"}
        or _SKIN_TONES[0] <= char <= _SKIN_TONES[1]
    )


def _is_wide(char: str) -> bool:
    return ord(char) > 0x10FF and not 0x2000 <= ord(char) <= 0x201F
