"""What a change of own rules would do, found out before it is saved: nothing is written here.

The worker judges every comment as it would be, and those that come out otherwise once more as the
rules are now; what differs between the two is the effect of this change and of nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.domain.intake import Progress
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import Mask, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from creator_calm.domain.assessment import Assessment, TriageContext
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.own_rules import Deed
    from creator_calm.domain.standing import Marks, Standing
    from creator_calm.storage.comments import Stored
    from creator_calm.workspace.rule_set import Edit
    from creator_calm.workspace.session import Session
    from creator_calm.workspace.worker_process import JudgeJob, WorkerProcess

ROWS_AT_ONCE = 500


class Moved(NamedTuple):
    """A comment that would be judged otherwise. `before` is what the library holds."""

    key: CommentKey
    before: Assessment
    after: Assessment
    own: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What would change: keys of comments put away, shown, and sorted otherwise."""

    away: tuple[CommentKey, ...] = ()
    shown: tuple[CommentKey, ...] = ()
    sorted: tuple[CommentKey, ...] = ()

    @property
    def total(self) -> int:
        """Return how many comments stand elsewhere afterwards."""
        return len(self.away) + len(self.shown) + len(self.sorted)

    def without(self, key: CommentKey | None) -> Effect:
        """Return the effect on others than this comment."""
        return Effect(
            *(
                tuple(one for one in part if one != key)
                for part in (self.away, self.shown, self.sorted)
            )
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of rules: its edits, the contexts before and after, and the creator's marks it sets."""

    deed: Deed
    count: int
    edits: tuple[Edit, ...]
    now: TriageContext
    then: TriageContext
    marks: Mapping[CommentKey, Marks]
    takes_back: int = 0


class Trial:
    """Call `poll` until `done`; then `effect` says what would change, or `problem` why nobody knows."""

    def __init__(
        self, session: Session, worker: WorkerProcess, proposal: Proposal, state: Callable[[], int]
    ) -> None:
        self._session = session
        self._worker = worker
        self.proposal = proposal
        self._state = state
        self.seen_state = state()
        self._after = 0
        self._again = False
        self._batch: Sequence[Stored] = ()
        self._held: list[tuple[Stored, Assessment]] = []
        self._verdicts: list[Assessment] = []
        self._job: JudgeJob | None = None
        self._total = session.library.listing.total()
        self._judged = 0
        self.moved: list[Moved] = []
        self._sorted: tuple[list[CommentKey], list[CommentKey], list[CommentKey]] = ([], [], [])
        self.effect = Effect()
        self.problem: Problem | None = None
        self.done = False

    @property
    def progress(self) -> Progress:
        """Return how many comments were looked at."""
        return Progress(self._judged, self._total, self._judged, len(self.moved))

    @property
    def stale(self) -> bool:
        """Say whether the library or the rules changed since this began."""
        return self._state() != self.seen_state

    def poll(self, timeout_s: float = 0.0) -> None:
        """Send or take one batch, waiting no longer than `timeout_s`."""
        if self.done:
            return
        if self.stale:
            self._end(Problem(ProblemCode.RULES_MOVED))
            return
        try:
            if self._job is None:
                self._send()
            else:
                self._take(self._job, timeout_s)
        except Problem as problem:
            self._end(problem)

    def cancel(self) -> None:
        """Stop looking. Nothing was changed."""
        if self.done:
            return
        if self._job is not None:
            self._job.cancel()
        self._end(Problem(ProblemCode.CANCELLED))

    def _end(self, problem: Problem | None) -> None:
        self.problem = problem
        self.done = True
        self._job = None

    def _send(self) -> None:
        if self._again:
            self._batch = [stored for stored, _ in self._held]
            context = self.proposal.now
        else:
            keys = self._session.library.comments.following(self._after, ROWS_AT_ONCE)
            if not keys:
                self._finish()
                return
            self._after = keys[-1]
            self._batch = self._session.library.comments.stored(keys)
            context = self.proposal.then
        self._verdicts = []
        self._job = self._worker.judge([stored.comment for stored in self._batch], context)

    def _take(self, job: JudgeJob, timeout_s: float) -> None:
        frame = job.poll(timeout_s)
        if frame is not None:
            self._verdicts.extend(frame)
        elif job.done:
            self._job = None
            if job.problem is not None:
                raise job.problem
            self._compare()

    def _compare(self) -> None:
        if self._again:
            for (stored, after), now in zip(self._held, self._verdicts, strict=True):
                if now != after:
                    self._moves(stored, after)
            self._held, self._again = [], False
            return
        self._held = [
            (stored, verdict)
            for stored, verdict in zip(self._batch, self._verdicts, strict=True)
            if verdict != stored.assessment
        ]
        self._judged += len(self._batch)
        self._again = bool(self._held)

    def _moves(self, stored: Stored, after: Assessment) -> None:
        """Note a comment that would be judged otherwise, and where a list would show it."""
        own = stored.comment.is_own is True
        self.moved.append(Moved(stored.key, stored.assessment, after, own))
        marks = self.proposal.marks.get(stored.key, stored.marks)
        was = standing(stored.assessment, stored.marks, own=own)
        self._sort(stored.key, was, standing(after, marks, own=own))

    def _finish(self) -> None:
        """Add what only the creator's marks move, and sum up."""
        marks = self.proposal.marks
        judged_anew = {one.key for one in self.moved}
        alone = [key for key in marks if key not in judged_anew]
        for one in self._session.library.states.judged(alone):
            was = standing(one.assessment, one.marks, own=one.own)
            self._sort(one.key, was, standing(one.assessment, marks[one.key], own=one.own))
        away, shown, other = self._sorted
        self.effect = Effect(tuple(away), tuple(shown), tuple(other))
        self._end(None)

    def _sort(self, key: CommentKey, was: Standing, will: Standing) -> None:
        """Sort one comment by what a list would show of it before and after."""
        hidden = self._session.library.listing.hidden
        if was == will or any(first <= key <= last for _, first, last in hidden):
            return
        away, shown, other = self._sorted
        if (was.mask is Mask.NONE) == (will.mask is Mask.NONE):
            other.append(key)
        else:
            (shown if will.mask is Mask.NONE else away).append(key)
