"""G16: how large a library is for the text it holds (UTF-8), closed, index of words included."""

from __future__ import annotations

from tests.benchmarks import made
from tests.benchmarks.goals import Goal, Options, Result, single
from tests.benchmarks.rows import rows

GOAL = Goal("G16", "times the size of the text", "lower", target=3.0, limit=3.5)


def run(options: Options) -> Result:
    """Weigh the files of a library that was just filled with whole verdicts."""
    home = made.library(options.rows, "whole")
    size = sum(path.stat().st_size for path in (home / "data").rglob("*") if path.is_file())
    text = sum(len(row.text.encode()) for row in rows(options.rows))
    return single(GOAL, size / text, {"library_mb": size / 1e6, "text_mb": text / 1e6})
