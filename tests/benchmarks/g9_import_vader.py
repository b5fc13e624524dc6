"""G9: a program that scores with vaderSentiment and stores, against our import in VADER mode.

Peer: plain vaderSentiment 3.3.2 in one process without a pipe, with the product's reader and the
product's own inserts (standing, tallies, key, index of words). Ours: the product's two processes
with the pipe between them, with triage's sentiment walk in the place of the verdict (see
vader_mode.py), whose four values are vaderSentiment's own (G5). Both are whole processes, from
their start to their end, so that what the peer saves by having no pipe counts for it.
"""

from __future__ import annotations

import shutil

from tests.benchmarks import made
from tests.benchmarks.goals import Goal, Options, Result, interleaved

GOAL = Goal("G9", "times as fast as plain vaderSentiment with the same inserts", "higher", 2.4, 2.0)


def run(options: Options) -> Result:
    """Measure both in turn."""
    source = made.source(options.rows)

    def once(mode: str) -> float:
        home = made.folder() / "g9"
        child = made.bring_in(home, source, mode)
        shutil.rmtree(home)
        assert child.report["new"] == options.rows
        return child.cpu_s / options.rows

    return interleaved(
        GOAL,
        options.rounds,
        lambda: once("alone"),
        lambda: once("walk"),
        value=lambda slow, fast: slow / fast,
    )
