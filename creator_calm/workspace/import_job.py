"""One source on its way in: a frame of the worker is one transaction, polled by whoever waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.intake import Found, Progress, Sighting, Skipped
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import standing
from creator_calm.language.clean import for_storage
from creator_calm.storage.comments import Arrival
from creator_calm.storage.imports import Counts
from creator_calm.storage.times import to_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from creator_calm.domain.intake import Receipt
    from creator_calm.domain.standing import Standing
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.worker_process import ReadJob

_ROOM_TIMES = 3
_ROOM_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an import comes from: name as shown, path ("" for none), size in bytes, and its act.

    `act` are the paths of all files brought in together; while `remembered` is false the path is
    forgotten once the import is complete.
    """

    name: str
    path: str = ""
    size: int = 0
    act: tuple[str, ...] = ()
    remembered: bool = True


class ImportJob:
    """Call `poll` until `done`; each call does little enough for an event loop.

    Afterwards either `receipt` says what came in, or `problem` says why nothing did. Its comments
    are in no list before `finish`, which the act calls when all its sources are read. Cancelling
    takes back what was kept, at once at any size.
    """

    def __init__(
        self,
        session: Session,
        reading: ReadJob,
        origin: Origin,
        clear_some: Callable[[], bool],
    ) -> None:
        self._session = session
        self._reading = reading
        self._origin = origin
        self._source = for_storage(origin.name)
        self._needed = _ROOM_TIMES * origin.size + _ROOM_BYTES
        self._clear_some = clear_some
        self._cleared = False
        self._import_id = 0
        self._began: datetime = session.clock.utc()
        self._sums = Accounting()
        self.receipt: Receipt | None = None
        self.problem: Problem | None = None
        self.done = False

    @property
    def import_id(self) -> int:
        """The row of this import, 0 while nothing of it was kept."""
        return self._import_id

    @property
    def progress(self) -> Progress:
        """Return how far it is; `kept` comments are in the library."""
        reading = self._reading.progress
        return Progress(reading.done, reading.total, self._sums.read, self._sums.new)

    def poll(self, timeout_s: float = 0.0) -> None:
        """Take at most one frame, waiting for it no longer than `timeout_s`."""
        if self.done:
            return
        try:
            if not self._cleared:
                self._look_for_room()
                self._cleared = self._clear_some()
            else:
                self._take_next(timeout_s)
        except Problem as problem:
            self._fail(problem)

    def cancel(self) -> None:
        """Stop and leave nothing: the worker ends within half a second, the comments kept at once."""
        if not self.done:
            self._reading.cancel()
            self._fail(Problem(ProblemCode.CANCELLED))

    def _look_for_room(self) -> None:
        """Refuse before a full disk does: half an import in the journal would keep it full."""
        if self._session.library.free_bytes() < self._needed:
            raise Problem(ProblemCode.DISK_FULL, mb=-(-self._needed // 1_000_000))

    def _take_next(self, timeout_s: float) -> None:
        items = self._reading.poll(timeout_s)
        if items is not None:
            self._keep(items)
        elif self._reading.done:
            if self._reading.problem is not None:
                self._fail(self._reading.problem)
            else:
                self._finish()

    def _keep(self, items: Sequence[Sighting | Skipped]) -> None:
        """Write one batch: comments, judgements, words and the import's own row, or none of it."""
        library = self._session.library
        sightings = [item for item in items if isinstance(item, Sighting)]
        with library.writing():
            if not self._import_id:
                self._import_id = library.imports.begin(
                    self._source, self._began, (self._origin.path, self._origin.act)
                )
            known = library.comments.known(item.comment.id for item in sightings)
            arrivals = []
            standings: dict[tuple[int, bool], Standing] = {}
            before = self._sums.new
            for item in items:
                if isinstance(item, Skipped):
                    self._sums.add(item)
                    continue
                had_already = item.comment.id in known
                self._sums.add(item, had_already=had_already)
                if not had_already:
                    known.add(item.comment.id)
                    own = item.comment.is_own is True
                    # By identity: verdicts that are alike are one object (domain.wire).
                    key = id(item.assessment), own
                    where = standings.get(key)
                    if where is None:
                        where = standings[key] = standing(item.assessment, own=own)
                    arrivals.append(Arrival(item, where))
            if arrivals:
                library.comments.add(self._import_id, arrivals, to_number(self._began), before)
            library.imports.advance(self._import_id, self._counts())

    def _counts(self) -> Counts:
        reading, sums = self._reading.progress, self._sums
        return Counts(
            reading.done,
            reading.total,
            sums.read,
            sums.new,
            sums.duplicates,
            sums.skipped_count,
        )

    def _finish(self) -> None:
        found = self._reading.found or Found("", "")
        self.receipt = self._sums.receipt(self._source, found, self._reading.ended)
        self.done = True

    def finish(self) -> None:
        """Have its comments seen. Inside `writing`, with all others of the act."""
        receipt = self.receipt
        if not self._import_id or receipt is None:
            return
        imports = self._session.library.imports
        facts = (receipt.format, receipt.encoding, receipt.size, receipt.sha256)
        imports.finish(self._import_id, self._session.clock.utc(), facts)
        if not self._origin.remembered:
            imports.forget_path(self._import_id)

    def discard(self) -> None:
        """Give up what was read of it, also after it was done; the act as a whole came to nothing."""
        if self.problem is None:
            self._fail(Problem(ProblemCode.CANCELLED))

    def _fail(self, problem: Problem) -> None:
        """End with nothing brought in."""
        self.problem = problem
        self.done = True
        self._reading.cancel()
        if not self._import_id:
            return
        try:
            with self._session.library.writing():
                self._session.library.imports.take_back(self._import_id)
        except Problem:
            return  # unfinished, so in no list; the next start takes it back
