"""Reading and judging a source in a worker process of its own, without a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.intake import Found, Sighting
from creator_calm.importers.identity import Remembered
from creator_calm.workspace.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import TriageContext
    from creator_calm.domain.comment import CommentId
    from creator_calm.domain.intake import ReadOptions, Receipt, Skipped, Source

_WAIT_S = 0.25


def items(
    source: Source, options: ReadOptions, context: TriageContext
) -> Iterator[Sighting | Skipped]:
    """Give the records of a source as they are judged; memory does not grow with it. Raises Problem."""
    worker = WorkerProcess()
    try:
        job = worker.read(source, options, context)
        while not job.done:
            yield from job.poll(_WAIT_S) or ()
        if job.problem is not None:
            raise job.problem
    finally:
        worker.stop()


class Seen:
    """Comments of earlier sources: 16 bytes each at most, since dumps hold millions.

    What one source repeats is told by its reading; here only what several have in common.
    """

    def __init__(self) -> None:
        self._marks = Remembered()

    def has(self, comment: CommentId) -> bool:
        """Say whether a comment stood in a source before; remember it."""
        key, check = divmod(hash(comment) & (1 << 64) - 1, 1 << 20)
        there = self._marks.get(key or 1) == check
        if not there:
            self._marks.put(key or 1, check)
        return there


def account(
    source: Source, options: ReadOptions, context: TriageContext, seen: Seen | None = None
) -> Receipt:
    """Read a source and count it as if the library held nothing but `seen`. Raises Problem."""
    worker = WorkerProcess()
    sums = Accounting()
    try:
        job = worker.read(source, options, context)
        while not job.done:
            for item in job.poll(_WAIT_S) or ():
                had = isinstance(item, Sighting) and seen is not None and seen.has(item.comment.id)
                sums.add(item, had_already=had)
        if job.problem is not None:
            raise job.problem
        return sums.receipt(source.name, job.found or Found("", ""), job.ended)
    finally:
        worker.stop()
