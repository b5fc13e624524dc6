"""VADER mode: triage's sentiment walk, or vaderSentiment itself, in the place of the verdict.

Not a mode of the product: it makes an import comparable with a program that scores comments with
vaderSentiment and stores them. A comment's verdict is then its kind by the compound score (kind
from 0.05 up, vague dislike from -0.05 down) and nothing else; reading, the pipe between the two
processes, standing, tallies and all tables and indexes are those of every import.

`python -m tests.benchmarks.vader_mode walk|vader` is a worker of the product with that judge.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Kind,
    Lane,
    Severity,
)
from creator_calm.triage import assess as triage
from creator_calm.triage.sentiment import polarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from creator_calm.domain.comment import Comment


def judge(mode: str) -> Callable[..., Iterator[Assessment]]:
    """Return what stands in for `assess`: "walk" is ours, "vader" is vaderSentiment."""
    compound = _walk if mode == "walk" else _vader()

    def assess(comments: Iterable[Comment], *_: object) -> Iterator[Assessment]:
        for comment in comments:
            yield _verdict(compound(comment.text))

    return assess


def _walk(text: str) -> float:
    return polarity(text).compound


def _vader() -> Callable[[str], float]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    scores = SentimentIntensityAnalyzer().polarity_scores
    return lambda text: float(scores(text)["compound"])


def _verdict(compound: float) -> Assessment:
    kind = Kind.UNCLEAR
    if abs(compound) >= 0.05:
        kind = Kind.PRAISE if compound > 0 else Kind.VAGUE_NEGATIVE
    return Assessment(
        kind=kind,
        facets=frozenset(),
        lane=Lane.KIND if kind is Kind.PRAISE else Lane.CAN_WAIT,
        severity=Severity.FINE,
        harshness=0,
        confidence=Confidence.MEDIUM,
        language="en",
        evidence=(),
        put_away=False,
        judged_by="vader mode",
    )


def main() -> int:
    """Serve as the worker, with the stand-in where the verdict is looked up."""
    from creator_calm import worker

    triage.assess = judge(sys.argv[1])
    return worker.main()


if __name__ == "__main__":
    sys.exit(main())
