"""One whole import in a process of its own: python -m tests.benchmarks.import_child HOME SOURCE MODE.

MODE is `whole` (the verdict of the product), `walk` or `vader` (see vader_mode.py; both through
the pipe), or `alone`: plain vaderSentiment in this one process, with the product's reader and the
product's inserts and no pipe. Prints JSON: comments brought in, peak memory of both processes.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from creator_calm import paths
from creator_calm.clock import SystemClock
from creator_calm.domain.intake import Progress, ReadOptions, Sighting, Skipped, Source
from creator_calm.workspace.import_act import ImportAct
from creator_calm.workspace.import_job import ImportJob, Origin
from creator_calm.workspace.worker_process import WorkerProcess
from creator_calm.workspace.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.intake import Found, Receipt
    from creator_calm.workspace.worker_process import ReadJob

FRAME = 500


def main(home: str, source: str, mode: str) -> int:
    """Bring the source in and say what that took."""
    workspace = Workspace.open(paths.folders(Path(home)), SystemClock())
    importing = workspace.importing
    given = Source(path=source, name=Path(source).name)
    worker_peak = 0
    if mode == "alone":
        reading = cast("ReadJob", ReadAlone(given))
        origin = Origin(given.name)
        job = ImportAct(
            workspace._session,
            [lambda: ImportJob(workspace._session, reading, origin, lambda: True)],
        )
    else:
        if mode != "whole":
            importing.worker = WorkerProcess(
                arguments=[sys.executable, "-m", "tests.benchmarks.vader_mode", mode]
            )
        job = importing.start(given, ReadOptions())
    while not job.done:
        job.poll(0.5)
    assert job.problem is None
    assert job.receipt is not None
    idle = importing.worker._idle
    if idle is not None:
        worker_peak = peak_kib(idle.pid)
    workspace.close()
    report = {"new": job.receipt.new, "app_kib": peak_kib("self"), "worker_kib": worker_peak}
    sys.stdout.write(json.dumps(report) + "\n")
    return 0


def peak_kib(process: int | str) -> int:
    """Return the largest resident size a process ever had; 0 where the system does not say."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    return int(status.split("VmHWM:")[1].split()[0])


@dataclass
class ReadAlone:
    """Stands in for a ReadJob: reads with the product's reader and scores with vaderSentiment, here."""

    source: Source
    progress: Progress = field(default_factory=lambda: Progress(0, 0, 0))
    ended: Receipt | None = None
    problem: None = None
    done: bool = False
    found: Found | None = None

    def __post_init__(self) -> None:
        self._frames = self._read()

    def poll(self, _timeout_s: float = 0.0) -> tuple[Sighting | Skipped, ...] | None:
        """Return the next frame."""
        frame = next(self._frames, None)
        self.done = frame is None
        return frame

    def cancel(self) -> None:
        """Nothing runs elsewhere."""

    def _read(self) -> Iterator[tuple[Sighting | Skipped, ...]]:
        from creator_calm.domain.assessment import TriageContext
        from creator_calm.importers.intake import Intake
        from tests.benchmarks.vader_mode import judge

        assess = judge("vader")
        with Intake(self.source, ReadOptions(), now=datetime.now(UTC)) as intake:
            self.found = intake.found
            items = iter(intake)
            while held := list(islice(items, FRAME)):
                comments = [item.comment for item in held if not isinstance(item, Skipped)]
                verdicts = assess(comments, TriageContext())
                yield tuple(
                    item if isinstance(item, Skipped) else item.judged(next(verdicts))
                    for item in held
                )
            self.ended = intake.ended()


if __name__ == "__main__":
    arguments: Any = sys.argv[1:4]
    sys.exit(main(*arguments))
