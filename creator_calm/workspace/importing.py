"""Bringing comments in: preview, import, and taking an import back."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.imported import ImportState
from creator_calm.importers.intake import formats
from creator_calm.workspace.history import Step
from creator_calm.workspace.import_job import ImportJob
from creator_calm.workspace.rejudging import remember
from creator_calm.workspace.session import nothing
from creator_calm.workspace.worker_process import WorkerProcess

if TYPE_CHECKING:
    from creator_calm.domain.imported import ImportEntry
    from creator_calm.domain.intake import FormatInfo, ReadOptions, Source
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.worker_process import PreviewJob

RECENT = 50
IMPORT_AREAS = Area.COMMENTS | Area.ASSESSMENTS | Area.STATES | Area.IMPORTS


class Importing:
    """Reading and judging happen in the worker process; it starts with the first job."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self.worker = WorkerProcess()

    def formats(self) -> tuple[FormatInfo, ...]:
        """Return every format that can be read."""
        return formats()

    def recent(self) -> tuple[ImportEntry, ...]:
        """Return what was brought in, the newest first."""
        return tuple(self._session.library.imports.recent(RECENT))

    def preview(self, source: Source, options: ReadOptions) -> PreviewJob:
        """Begin to find out what a source holds. Nothing is kept."""
        return self.worker.preview(source, options, self._preferences.triage_context())

    def start(self, source: Source, options: ReadOptions) -> ImportJob:
        """Begin to bring a source in. It is one step to undo and is seen when it is complete."""
        self._forget_undone()
        context = self._preferences.triage_context()
        if not self._session.library.comments.following(0, 1):
            remember(self._session, context)
        reading = self.worker.read(source, options, context)
        return ImportJob(self._session, reading, source.name, self.clear_some, size=_size(source))

    def _forget_undone(self) -> None:
        """Give up bringing undone imports again: their comments must not count as known."""
        self._session.history.forget_undone()
        for import_id in self._session.library.imports.undone():
            self._session.history.forget_import(import_id)

    def take_back(self, import_id: int) -> Change:
        """Take a whole import back, also long after it; one step to undo."""
        imports = self._session.library.imports
        entry = imports.entry(import_id)
        if entry is None or entry.state is not ImportState.DONE:
            return nothing(Deed.IMPORT_TAKEN_BACK)
        with self._session.library.writing():
            imports.take_back(import_id)
        return self._session.done(
            Step(
                IMPORT_AREAS,
                entry.new,
                Deed.IMPORT_TAKEN_BACK,
                lambda: imports.bring_again(import_id),
                lambda: imports.take_back(import_id),
                imported=import_id,
            )
        )

    def clear_some(self) -> bool:
        """Remove some comments of undone imports that cannot come again; True when none is left."""
        imports = self._session.library.imports
        waiting = imports.undone() - self._session.history.imports()
        if not waiting:
            return True
        over = imports.clear_some(min(waiting))
        return over and len(waiting) == 1

    def stop(self) -> None:
        """End the worker process."""
        self.worker.stop()


def _size(source: Source) -> int:
    """Return the bytes of a source, 0 for a file that cannot be asked: reading it says why."""
    if source.path is None:
        return len(source.data or b"") + len(source.text or "")
    try:
        return os.stat(source.path).st_size  # noqa: PTH116 - any string is a name
    except (OSError, ValueError):
        return 0
