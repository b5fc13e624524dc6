"""G18: looking back over three years with a note and reading on every day."""

from __future__ import annotations

import os
import random
import tempfile
from datetime import timedelta
from pathlib import Path
from statistics import median

from creator_calm.domain.moods import Mood
from creator_calm.paths import Folders
from creator_calm.workspace import Workspace
from tests.benchmarks.goals import Goal, Options, Result, cpu, judged
from tests.clock import StoppedClock

GOAL = Goal(
    "G18", "asking for and drawing three years of daily notes and reading", "lower",
    target=50.0, limit=100.0, unit="ms",
)  # fmt: skip
DAYS = 1_096
_SEED = 18


def run(options: Options) -> Result:
    """Ask a real library for three years and paint both pictures at 1,400 by 190 pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["benchmark"])
    with tempfile.TemporaryDirectory() as place:
        parts = _measure(Path(place), max(options.rounds, 3))
    del app
    asked, drawn = parts["asked"], parts["drawn"]
    whole = [(one + other) * 1_000 for one, other in zip(asked, drawn, strict=True)]
    value = median(whole)
    said = {"asking, ms": median(asked) * 1_000, "drawing, ms": median(drawn) * 1_000}
    return Result(GOAL, value, min(whole), max(whole), len(whole), judged(GOAL, value), said)


def _measure(base: Path, rounds: int) -> dict[str, list[float]]:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.theme import Theme
    from creator_calm.ui.widgets.days_chart import DaysChart

    clock = StoppedClock()
    library = _filled(base, clock)
    desk = Desk(Theme(base_px=13), clock)
    charts = [DaysChart(desk, kind) for kind in ("moods", "reading")]
    last = library.care.moods.today()
    first = last - timedelta(days=DAYS - 1)
    image = QImage(1_400, 190, QImage.Format.Format_ARGB32_Premultiplied)

    def draw() -> None:
        for chart in charts:
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chart.paint(painter, QRectF(0, 0, 1_400, 190))
            painter.end()

    asked, drawn = [], []
    for _ in range(rounds):
        asked.append(cpu(lambda: library.care.moods.looking_back(first, last)))
        found = library.care.moods.looking_back(first, last)
        for chart in charts:
            chart.show_days(found, "", "")
        drawn.append(cpu(draw))
    library.close()
    return {"asked": asked, "drawn": drawn}


def _filled(base: Path, clock: StoppedClock) -> Workspace:
    folders = Folders(*(base / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config):
        folder.mkdir(parents=True)
    library = Workspace.open(folders, clock)
    chance = random.Random(_SEED)
    tables = library._library
    with tables.writing():
        for ago in range(DAYS):
            at = clock.utc() - timedelta(days=ago)
            tables.moods.add(Mood(0, at, chance.randrange(101), chance.randrange(101)))
            tables.days.put_seconds(at.date(), chance.randrange(60, 5_000))
    return library
