"""G10: the most memory that app and worker together ever hold, importing ten times the rows.

`--rows` is the larger number: `--only G10 --rows 1M` is the goal's own measure, 1M against 100k.
"""

from __future__ import annotations

import shutil

from tests.benchmarks import made
from tests.benchmarks.goals import Goal, Options, Result, single

GOAL = Goal("G10", "times the peak memory for ten times the rows", "lower", 1.15, 1.3)


def run(options: Options) -> Result:
    """Import both once; a peak is a peak."""
    few, many = _peak(options.rows // 10), _peak(options.rows)
    parts = {
        "few_mb": sum(few) / 1024, "many_mb": sum(many) / 1024,
        "app_mb": many[0] / 1024, "worker_mb": many[1] / 1024,
    }  # fmt: skip
    return single(GOAL, sum(many) / sum(few), parts)


def _peak(count: int) -> tuple[int, int]:
    home = made.folder() / "g10"
    report = made.bring_in(home, made.source(count), "whole").report
    shutil.rmtree(home)
    return report["app_kib"], report["worker_kib"]
