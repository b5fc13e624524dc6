"""The four heads: support for rules, on the same n-grams in fewer buckets (triage section 6.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from creator_calm.triage import ngrams
from creator_calm.triage.harshness import HEAD_BITS, HEADS, quantised
from harshness_model.fitting import BLOCKS, valued

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from harshness_model.fitting import Features, Fitted
    from harshness_model.rows import Row

_STRENGTH: Final = 1.0
_WRONGLY: Final = 0.001
"""The share of calm texts that may pass a head's cut."""
_OF_PURPOSE: Final = {
    "insult": ("abuse", "insult"),
    "threat": ("threat", "wish", "urging", "stalking", "intimidation"),
    "identity_attack": ("attack", "groups"),
    "obscene": (),
}
"""Beginnings and parts of the names of our own files whose rows are positives."""


def fit_heads(
    rows: Sequence[Row], counts: Features, fitted: Mapping[str, Fitted], calm: NDArray[np.bool_]
) -> dict[str, NDArray[Any]]:
    """Return the arrays of all heads. `calm`: rows by which the cuts are set."""
    fold = _folding()
    folded = {
        name: (valued(counts.block(name), fitted[name].idf) @ fold).tocsr() for name in BLOCKS
    }
    arrays: dict[str, NDArray[Any]] = {}
    for head in HEADS:
        labels = np.array([_label(row, head) for row in rows])
        known = np.flatnonzero(labels >= 0)
        total = np.zeros(len(rows))
        bias = 0.0
        for name in BLOCKS:
            model = LogisticRegression(C=_STRENGTH, tol=1e-6, max_iter=3_000)
            model.fit(folded[name][known], labels[known])
            weights, scale = quantised(model.coef_[0])
            arrays[f"{head}.{name}.weights"] = weights
            arrays[f"{head}.{name}.scale"] = np.array(float(f"{scale:.6g}"))
            total += folded[name] @ model.coef_[0]
            bias += float(model.intercept_[0])
        cut = float(np.quantile(total[calm] + bias, 1 - _WRONGLY))
        arrays[f"{head}.bias"] = np.array(round(bias, 6))
        arrays[f"{head}.cut"] = np.array(round(cut, 6))
    return arrays


def _label(row: Row, head: str) -> int:
    """Return 1, 0, or -1 for unknown."""
    if row.purpose:
        return int(bool(row.harsh) and any(part in row.purpose for part in _OF_PURPOSE[head]))
    if head in row.labels:
        return int(row.labels[head])
    return 0 if row.source == "goemotions" else -1


def _folding() -> sp.csr_matrix:
    columns = np.arange(ngrams.BUCKETS) & ((1 << HEAD_BITS) - 1)
    ones = np.ones(ngrams.BUCKETS, np.float32)
    return sp.csr_matrix(
        (ones, columns, np.arange(ngrams.BUCKETS + 1)), shape=(ngrams.BUCKETS, 1 << HEAD_BITS)
    )
