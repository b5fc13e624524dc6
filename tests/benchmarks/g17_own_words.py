"""G17: 5,000 own phrases cost little beside judging, and no more per phrase than a few do."""

from __future__ import annotations

import random
from statistics import median
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Assessment, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.domain.own_rules import OwnRules, Phrase
from creator_calm.triage.assess import assess
from creator_calm.triage.laid_over import Overlay
from tests.benchmarks.goals import Goal, Options, Result, cpu, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

GOAL = Goal(
    "G17", "cost of 5,000 own phrases beside the verdicts of the same comments", "lower",
    target=1.0, limit=2.0,
)  # fmt: skip
PHRASES = 5_000
FEW = 50
COMMENTS = 10_000
_WORDS = 30_000
_SEED = 17


def run(options: Options) -> Result:
    """Lay 5,000 and 50 phrases over verdicts of made-up comments, interleaved with judging them."""
    chance = random.Random(_SEED)
    words = [f"w{chance.randrange(_WORDS)}" for _ in range(_WORDS)]
    texts = [" ".join(chance.choices(words, k=18)) for _ in range(COMMENTS)]
    comments = [
        Comment(CommentId(str(n)), Author("somebody"), text) for n, text in enumerate(texts)
    ]
    phrases = tuple(Phrase(n, " ".join(chance.choices(words, k=1 + n % 3))) for n in range(PHRASES))
    verdicts = list(assess(comments, TriageContext()))
    rounds = max(options.rounds // 3, 3)
    ratios, growth, seconds = [], [], []
    for _ in range(rounds):
        plain = cpu(lambda: list(assess(comments, TriageContext())))
        many = cpu(lambda: _lay(phrases, comments, verdicts))
        few = cpu(lambda: _lay(phrases[:FEW], comments, verdicts))
        ratios.append(many / plain)
        growth.append(many / few)
        seconds.append(many)
    value = median(ratios)
    parts = {"5,000 beside 50": median(growth), "seconds with building": median(seconds)}
    return Result(GOAL, value, min(ratios), max(ratios), rounds, judged(GOAL, value), parts)


def _lay(phrases: Sequence[Phrase], comments: list[Comment], verdicts: list[Assessment]) -> object:
    overlay = Overlay(OwnRules(tuple(phrases)))
    return overlay.lay(comments, verdicts, TriageContext())
