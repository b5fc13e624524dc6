"""Judging without a library: one comment in this process, a whole source through the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.intake import Found, Skipped
from creator_calm.triage.assess import assess
from creator_calm.workspace.worker_process import ReadJob, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import Assessment, TriageContext
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.intake import ReadOptions, Receipt, Sighting, Source

WAIT_S = 0.25


def judge(comment: Comment, context: TriageContext) -> Assessment:
    """Judge one comment here and now, for `reply`."""
    return next(iter(assess([comment], context)))


def frames(
    source: Source, options: ReadOptions, context: TriageContext
) -> Iterator[tuple[Sighting | Skipped, ...]]:
    """Read and judge a source in a worker of its own, some records at a time, for `triage`.

    Memory does not grow with the source. Raises Problem.
    """
    worker = WorkerProcess()
    try:
        yield from _frames(worker.read(source, options, context))
    finally:
        worker.stop()


def account(source: Source, options: ReadOptions, context: TriageContext) -> Receipt:
    """Return what bringing a source into an empty library would count. Raises Problem."""
    worker, sums = WorkerProcess(), Accounting()
    seen: set[str] = set()
    try:
        job = worker.read(source, options, context)
        for frame in _frames(job):
            for item in frame:
                if isinstance(item, Skipped):
                    sums.add(item)
                    continue
                sums.add(item, had_already=item.comment.id in seen)
                seen.add(item.comment.id)
        return sums.receipt(source.name, job.found or Found("", ""), job.ended)
    finally:
        worker.stop()


def _frames(job: ReadJob) -> Iterator[tuple[Sighting | Skipped, ...]]:
    while not job.done:
        frame = job.poll(WAIT_S)
        if frame is not None:
            yield frame
    if job.problem is not None:
        raise job.problem
