"""How much the two blocks and the lists' cues weigh beside each other.

Cross-fitted scores say how good the blocks are on texts like those they learned from; scores
of models that never saw a source say how good they are elsewhere, where the lists have to carry
more. The shipped weights lie between the two: creators' comments are like none of the sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from creator_calm.triage.harshness import CUES
from creator_calm.triage.lexicon import (
    GROUP,
    INSULT,
    PROFANITY,
    SLUR,
    WARM,
    YOU,
    load_lexicon,
)
from creator_calm.triage.reading import TOKEN
from harshness_model.fitting import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from harshness_model.fitting import Features, Fitted

    Floats = NDArray[np.float64]

FOLDS: Final = 5
_ELSEWHERE: Final = 0.3
"""How far the weights lean to what holds for sources that were never seen."""
_FAMILIES: Final = {
    "jigsaw-wikipedia": "wikipedia",
    "jigsaw-wikipedia-lowercased": "wikipedia",
    "jigsaw-wikipedia-multilabel": "wikipedia",
    "wikipedia-talk": "wikipedia",
    "edos-sexism": "reddit",
    "goemotions": "reddit",
}
_BITS: Final = (INSULT, PROFANITY, YOU, SLUR, GROUP, WARM, INSULT | YOU)
assert len(_BITS) == len(CUES)


def signals(normalised: Sequence[str]) -> NDArray[np.int64]:
    """Return the signal bits that the English lists see in each text."""
    look = load_lexicon("en").signals.get
    found = np.zeros(len(normalised), np.int64)
    for row, text in enumerate(normalised):
        bits = 0
        for token in TOKEN.findall(text):
            bits |= look(token, 0)
        found[row] = bits & 0xFFFF
    return found


def cues(bits: NDArray[np.int64]) -> Floats:
    """Return texts x cues, 0 or 1, in the order of `CUES`."""
    return np.stack([(bits & wanted) == wanted for wanted in _BITS], axis=1).astype(float)


def scores(fitted: dict[str, Fitted], counts: Features) -> Floats:
    """Return texts x blocks."""
    return np.stack([block.scores(counts.block(name)) for name, block in fitted.items()], axis=1)


def cross_fitted(counts: Features, labels: Floats, weights: Floats) -> Floats:
    """Return texts x blocks, each text scored by a model of the other folds."""
    fold = np.arange(len(labels)) % FOLDS
    return _left_out(counts, labels, weights, fold)


def elsewhere(
    counts: Features, labels: Floats, weights: Floats, sources: Sequence[str]
) -> tuple[Floats, NDArray[np.int64]]:
    """Return texts x blocks, each scored by a model without its family of sources; the families."""
    names = [_FAMILIES.get(source, source) for source in sources]
    numbered = {name: number for number, name in enumerate(sorted(set(names)))}
    family = np.array([numbered[name] for name in names])
    return _left_out(counts, labels, weights, family), family


def _left_out(counts: Features, labels: Floats, weights: Floats, part: NDArray[np.int64]) -> Floats:
    found = np.zeros((len(labels), 2))
    for number in np.unique(part):
        kept, left = np.flatnonzero(part != number), np.flatnonzero(part == number)
        fitted = fit(counts.rows(kept), labels[kept], weights[kept], tight=False)
        found[left] = scores(fitted, counts.rows(left))
    return found


def stacked(
    at_home: Floats,
    away: Floats,
    family: NDArray[np.int64],
    seen: Floats,
    labels: Floats,
    weights: Floats,
) -> Floats:
    """Return the weights of (words, characters, *cues) on the log-odds scale, and the bias last."""
    found = []
    for scored, families in ((at_home, None), (away, family)):
        columns = np.concatenate((scored, seen), axis=1)
        level = columns.std(axis=0) + 1e-9
        parts = [columns / level]
        if families is not None:
            # Each source has its own share of harsh texts; that is no property of the wording.
            parts.append(np.eye(int(families.max()) + 1)[families])
        model = LogisticRegression(C=1.0, max_iter=2_000, tol=1e-8)
        model.fit(np.concatenate(parts, axis=1), labels, sample_weight=weights)
        found.append(np.append(model.coef_[0][: columns.shape[1]] / level, model.intercept_[0]))
    home, foreign = found
    foreign[-1] = home[-1]
    mixed: Floats = np.round(home * (1 - _ELSEWHERE) + foreign * _ELSEWHERE, 9)
    return mixed
