"""What is done in idle moments: clearing away, judging anew, folding the journal in, ending the worker.

No timer runs when there is nothing left to do: a window that is not used wakes nobody up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from creator_calm import log
from creator_calm.domain.change import Area
from creator_calm.domain.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.rejudging import RejudgeJob
    from creator_calm.workspace.workspace import Workspace

STEP_MS = 50
REST_MS = 30_000
WORKER_MS = 60_000


class Housekeeping(QObject):
    """Begins with `start`, after the first page is painted, and is stopped with `stop`."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._judging: RejudgeJob | None = None
        self._tidied = False
        self._judged = False
        self._steps = self._timer(STEP_MS, self.step, once=False)
        self._rest = self._timer(REST_MS, workspace.checkpoint, once=True)
        self._worker = self._timer(WORKER_MS, self._end_worker, once=False)
        desk.changed.connect(self._changed)

    def start(self) -> None:
        """Look whether there is something to do."""
        self._look_again()
        self._rest.start()

    def stop(self) -> None:
        """Stop where it is; every step is complete in itself."""
        for timer in (self._steps, self._rest, self._worker):
            timer.stop()
        if self._judging is not None:
            self._judging.cancel()
            self._judging = None

    def step(self) -> None:
        """Do one small piece of what is waiting."""
        try:
            busy = self._judge() or self._tidy() or not self._workspace.replying.get_ready()
        except Problem as problem:
            log.event("housekeeping.stopped", code=problem.code)
            busy = False
        if not busy:
            self._steps.stop()
            if self._workspace.importing.worker.running:
                self._worker.start()

    def _timer(self, interval: int, act: Callable[[], object], *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(once)
        timer.timeout.connect(act)
        return timer

    def _changed(self, change: Change) -> None:
        self._rest.start()
        if change.areas & (Area.SETTINGS | Area.IMPORTS):
            self._look_again()

    def _look_again(self) -> None:
        self._tidied = self._judged = False
        self._steps.start()

    def _judge(self) -> bool:
        """Judge a few comments anew; True while there are more."""
        if self._judging is None:
            # Once for each change: a worker that cannot be had is not asked again and again.
            if self._judged or not self._workspace.rejudging.needed():
                return False
            self._judging = self._workspace.rejudging.start()
        self._judging.poll(0.0)
        if self._judging.done:
            self._judging, self._judged = None, True
        return self._judging is not None

    def _tidy(self) -> bool:
        """Clear away a few comments of imports that were taken back; True while there are more."""
        if not self._tidied:
            self._tidied = self._workspace.tidy()
        return not self._tidied

    def _end_worker(self) -> None:
        worker = self._workspace.importing.worker
        worker.end_if_idle()
        if not worker.running:
            self._worker.stop()
