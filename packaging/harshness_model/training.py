"""From rows to the weights' file, in one pass (the order of triage section 6.3).

Fits on rows marked `ship` and on our own rows only, and refuses anything else.
"""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from sklearn.linear_model import LogisticRegression

from creator_calm.domain.assessment import Level, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.language.normalise import MAX_CHARACTERS, NORMALISER_VERSION
from creator_calm.triage import ngrams
from creator_calm.triage.assess import assess_with
from creator_calm.triage.case import Case
from creator_calm.triage.gate import signals_of
from creator_calm.triage.harshness import FORMAT, content_digest, quantised
from creator_calm.triage.ngrams import readable
from creator_calm.triage.sentiment import polarity
from harshness_model.cuts import BUDGETS, Judged, choose, put_away
from harshness_model.fitting import IDF_STEPS, features, fit
from harshness_model.heads import fit_heads
from harshness_model.rows import OWN, data_rows, for_shipping, own_rows
from harshness_model.stacking import cross_fitted, cues, elsewhere, scores, signals, stacked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from harshness_model.fitting import Fitted
    from harshness_model.rows import Row

    Floats = NDArray[np.float64]

WEIGHTS: Final = {
    "jigsaw-wikipedia": 2.0,
    "jigsaw-wikipedia-lowercased": 2.0,
    "jigsaw-wikipedia-multilabel": 2.5,
    "goemotions": 0.5,
    "stormfront-sentences": 0.5,
    "hatemoji-build": 0.5,
    "edos-sexism": 0.5,
}
SEXES: Final = 3.0
"""Half of the public rows that name women are attacks; these say that the word is none."""
CIVIL_CALM: Final = 0.2
"""Its harmless rows come from comments that were picked for being harsh, so they teach little."""
TOO_LONG: Final = 0.75
LONG: Final = 200.0
"""What a text loses beyond LONG characters: TOO_LONG times the logarithm of how many times longer
it is. Chosen on dev: at equal shares of kind and constructive texts it puts away a tenth more."""
_CUT_SAMPLES: Final = ("jigsaw-wikipedia", "impermium-insults", "c3-constructive", "edos-sexism")
"""Harsh rows of these sources say which cuts are worth most; nothing is fitted on them here."""


def train(data: Path, out: Path) -> None:
    """Fit everything, write `out`, and beside it the numbers for the model card as JSON."""
    train, dev = data_rows(data / "train.jsonl.gz"), data_rows(data / "dev.jsonl.gz")
    rows = for_shipping([row for row in train if row.ship] + own_rows())
    rows = [row for row in rows if row.read]
    _count(rows)
    counts = features([row.read for row in rows])
    labels = np.array([float(row.harsh) for row in rows])
    weights = np.array([weight_of(row) for row in rows])
    normalised = [row.normalised for row in rows]
    at_home = cross_fitted(counts, labels, weights)
    away, family = elsewhere(counts, labels, weights, [row.source for row in rows])
    mixed = stacked(at_home, away, family, cues(signals(normalised)), labels, weights)
    print("words, characters, cues, bias:", mixed.tolist())
    fitted = fit(counts, labels, weights, tight=True)
    arrays = _arrays(fitted, mixed)
    arrays["rows_sha256"] = np.array(
        sha256("\n".join(sorted(row.read for row in rows)).encode()).hexdigest()
    )
    seen = {id(row): at_home[number] for number, row in enumerate(rows)}
    margins = Margins(fitted, mixed, seen)
    arrays["calibration"] = _calibration([row for row in dev if row.ship], margins)
    calm = np.array([row.kind or (row.source == OWN and not row.harsh) for row in rows])
    arrays |= fit_heads(rows, counts, fitted, calm)
    arrays["cuts"], numbers = _cuts(rows + [r for r in train if not r.ship] + dev, margins)
    with out.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **dict(sorted(arrays.items())))
    numbers["digest"] = content_digest(arrays)
    numbers["bytes"] = out.stat().st_size
    out.with_suffix(".json").write_text(json.dumps(numbers, indent=1, sort_keys=True) + "\n")
    print(json.dumps(numbers, indent=1, sort_keys=True))


def weight_of(row: Row) -> float:
    """Return how much one row counts."""
    if row.source == "civil-comments-spans" and not row.harsh:
        return CIVIL_CALM
    if row.purpose == "sexes":
        return SEXES
    return WEIGHTS.get(row.source, 1.0)


class Margins:
    """The margin (wording and cues together) of any row, never by a model that was fitted on it."""

    def __init__(self, fitted: dict[str, Fitted], mixed: Floats, seen: dict[int, Floats]) -> None:
        self._fitted, self._mixed, self._seen = fitted, mixed, seen

    def __call__(self, rows: Sequence[Row]) -> tuple[Floats, NDArray[np.int64]]:
        """Return margins and signal bits."""
        bits = signals([row.normalised for row in rows])
        return self._margins(self._blocks(rows), bits, [row.read for row in rows]), bits

    def of_rest(self, rows: Sequence[Row], left: Sequence[str], bits: NDArray[np.int64]) -> Floats:
        """Return the margins of what is `left` of each row, as normalised texts."""
        read = [readable(text) for text in left]
        whole = scores(self._fitted, features([row.read for row in rows]))
        # What leaving words out takes away is taken from the score of a model that knew neither.
        blocks = self._blocks(rows) + scores(self._fitted, features(read)) - whole
        return self._margins(blocks, bits, read)

    def _blocks(self, rows: Sequence[Row]) -> Floats:
        blocks = scores(self._fitted, features([row.read for row in rows]))
        for number, row in enumerate(rows):
            if id(row) in self._seen:
                blocks[number] = self._seen[id(row)]
        return blocks

    def _margins(self, blocks: Floats, bits: NDArray[np.int64], read: Sequence[str]) -> Floats:
        columns = np.concatenate((blocks, cues(bits)), axis=1)
        doubt = TOO_LONG * np.log(np.array([max(len(text), LONG) for text in read]) / LONG)
        margins: Floats = columns @ self._mixed[:-1] + self._mixed[-1] - doubt
        return margins


def _arrays(fitted: dict[str, Fitted], mixed: Floats) -> dict[str, NDArray[Any]]:
    """Fold the mix into the blocks' weights and make integers of them."""
    arrays: dict[str, NDArray[Any]] = {
        "versions": np.array([FORMAT, ngrams.HASH_VERSION, NORMALISER_VERSION]),
        "cues": mixed[2:-1],
        "length": np.array([TOO_LONG, LONG]),
    }
    bias = float(mixed[-1])
    for factor, (name, block) in zip(mixed[:2], fitted.items(), strict=True):
        weights, scale = quantised(block.weights * factor)
        arrays[f"{name}.weights"] = weights
        arrays[f"{name}.scale"] = np.array(float(f"{scale:.6g}"))
        arrays[f"{name}.idf"] = np.round(block.idf * IDF_STEPS).clip(0, 255).astype(np.uint8)
        bias += block.bias * float(factor)
    arrays["bias"] = np.array(round(bias, 6))
    return arrays


def _calibration(rows: list[Row], margins: Margins) -> Floats:
    """Return what (margin, compound, negative, put away by rules, 1) weigh in the log odds."""
    found, _ = margins(rows)
    tones = [polarity(row.text[:MAX_CHARACTERS]) for row in rows]
    columns = np.stack(
        (found, [t.compound for t in tones], [t.neg for t in tones], _by_rules(rows)), axis=1
    )
    model = LogisticRegression(C=100.0, tol=1e-8, max_iter=2_000)
    model.fit(columns, [row.harsh for row in rows])
    return np.round(np.append(model.coef_[0], model.intercept_[0]), 6)


def _cuts(rows: list[Row], margins: Margins) -> tuple[Floats, dict[str, Any]]:
    """Return levels x (both, one, plain), and the shares that they give."""
    kind = _judged([row for row in rows if row.kind], margins)
    constructive = _judged([row for row in rows if row.constructive], margins)
    harsh = {
        source: _judged([row for row in rows if row.harsh and row.source == source], margins)
        for source in _CUT_SAMPLES
    }
    numbers: dict[str, Any] = {"rules alone": {}}
    chosen = []
    for level in Level:
        cuts = choose(kind, constructive, list(harsh.values()), BUDGETS[level])
        chosen.append([round(cut, 6) for cut in cuts])
        samples = {"kind": kind, "constructive": constructive, **harsh}
        numbers[level.value] = {
            name: round(float(put_away(sample, cuts).mean()), 4) for name, sample in samples.items()
        }
        numbers[level.value]["cuts"] = chosen[-1]
        numbers["rules alone"] = {
            name: round(float(sample.by_rules.mean()), 4) for name, sample in samples.items()
        }
    return np.array(chosen), numbers


def _judged(rows: list[Row], margins: Margins) -> Judged:
    """Return what the gate sees of each row: guards and swearing at nobody left out."""
    left = [_left(row) for row in rows]
    bits = np.array([signals_of(text) for text in left], np.int64)
    return Judged(margins.of_rest(rows, left, bits), bits, _by_rules(rows))


def _left(row: Row) -> str:
    case = Case(row.text, TriageContext(), trusted=False)
    case.read()
    return case.left if case.left is not None else row.normalised


def _by_rules(rows: list[Row]) -> NDArray[np.bool_]:
    comments = [Comment(CommentId(str(i)), Author("", ""), r.text) for i, r in enumerate(rows)]
    return np.array(
        [found.put_away for found in assess_with(None, comments, TriageContext())], dtype=bool
    )


def _count(rows: list[Row]) -> None:
    for (source, licence), number in sorted(
        Counter((row.source, row.licence) for row in rows).items()
    ):
        harsh = sum(row.harsh for row in rows if row.source == source)
        print(f"{number:7} rows, {harsh:6} harsh  {source}  {licence}")
