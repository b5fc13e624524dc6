"""Replies that rest before they are posted: offered, never a lock, and every part can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Deed
from creator_calm.domain.resting import Rest, Resting, Wait
from creator_calm.domain.standing import effective
from creator_calm.wellbeing import cooling_off
from creator_calm.workspace.copying import Consequence
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftFinding
    from creator_calm.domain.reply import Suggestion
    from creator_calm.domain.resting import RestOffer
    from creator_calm.wellbeing.cooling_off import Anchor
    from creator_calm.workspace.copying import Copied
    from creator_calm.workspace.inbox import Inbox
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

_AREAS = Area.DRAFTS | Area.STATES
SETTING = "reply.rest"


class RestingReplies(Covered):
    """Rests that run or are over stay until the creator uses, changes or leaves the reply."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        inbox: Inbox,
        low_today: Callable[[], bool],
    ) -> None:
        self._session = session
        self._preferences = preferences
        self._inbox = inbox
        self._low_today = low_today
        self._rows = session.library.resting
        self._anchors: dict[CommentKey, Anchor] = {}
        for resting in inbox.resting().values():
            self._anchor(resting)

    def offer(self, key: CommentKey, findings: Iterable[DraftFinding]) -> RestOffer | None:
        """Return whether a rest may do good before this is posted; None while one runs or is over."""
        if key in self._rows.all():
            return None
        stored, clock = self._session.stored(key), self._session.clock
        severity = int(effective(stored.assessment, stored.marks).severity)
        usual = Wait(str(self._preferences.get(SETTING)))
        local = clock.utc().astimezone(clock.zone())
        return cooling_off.offer(findings, severity, local, usual, low=self._low_today())

    def ends(self, wait: Wait) -> datetime:
        """Return when a rest that begins now would end, aware UTC."""
        return cooling_off.until(wait, self._session.clock.utc(), self._session.clock.zone())

    def rest(self, key: CommentKey) -> Rest | None:
        """Return where the rest of a reply stands; None without one."""
        resting = self._rows.all().get(key)
        return None if resting is None else self._standing(resting)

    def rested(self) -> tuple[CommentKey, ...]:
        """Return the comments whose replies have rested, the longest waiting first."""
        all_ = self._rows.all().values()
        return tuple(one.key for one in all_ if self._standing(one).over and self._here(one.key))

    def start(self, key: CommentKey, wait: Wait) -> Change:
        """Let the reply to a comment rest. Raises Problem COMMENT_GONE."""
        self._session.stored(key)
        if wait is Wait.OFF:
            return nothing(Deed.REST_STARTED)
        now = self._session.clock.utc()
        end = self.ends(wait)
        resting = Resting(key, now, end, round((end - now).total_seconds()))
        return self._done(key, resting, Deed.REST_STARTED)

    def end(self, key: CommentKey) -> Change:
        """Let it rest no longer, whether the time has passed or not; the draft stays a draft."""
        if key not in self._rows.all():
            return nothing(Deed.REST_ENDED)
        return self._done(key, None, Deed.REST_ENDED)

    def leave(self, key: CommentKey) -> Change:
        """Leave the comment without an answer: the rest ends and the comment is let rest."""
        before = self._rows.all().get(key)
        change = self._inbox.let_rest(key)
        if before is None:
            return change
        step = self._step(key, before, None, Deed.LET_REST)
        with self._session.library.writing(durable=True):
            step.forth()
        return self._session.joined(step, change.undo)

    def may_go_now(
        self, start: Suggestion | None, text: str, findings: Iterable[DraftFinding]
    ) -> bool:
        """Say whether a reply need not wait for its rest: a clean "I am looking into it"."""
        if start is None:
            return False
        as_offered = start.text.strip() in text
        return cooling_off.may_go_now(start.moves, findings, as_offered=as_offered)

    def copied(self, reply: Copied) -> Consequence | None:
        """Say what follows from a copied reply: it rests no longer."""
        before = self._rows.all().get(reply.key)
        if before is None:
            return None
        step = self._step(reply.key, before, None, Deed.REST_ENDED)
        return Consequence(_AREAS, step.forth, step.back)

    def _done(self, key: CommentKey, after: Resting | None, deed: Deed) -> Change:
        step = self._step(key, self._rows.all().get(key), after, deed)
        with self._session.library.writing(durable=True):
            step.forth()
        return self._session.done(step)

    def _step(
        self, key: CommentKey, before: Resting | None, after: Resting | None, deed: Deed
    ) -> Step:
        return Step(
            _AREAS,
            1,
            deed,
            lambda: self._put(key, before),
            lambda: self._put(key, after),
            durable=True,
        )

    def _put(self, key: CommentKey, resting: Resting | None) -> None:
        self._rows.put(key, resting)
        self._anchors.pop(key, None)
        if resting is not None:
            self._anchor(resting)

    def _anchor(self, resting: Resting) -> Anchor:
        clock = self._session.clock
        found = cooling_off.anchored(resting, clock.utc(), clock.through_sleep())
        self._anchors[resting.key] = found
        return found

    def _standing(self, resting: Resting) -> Rest:
        anchor = self._anchors.get(resting.key) or self._anchor(resting)
        return Rest(resting, cooling_off.left(anchor, self._session.clock.through_sleep()))

    def _here(self, key: CommentKey) -> bool:
        return not any(
            first <= key <= last for _, first, last in self._session.library.listing.hidden
        )
