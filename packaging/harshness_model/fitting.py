"""Fitting: a Naive-Bayes ratio folded into a logistic regression, one block of n-grams at a time.

Wang & Manning 2012 ("Baselines and Bigrams"), with L2 logistic regression; triage section 6.3.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from creator_calm.triage import ngrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCKS: Final = ("words", "characters")
FEWEST_TEXTS: Final = {"words": 3, "characters": 5}
"""A bucket that fewer texts hold is left out."""
IDF_STEPS: Final = 16
_STRENGTH: Final = 2.0
_TIGHT: Final = 1e-7
_LOOSE: Final = 1e-3
_ITERATIONS: Final = 5_000


@dataclass(frozen=True, slots=True)
class Features:
    """Counts of a list of texts: per block a sparse matrix texts x 2^20 of 1 + ln(count)."""

    words: sp.csr_matrix
    characters: sp.csr_matrix

    def rows(self, index: NDArray[np.int64]) -> Features:
        """Return the texts at `index`."""
        return Features(self.words[index], self.characters[index])

    def block(self, name: str) -> sp.csr_matrix:
        """Return one block's matrix."""
        matrix: sp.csr_matrix = getattr(self, name)
        return matrix


@dataclass(frozen=True, slots=True)
class Fitted:
    """One block: `weights` and `idf` float64[2^20], and what is added to every score."""

    weights: Floats
    idf: Floats
    bias: float

    def scores(self, counts: sp.csr_matrix) -> Floats:
        """Return the score of each row of a block's counts."""
        scored: Floats = valued(counts, self.idf) @ self.weights + self.bias
        return scored


def features(texts: Sequence[str]) -> Features:
    """Count the n-grams of `readable` texts with the program's own code."""
    words, characters = [], []
    for start in range(0, len(texts), 1024):
        batch = texts[start : start + 1024]
        counted = ngrams.count(batch)
        words.append(_matrix(counted.words, len(batch)))
        characters.append(_matrix(counted.characters, len(batch)))
    return Features(sp.vstack(words).tocsr(), sp.vstack(characters).tocsr())


def fit_block(
    counts: sp.csr_matrix,
    labels: Floats,
    weights: Floats,
    fewest: int,
    *,
    strength: float = _STRENGTH,
    tight: bool,
) -> Fitted:
    """Fit one block on `labels` 0/1. `weights`: how much each text counts.

    `tight` goes on until the optimum is exact to about 1e-7: the objective is strictly convex,
    so the result does not hang on the path there, and rounding to int8 gives the same bytes.
    """
    idf = _idf(counts, fewest)
    kept = np.flatnonzero(idf)
    held = valued(counts, idf)[:, kept].tocsr()
    ratio = _ratio(held, labels, weights)
    model = LogisticRegression(
        C=strength, tol=_TIGHT if tight else _LOOSE, max_iter=_ITERATIONS, solver="lbfgs"
    )
    model.fit((held @ sp.diags(ratio)).tocsr(), labels, sample_weight=weights)
    full = np.zeros(ngrams.BUCKETS)
    full[kept] = model.coef_[0] * ratio
    return Fitted(full, idf, float(model.intercept_[0]))


def fit(
    counts: Features, labels: Floats, weights: Floats, *, tight: bool, strength: float = _STRENGTH
) -> dict[str, Fitted]:
    """Fit both blocks."""
    return {
        name: fit_block(
            counts.block(name), labels, weights, FEWEST_TEXTS[name], strength=strength, tight=tight
        )
        for name in BLOCKS
    }


def _matrix(counts: ngrams.Counts, texts: int) -> sp.csr_matrix:
    values = 1.0 + np.log(counts.times)
    ends = np.searchsorted(counts.texts, np.arange(texts + 1))
    return sp.csr_matrix(
        (values.astype(np.float32), counts.buckets.astype(np.int32), ends),
        shape=(texts, ngrams.BUCKETS),
    )


def _idf(counts: sp.csr_matrix, fewest: int) -> Floats:
    """Return ln((1 + N) / (1 + texts with it)) + 1 in sixteenths, 0 for what is too rare."""
    held = np.bincount(counts.indices, minlength=ngrams.BUCKETS)
    idf = np.log((1 + counts.shape[0]) / (1 + held)) + 1
    return np.where(held >= fewest, np.round(idf * IDF_STEPS) / IDF_STEPS, 0.0)


def valued(counts: sp.csr_matrix, idf: Floats) -> sp.csr_matrix:
    """Return counts times idf, every text's vector at length 1."""
    weighed = (counts @ sp.diags(idf)).tocsr()
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
    lengths[lengths == 0] = 1
    return (sp.diags(1 / lengths) @ weighed).tocsr()


def _ratio(held: sp.csr_matrix, labels: Floats, weights: Floats) -> Floats:
    """Return the log ratio of the two classes, each normalised by its own sum (plus 1)."""
    harsh = np.asarray(held.T @ (labels * weights)).ravel()
    other = np.asarray(held.T @ ((1 - labels) * weights)).ravel()
    ratio: Floats = np.log((harsh + 1) / (harsh.sum() + 1)) - np.log(
        (other + 1) / (other.sum() + 1)
    )
    return ratio
