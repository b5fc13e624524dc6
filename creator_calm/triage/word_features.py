"""The words of a text as hashes, for learning from corrections.

The word half of the model's features (triage sections 6.1 and 6.2) with the same hash, one word at
a time and remembered, since a correction is one text. Small words ("the", "och") say nothing of
what somebody minds and are left out, alone and in pairs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from creator_calm.language.identify import is_small_word

MOST_FEATURES: Final = 64
BUCKETS: Final = 1 << 20
_FULL: Final = (1 << 64) - 1
_BASE: Final = 0x9E3779B97F4A7C15
_TOKEN = re.compile(r"[\w']+|[^\w\s]")
_MARKS: Final = frozenset({"URL", "MAIL", "USR", "TIM"})


def features(normalised: str) -> tuple[int, ...]:
    """Return the buckets of a normalised text's words and pairs of words, each once, in order."""
    found: dict[int, None] = {}
    before: str | None = None
    for word in _TOKEN.findall(normalised):
        if word in _MARKS:
            before = None
            continue
        if not is_small_word(word):
            found[word_bucket(word)] = None
        if before is not None and not (is_small_word(word) and is_small_word(before)):
            found[pair_bucket(before, word)] = None
        before = word
    return tuple(found)


def lesson_features(normalised: str) -> tuple[int, ...]:
    """Return what is kept of a correction: its first features, hashes only."""
    return features(normalised)[:MOST_FEATURES]


@lru_cache(maxsize=20_000)
def word_bucket(word: str) -> int:
    """Return the bucket of one word."""
    return _mix(_raw(word) + 101) % BUCKETS


def pair_bucket(first: str, second: str) -> int:
    """Return the bucket of two words side by side."""
    return _mix(_raw(first) * 31 + _raw(second) + 202) % BUCKETS


@lru_cache(maxsize=20_000)
def _raw(word: str) -> int:
    total, power = 0, 1
    for letter in word:
        total += _mix(ord(letter) + 77) * power
        power = power * _BASE & _FULL
    return _mix(total)


def _mix(value: int) -> int:
    value &= _FULL
    value ^= value >> 33
    value = value * 0xFF51AFD7ED558CCD & _FULL
    value ^= value >> 29
    value = value * 0xC4CEB9FE1A85EC53 & _FULL
    return value ^ (value >> 32)
