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

_LINK = re.compile(r"https?://[^\s<>\"]{1,2000}")
_BARE_LINK = re.compile(
    r"https?://[^\s<>\"]{1,2000}"
    r"|(?<![\w@.])(?:[a-z0-9-]{1,63}\.){1,5}"
    r"(?:com|org|net|info|io|tv|co|me|app|dev|be|se|no|dk|fi|de|uk|eu|nu|art|shop|store)"
    r"(?![\w.-]*@)\b(?:/[^\s<>\"]{0,2000})?",
    re.IGNORECASE,
)
"""X shortens addresses without a scheme too."""

_FULL_MENTION = re.compile(r"(?<!\w)(@\w{1,64})@[\w.-]{1,255}\w")
"""Of `@name@server` Mastodon counts the name alone."""

_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_KEYCAP = "\u20e3"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAG_LETTERS = ("\U0001f1e6", "\U0001f1ff")
_LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Signs that X counts as one, as its open source counter names them; all others count two."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The longest reply, in the platform's own count.

    `link` is what a link counts as, 0 its length. `bytes` is a second limit in UTF-8, 0 for none.
    `brief` says that only the brief voice fits.
    """

    limit: int
    counted: str
    link: int = 0
    brief: bool = False
    bytes: int = 0

    def length(self, text: str) -> int:
        """Return how long the platform takes `text` to be."""
        match self.counted:
            case "graphemes":
                text, links = self._without_links(text, _LINK)
                return len(_graphemes(_FULL_MENTION.sub(r"\1", text))) + links
            case "weighted":
                text, links = self._without_links(unicodedata.normalize("NFC", text), _BARE_LINK)
                return sum(map(_weight, _graphemes(text))) + links
            case _:
                text, links = self._without_links(text, _LINK)
                return len(text) + links

    def measured(self, text: str) -> tuple[int, int]:
        """Return the count and the limit that is nearer to being reached."""
        signs = self.length(text)
        if self.bytes:
            size = len(text.encode("utf-8", "surrogatepass"))
            if size * self.limit > signs * self.bytes:
                return size, self.bytes
        return signs, self.limit

    def fits(self, text: str) -> bool:
        """Say whether `text` can be posted in one piece."""
        count, limit = self.measured(text)
        return count <= limit

    def _without_links(self, text: str, link: re.Pattern[str]) -> tuple[str, int]:
        if not self.link:
            return text, 0
        text, links = link.subn("", text)
        return text, links * self.link


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


def _graphemes(text: str) -> list[str]:
    """Return signs as a reader sees them: joined emoji, flags and marked letters are one.

    Near to the rules of Unicode (UAX 29) without their tables: Hangul in pieces counts apart.
    """
    signs: list[str] = []
    joined = flag_open = False
    for char in text:
        flag = _FLAG_LETTERS[0] <= char <= _FLAG_LETTERS[1]
        goes_on = bool(signs) and (
            joined or _extends(char) or (flag and flag_open) or (char == "\n" and signs[-1] == "\r")
        )
        if goes_on:
            signs[-1] += char
        else:
            signs.append(char)
        flag_open = flag and not (flag_open and goes_on)
        joined = char == _JOINER
    return signs


def _extends(char: str) -> bool:
    return (
        char == _JOINER
        or unicodedata.category(char) in {"Mn", "Me", "Mc"}
        or _SKIN_TONES[0] <= char <= _SKIN_TONES[1]
    )


def _weight(sign: str) -> int:
    """Return what X counts for one sign: an emoji counts two, however it is put together."""
    emoji = len(sign) > 1 and any(mark in sign for mark in (_JOINER, _EMOJI_STYLE, _KEYCAP))
    if emoji or _FLAG_LETTERS[0] <= sign[0] <= _FLAG_LETTERS[1] or sign[0] >= "\U0001f000":
        return 2
    return sum(1 if any(low <= ord(char) <= high for low, high in _LIGHT) else 2 for char in sign)
