"""Reading and judging a source in a worker process of its own, without a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.intake import Found
from creator_calm.workspace.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import TriageContext
    from creator_calm.domain.intake import ReadOptions, Receipt, Sighting, Skipped, Source

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


def account(source: Source, options: ReadOptions, context: TriageContext) -> Receipt:
    """Read a source and count it as if the library were empty. Raises Problem."""
    worker = WorkerProcess()
    sums = Accounting()
    try:
        job = worker.read(source, options, context)
        while not job.done:
            for item in job.poll(_WAIT_S) or ():
                sums.add(item)
        if job.problem is not None:
            raise job.problem
        return sums.receipt(source.name, job.found or Found("", ""), job.ended)
    finally:
        worker.stop()
