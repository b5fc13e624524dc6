"""Jobs a worker does: polled from the event loop, cancelled at any time, resumed when a worker dies."""

from __future__ import annotations

from dataclasses import dataclass
from queue import Empty
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from creator_calm.domain.intake import Found, Progress, Receipt
from creator_calm.domain.preview import Preview
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.wire import WIRE_VERSION, unpack, unpack_assessment, unpack_item

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.intake import Sighting, Skipped
    from creator_calm.domain.wire import Packed
    from creator_calm.workspace.worker_process import WorkerProcess

Value = TypeVar("Value")

RESTARTS = 3
_CAREFUL_RECORDS = 512
"""After a trouble in judging so many records are judged one by one: a frame and a little more."""
_SLICE_S = 0.1
_JUDGING = "judging"
_SPREADSHEET = "spreadsheet"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the worker; how far it got and how careful it has to be is added."""

    kind: str
    parts: Packed


class Job(Generic[Value]):
    """One piece of work. `poll` hands out its values one by one; `done` and `problem` end it."""

    _resumes = True

    def __init__(self, owner: WorkerProcess, request: Request, name: str = "") -> None:
        self._owner = owner
        self._request = request
        self._name = name
        self.done = False
        self.problem: Problem | None = None
        self._answered = 0
        self._restarts = 0
        self._careful = 0
        self._unjudged: set[int] = set()
        self._child = owner.take()
        self._ask()

    def _ask(self) -> None:
        start = (self._answered,) if self._resumes else ()
        extra = (*start, self._careful, tuple(self._unjudged))
        self._child.row = -1
        self._child.ask(self._request.kind, *self._request.parts, *extra)

    @property
    def progress(self) -> Progress:
        """How far the worker says it is."""
        done, total, records = self._child.progress
        return Progress(done, total, records)

    @property
    def pid(self) -> int:
        """The process number of its worker, for tests that end it from outside."""
        return self._child.pid

    def poll(self, timeout_s: float = 0.0) -> Value | None:
        """Return the next value, or None when there is none yet or no more (see `done`).

        Never waits with a timeout of 0.
        """
        end = self._owner.now() + timeout_s
        while not self.done:
            if not self._owner.owns(self._child):
                self._finish(Problem(ProblemCode.CANCELLED, name=self._name))
                return None
            left = end - self._owner.now()
            try:
                frame = self._child.frame(min(left, _SLICE_S))
            except Empty:
                self._look_for_silence()
                if left <= 0:
                    return None
                continue
            if frame is None:
                self._trouble(ProblemCode.WORKER_DIED)
                continue
            value = self._handle(frame)
            if value is not None:
                return value
        return None

    def cancel(self) -> None:
        """End the job and its process now. Does nothing when it is done."""
        if not self.done:
            self._owner.end(self._child)
            self._finish(Problem(ProblemCode.CANCELLED, name=self._name))

    def _finish(self, problem: Problem | None) -> None:
        self.done = True
        self.problem = problem

    def _handle(self, frame: Packed) -> Value | None:
        kind, *parts = frame
        if kind == "hello":
            if parts[0] != WIRE_VERSION:
                self._owner.end(self._child)
                self._finish(Problem(ProblemCode.WORKER_DIED, name=self._name))
            return None
        if kind == "problem":
            self._owner.give_back(self._child)
            self._finish(Problem(ProblemCode(parts[0]), name=parts[1] or self._name, **parts[2]))
            return None
        if kind == "done":
            self._owner.give_back(self._child)
            self._ended(parts[0])
            self._finish(None)
            return None
        return self._value(kind, parts)

    def _value(self, kind: str, parts: list[Any]) -> Value | None:
        raise NotImplementedError

    def _ended(self, packed: Any) -> None:  # noqa: ANN401 - basic types
        """Take what comes with the end of the work."""

    def _answer(self, records: int) -> None:
        # An answered frame proves that this worker works: the budget begins anew.
        self._answered += records
        self._restarts = 0
        self._careful = max(0, self._careful - records)

    def _look_for_silence(self) -> None:
        if self._child.silent_for() > self._child.allowed_s:
            self._trouble(ProblemCode.WORKER_SILENT)

    def _trouble(self, code: ProblemCode) -> None:
        """Go on with another worker, or give up."""
        child = self._child
        self._owner.end(child)
        if child.stage == _SPREADSHEET:
            # The library aborts the process for some damaged files. It will do so again.
            self._finish(Problem(ProblemCode.SPREADSHEET_DAMAGED, name=self._name))
            return
        self._restarts += 1
        if self._restarts > RESTARTS:
            self._finish(Problem(code, name=self._name))
            return
        if child.row >= 0:
            self._unjudged.add(child.row)
        if child.stage == _JUDGING:
            self._careful = _CAREFUL_RECORDS
        self._child = self._owner.take()
        self._ask()


Ids = tuple[str, ...]


class PreviewJob(Job["Preview | Ids"]):
    """Gives a Preview soon, and a second one with all sums when the source is long.

    Before each come the ids of the comments it counts, some at a time.
    """

    _resumes = False

    def _value(self, kind: str, parts: list[Any]) -> Preview | Ids | None:
        if kind == "ids":
            return tuple(parts[0])
        if kind != "preview":
            return None
        preview = unpack(parts[0])
        assert isinstance(preview, Preview)
        self._restarts = 0
        return preview


class ReadJob(Job["tuple[Sighting | Skipped, ...]"]):
    """Gives the records of a source, up to 500 at a time, judged.

    `found` is there before the first of them. `ended`, once `done` without a problem, is the
    worker's own receipt for `Accounting.receipt`: hash, size, repairs and warnings; its sums are 0.
    """

    found: Found | None = None
    ended: Receipt | None = None

    def _value(self, kind: str, parts: list[Any]) -> tuple[Sighting | Skipped, ...] | None:
        if kind == "found":
            self.found = unpack(parts[0])
            return None
        items = tuple(map(unpack_item, parts[0]))
        self._answer(len(items))
        return items

    def _ended(self, packed: Any) -> None:  # noqa: ANN401 - basic types
        self.ended = unpack(packed)


class JudgeJob(Job["tuple[Assessment, ...]"]):
    """Gives verdicts in the order of the comments, up to 500 at a time."""

    def _value(self, kind: str, parts: list[Any]) -> tuple[Assessment, ...] | None:
        assert kind == "verdicts"
        verdicts = tuple(map(unpack_assessment, parts[0]))
        self._answer(len(verdicts))
        return verdicts
