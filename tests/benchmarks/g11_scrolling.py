"""G11: a frame of the real list (95th percentile) while an import runs, against an idle one.

A frame is a wheel step or a jump of the bar with its repaint. Between frames the event loop runs
and the import is polled as its page does; how long one step of it holds the loop is a part, and
belongs to G18.
"""

from __future__ import annotations

import shutil
from statistics import median, quantiles

from tests.benchmarks import made
from tests.benchmarks.goals import Goal, Options, Result, judged, not_measurable
from tests.benchmarks.scroll_child import STEPS

GOAL = Goal("G11", "times an idle frame while importing (p95)", "lower", target=2, limit=3)
_BUSY_MACHINE_MS = 8.0
"""Of wheel steps, the 95th percentile: a jump fetches a page and takes longer on any machine."""


def run(options: Options) -> Result:
    """Measure idle and importing in one process, `rounds` times (at most five)."""
    library, source = made.library(options.rows), made.source(options.rows)
    ratios, idles, wheels, busies, steps = [], [], [], [], []
    for _ in range(min(options.rounds, 5)):
        home = made.folder() / "g11"
        shutil.copytree(library, home)
        report = made.module("scroll_child", str(home), str(source)).report
        shutil.rmtree(home)
        idles.append(_p95(report["idle"]))
        wheels.append(_p95(report["idle"][:STEPS]))
        busies.append(_p95(report["busy"]))
        ratios.append(busies[-1] / idles[-1])
        steps += report["steps"]
    if median(wheels) > _BUSY_MACHINE_MS:
        return not_measurable(GOAL, f"idle wheel steps take {median(wheels):.1f} ms: busy machine")
    parts = {
        "idle_p95_ms": median(idles), "idle_wheel_p95_ms": median(wheels), "busy_p95_ms": median(busies),
        "step_median_ms": median(steps), "step_p95_ms": _p95(steps),
    }  # fmt: skip
    value = median(ratios)
    return Result(GOAL, value, min(ratios), max(ratios), len(ratios), judged(GOAL, value), parts)


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]
