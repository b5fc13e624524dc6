"""Frames of the real list: python -m tests.benchmarks.scroll_child HOME SOURCE.

HOME holds a library, SOURCE a file that is brought in meanwhile. Prints JSON, wall milliseconds:
frames while nothing happens and while an import runs, and how long each step of the import held
the event loop.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from creator_calm import paths
from creator_calm.clock import SystemClock
from creator_calm.domain.inbox import InboxQuery
from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.ui.desk import Desk
from creator_calm.ui.models.inbox_model import InboxModel
from creator_calm.ui.theme import Look, Theme
from creator_calm.ui.widgets.comment_list import CommentList
from creator_calm.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS, JUMPS, PIXELS = 150, 60, 40
POLL_S = 0.03
"""As often as the page polls its import."""


def main(home: str, source: str) -> int:
    """Scroll, import and scroll, say what it took."""
    app = QApplication([])
    app.setStyle("Fusion")
    app.setFont(QFont("DejaVu Sans", 10))
    theme = Theme(Look())
    theme.apply(app)
    workspace = Workspace.open(paths.folders(Path(home)), SystemClock())
    model = InboxModel()
    view = CommentList(Desk(theme, SystemClock()), model)
    view.resize(760, 700)
    view.show()
    model.open(workspace.inbox, InboxQuery())
    app.processEvents()
    _frames(view, app.processEvents)
    idle = _frames(view, app.processEvents)
    job = workspace.importing.start(Source(path=source, name=Path(source).name), ReadOptions())
    steps: list[float] = []
    last = perf_counter()

    def meanwhile() -> None:
        nonlocal last
        app.processEvents()
        if perf_counter() - last >= POLL_S:
            before, began = job.progress.records, perf_counter()
            job.poll(0.0)
            last = perf_counter()
            if job.progress.records > before:
                steps.append((last - began) * 1000)

    while not steps:
        meanwhile()
    busy: list[float] = []
    while not job.done and len(busy) < 3 * len(idle):
        busy += _frames(view, meanwhile)
    job.cancel()
    workspace.close()
    sys.stdout.write(json.dumps({"idle": idle, "busy": busy, "steps": steps}) + "\n")
    return 0


def _frames(view: CommentList, between: Callable[[], object]) -> list[float]:
    """Return what 150 wheel steps and 60 jumps of the bar took, in milliseconds each."""
    bar, viewport = view.verticalScrollBar(), view.viewport()
    chance = random.Random(1)
    taken: list[float] = []
    for number in range(STEPS + JUMPS):
        between()
        began = perf_counter()
        if number < STEPS:
            view.scrollContentsBy(0, -PIXELS)
        else:
            bar.setValue(chance.randrange(bar.maximum() + 1))
        viewport.repaint()
        taken.append((perf_counter() - began) * 1000)
    return taken


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
