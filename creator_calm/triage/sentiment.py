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
from heapq import heappop, heappush
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from vaderSentiment.vaderSentiment import C_INCR, N_SCALAR, SentimentIntensityAnalyzer

from creator_calm.triage.sentiment_words import (
    BOOSTERS,
    BUT,
    CAPITALS,
    IDIOM,
    MODIFIER,
    NEGATIONS,
    OWN_RULE,
    PHRASES,
    SCORED,
    Analyser,
    EmojiRuns,
    Word,
    Words,
    lower_word,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

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
_FEW = 64
"""Up to so many scored words the plain search of the `but` rule is faster than heaps."""


class Polarity(NamedTuple):
    """Shares of negative, neutral and positive words (0..1), and all in one number (-1..1)."""

    neg: float
    neu: float
    pos: float
    compound: float


_EMPTY = Polarity(0.0, 0.0, 0.0, 0.0)
_NEUTRAL = Polarity(0.0, 1.0, 0.0, 0.0)


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
            return _NEUTRAL
        values = self._values(tokens, words, hits, flags)
        if flags & BUT:
            but = next(
                place for place, word in enumerate(words) if word is not None and word.flags & BUT
            )
            _weigh_but(values, hits, but)
        return _scores(values, len(tokens), _emphasis(text))

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
                value += _boost(other, value, distance, shouted=shouted)
                value = _negate(value, before, distance)
                if distance == 2:
                    value = _idiom(value, before, lower, tokens[at + 1 : at + 3])
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


def _boost(other: str, value: float, distance: int, *, shouted: bool) -> float:
    """Return what a word before adds: the farther away, the less."""
    boost: float = BOOSTERS.get(other, 0.0)
    if not boost:
        return 0.0
    if value < 0:
        boost *= -1
    if shouted:
        boost += _CAPITALS_ADD if value > 0 else -_CAPITALS_ADD
    return boost * (1.0, 0.95, 0.9)[distance]


def _negate(value: float, before: Sequence[str], distance: int) -> float:
    """Apply `not`, `never so`, `without doubt` at `distance` words before; the quirk is the original's."""
    other = before[distance]
    nearer = before[:distance]
    if distance == 1 and other == "never" and before[0] in {"so", "this"}:
        return value * 1.25
    if distance == 2 and (
        (other == "never" and before[1] in {"so", "this"}) or before[0] in {"so", "this"}
    ):
        return value * 1.25
    if other == "without" and "doubt" in nearer:
        return value
    if other in NEGATIONS or "n't" in other:
        return value * _NEGATED
    return value


def _idiom(value: float, before: Sequence[str], lower: str, after: Sequence[str]) -> float:
    """Let a phrase around the word replace its value; then let `kind of` and the like damp it."""
    one, two, three = before
    sequences = (
        f"{one} {lower}",
        f"{two} {one} {lower}",
        f"{two} {one}",
        f"{three} {two} {one}",
        f"{three} {two}",
    )
    value = next(
        (PHRASES[phrase] for phrase in sequences if phrase in PHRASES),
        value,
    )
    ahead = lower
    for token in after:
        ahead = f"{ahead} {lower_word(token)}"
        value = PHRASES.get(ahead, value)
    for phrase in (sequences[3], sequences[4], sequences[2]):
        value += BOOSTERS.get(phrase, 0.0)
    return value


def _weigh_but(values: list[float], hits: list[int], but: int) -> None:
    """Halve what stands before the first "but", raise what follows by half.

    The original finds its place by the first equal value, in a list that changes meanwhile; that
    is kept. Zeros stay zero, so they need no place.
    """
    if len(values) <= _FEW:
        for index in range(len(values)):
            place = values.index(values[index])
            values[place] = _beside(values[place], hits[place], but)
        return
    places: dict[float, list[int]] = {}
    for index, value in enumerate(values):
        places.setdefault(value, []).append(index)
    for index in range(len(values)):
        value = values[index]
        heap = places[value]
        while values[heap[0]] != value:
            heappop(heap)
        place = heap[0]
        weighed = _beside(value, hits[place], but)
        if weighed != value:
            heappop(heap)
            values[place] = weighed
            heappush(places.setdefault(weighed, []), place)


def _beside(value: float, place: int, but: int) -> float:
    if place < but:
        return value * 0.5
    return value * 1.5 if place > but else value


def _emphasis(text: str) -> float:
    """Return what exclamation and question marks add."""
    amplifier: float = min(text.count("!"), 4) * 0.292
    questions = text.count("?")
    if questions > 1:
        amplifier += questions * 0.18 if questions <= 3 else 0.96
    return amplifier


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
