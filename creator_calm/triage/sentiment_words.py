"""What vaderSentiment knows of single tokens and emoji, looked up once and remembered."""

from __future__ import annotations

import string
from typing import Final, Protocol

from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES

BOOSTERS: Final[dict[str, float]] = BOOSTER_DICT
PHRASES: Final[dict[str, float]] = SPECIAL_CASES
NEGATIONS: Final[frozenset[str]] = frozenset(NEGATE)

# What a word can mean for a comment, as bits.
SCORED = 1
MODIFIER = 2
IDIOM = 4
BUT = 8
CAPITALS = 16
OWN_RULE = 32

_LONGEST_REMEMBERED = 40


class Analyser(Protocol):
    """The part of vaderSentiment's analyser that is used."""

    lexicon: dict[str, float]
    emojis: dict[str, str]
    lexicon_full_filepath: str
    """In spite of its name, the text of the lexicon file."""
    emoji_full_filepath: str
    """In spite of its name, the text of the emoji file."""

    def polarity_scores(self, text: str) -> dict[str, float]:
        """Return neg, neu, pos and compound."""


class Word:
    """What is known of a token that matters: its word, its score, its part in the rules."""

    __slots__ = ("flags", "lower", "score")

    def __init__(self, lower: str, score: float, flags: int) -> None:
        self.lower = lower
        self.score = score
        self.flags = flags


class Words(dict[str, "Word | None"]):
    """Token → what matters of it, or None; remembers, and is emptied when it has grown large."""

    LIMIT = 50_000

    def __init__(self, lexicon: dict[str, float]) -> None:
        super().__init__()
        self._lexicon = lexicon
        phrases = [key for key in (*PHRASES, *BOOSTERS) if " " in key]
        # The longest word of each phrase: a comment without any of them holds no phrase.
        self._idioms = frozenset(max(phrase.split(), key=len) for phrase in phrases)

    def __missing__(self, token: str) -> Word | None:
        lower = lower_word(token)
        flags = self._flags(lower)
        word = Word(lower, self._lexicon.get(lower, 0.0), flags) if flags else None
        if word is not None and token.isupper():
            word.flags |= CAPITALS
        if len(token) <= _LONGEST_REMEMBERED:
            if len(self) >= self.LIMIT:
                self.clear()
            self[token] = word
        return word

    def _flags(self, lower: str) -> int:
        known = lower in self._lexicon
        boosts = lower in BOOSTERS
        flags = SCORED if known and not boosts else 0
        if lower == "no" or (not known and (boosts or self._has_rule(lower))):
            flags |= MODIFIER
        if lower in {"no", "kind"}:
            flags |= OWN_RULE
        if lower in self._idioms:
            flags |= IDIOM
        return flags | BUT if lower == "but" else flags

    def _has_rule(self, lower: str) -> bool:
        return lower in {"this", "least"} or lower in NEGATIONS or "n't" in lower


class EmojiRuns(dict[str, str]):
    """A run that is not ASCII → the same with each emoji described in words, as VADER writes them."""

    LIMIT = 50_000

    def __init__(self, descriptions: dict[str, str]) -> None:
        super().__init__()
        self._descriptions = {sign: words for sign, words in descriptions.items() if len(sign) == 1}

    def __missing__(self, run: str) -> str:
        known = self._descriptions
        # The original leaves out the blank after a blank; no rule sees the difference.
        described = "".join(" " + known[sign] if sign in known else sign for sign in run)
        if len(run) <= _LONGEST_REMEMBERED:
            if len(self) >= self.LIMIT:
                self.clear()
            self[run] = described
        return described


def lower_word(token: str) -> str:
    """Return the word of a token: punctuation goes only where more than two characters stay."""
    word = token.strip(string.punctuation)
    return (word if len(word) > 2 else token).lower()
