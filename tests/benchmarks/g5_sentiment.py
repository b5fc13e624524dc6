"""G5: VADER mode against vaderSentiment 3.3.2 on the same made-up comments, all values equal."""

from __future__ import annotations

from creator_calm.triage.sentiment import polarity
from tests.benchmarks.goals import Goal, Options, Result, cpu, interleaved
from tests.benchmarks.peers import plain_vader
from tests.benchmarks.rows import SEED, texts

GOAL = Goal("G5", "times as fast as vaderSentiment, same values", "higher", target=4, limit=3)
_PER_ROUND = 4_000


def run(options: Options) -> Result:
    """Score fresh comments in every round, so that no round profits from the one before."""
    vader = plain_vader()
    polarity("warm")
    count = min(_PER_ROUND, options.rows)
    batches = [texts(count, SEED + number) for number in range(options.rounds)]
    theirs, ours = iter(batches), iter(batches)

    def peer() -> float:
        batch = next(theirs)
        return cpu(lambda: vader(batch)) / count

    def product() -> float:
        batch = next(ours)
        return cpu(lambda: [polarity(text) for text in batch]) / count

    result = interleaved(GOAL, options.rounds, peer, product, value=lambda slow, fast: slow / fast)
    # Afterwards, so that nothing measured was remembered from here.
    for batch in batches:
        for text, scores in zip(batch, vader(batch), strict=True):
            assert tuple(scores.values()) == polarity(text), "the values differ"
    return result
