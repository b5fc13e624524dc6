"""The hash of n-grams: weights learned on one machine must mean the same on every other."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.triage import ngrams
from creator_calm.triage.word_features import pair_bucket, word_bucket

# (n-gram, 64-bit hash, bucket), from the design.
CHARACTERS = [
    ("ab", 0x776B5E28CC0F2885, 993413),
    (" yo", 0x0D69DBFB0F167C9D, 425117),
    ("you ", 0x55AFBAE414BD5EDB, 876251),
    ("åäö", 0xAD8D5F0B0A42B63A, 177722),
    ("idiot", 0x51A4FE07B5A8660D, 550413),
]
WORDS = [
    ("you", 0x5E2B19C3BF721F38, 139064),
    ("idiot", 0x71C3CA2C1FA06882, 26754),
    ("don't", 0x52C5C5F737664271, 410225),
    ("😂", 0xA6F3D4A4BB8C2F7B, 798587),
]
PAIRS = [("you idiot", 0xD656181C1C8FF3BB, 1045435), ("du är", 0xE819100D58190AC4, 592580)]


def found(text: str, gram: str, block: int) -> int:
    """Return the hash of `gram` where it stands in `text`."""
    grams = ngrams.places(text)[block]
    at = text.index(gram)
    for start, end, number in zip(grams.starts, grams.ends, grams.hashes, strict=True):
        if (start, end) == (at, at + len(gram)):
            return int(number)
    raise AssertionError(gram)


@pytest.mark.parametrize(("gram", "number", "bucket"), CHARACTERS)
def test_characters(gram: str, number: int, bucket: int) -> None:
    text = f" x{gram}y "
    assert found(text, gram, 1) == number
    assert bucket in ngrams.count([text]).characters.buckets


@pytest.mark.parametrize(("word", "number", "bucket"), WORDS)
def test_words(word: str, number: int, bucket: int) -> None:
    text = f" so {word} there "
    assert found(text, word, 0) == number
    assert bucket in ngrams.count([text]).words.buckets


@pytest.mark.parametrize(("pair", "number", "bucket"), PAIRS)
def test_pairs(pair: str, number: int, bucket: int) -> None:
    assert found(f" {pair} ", pair, 0) == number
    first, second = pair.split()
    assert pair_bucket(first, second) == bucket


def test_one_word_at_a_time_gives_the_same_buckets() -> None:
    text = " what a 😂 don't_know åäö "
    counts = ngrams.count([text]).words
    words = ["what", "a", "😂", "don't_know", "åäö"]
    expected = {word_bucket(word) for word in words}
    expected |= {pair_bucket(*pair) for pair in pairwise(words)}
    assert set(counts.buckets.tolist()) == expected


def test_counts_and_borders() -> None:
    counts = ngrams.count([" no no no ", " no "])
    assert sorted(counts.words.times[counts.words.texts == 0].tolist()) == [2, 3]
    assert counts.words.times[counts.words.texts == 1].tolist() == [1]
    alone = ngrams.count([" no "]).characters
    second = counts.characters.texts == 1
    assert counts.characters.buckets[second].tolist() == alone.buckets.tolist()


def test_readable() -> None:
    assert ngrams.readable("see URL at TIM, USR") == " see at , "
    assert ngrams.readable("a\x00b") == " a b "
    assert ngrams.readable("URL") == ""


def test_too_many() -> None:
    with pytest.raises(ValueError, match=str(ngrams.BATCH + 1)):
        ngrams.count([" a "] * (ngrams.BATCH + 1))


@given(st.lists(st.text(max_size=60), max_size=12))
def test_a_batch_is_its_texts_one_by_one(texts: list[str]) -> None:
    read = [ngrams.readable(text) for text in texts]
    whole = ngrams.count(read)
    for number, text in enumerate(read):
        for together, alone in zip(whole, ngrams.count([text]), strict=True):
            mine = together.texts == number
            assert np.array_equal(together.buckets[mine], alone.buckets)
            assert np.array_equal(together.times[mine], alone.times)
