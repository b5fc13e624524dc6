"""What the page Bring in is working on: sources looked at one after another, then brought in as one act.

No widgets. Everything long happens in the worker; `poll` takes at most one frame of it.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from creator_calm.domain.intake import ReadOptions
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.intake import Progress, Receipt, Source
    from creator_calm.domain.preview import Preview
    from creator_calm.workspace.import_act import ImportAct
    from creator_calm.workspace.importing import Importing
    from creator_calm.workspace.looking import LookJob

POLL_MS = 30


@dataclass(slots=True)
class Item:
    """One source: how it is read, and what was found in it or why nothing was."""

    source: Source
    options: ReadOptions = field(default_factory=ReadOptions)
    preview: Preview | None = None
    problem: Problem | None = None

    @property
    def asks(self) -> bool:
        """Whether it is a private conversation and the creator has not said yes to it."""
        refused = self.problem is not None and self.problem.code is ProblemCode.PRIVATE_CHAT
        return self.preview is None and refused

    @property
    def outcome(self) -> Receipt | Problem | None:
        """What would become of it; None while nobody knows."""
        return self.preview.receipt if self.preview is not None else self.problem


class BringInWork(QObject):
    """At most one job at a time. `stepped` after anything that can be seen; `ended` with an act."""

    stepped = Signal()
    ended = Signal(object)

    def __init__(self, importing: Importing, parent: QObject) -> None:
        super().__init__(parent)
        self._importing = importing
        self.items: list[Item] = []
        self.at = 0
        self._waiting: deque[int] = deque()
        self._looked_at = 0
        self._look: LookJob | None = None
        self._act: ImportAct | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(POLL_MS)
        self.timer.timeout.connect(self.poll)

    @property
    def shown(self) -> Item | None:
        """The source whose preview is seen."""
        return self.items[self.at] if self.items else None

    @property
    def looking(self) -> bool:
        """Whether sources are being looked at."""
        return self._look is not None

    @property
    def keeping(self) -> bool:
        """Whether an act is on its way."""
        return self._act is not None

    @property
    def progress(self) -> Progress | None:
        """How far the job is."""
        job = self._look or self._act
        return None if job is None else job.progress

    @property
    def new(self) -> int:
        """How many comments would come in."""
        return sum(item.preview.receipt.new for item in self.items if item.preview is not None)

    @property
    def complete(self) -> bool:
        """Whether all sums are final."""
        known = all(item.outcome is not None for item in self.items)
        return known and all(item.preview is None or item.preview.complete for item in self.items)

    def open(self, sources: Sequence[Source]) -> None:
        """Look at sources, in place of those before."""
        self.stop()
        self.items = [Item(source) for source in sources]
        self.at = 0
        self._waiting = deque(range(len(self.items)))
        self._go_on()

    def choose(self, at: int) -> None:
        """Show another of the sources."""
        if 0 <= at < len(self.items):
            self.at = at
            self.stepped.emit()

    def correct(self, options: ReadOptions) -> None:
        """Read the source that is shown anew, with these options."""
        item = self.shown
        if item is None:
            return
        item.options, item.problem = options, None
        if self._look is not None and self._looked_at != self.at:
            self._waiting.appendleft(self._looked_at)
        self.stop()
        if self.at in self._waiting:
            self._waiting.remove(self.at)
        self._waiting.appendleft(self.at)
        self._go_on()

    def ask_for_private(self) -> None:
        """Say yes to the private conversation that is shown."""
        item = self.shown
        if item is not None:
            self.correct(replace(item.options, private=True))

    def bring_in(self) -> None:
        """Keep what was found in all sources that can be read. Raises Problem."""
        self.stop()
        self._waiting.clear()
        wanted = [(one.source, one.options) for one in self.items if one.preview is not None]
        if wanted:
            self._act = self._importing.start_all(wanted)
            self.timer.start()

    def stop(self) -> None:
        """End what runs; nothing of it is kept."""
        self.timer.stop()
        look, act = self._look, self._act
        self._look = self._act = None
        for job in (look, act):
            if job is not None:
                job.cancel()

    def forget(self) -> None:
        """Let go of the sources."""
        self.stop()
        self.items, self.at = [], 0
        self._waiting.clear()

    def poll(self) -> None:
        """Take what the worker has; never waits."""
        if self._look is not None:
            self._poll_look(self._look, self.items[self._looked_at])
        elif self._act is not None:
            self._poll_act(self._act)
        else:
            self.timer.stop()

    def _go_on(self) -> None:
        """Begin with the next source that waits."""
        while self._waiting:
            self._looked_at = self._waiting.popleft()
            item = self.items[self._looked_at]
            try:
                self._look = self._importing.preview(item.source, item.options)
            except Problem as problem:
                item.problem = problem
                continue
            self.timer.start()
            break
        self.stepped.emit()

    def _poll_look(self, job: LookJob, item: Item) -> None:
        found = job.poll(0.0)
        if found is not None:
            item.preview = found
        if job.done:
            item.problem = job.problem
            self._look = None
            self.timer.stop()
            self._go_on()
        else:
            self.stepped.emit()

    def _poll_act(self, act: ImportAct) -> None:
        act.poll(0.0)
        if not act.done:
            self.stepped.emit()
            return
        self._act = None
        self.timer.stop()
        self.ended.emit(act)
