"""G8: an import end to end, both processes from their start to their end, against its floors.

The floors (floors_child.py): csv.reader over the same file, the same rows inserted as they lie in
the tables (same schema, key, pragmas, index of words), and the product's own verdict. What is left
is what the product adds: understanding the columns, making comments, the pipe, standing, tallies.
"""

from __future__ import annotations

import shutil
from statistics import median

from tests.benchmarks import made
from tests.benchmarks.goals import Goal, Options, Result, interleaved

GOAL = Goal("G8", "times the sum of its floors for an import", "lower", target=1.3, limit=1.6)


def run(options: Options) -> Result:
    """Measure both in turn."""
    source = made.source(options.rows)
    filled = made.library(options.rows, "whole")
    floors: list[dict[str, float]] = []

    def peer() -> float:
        floors.append(made.module("floors_child", str(source), str(filled)).report)
        return sum(floors[-1].values()) / options.rows

    def ours() -> float:
        home = made.folder() / "g8"
        child = made.bring_in(home, source, "whole")
        shutil.rmtree(home)
        assert child.report["new"] == options.rows
        return child.cpu_s / options.rows

    result = interleaved(GOAL, options.rounds, peer, ours, value=lambda low, high: high / low)
    for name in floors[0]:
        result.parts[f"floor_{name}_us"] = median(one[name] for one in floors) / options.rows * 1e6
    return result
