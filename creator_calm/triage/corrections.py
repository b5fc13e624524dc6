"""The arithmetic behind learning from corrections: a small logistic regression, refitted whole.

Only the corrections are fitted (at most 500), on the features that stand in them, strongly held
back towards nothing. Undo is one row less and the same fit again, so it is exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from creator_calm.domain.own_rules import Lesson

RESTRAINT: Final = 0.25
"""L2 strength for a sum of losses: one text corrected once is moved by about 1.1."""
_STEPS: Final = 50
_POWER_STEPS: Final = 6
_AGAINST: Final = 0.1
"""A shift against a correction by less than this is none."""
_CONTRADICTED: Final = 0.1
_HALVINGS: Final = 6


def fit(lessons: Sequence[Lesson]) -> Mapping[int, float]:
    """Return the weight of each feature; a text's shift is their sum / sqrt(its features).

    Where more than a tenth of the corrections would be moved against what they said, all weights
    are halved until that is not so.
    """
    told = [lesson for lesson in lessons if lesson.features]
    if not told:
        return {}
    lengths = np.array([len(lesson.features) for lesson in told])
    rows = np.repeat(np.arange(len(told)), lengths)
    buckets, columns = np.unique(
        np.array([b for lesson in told for b in lesson.features], dtype=np.int64),
        return_inverse=True,
    )
    values = np.repeat(1.0 / np.sqrt(lengths), lengths)
    said = np.array([1.0 if lesson.harsh else -1.0 for lesson in told])
    matrix = _Matrix(rows, columns, values, len(told), len(buckets))
    weights = _minimise(matrix, said)
    weights = weights * _halved(said * matrix.of(weights))
    return dict(zip(buckets.tolist(), weights.tolist(), strict=True))


class _Matrix:
    """Corrections × features, by its non-zero places."""

    def __init__(
        self,
        rows: NDArray[np.int64],
        columns: NDArray[np.int64],
        values: NDArray[np.float64],
        height: int,
        width: int,
    ) -> None:
        self._rows, self._columns, self._values = rows, columns, values
        self._height, self.width = height, width

    def of(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return one value per correction."""
        parts = weights[self._columns] * self._values
        return np.bincount(self._rows, parts, self._height).astype(np.float64, copy=False)

    def back(self, per_row: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return one value per feature: the transposed product."""
        parts = per_row[self._rows] * self._values
        return np.bincount(self._columns, parts, self.width).astype(np.float64, copy=False)


def _minimise(matrix: _Matrix, said: NDArray[np.float64]) -> NDArray[np.float64]:
    """Minimise sum(log(1 + exp(-said * score))) + RESTRAINT / 2 * |w|^2, by accelerated steps."""
    probe = np.ones(matrix.width)
    for _ in range(_POWER_STEPS):
        probe = probe / np.linalg.norm(probe)
        probe = matrix.back(matrix.of(probe))
    steepest = 0.25 * 1.1 * float(np.linalg.norm(probe)) + RESTRAINT
    step = 1.0 / steepest
    root = np.sqrt(RESTRAINT * step)
    momentum = (1.0 - root) / (1.0 + root)
    weights = ahead = np.zeros(matrix.width)
    for _ in range(_STEPS):
        pull = said / (1.0 + np.exp(said * matrix.of(ahead)))
        new = ahead + step * (matrix.back(pull) - RESTRAINT * ahead)
        ahead = new + momentum * (new - weights)
        weights = new
    return weights


def _halved(agreement: NDArray[np.float64]) -> float:
    """Return 1, 1/2, 1/4 …: the first at which few enough corrections are moved against their word."""
    factor = 1.0
    for _ in range(_HALVINGS):
        if np.mean(agreement * factor < -_AGAINST) <= _CONTRADICTED:
            break
        factor /= 2
    return factor
