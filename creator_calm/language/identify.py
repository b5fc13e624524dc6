"""Which language is a comment in? By its small words; no library, no guess where there is none.

`und` means: not enough to tell. Only `en` and `sv` are judged; any other code leads to
"cannot judge", never to "clean" (triage, section 4).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Confidence
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.look_alikes import fold
from creator_calm.language.normalise import MASKS, MAX_CHARACTERS
from creator_calm.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDETERMINED: Final = "und"
_ENOUGH = 1.0
_LEAD = 0.34
_SURE = 2.5
_ALSO = 2.0
_FEW_WORDS = 4
_LETTER_WEIGHT = 0.6

_LETTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "å": ("sv", "no", "da"), "ä": ("sv", "fi", "de"), "ö": ("sv", "fi", "de", "tr"),
    "æ": ("no", "da"), "ø": ("no", "da"), "ü": ("de", "tr"), "ß": ("de",), "ñ": ("es",), "¿": ("es",),
    "ã": ("pt",), "õ": ("pt",), "ł": ("pl",), "ą": ("pl",), "ę": ("pl",), "ż": ("pl",), "ş": ("tr",),
    "ğ": ("tr",), "ı": ("tr",), "ç": ("fr", "pt", "tr"), "ê": ("fr", "pt"), "è": ("fr", "it"),
    "ò": ("it",), "ù": ("fr", "it"), "œ": ("fr",),
}  # fmt: skip
_NOT_SWEDISH = frozenset("æøüßñãõłążşğç")

# Letters beyond Latin (with Vietnamese and the modifiers) belong to another script.
_OTHER_SCRIPT = re.compile(
    "[\u0370-\u1dff\u2c00-\ua71f\ua800-\uabff\uac00-\uffff\U00010000-\U0003ffff]"
)
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_EDGES = (
    "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum()) + "“”„«»’‘…–—¡¿"
)
_NOT_WORDS = ("#", "@", "http", "www.", "/r/", "/u/")

_SCRIPTS: Final = (
    ("CYRILLIC", "und-Cyrl"), ("GREEK", "und-Grek"), ("ARABIC", "und-Arab"), ("HEBREW", "und-Hebr"),
    ("DEVANAGARI", "und-Deva"), ("THAI", "und-Thai"), ("HANGUL", "und-Kore"), ("HIRAGANA", "und-Jpan"),
    ("KATAKANA", "und-Jpan"), ("CJK", "und-Hani"), ("ARMENIAN", "und-Armn"), ("GEORGIAN", "und-Geor"),
    ("BENGALI", "und-Beng"), ("TAMIL", "und-Taml"), ("TELUGU", "und-Telu"),
)  # fmt: skip
OTHER_SCRIPT: Final = "und-Zyyy"
"""Letters of a script that has no name here."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a comment is written in: BCP 47 code (`und` when unknown), and other languages in it."""

    code: str
    confidence: Confidence
    also: tuple[str, ...] = ()


_UNKNOWN = Language(UNDETERMINED, Confidence.LOW)


def identify(text: str, hint: str | None = None) -> Language:
    """Return the language of `text`, raw or normalised.

    `hint`, the usual language under the same post, is taken for texts of less than four words
    that say nothing themselves, at low confidence. Never raises; looks at the first 2,000
    characters.
    """
    text = text[:MAX_CHARACTERS]
    if ">" in text:
        text = _QUOTED_LINE.sub(" ", text)
    if not text.isascii() and _OTHER_SCRIPT.search(text) is not None:
        text = fold(text)
        script = _script(text)
        if script is not None:
            return Language(script, Confidence.HIGH)
    tokens = text.split()
    return _decide(tokens, hint)


def _decide(tokens: list[str], hint: str | None) -> Language:
    scores: dict[str, float] = {}
    words = 0
    for is_word, votes in map(_votes().__getitem__, tokens):
        words += is_word
        if votes:  # mostly none: a loop over nothing costs more than this look
            for code, weight in votes:
                scores[code] = scores.get(code, 0.0) + weight
    ranked = sorted(scores.items(), key=_by_score)
    if ranked and ranked[0][1] >= _ENOUGH:
        code, best = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        if best - second >= _LEAD:
            sure = best >= _SURE and best >= 2 * second
            also = tuple(
                other for other, score in ranked[1:] if score >= _ALSO and score * 3 >= best
            )
            return Language(code, Confidence.HIGH if sure else Confidence.MEDIUM, also)
    if hint is not None and 0 < words < _FEW_WORDS:
        return Language(hint, Confidence.LOW)
    return _UNKNOWN


def is_small_word(word: str) -> bool:
    """Say whether a lower-case word is one of the small words ("the", "och") that every text has."""
    votes = _votes()
    return len(word) == 1 or word in votes.small


def _by_score(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _script(text: str) -> str | None:
    """Return the script of most letters if it is not Latin."""
    others = _OTHER_SCRIPT.findall(text)
    letters = [sign for sign in others if sign.isalpha()]
    if not letters or 2 * len(letters) < len(_LETTER.findall(text)):
        return None
    names = Counter(unicodedata.name(sign, "") for sign in letters)
    found: Counter[str] = Counter()
    for name, count in names.items():
        found[next((code for start, code in _SCRIPTS if name.startswith(start)), OTHER_SCRIPT)] += (
            count
        )
    if found["und-Jpan"]:
        return "und-Jpan"  # Japanese is mostly written with Chinese characters
    return found.most_common(1)[0][0]


class _Votes(dict[str, tuple[int, tuple[tuple[str, float], ...]]]):
    """Token → (is it a word, votes for languages); remembers, and is emptied when it has grown large."""

    LIMIT = 20_000
    LONGEST = 24

    def __init__(
        self, weights: Mapping[str, tuple[tuple[str, float], ...]], mute: frozenset[str]
    ) -> None:
        super().__init__()
        self._weights = weights
        self._mute = mute
        self.small = weights.keys()

    def __missing__(self, token: str) -> tuple[int, tuple[tuple[str, float], ...]]:
        value = self._look_up(token)
        if len(token) <= self.LONGEST:
            if len(self) >= self.LIMIT:
                self.clear()
            self[token] = value
        return value

    def _look_up(self, token: str) -> tuple[int, tuple[tuple[str, float], ...]]:
        if token.startswith(_NOT_WORDS) or token in MASKS:
            return 0, ()
        word = token.strip(_EDGES).lower().replace("’", "'")
        if not word or not any(map(str.isalpha, word)):
            return 0, ()
        if word in self._mute:
            return 1, ()
        known = self._weights.get(word)
        if known is not None:
            return 1, known
        return 1, () if word.isascii() else _letter_votes(word)


def _letter_votes(word: str) -> tuple[tuple[str, float], ...]:
    """Votes of an unknown word by its letters; a letter that is not Swedish counts against Swedish."""
    votes: dict[str, float] = {}
    for letter in set(word) & _LETTERS.keys():
        languages = _LETTERS[letter]
        for code in languages:
            votes[code] = votes.get(code, 0.0) + _LETTER_WEIGHT / len(languages)
    if _NOT_SWEDISH & set(word):
        votes["sv"] = votes.get("sv", 0.0) - _LETTER_WEIGHT
    return tuple(votes.items())


@cache
def _votes() -> _Votes:
    try:
        with resource("language", "function_words.toml").open("rb") as file:
            table = tomllib.load(file)
    except (OSError, ValueError):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name="function_words.toml") from None
    languages: dict[str, set[str]] = {}
    for code, words in table["words"].items():
        for word in words.split():
            # One letter is a word of too many languages.
            if len(word) > 1:
                languages.setdefault(word, set()).add(code)
    weights = {
        word: tuple((code, 1.0 / len(codes)) for code in sorted(codes))
        for word, codes in languages.items()
    }
    return _Votes(weights, frozenset(table["everywhere"].split()))
