"""Several sources brought in together: one after another, seen all at once, taken back as one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.accounting import whole
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.intake import Progress, Receipt
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.workspace.history import Step
from creator_calm.workspace.pile import digest_of
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.workspace.import_job import ImportJob
    from creator_calm.workspace.session import Session

AREAS = Area.COMMENTS | Area.ASSESSMENTS | Area.STATES | Area.IMPORTS
_ENDS_ALL = {ProblemCode.DISK_FULL, ProblemCode.CANCELLED, ProblemCode.CANNOT_WRITE}


class ImportAct:
    """Call `poll` until `done`; each call does little enough for an event loop.

    `outcomes` then hold a receipt or the reason of a refusal for each source, in their order.
    `problem` is set, and nothing was brought in, when it was cancelled, when there was no room, or
    when every source was refused. A refused one among others does not stop them.
    """

    def __init__(self, session: Session, starts: Sequence[Callable[[], ImportJob]]) -> None:
        self._session = session
        self._starts = list(starts)
        self._jobs: list[ImportJob] = []
        self.outcomes: list[Receipt | Problem] = []
        self.receipt: Receipt | None = None
        self.change: Change | None = None
        self.problem: Problem | None = None
        self.done = False
        self._next()

    @property
    def progress(self) -> Progress:
        """How far it is; bytes are those of the source that is being read."""
        parts = [job.progress for job in self._jobs]
        last = parts[-1]
        return Progress(
            last.done,
            last.total,
            sum(part.records for part in parts),
            sum(part.kept for part in parts),
        )

    @property
    def source_number(self) -> int:
        """Which source is being read, from 1."""
        return len(self._jobs)

    def poll(self, timeout_s: float = 0.0) -> None:
        """Take at most one frame, waiting for it no longer than `timeout_s`."""
        if self.done:
            return
        job = self._jobs[-1]
        job.poll(timeout_s)
        if not job.done:
            return
        if job.problem is not None and job.problem.code in _ENDS_ALL:
            self._give_up(job.problem)
            return
        self.outcomes.append(job.problem or job.receipt or Problem(ProblemCode.NO_COMMENTS))
        if len(self._jobs) < len(self._starts):
            self._next()
        else:
            self._finish()

    def cancel(self) -> None:
        """Stop and leave nothing of any source."""
        if not self.done:
            self._give_up(Problem(ProblemCode.CANCELLED))

    def _next(self) -> None:
        self._jobs.append(self._starts[len(self._jobs)]())

    def _give_up(self, problem: Problem) -> None:
        self.done = True
        self.problem = problem
        for job in self._jobs:
            job.discard()

    def _finish(self) -> None:
        receipts = [one for one in self.outcomes if isinstance(one, Receipt)]
        if not receipts:
            refusal = self.outcomes[0]
            assert isinstance(refusal, Problem)
            self._give_up(refusal)
            return
        good = [job for job in self._jobs if job.receipt is not None and job.import_id]
        try:
            with self._session.library.writing():
                for job in good:
                    job.finish()
        except Problem as problem:
            self._give_up(problem)
            return
        self.done = True
        self.outcomes = [
            self._with_digest(one, [job]) if isinstance(one, Receipt) else one
            for one, job in zip(self.outcomes, self._jobs, strict=True)
        ]
        self.receipt = self._with_digest(whole(receipts), good)
        self.change = self._step(good) if self.receipt.new else nothing(Deed.IMPORTED)

    def _with_digest(self, receipt: Receipt, jobs: Sequence[ImportJob]) -> Receipt:
        ids = tuple(job.import_id for job in jobs if job.import_id)
        if not receipt.put_away or not ids:
            return receipt
        return replace(receipt, digest=digest_of(self._session.library, ids))

    def _step(self, jobs: Sequence[ImportJob]) -> Change:
        imports = self._session.library.imports
        ids = tuple(job.import_id for job in jobs)

        def back() -> None:
            for import_id in ids:
                imports.take_back(import_id)

        def forth() -> None:
            for import_id in ids:
                imports.bring_again(import_id)

        assert self.receipt is not None
        number = self.receipt.new
        return self._session.done(Step(AREAS, number, Deed.IMPORTED, back, forth, imported=ids))
