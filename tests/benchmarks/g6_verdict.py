"""G6: the whole verdict (language, normalising, all judges, points) against vaderSentiment 3.3.2."""

from __future__ import annotations

from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage.assess import assess
from tests.benchmarks.goals import Goal, Options, Result, cpu, interleaved
from tests.benchmarks.peers import plain_vader
from tests.benchmarks.rows import SEED, rows

GOAL = Goal("G6", "times vaderSentiment for a whole verdict", "lower", target=1.0, limit=1.5)
_PER_ROUND = 4_000


def run(options: Options) -> Result:
    """Judge fresh comments in every round, so that no round profits from the one before."""
    vader = plain_vader()
    count = min(_PER_ROUND, options.rows)
    batches = [_comments(count, SEED + number) for number in range(options.rounds + 1)]
    list(assess(batches.pop(), TriageContext()))
    theirs, ours = iter(batches), iter(batches)

    def peer() -> float:
        texts = [comment.text for comment in next(theirs)]
        return cpu(lambda: vader(texts)) / count

    def product() -> float:
        batch = next(ours)
        return cpu(lambda: list(assess(batch, TriageContext()))) / count

    return interleaved(GOAL, options.rounds, peer, product, value=lambda low, high: high / low)


def _comments(count: int, seed: int) -> list[Comment]:
    return [
        Comment(CommentId(row.id), Author(row.author, row.account), row.text)
        for row in rows(count, seed)
    ]
