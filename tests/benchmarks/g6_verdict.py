"""G6: the whole verdict (language, normalising, all judges, points) against vaderSentiment 3.3.2.

Beside the ratio, how many comments a second: of mixed lengths, and of about 100 characters.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage.assess import assess
from tests.benchmarks.goals import Goal, Options, Result, cpu, interleaved
from tests.benchmarks.peers import plain_vader
from tests.benchmarks.rows import SEED, rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GOAL = Goal("G6", "times vaderSentiment for a whole verdict", "lower", target=1.0, limit=1.5)
_PER_ROUND = 4_000
_ABOUT_100 = range(85, 116)


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
        return _seconds(next(ours))

    result = interleaved(GOAL, options.rounds, peer, product, value=lambda low, high: high / low)
    hundred = list(islice(_of_100_characters(), count))
    per_comment = min(_seconds(part) for part in _parts(hundred, options.rounds))
    mixed, at_100 = 1e6 / result.parts["ours_us"], 1 / per_comment
    result.parts.update(mixed_per_s=mixed, at_100_characters_per_s=at_100)
    said = f"{at_100:,.0f} comments a second at 100 characters, {mixed:,.0f} of mixed lengths"
    return replace(result, notes=(said, *result.notes))


def _seconds(comments: Sequence[Comment]) -> float:
    """Return the processor seconds that one verdict takes."""
    return cpu(lambda: list(assess(comments, TriageContext()))) / len(comments)


def _parts(comments: Sequence[Comment], count: int) -> Iterator[Sequence[Comment]]:
    """Yield the comments in `count` parts: each is judged once, so nothing is remembered."""
    size = max(len(comments) // count, 1)
    return (comments[start : start + size] for start in range(0, size * count, size))


def _of_100_characters() -> Iterator[Comment]:
    seed = SEED + 1_000
    while True:
        seed += 1
        yield from (c for c in _comments(_PER_ROUND, seed) if len(c.text) in _ABOUT_100)


def _comments(count: int, seed: int) -> list[Comment]:
    return [
        Comment(CommentId(row.id), Author(row.author, row.account), row.text)
        for row in rows(count, seed)
    ]
