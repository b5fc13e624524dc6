"""The app's side of the worker: starts it, feeds it, and is never held up by it.

One job at a time has the process; it stays for the next one and ends after five minutes of
idleness. A worker that dies or falls silent is replaced, at most three times without an answer in
between; after that the job ends with a Problem.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

from creator_calm.domain.wire import pack, pack_comment
from creator_calm.workspace.worker_child import Child, command
from creator_calm.workspace.worker_jobs import JudgeJob, PreviewJob, ReadJob, Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from creator_calm.domain.assessment import TriageContext
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.intake import ReadOptions, Source
    from creator_calm.domain.wire import Packed

__all__ = ["JudgeJob", "PreviewJob", "ReadJob", "WorkerProcess"]

IDLE_S = 300.0


class WorkerProcess:
    """Starts worker processes as they are needed. `monotonic` is where its time comes from.

    `stop()` has to be called at the end: it leaves no process and no thread behind.
    """

    def __init__(
        self,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        arguments: Sequence[str] | None = None,
    ) -> None:
        self._monotonic = monotonic
        self._arguments = tuple(arguments) if arguments is not None else command()
        self._idle: Child | None = None
        self._idle_since = 0.0
        self._busy: set[Child] = set()
        self._contexts: deque[tuple[TriageContext, Packed]] = deque(maxlen=2)

    def start(self) -> None:
        """Start a process ahead of the first job, so that the job need not wait for it."""
        if self._idle is None and not self._busy:
            self._keep(self._new())

    def stop(self) -> None:
        """End every process; jobs that still run end as cancelled when they are polled."""
        for child in (*self._busy, *([self._idle] if self._idle else [])):
            child.kill()
        self._busy.clear()
        self._idle = None

    def end_if_idle(self) -> bool:
        """End a process that had nothing to do for five minutes; say whether one was ended."""
        if self._idle is None or self._monotonic() - self._idle_since < IDLE_S:
            return False
        self._idle.kill()
        self._idle = None
        return True

    @property
    def running(self) -> bool:
        """Whether a process exists."""
        return self._idle is not None or bool(self._busy)

    def preview(self, source: Source, options: ReadOptions, context: TriageContext) -> PreviewJob:
        """Read a source and judge what a preview shows of it."""
        return PreviewJob(
            self,
            Request("preview", (pack(source), pack(options), self._packed(context))),
            source.name,
        )

    def read(self, source: Source, options: ReadOptions, context: TriageContext) -> ReadJob:
        """Read a source and judge all of it, in frames of up to 500 records."""
        return ReadJob(
            self, Request("read", (pack(source), pack(options), self._packed(context))), source.name
        )

    def judge(self, comments: Iterable[Comment], context: TriageContext) -> JudgeJob:
        """Judge comments, in frames of up to 500 verdicts in their order."""
        packed = [pack_comment(comment) for comment in comments]
        return JudgeJob(self, Request("judge", (packed, self._packed(context))))

    def _packed(self, context: TriageContext) -> Packed:
        """Pack a context once for all requests of a job (a trial has two): it may hold 5,000 phrases."""
        for known, packed in self._contexts:
            if known is context:
                return packed
        fresh: Packed = pack(context)
        self._contexts.append((context, fresh))
        return fresh

    def take(self) -> Child:
        """Hand a process to a job: the idle one, or a new one."""
        child, self._idle = self._idle, None
        if child is None or not child.alive:
            if child is not None:
                child.kill()
            child = self._new()
        self._busy.add(child)
        return child

    def give_back(self, child: Child) -> None:
        """Take back the process of a job that came to its end."""
        self._busy.discard(child)
        if self._idle is None and child.alive:
            self._keep(child)
        else:
            child.kill()

    def end(self, child: Child) -> None:
        """End the process of a job that went wrong or was cancelled."""
        self._busy.discard(child)
        child.kill()

    def owns(self, child: Child) -> bool:
        """Say whether a job's process is still there: `stop()` takes it away."""
        return child in self._busy

    def now(self) -> float:
        """Return the time of this object's clock."""
        return self._monotonic()

    def _new(self) -> Child:
        return Child(self._arguments, self._monotonic)

    def _keep(self, child: Child) -> None:
        self._idle = child
        self._idle_since = self._monotonic()
