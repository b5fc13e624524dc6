"""How well harsh comments are told from the rest: python -m tests.benchmarks.harshness DATA_DIR.

DATA_DIR holds `dev.jsonl.gz` (see packaging/harshness_model/README.md); nothing of it is printed
but counts. Beside our judge stand vaderSentiment and, where it is installed, alt-profanity-check,
both measured in the same run. No part of it is a test: shares of samples are no pass or fail.
"""

from __future__ import annotations

import gzip
import json
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage.assess import assess
from tests.benchmarks.rows import SEED, rows
from tests.triage.test_obfuscation import DISGUISES, cases, disguised

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

LINES: Final = Path(__file__).parents[1] / "triage" / "lines"
_GRIEF: Final = frozenset({"grief", "sadness", "remorse"})
_SPEED_ROWS: Final = 4_000
_KIND_AWAY: Final = 0.01
"""Judges without a setting of their own are cut where they put away this share of kind comments."""


class Judge(NamedTuple):
    """Somebody who scores texts: higher is harsher."""

    name: str
    score: Callable[[Sequence[str]], Scores]


def main(data: Path) -> None:
    """Print everything."""
    sample = _load(data / "dev.jsonl.gz")
    texts = [str(row["text"]) for row in sample]
    ours, away = _ours(texts)
    scored: dict[str, Scores] = {"ours": ours, "vaderSentiment": _vader(texts)}
    _note("ours, default setting; the others cut where they put away 1 % of kind comments")
    profanity = _alt_profanity()
    if profanity is None:
        _note("alt-profanity-check is not installed (packaging/harshness_model/requirements.lock)")
    else:
        scored["alt-profanity-check"] = profanity(texts)
    _areas(sample, scored)
    _put_away(sample, scored, away)
    _lines()
    _disguises()
    _speed(profanity)


def _load(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _comments(texts: Iterable[str]) -> list[Comment]:
    return [Comment(CommentId(str(i)), Author("", ""), text) for i, text in enumerate(texts)]


def _ours(texts: Sequence[str]) -> tuple[Scores, NDArray[np.bool_]]:
    found = list(assess(_comments(texts), TriageContext()))
    return np.array([f.harshness for f in found]), np.array([f.put_away for f in found])


def _vader(texts: Sequence[str]) -> Scores:
    analyser = SentimentIntensityAnalyzer()
    return np.array([-analyser.polarity_scores(text)["compound"] for text in texts])


def _alt_profanity() -> Callable[[Sequence[str]], Scores] | None:
    try:
        from profanity_check import predict_prob  # type: ignore[import-not-found]
    except ImportError:
        return None
    return lambda texts: np.asarray(predict_prob(list(texts)), dtype=float)


def _areas(sample: Sequence[dict[str, Any]], scored: dict[str, Scores]) -> None:
    _note(f"\n{'area under the curve, average precision':42}" + "".join(f"{n:>22}" for n in scored))
    sources = sorted({row["source"] for row in sample})
    groups = [("all", np.ones(len(sample), bool))]
    groups.append(("rows that may ship", np.array([row["ship"] for row in sample])))
    groups += [(name, np.array([row["source"] == name for row in sample])) for name in sources]
    labels = np.array([bool(row["harsh"]) for row in sample])
    for name, chosen in groups:
        if 0 < labels[chosen].sum() < chosen.sum():
            pairs = [
                f"{area(s[chosen], labels[chosen]):10.3f} {precision(s[chosen], labels[chosen]):6.3f}"
                for s in scored.values()
            ]
            _note(f"{name:42}" + "".join(f"{pair:>22}" for pair in pairs))


def area(scores: Scores, labels: NDArray[np.bool_]) -> float:
    """Return the area under the ROC curve; ties count half."""
    values, ranks, counts = np.unique(scores, return_inverse=True, return_counts=True)
    del values
    ends = np.cumsum(counts)
    mean_rank = (ends - counts + 1 + ends) / 2
    positives = int(labels.sum())
    total = mean_rank[ranks][labels].sum() - positives * (positives + 1) / 2
    return float(total / (positives * (len(labels) - positives)))


def precision(scores: Scores, labels: NDArray[np.bool_]) -> float:
    """Return the average precision."""
    order = np.argsort(-scores, kind="stable")
    hits = labels[order]
    at = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float(at[hits].mean())


def _put_away(
    sample: Sequence[dict[str, Any]], scored: dict[str, Scores], away: NDArray[np.bool_]
) -> None:
    labels = [row.get("labels") or {} for row in sample]
    kind = np.array([bool(label.get("kind")) for label in labels])
    decided = {"ours": away}
    for name, scores in scored.items():
        if name != "ours":
            decided[name] = scores > np.quantile(scores[kind], 1 - _KIND_AWAY)
    harsh = np.array([bool(row["harsh"]) for row in sample])
    constructive = np.array([label.get("constructive") == 1 for label in labels]) & ~harsh
    grief = np.array(
        [bool(_GRIEF & set(str(label.get("emotions", "")).split(","))) for label in labels]
    )
    disapproval = np.array([bool(label.get("disapproval")) for label in labels])
    groups = {
        "wrongly: kind": kind,
        "wrongly: calm constructive": constructive,
        "wrongly: grieving or sad": grief & ~harsh,
        "wrongly: disapproving": disapproval & ~harsh,
        "rightly: harsh, all": harsh,
    }
    for source in sorted({row["source"] for row in sample}):
        chosen = harsh & np.array([row["source"] == source for row in sample])
        if chosen.sum() >= 20:
            groups[f"rightly: harsh, {source}"] = chosen
    _note(f"\n{'put away (%)':42}" + "".join(f"{name:>22}" for name in decided))
    for name, chosen in groups.items():
        if not chosen.any():
            continue
        shares = "".join(f"{100 * verdicts[chosen].mean():22.2f}" for verdicts in decided.values())
        _note(f"{name:34}{chosen.sum():7} {shares}")


def _lines() -> None:
    """Print the shares of our own labelled lines that come out right, group by group."""
    _note("\nour own labelled lines, judged rightly (%)")
    for group in tomllib.loads((LINES / "shares.toml").read_text(encoding="utf-8"))["group"]:
        found = [f.put_away for f in assess(_comments(group["lines"]), TriageContext())]
        share = np.mean([one == group["away"] for one in found])
        _note(f"{group['language']} {group['name']:50}{len(found):5}{100 * share:8.1f}")


def _disguises() -> None:
    """Print which share of what is put away when written plainly is so when disguised."""
    plain = cases()
    _note(f"\nkept under disguise, of {len(plain)} lines put away when written plainly (%)")
    for name in DISGUISES:
        changed = [disguised(line, code, name) for code, line in plain]
        found = [f.put_away for f in assess(_comments(changed), TriageContext())]
        _note(f"{name:42}{100 * np.mean(found):8.1f}")


def _speed(profanity: Callable[[Sequence[str]], Scores] | None) -> None:
    """Print comments a second of processor time at about 100 characters, the best of three."""
    texts = [row.text for row in rows(_SPEED_ROWS * 4, SEED)]
    texts = [text[:110] for text in texts if len(text) >= 90][:_SPEED_ROWS]
    comments = _comments(texts)
    runs: dict[str, Callable[[], object]] = {
        "ours, the whole verdict": lambda: list(assess(comments, TriageContext())),
        "vaderSentiment": lambda: _vader(texts),
    }
    if profanity is not None:
        runs["alt-profanity-check"] = lambda: profanity(texts)
    _note(f"\ncomments a second, {len(texts)} of about 100 characters, one thread")
    best: dict[str, float] = defaultdict(lambda: float("inf"))
    for _ in range(3):
        for name, run in runs.items():
            start = process_time()
            run()
            best[name] = min(best[name], process_time() - start)
    for name, seconds in best.items():
        _note(f"{name:42}{len(texts) / seconds:10.0f}")


def _note(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
