"""The scores of vaderSentiment 3.3.2, bit for bit, in a walk that is linear and several times as fast.

Lexicon, emoji and every constant come from the installed package; nothing of it is copied. The
original asks every question again for every word of every comment; here each token is looked
up once and remembered, and the rules of the neighbourhood run only where a neighbour has a
rule (speed, section 6). A sentiment never puts anything away: it is one weak hint (triage, 5).
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from math import sqrt
from typing import Final, NamedTuple

from vaderSentiment.vaderSentiment import C_INCR, N_SCALAR, SentimentIntensityAnalyzer

from creator_calm.triage.sentiment_rules import boost, emphasis, idiom, negate, weigh_but
from creator_calm.triage.sentiment_words import (
    BUT,
    CAPITALS,
    IDIOM,
    MODIFIER,
    OWN_RULE,
    SCORED,
    Analyser,
    EmojiRuns,
    Word,
    Words,
    lower_word,
)

_CAPITALS_ADD: Final[float] = C_INCR
_NEGATED: Final[float] = N_SCALAR

REPRODUCES: Final = "3.3.2"
_DATA_SHA256: Final = "2db5ab2ef8ae61f21893adf93cbdec5a0d623ec35184010c06d582a9d2ccb60c"
_PROBES: Final = (
    ("This is not SO bad, but I never liked it that much!!", (0.221, 0.617, 0.162, -0.2385)),
    ("kind of good, I'd say it is the shit 😀❤", (0.0, 0.373, 0.627, 0.9442)),
    ("No good at all? Without doubt the LEAST boring one!", (0.175, 0.508, 0.317, 0.2401)),
)


# What is not ASCII. A class of all emoji would be slower than VADER.
_RUN = re.compile("[^\x00-\x7f]+")


class Polarity(NamedTuple):
    """Shares of negative, neutral and positive words (0..1), and all in one number (-1..1)."""

    neg: float
    neu: float
    pos: float
    compound: float


_EMPTY = Polarity(0.0, 0.0, 0.0, 0.0)
NEUTRAL = Polarity(0.0, 1.0, 0.0, 0.0)


def polarity(text: str) -> Polarity:
    """Return exactly the four scores of vaderSentiment 3.3.2. Never raises; linear in `text`."""
    return _walk()(text)


def reproduces_installed() -> bool:
    """Say whether the installed vaderSentiment is the version the walk reproduces.

    With any other version `polarity` asks the package itself.
    """
    return isinstance(_walk(), Walk)


@cache
def _walk() -> Walk | _Original:
    analyser = SentimentIntensityAnalyzer()
    original = _Original(analyser)
    digest = hashlib.sha256(
        (analyser.lexicon_full_filepath + analyser.emoji_full_filepath).encode()
    )
    same = digest.hexdigest() == _DATA_SHA256
    return (
        Walk(analyser)
        if same and all(original(text) == scores for text, scores in _PROBES)
        else original
    )


class _Original:
    """vaderSentiment itself, for another version than the one the walk knows."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser

    def __call__(self, text: str) -> Polarity:
        return Polarity(**self._analyser.polarity_scores(text))


class Walk:
    """One pass over a comment. Calling it is `polarity`."""

    def __init__(self, analyser: Analyser) -> None:
        self._lexicon: dict[str, float] = analyser.lexicon
        self._words = Words(self._lexicon)
        self._emoji = EmojiRuns(analyser.emojis)

    def __call__(self, text: str) -> Polarity:
        """Return the scores of `text`."""
        if not text.isascii():
            runs = self._emoji
            text = _RUN.sub(lambda match: runs[match.group()], text)
        tokens = text.split()
        if not tokens:
            return _EMPTY
        # Three empty places in front, so that every word has three before it.
        words: list[Word | None] = [None, None, None, *map(self._words.__getitem__, tokens)]
        flags = 0
        hits: list[int] = []
        for place, word in enumerate(words):
            if word is not None:
                flags |= word.flags
                if word.flags & SCORED:
                    hits.append(place)
        if not hits:
            return NEUTRAL
        values = self._values(tokens, words, hits, flags)
        if flags & BUT:
            but = next(
                place for place, word in enumerate(words) if word is not None and word.flags & BUT
            )
            weigh_but(values, hits, but)
        return _scores(values, len(tokens), emphasis(text))

    def _values(
        self, tokens: list[str], words: list[Word | None], hits: list[int], flags: int
    ) -> list[float]:
        """Return the values of the scored words, the rules of their neighbourhood applied."""
        capitals = bool(flags & CAPITALS) and _some_capitals(tokens)
        by_rule = flags & (MODIFIER | OWN_RULE | IDIOM)
        values: list[float] = []
        for place in hits:
            word = words[place]
            assert word is not None
            if by_rule and (flags & IDIOM or word.flags & OWN_RULE or _modified(words, place)):
                values.append(self._by_rule(tokens, place - 3, word, capitals=capitals))
            elif capitals and word.flags & CAPITALS:
                values.append(word.score + (_CAPITALS_ADD if word.score > 0 else -_CAPITALS_ADD))
            else:
                values.append(word.score)
        return values

    def _by_rule(self, tokens: list[str], at: int, word: Word, *, capitals: bool) -> float:
        """Return the value of the word at `at`, every rule of the original in its order."""
        lower = word.lower
        following = lower_word(tokens[at + 1]) if at + 1 < len(tokens) else ""
        if lower == "kind" and following == "of":
            return 0.0
        before = [lower_word(token) for token in tokens[max(at - 3, 0) : at]][::-1]
        value = 0.0 if lower == "no" and following in self._lexicon else word.score
        if "no" in before[:2] or (before[2:] == ["no"] and before[0] in {"or", "nor"}):
            value = word.score * _NEGATED
        if capitals and word.flags & CAPITALS:
            value += _CAPITALS_ADD if value > 0 else -_CAPITALS_ADD
        for distance, other in enumerate(before):
            if other not in self._lexicon:
                shouted = capitals and tokens[at - distance - 1].isupper()
                value += boost(other, value, distance, shouted=shouted)
                value = negate(value, before, distance)
                if distance == 2:
                    value = idiom(value, before, lower, tokens[at + 1 : at + 3])
        return self._least(value, before)

    def _least(self, value: float, before: list[str]) -> float:
        if not before or before[0] != "least" or "least" in self._lexicon:
            return value
        if len(before) > 1 and before[1] in {"at", "very"}:
            return value
        return value * _NEGATED


def _some_capitals(tokens: list[str]) -> bool:
    capitals = sum(map(str.isupper, tokens))
    return 0 < len(tokens) - capitals < len(tokens)


def _modified(words: list[Word | None], place: int) -> bool:
    three, two, one = words[place - 3 : place]
    return bool(
        (one is not None and one.flags & MODIFIER)
        or (two is not None and two.flags & MODIFIER)
        or (three is not None and three.flags & MODIFIER)
    )


def _scores(values: list[float], count: int, emphasis: float) -> Polarity:
    """Return the four scores of `count` words of which only `values` can differ from zero."""
    total = float(sum(values))
    if total > 0:
        total += emphasis
    elif total < 0:
        total -= emphasis
    compound = max(-1.0, min(1.0, total / sqrt(total * total + 15)))
    positive = negative = 0.0
    for value in values:
        if value > 0:
            positive += value + 1
            count -= 1
        elif value < 0:
            negative += value - 1
            count -= 1
    if positive > -negative:
        positive += emphasis
    elif positive < -negative:
        negative -= emphasis
    whole = positive - negative + count
    return Polarity(
        round(abs(negative) / whole, 3),
        round(count / whole, 3),
        round(positive / whole, 3),
        round(compound, 4),
    )
