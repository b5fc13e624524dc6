"""Bringing comments in: preview, import, and taking an import back."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from creator_calm.domain.change import Change, Deed
from creator_calm.domain.imported import ImportState, Interrupted
from creator_calm.importers.intake import formats
from creator_calm.language.clean import for_storage
from creator_calm.workspace.history import Step
from creator_calm.workspace.import_act import AREAS, ImportAct
from creator_calm.workspace.import_job import ImportJob, Origin
from creator_calm.workspace.looking import LookJob
from creator_calm.workspace.rejudging import remember
from creator_calm.workspace.session import nothing
from creator_calm.workspace.skip_list import write_skips
from creator_calm.workspace.worker_process import WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.domain.imported import ImportEntry
    from creator_calm.domain.intake import FormatInfo, ReadOptions, Source
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

RECENT = 50
RECENT_FILES = 8


class Importing:
    """Reading and judging happen in the worker process; it starts with the first job."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self.worker = WorkerProcess()
        self._interrupted: tuple[Interrupted, ...] = ()

    def formats(self) -> tuple[FormatInfo, ...]:
        """Return every format that can be read."""
        return formats()

    def recent(self) -> tuple[ImportEntry, ...]:
        """Return what was brought in, the newest first."""
        return tuple(self._session.library.imports.recent(RECENT))

    def recent_files(self) -> tuple[str, ...]:
        """Return files brought in lately that still lie where they lay, the newest first."""
        if not self._preferences.get("import.recent_files"):
            return ()
        paths = self._session.library.imports.paths(2 * RECENT_FILES)
        return tuple(path for path in paths if os.path.isfile(path))[:RECENT_FILES]  # noqa: PTH113 - any string is a name

    def forget_files(self) -> None:
        """Forget where files lay. The imports themselves stay."""
        with self._session.library.writing():
            self._session.library.imports.forget_paths()

    def save_skips(self, path: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bool:
        """Write the list of what was left out. Raises Problem CANNOT_WRITE; True when it is there."""
        write_skips(path, head, rows)
        return True

    def preview(self, source: Source, options: ReadOptions) -> LookJob:
        """Begin to find out what a source holds, and what of it is here already. Nothing is kept."""
        job = self.worker.preview(source, options, self._preferences.triage_context())
        return LookJob(self._session, job)

    def start(self, source: Source, options: ReadOptions) -> ImportAct:
        """Begin to bring a source in. It is one step to undo and is seen when it is complete."""
        return self.start_all(((source, options),))

    def start_all(self, wanted: Sequence[tuple[Source, ReadOptions]]) -> ImportAct:
        """Begin to bring sources in together: one act, one step to undo, seen when all are read."""
        self._forget_undone()
        context = self._preferences.triage_context()
        if not self._session.library.comments.following(0, 1):
            remember(self._session, context)
        act = tuple(path for source, _ in wanted if (path := _path(source)))
        remembered = bool(self._preferences.get("import.recent_files"))

        def start(source: Source, options: ReadOptions) -> ImportJob:
            origin = Origin(source.name, _path(source), _size(source), act, remembered)
            reading = self.worker.read(source, options, context)
            return ImportJob(self._session, reading, origin, self.clear_some)

        return ImportAct(self._session, [partial(start, *one) for one in wanted])

    def interrupted(self) -> tuple[Interrupted, ...]:
        """Return acts that a crash cut short and that nobody has decided on yet."""
        return self._interrupted

    def decided(self, one: Interrupted) -> None:
        """Note that the creator has said what becomes of an interrupted act."""
        self._interrupted = tuple(other for other in self._interrupted if other is not one)

    def set_interrupted_aside(self) -> None:
        """Take back what a kill or a crash cut short, at the start.

        Nothing of it was ever in a list. The creator is asked whether the files shall be read again.
        """
        imports = self._session.library.imports
        entries = imports.interrupted()
        acts: dict[tuple[str, ...], list[ImportEntry]] = {}
        for entry in entries:
            acts.setdefault(imports.paths_of_act(entry.id) or (str(entry.id),), []).append(entry)
        self._interrupted = tuple(_cut_short(act, parts) for act, parts in acts.items())
        if entries:
            with self._session.library.writing():
                for entry in entries:
                    imports.take_back(entry.id)
                    imports.forget_path(entry.id)

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
                AREAS,
                entry.new,
                Deed.IMPORT_TAKEN_BACK,
                lambda: imports.bring_again(import_id),
                lambda: imports.take_back(import_id),
                imported=(import_id,),
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


def _path(source: Source) -> str:
    """Return where a source lies, in full; "" for one that cannot be opened again."""
    if source.path is None or "\0" in source.path:
        return ""
    path = os.path.abspath(source.path)  # noqa: PTH100 - any string is a name
    return path if for_storage(path) == path else ""


def _cut_short(act: tuple[str, ...], parts: Sequence[ImportEntry]) -> Interrupted:
    paths = tuple(path for path in act if os.path.isfile(path))  # noqa: PTH113 - any string is a name
    names = tuple(os.path.basename(path) for path in paths) or tuple(e.source for e in parts)  # noqa: PTH119
    return Interrupted(names, paths, sum(entry.new for entry in parts))


def _size(source: Source) -> int:
    """Return the bytes of a source, 0 for a file that cannot be asked: reading it says why."""
    if source.path is None:
        return len(source.data or b"") + len(source.text or "")
    try:
        return os.stat(source.path).st_size  # noqa: PTH116 - any string is a name
    except (OSError, ValueError):
        return 0
