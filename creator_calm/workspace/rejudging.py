"""Judging the whole library anew, in the background, after a setting or the judges changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from creator_calm import __version__
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.intake import Progress
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import standing

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment, TriageContext
    from creator_calm.storage.comments import Stored
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.worker_process import JudgeJob, WorkerProcess

ROWS_AT_ONCE = 500
KEY = "judged"
"""Where the library remembers by what it was judged."""


class Rejudging:
    """The creator's own marks stay: what they overruled is laid over the new judgement."""

    def __init__(self, session: Session, preferences: Preferences, worker: WorkerProcess) -> None:
        self._session = session
        self._preferences = preferences
        self._worker = worker

    def needed(self) -> bool:
        """Say whether the library was judged by other rules or settings than those in force."""
        library = self._session.library
        known = library.settings.remembered(KEY)
        return known != signature(self._preferences.triage_context()) and bool(
            library.comments.following(0, 1)
        )

    def start(self) -> RejudgeJob:
        """Begin. Poll the job in idle moments; undoing the setting and starting again takes it back."""
        return RejudgeJob(self._session, self._worker, self._preferences.triage_context())


def signature(context: TriageContext) -> str:
    """Return a text that differs where two judgements could differ: judges, settings, own rules."""
    from creator_calm.triage.versions import JUDGED_BY  # noqa: PLC0415 - the window starts without the judges

    names = ",".join(sorted(context.creator_names)) + "|" + ",".join(sorted(context.guest_names))
    rules = repr((context.own, sorted(context.trusted_accounts)))
    number = hashlib.blake2b(rules.encode(errors="replace"), digest_size=8).hexdigest()
    away = int(context.cannot_judge_away)
    return f"{__version__} {JUDGED_BY} {context.level} {away} {names} {number}"


def remember(session: Session, context: TriageContext) -> None:
    """Note by what the library is judged now."""
    with session.library.writing():
        session.library.settings.remember(KEY, signature(context))


class RejudgeJob:
    """Call `poll` until `done`. Stopping in between is harmless: it begins again another time."""

    def __init__(self, session: Session, worker: WorkerProcess, context: TriageContext) -> None:
        self._session = session
        self._worker = worker
        self._context = context
        self._after = 0
        self._batch: list[Stored] = []
        self._judging: JudgeJob | None = None
        self._verdicts: list[Assessment] = []
        self._judged = 0
        self._total = session.library.listing.total()
        self.changed = 0
        self.problem: Problem | None = None
        self.done = False

    @property
    def progress(self) -> Progress:
        """Return how many comments were judged; `kept` are those that now stand elsewhere."""
        return Progress(self._judged, self._total, self._judged, self.changed)

    def poll(self, timeout_s: float = 0.0) -> None:
        """Send or take one batch of 500, waiting no longer than `timeout_s`."""
        if self.done:
            return
        try:
            if self._judging is None:
                self._send()
            else:
                self._take(self._judging, timeout_s)
        except Problem as problem:
            self.problem = problem
            self.done = True

    def cancel(self) -> None:
        """Stop; what was judged anew so far stays."""
        if self._judging is not None and not self.done:
            self._judging.cancel()
        if not self.done:
            self.problem = Problem(ProblemCode.CANCELLED)
            self.done = True

    def _send(self) -> None:
        comments = self._session.library.comments
        keys = comments.following(self._after, ROWS_AT_ONCE)
        if not keys:
            remember(self._session, self._context)
            self.done = True
            return
        self._batch = comments.stored(keys)
        self._after = keys[-1]
        self._verdicts = []
        texts = tuple(stored.comment for stored in self._batch)
        self._judging = self._worker.judge(texts, self._context)

    def _take(self, judging: JudgeJob, timeout_s: float) -> None:
        frame = judging.poll(timeout_s)
        if frame is not None:
            self._verdicts.extend(frame)
        elif judging.done:
            self._judging = None
            if judging.problem is not None:
                raise judging.problem
            self._write()

    def _write(self) -> None:
        library = self._session.library
        moved, verdicts = [], []
        for stored, verdict in zip(self._batch, self._verdicts, strict=True):
            if verdict == stored.assessment:
                continue
            own = stored.comment.is_own is True
            verdicts.append((stored.key, verdict))
            moved.append((stored.key, stored.marks, standing(verdict, stored.marks, own=own)))
        self._judged += len(self._batch)
        if not verdicts:
            return
        with library.writing():
            library.judgements.write(verdicts)
            library.states.put(moved)
        self.changed += len(verdicts)
        areas = Area.ASSESSMENTS | Area.STATES
        self._session.publish(Change(areas, len(verdicts), Deed.JUDGED_ANEW))
