"""The learned judge of wording: hashed n-grams under small integer weights (triage section 6).

It was fitted by `packaging/harshness_model` on texts whose licences permit it; what it may be
used for and where it errs stands in `resources/harshness/MODEL_CARD.md`. English and undetermined
Latin text only: it has learned no Swedish. Nothing else in the program imports numpy.
"""

from __future__ import annotations

import hashlib
import math
from functools import cache
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zipfile import BadZipFile

import numpy as np

from creator_calm.domain.assessment import Level
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.normalise import NORMALISER_VERSION
from creator_calm.paths import resource
from creator_calm.triage import ngrams
from creator_calm.triage.lexicon import GROUP, INSULT, PROFANITY, SLUR, WARM, YOU
from creator_calm.triage.versions import MODEL_DIGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FORMAT: Final = 1
HEADS: Final = ("insult", "obscene", "threat", "identity_attack")
HEAD_BITS: Final = 18
CUES: Final = ("insult", "profanity", "you", "slur", "group", "warm", "insult_at_you")
"""What the lists say of a text, as further features beside its n-grams."""


_BLOCKS: Final = ("words", "characters")
_IDF_STEP: Final = 1 / 16
_MOST: Final = 127
_FILE: Final = ("harshness", "harshness.npz")
_LARGEST_FILE: Final = 3 * 1024 * 1024
_LARGEST_EXPONENT: Final = 40.0
_LOG_OF_COUNT: Final = np.array([0.0] + [1.0 + math.log(n) for n in range(1, 4_097)])


class Cuts(NamedTuple):
    """From which margin a text counts as harsh (triage section 12); both <= one <= plain.

    `both`: it holds a listed word and addresses somebody; `one`: either; `plain`: neither.
    """

    both: float
    one: float
    plain: float


class _Block(NamedTuple):
    """One block of features: `weights` int8[2^20] are square roots, `idf` uint8[2^20] sixteenths."""

    weights: NDArray[np.int8]
    scale: float
    idf: NDArray[np.uint8]


class HarshnessModel:
    """The weights, read only. Every answer is the same whatever else is in the batch."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], version: str) -> None:
        self.version = version
        self.cuts: Mapping[Level, Cuts] = {
            level: Cuts(*map(float, arrays["cuts"][row])) for row, level in enumerate(Level)
        }
        self._blocks = tuple(
            _Block(arrays[f"{b}.weights"], float(arrays[f"{b}.scale"]), arrays[f"{b}.idf"])
            for b in _BLOCKS
        )
        self._tables = tuple(_roots(block.scale) for block in self._blocks)
        self._bias = float(arrays["bias"])
        self._calibration = tuple(map(float, arrays["calibration"]))
        self._too_long, self._long = map(float, arrays["length"])
        self._cues = tuple(map(float, arrays["cues"]))
        self._heads = {
            head: tuple(
                (arrays[f"{head}.{b}.weights"], _roots(float(arrays[f"{head}.{b}.scale"])))
                for b in _BLOCKS
            )
            for head in HEADS
        }
        self._head_bias = {head: float(arrays[f"{head}.bias"]) for head in HEADS}
        self._head_cuts = {head: float(arrays[f"{head}.cut"]) for head in HEADS}

    @classmethod
    def load(cls, path: Path) -> HarshnessModel:
        """Read a file that `packaging/harshness_model/train.py` wrote.

        Raises Problem (RESOURCE_DAMAGED) if it is missing, damaged or of another version.
        """
        try:
            _check_size(path)
            with np.load(BytesIO(path.read_bytes()), allow_pickle=False) as file:
                arrays = {name: file[name] for name in file.files}
            _check(arrays)
            return cls(arrays, content_digest(arrays))
        except (OSError, ValueError, KeyError, EOFError, MemoryError, BadZipFile) as trouble:
            raise Problem(ProblemCode.RESOURCE_DAMAGED, name=path.name) from trouble

    def wording(self, normalised: Sequence[str]) -> list[float]:
        """Return the log odds that the wording of each normalised text gives it, without cues.

        A long text holds harsh-looking n-grams by chance, and who argues at length gets the
        benefit of the doubt: beyond `length` characters the odds fall with their logarithm.
        """
        scores: list[float] = []
        for batch in _batches(map(ngrams.readable, normalised), ngrams.BATCH):
            counts = ngrams.count(batch)
            total = np.full(len(batch), self._bias)
            lengths = np.array([max(len(text), self._long) for text in batch])
            total -= self._too_long * np.log(lengths / self._long)
            for grams, block, roots in zip(counts, self._blocks, self._tables, strict=True):
                values, lengths = _values(grams, block, len(batch))
                weighed = values * roots[block.weights[grams.buckets]]
                total += np.bincount(grams.texts, weighed, len(batch)) / lengths
            scores += total.tolist()
        return scores

    def cue_sum(self, signals: int) -> float:
        """Return what the signal bits of the lists add to the log odds."""
        bits = (INSULT, PROFANITY, YOU, SLUR, GROUP, WARM, INSULT | YOU)
        found = (bit for bit in zip(bits, self._cues, strict=True))
        return sum(weight for bit, weight in found if signals & bit == bit)

    def probability(
        self, margin: float, compound: float, negative: float, *, by_rules: bool
    ) -> float:
        """Return the calibrated probability 0..1 that people would call a text harsh.

        `margin` is wording and cues together, `compound` and `negative` what the sentiment
        rules see (a weak hint, in English only), `by_rules` whether the rules put it away.
        """
        slope, of_compound, of_negative, of_rules, offset = self._calibration
        odds = slope * margin + of_compound * compound + of_negative * negative + offset
        odds += of_rules * by_rules
        return 1.0 / (1.0 + math.exp(max(-_LARGEST_EXPONENT, min(_LARGEST_EXPONENT, -odds))))

    def heads(self, normalised: str) -> frozenset[str]:
        """Return the heads whose cut a normalised text passes: support for rules, never shown."""
        counts = ngrams.count([ngrams.readable(normalised)])
        found = set()
        for head in HEADS:
            total = self._head_bias[head]
            for grams, block, (weights, roots) in zip(
                counts, self._blocks, self._heads[head], strict=True
            ):
                values, lengths = _values(grams, block, 1)
                folded = grams.buckets & ((1 << HEAD_BITS) - 1)
                total += float((values * roots[weights[folded]]).sum() / lengths[0])
            if total > self._head_cuts[head]:
                found.add(head)
        return frozenset(found)

    def contributions(self, normalised: str) -> list[tuple[str, float]]:
        """Return the words of one text and what each adds to its log odds, in their order.

        An n-gram's share is spread evenly over its characters, and a word gets what falls on it.
        """
        text = ngrams.readable(normalised)
        shares = np.zeros(len(text) + 1)
        for grams, block, roots in zip(
            ngrams.places(text), self._blocks, self._tables, strict=True
        ):
            counts = ngrams.tally(np.zeros(len(grams.hashes), np.int64), grams.hashes)
            values, lengths = _values(counts, block, 1)
            each = values * roots[block.weights[counts.buckets]] / counts.times / lengths[0]
            buckets = (grams.hashes & np.uint64(ngrams.BUCKETS - 1)).astype(np.int64)
            parts = each[np.searchsorted(counts.buckets, buckets)] / (grams.ends - grams.starts)
            np.add.at(shares, grams.starts, parts)
            np.add.at(shares, grams.ends, -parts)
        sums = np.concatenate(([0.0], np.cumsum(np.cumsum(shares))))
        found, at = [], 0
        for word in text.split():
            at = text.index(word, at)
            found.append((word, float(sums[at + len(word)] - sums[at])))
            at += len(word)
        return found


@cache
def shipped_model() -> HarshnessModel | None:
    """Return the model that comes with the program, None if its file is missing or damaged.

    Triage goes on by rules alone then, and says so in `judged_by`.
    """
    try:
        model = HarshnessModel.load(resource(*_FILE))
    except Problem:
        return None
    return model if model.version == MODEL_DIGEST else None


def content_digest(arrays: Mapping[str, NDArray[Any]]) -> str:
    """Return the SHA-256 (hex) of names and bytes of all arrays, however they were compressed."""
    digest = hashlib.sha256()
    for name in sorted(arrays):
        digest.update(name.encode() + b"\0" + np.ascontiguousarray(arrays[name]).tobytes())
    return digest.hexdigest()


def quantised(weights: NDArray[np.float64]) -> tuple[NDArray[np.int8], float]:
    """Return int8 square roots and the scale that `_roots` undoes. Linear steps lose the small ones."""
    scale = float(np.abs(weights).max(initial=0.0)) or 1.0
    roots = np.sign(weights) * np.sqrt(np.abs(weights) / scale)
    return np.round(_MOST * roots).astype(np.int8), scale


def _roots(scale: float) -> NDArray[np.float64]:
    """Return the weight behind each int8, indexed by its value; negative ones count from the end."""
    steps = np.arange(256)
    steps[128:] -= 256
    roots: NDArray[np.float64] = np.sign(steps) * (steps / _MOST) ** 2 * scale
    return roots


def _values(
    grams: ngrams.Counts, block: _Block, texts: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the value of each n-gram and the length of each text's vector (1 where it is empty)."""
    times = np.minimum(grams.times, len(_LOG_OF_COUNT) - 1)
    idf = block.idf[grams.buckets].astype(np.float64)
    values = _LOG_OF_COUNT[times] * idf * _IDF_STEP
    squares = np.bincount(grams.texts, values * values, texts).astype(np.float64)
    squares[squares == 0.0] = 1.0
    lengths = np.asarray(np.sqrt(squares), dtype=np.float64)
    return values, lengths


def _batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    source = iter(texts)
    while batch := list(islice(source, size)):
        yield batch


def _check_size(path: Path) -> None:
    if path.stat().st_size > _LARGEST_FILE:
        raise ValueError


def _check(arrays: Mapping[str, NDArray[Any]]) -> None:
    """Raise ValueError or KeyError for what this program cannot use."""
    versions = (FORMAT, ngrams.HASH_VERSION, NORMALISER_VERSION)
    if tuple(map(int, arrays["versions"])) != versions:
        raise ValueError
    for block in _BLOCKS:
        _is(arrays[f"{block}.weights"], np.int8, 1 << ngrams.BUCKET_BITS)
        _is(arrays[f"{block}.idf"], np.uint8, 1 << ngrams.BUCKET_BITS)
        for head in HEADS:
            _is(arrays[f"{head}.{block}.weights"], np.int8, 1 << HEAD_BITS)
    if not np.isfinite(arrays["cuts"]).all() or arrays["cuts"].shape != (len(Level), 3):
        raise ValueError


def _is(array: NDArray[Any], sort: type, size: int) -> None:
    if array.dtype != sort or array.shape != (size,):
        raise ValueError
