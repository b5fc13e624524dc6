"""Hashed word and character n-grams of normalised texts, counted for a whole batch at once.

The hash is defined here and never Python's own, so that weights learned on one machine mean the
same on every other (triage sections 6.1 and 6.2; golden vectors in the tests). No loop over
n-grams: a batch is one array of characters, and every n-gram is a few array operations.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

HASH_VERSION: Final = 1
BUCKET_BITS: Final = 20
BUCKETS: Final = 1 << BUCKET_BITS
CHARACTER_LENGTHS: Final = (2, 3, 4, 5)
BATCH: Final = 1 << (32 - BUCKET_BITS)
"""The most texts in one call: a text's number and a bucket share 32 bits."""

_MASK: Final = np.uint64(BUCKETS - 1)
_BASE: Final = 0x9E3779B97F4A7C15
_WORD: Final = np.uint64(101)
_BIGRAM: Final = np.uint64(202)
_BIGRAM_FACTOR: Final = np.uint64(31)
_CODE_OFFSET: Final = np.uint64(77)
_APART: Final = "\x00"
_MARKS = re.compile(r"\b(?:URL|MAIL|USR|TIM)\b")
_SPACE, _LONE, _INNER = 0, 1, 2
"""What a character is to a word: between words, a word by itself, part of one."""


class Counts(NamedTuple):
    """N-grams of one block: for each, the text it stands in, its bucket and how often.

    Three arrays of one length, ordered by text and then bucket; every pair occurs once.
    """

    texts: NDArray[np.int64]
    buckets: NDArray[np.int64]
    times: NDArray[np.int64]


class Grams(NamedTuple):
    """N-grams one after the other: where each starts and ends in the text, and its 64-bit hash."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    hashes: NDArray[np.uint64]


class Block(NamedTuple):
    """Both blocks of a batch."""

    words: Counts
    characters: Counts


def readable(normalised: str) -> str:
    """Return what n-grams are made of: a normalised text without its marks, one space at each end.

    Empty where nothing is left. NUL divides the texts of a batch, so none may hold one.
    """
    if _APART in normalised:
        normalised = normalised.replace(_APART, " ")
    if not normalised.islower():
        normalised = _MARKS.sub(" ", normalised)
    words = normalised.split()
    return f" {' '.join(words)} " if words else ""


def count(texts: Sequence[str]) -> Block:
    """Count the n-grams of `readable` texts, at most `BATCH` of them. Raises ValueError for more."""
    if len(texts) > BATCH:
        raise ValueError(len(texts))
    points, codes = _coded(texts)
    numbers = np.cumsum(points == 0) - 1
    words, characters = _words(points, codes), _characters(points, codes)
    return Block(
        tally(numbers[words.starts], words.hashes),
        tally(numbers[characters.starts], characters.hashes),
    )


def places(text: str) -> tuple[Grams, Grams]:
    """Return words and characters n-grams of one `readable` text, each with where it stands."""
    points, codes = _coded([text])
    # The text begins behind the mark that divides texts.
    return tuple(  # type: ignore[return-value]
        Grams(grams.starts - 1, grams.ends - 1, grams.hashes)
        for grams in (_words(points, codes), _characters(points, codes))
    )


def tally(texts: NDArray[np.int64], hashes: NDArray[np.uint64]) -> Counts:
    """Count equal buckets of a text: sorted once, the lengths of equal runs are the counts."""
    keys = (texts.astype(np.uint32) << np.uint32(BUCKET_BITS)) | (hashes & _MASK).astype(np.uint32)
    keys.sort()
    first = np.concatenate((np.ones(min(1, len(keys)), bool), keys[1:] != keys[:-1]))
    starts = np.flatnonzero(first)
    times = np.diff(np.concatenate((starts, [len(keys)])))
    kept = keys[starts].astype(np.int64)
    return Counts(kept >> BUCKET_BITS, kept & (BUCKETS - 1), times)


def mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Scatter 64-bit integers, modulo 2^64."""
    values = values ^ (values >> np.uint64(33))
    values = values * np.uint64(0xFF51AFD7ED558CCD)
    values ^= values >> np.uint64(29)
    values *= np.uint64(0xC4CEB9FE1A85EC53)
    values ^= values >> np.uint64(32)
    return values


def _coded(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint64]]:
    """Return the code points of all texts, each between two zeros, and their hash codes."""
    joined = _APART + _APART.join(texts) + _APART
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return points, mix(points.astype(np.uint64) + _CODE_OFFSET)


def _characters(points: NDArray[np.uint32], codes: NDArray[np.uint64]) -> Grams:
    """Return every run of two to five characters within one text."""
    inside = points != 0
    base = np.uint64(_BASE)
    hashes, valid = codes, inside
    starts, found, lengths = [], [], []
    for length in CHARACTER_LENGTHS:
        hashes = hashes[:-1] * base + codes[length - 1 :]
        valid = valid[:-1] & inside[length - 1 :]
        at = np.flatnonzero(valid)
        starts.append(at)
        found.append(mix(hashes[at] + np.uint64(length)))
        lengths.append(np.full(len(at), length))
    start = np.concatenate(starts)
    return Grams(start, start + np.concatenate(lengths), np.concatenate(found))


def _words(points: NDArray[np.uint32], codes: NDArray[np.uint64]) -> Grams:
    """Return every word and every two words side by side within one text."""
    sorts = _sorts(points)
    inner = sorts == _INNER
    lone = sorts == _LONE
    starts = np.flatnonzero((inner & ~np.concatenate(([False], inner[:-1]))) | lone)
    ends = np.flatnonzero((inner & ~np.concatenate((inner[1:], [False]))) | lone) + 1
    powers, inverses = _powers(len(codes))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(codes * powers[: len(codes)])))
    raw = mix((sums[ends] - sums[starts]) * inverses[starts])
    numbers = np.cumsum(points == 0)[starts]
    together = np.flatnonzero(numbers[:-1] == numbers[1:])
    pairs = raw[together] * _BIGRAM_FACTOR + raw[together + 1] + _BIGRAM
    return Grams(
        np.concatenate((starts, starts[together])),
        np.concatenate((ends, ends[together + 1])),
        np.concatenate((mix(raw + _WORD), mix(pairs))),
    )


def _sorts(points: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return what each character is to a word."""
    sorts = _ASCII_SORTS[np.minimum(points, 127)]
    beyond = np.flatnonzero(points > 127)
    if len(beyond):
        letters, places = np.unique(points[beyond], return_inverse=True)
        sorts[beyond] = _looked_up(letters)[places]
    return sorts


def _looked_up(points: Iterable[int]) -> NDArray[np.uint8]:
    return np.array([_sort(int(point)) for point in points], dtype=np.uint8)


@lru_cache(maxsize=20_000)
def _sort(point: int) -> int:
    letter = chr(point)
    if letter.isalnum() or letter in "_'":
        return _INNER
    return _SPACE if letter.isspace() or not point else _LONE


_ASCII_SORTS: Final = _looked_up(range(128))


@lru_cache(maxsize=4)
def _powers_to(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    found = []
    for factor in (_BASE, pow(_BASE, -1, 1 << 64)):
        steps = np.full(size, factor, dtype=np.uint64)
        steps[0] = 1
        found.append(np.cumprod(steps, dtype=np.uint64))
    return found[0], found[1]


def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the powers of the base and of its inverse, for `size` places or more."""
    return _powers_to(1 << max(16, (size - 1).bit_length()))
