"""A preview with the library beside it: which of the comments found are there already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.preview import Preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.intake import Progress
    from creator_calm.domain.problems import Problem
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.worker_jobs import PreviewJob


class LookJob:
    """Call `poll` until `done`. The worker has no library, so it tells ids and this one counts.

    Each call takes one frame: some 200 ids are one question to the library. A worker that died
    and was replaced tells its ids anew, and so the counting begins anew with it.
    """

    def __init__(self, session: Session, job: PreviewJob) -> None:
        self._session = session
        self._job = job
        self._process = job.pid
        self._there = 0
        self._first: tuple[bool, ...] | None = None

    @property
    def done(self) -> bool:
        """Whether nothing more will come."""
        return self._job.done

    @property
    def problem(self) -> Problem | None:
        """Why it ended early."""
        return self._job.problem

    @property
    def progress(self) -> Progress:
        """How far the worker says it is."""
        return self._job.progress

    def poll(self, timeout_s: float = 0.0) -> Preview | None:
        """Return the next preview, or None when there is none yet or no more. Never waits with 0."""
        value = self._job.poll(timeout_s)
        if value is None or isinstance(value, Preview):
            return None if value is None else self._counted(value)
        if self._job.pid != self._process:
            self._process, self._there, self._first = self._job.pid, 0, None
        self._count(value)
        return None

    def cancel(self) -> None:
        """End the job and its process now."""
        self._job.cancel()

    def _count(self, ids: Sequence[str]) -> None:
        library = self._session.library
        hidden = library.listing.hidden
        known = {
            comment_id
            for comment_id, key in library.comments.keys(ids).items()
            # What was taken back is cleared away before an import begins.
            if not any(first <= key <= last for _, first, last in hidden)
        }
        self._there += sum(comment_id in known for comment_id in ids)
        if self._first is None:
            self._first = tuple(comment_id in known for comment_id in ids)

    def _counted(self, preview: Preview) -> Preview:
        receipt, there = preview.receipt, min(self._there, preview.receipt.new)
        flags = self._first or ()
        before = self._session.library.imports.same_file(receipt.sha256) if receipt.sha256 else None
        return replace(
            preview,
            receipt=replace(
                receipt, new=receipt.new - there, duplicates=receipt.duplicates + there
            ),
            rows=tuple(
                replace(row, known=True) if at < len(flags) and flags[at] else row
                for at, row in enumerate(preview.rows)
            ),
            brought_before=None if before is None else before.started_at,
        )
