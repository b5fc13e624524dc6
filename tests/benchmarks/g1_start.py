"""G1: from process start to the first paint of the real main window, against a bare one.

`python -m creator_calm` itself, warm, on a library of the given size; it ends in the turn of the
event loop after the first paint of the stack of pages, as the bare window does after that of its
central widget. The same with an empty library says whether the size changes anything.
"""

from __future__ import annotations

import sys
from statistics import median

from tests.benchmarks import made
from tests.benchmarks.goals import Goal, Options, Result, interleaved
from tests.benchmarks.peers import bare_window

GOAL = Goal("G1", "times a bare window, to the first paint", "lower", target=1.5, limit=2.0)
_WARM = 3
_START = """
import os
from PySide6.QtCore import QTimer
from creator_calm.ui import page_stack
def painted(self, event):
    QTimer.singleShot(0, lambda: os._exit(0))
page_stack.PageStack.paintEvent = painted
from creator_calm.__main__ import main
main([])
"""


def run(options: Options) -> Result:
    """Measure bare, empty and full in turn."""
    full, empty = made.library(options.rows), made.library(0)
    empties: list[float] = []
    fulls: list[float] = []

    def ours() -> float:
        empties.append(started(empty))
        fulls.append(started(full))
        return fulls[-1]

    for _ in range(_WARM):
        bare_window()
        started(full)
    result = interleaved(
        GOAL, options.rounds, bare_window, ours, value=lambda bare, real: real / bare
    )
    pairs = zip(fulls, empties, strict=True)
    result.parts["full_to_empty"] = median(full / empty for full, empty in pairs)
    return result


def started(home: object) -> float:
    """Return the processor seconds of the program up to its first paint."""
    command = [sys.executable, "-c", _START]
    return made.measured(command, {"CREATOR_CALM_HOME": str(home)}).cpu_s
