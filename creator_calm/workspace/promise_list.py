"""What the creator said they would come back to, as it stands now.

A promise about a comment that is put away has none of its words here: rows are masked as in
every list.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change
from creator_calm.domain.facts import FactList, questions_for
from creator_calm.domain.own_words import channels_for
from creator_calm.domain.promise_view import ROUNDS_ENOUGH, PromiseView, RoundsAdvice
from creator_calm.domain.promises import (
    FactsStand,
    Promise,
    WroteAgain,
    after,
)
from creator_calm.domain.standing import effective
from creator_calm.storage.times import from_number, to_number
from creator_calm.wellbeing.exposure import day_of
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.masking import row_of
from creator_calm.workspace.promise_use import DEFAULT_DAYS, may_promise, private_allowed
from creator_calm.workspace.rounds import rounds_with

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.storage.comments import Stored
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

_MOVES = (
    Area.PROMISES | Area.FACTS | Area.COMMENTS | Area.IMPORTS | Area.STATES | Area.DRAFTS
    | Area.ASSESSMENTS
)  # fmt: skip

CLOSED_SHOWN = 100
REOPENS_DAYS = 90
"""So long after it was closed a new comment of the same author opens a promise again."""


class PromiseList(Covered):
    """The questions; the commands are in promises.py."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._library = session.library
        self._known: tuple[Promise, ...] | None = None
        self._newest: int | None = None
        session.before_others(self._forget)

    def _forget(self, change: Change) -> None:
        if change.areas & _MOVES:
            self._known = self._newest = None

    # questions

    def open(self) -> tuple[PromiseView, ...]:
        """Return what there is to come back to, in the order of its days."""
        views = self._views(one for one in self._all() if one.is_open)
        return tuple(sorted(views, key=lambda view: (self._look_at(view.promise), view.promise.id)))

    def closed(self, most: int = CLOSED_SHOWN) -> tuple[PromiseView, ...]:
        """Return what was come back to, the last closed first, at most so many."""
        found = sorted(
            (one for one in self._all() if not one.is_open), key=_closed_at, reverse=True
        )
        return tuple(self._views(found[:most]))

    def due(self) -> int:
        """Return for how many their day has come; those put off until later wait."""
        return sum(self._is_due(one) for one in self._all() if one.is_open)

    def open_about(self, key: CommentKey) -> Promise | None:
        """Return the open promise about a comment, the last made; None without one."""
        # Asked for each comment that is opened: one small question where nothing is promised.
        made = self._library.promises.of_comment(key)
        found = [one for one in map(self._as_it_stands, made) if one.is_open]
        return found[-1] if found else None

    def posted(self, key: CommentKey) -> str:
        """Return the reply to a comment that was used for a promise and not touched since; else ""."""
        draft, promise = self._library.drafts.get(key), self.open_about(key)
        if draft is None or promise is None or not promise.said_at:
            return ""
        return draft.text if draft.saved_at <= promise.said_at[-1] else ""

    def of(self, key: CommentKey) -> PromiseView | None:
        """Return the promise about a comment: the open one, else the last closed, else None."""
        found = [one for one in self._all() if key in one.comments]
        chosen = self.open_about(key) or (found[-1] if found else None)
        views = self._views([] if chosen is None else [chosen])
        return views[0] if views else None

    def may_promise(self, key: CommentKey) -> bool:
        """Say whether something can be promised about a comment. Raises Problem COMMENT_GONE."""
        stored = self._session.stored(key)
        return may_promise(stored.comment, effective(stored.assessment, stored.marks))

    def today(self) -> date:
        """Return the creator's own day."""
        clock = self._session.clock
        return day_of(clock.utc(), clock.zone(), self._day_starts())

    def default_day(self) -> date:
        """Return the day that is proposed where none was named."""
        return self.today() + timedelta(days=DEFAULT_DAYS)

    # inside

    def _all(self) -> tuple[Promise, ...]:
        if self._known is None:
            self._known = tuple(self._as_it_stands(one) for one in self._library.promises.all())
        return self._known

    def _as_it_stands(self, promise: Promise) -> Promise:
        """Follow what stands elsewhere: facts marked, comments that came. Seen, not stored."""
        if promise.closed_at is not None:
            came = self._came_after(promise, promise.closed_at)
            if came is None:
                return promise
            promise = after(promise, WroteAgain(came + timedelta(days=DEFAULT_DAYS)))
        if not promise.comments:
            return promise
        lists = [self._facts(key) for key in self._shown(promise)]
        started = any(facts.started for facts in lists)
        return after(
            promise, FactsStand(started, not any(facts.waits for facts in lists) and started)
        )

    def _newest_import(self) -> int:
        if self._newest is None:
            self._newest = self._library.promises.newest_import()
        return self._newest

    def _facts(self, key: CommentKey) -> FactList:
        """Return the questions about a comment; none where none was touched, and nothing is asked."""
        kept = self._library.facts.get(key)
        judged = self._library.states.judged([key]) if kept.started else []
        if not judged:
            return FactList()
        return questions_for(effective(judged[0].assessment, judged[0].marks).kind, kept)

    def _came_after(self, promise: Promise, closed_at: datetime) -> date | None:
        """Return the day on which a later comment by the same author was seen here, None without.

        Nothing is looked up where no import came since, and after three months a thread has
        moved on: a library of years holds hundreds that are closed.
        """
        long_ago = self._session.clock.utc() - closed_at > timedelta(days=REOPENS_DAYS)
        closed = to_number(closed_at)
        if long_ago or self._newest_import() < closed:
            return None
        for stored in self._stored(promise):
            turns = self._library.threads.turns(stored.comment, stored.key)
            theirs = {turn.key: turn.at for turn in turns if turn.theirs and not turn.own}
            brought = self._library.promises.came(theirs)
            for key, at in theirs.items():
                known = max(at, brought[key])
                if known > closed and at > to_number(promise.made_at):
                    clock = self._session.clock
                    return day_of(from_number(known), clock.zone(), self._day_starts())
        return None

    def _views(self, promises: Iterable[Promise]) -> list[PromiseView]:
        return [self._view(one) for one in promises]

    def _view(self, promise: Promise) -> PromiseView:
        rounds, advice = self._rounds(promise) if promise.is_open else (0, RoundsAdvice.NONE)
        return PromiseView(
            promise,
            self._rows(promise),
            self.today(),
            due=promise.is_open and self._is_due(promise),
            asleep=self._asleep(promise),
            rounds=rounds,
            advice=advice,
        )

    def _rows(self, promise: Promise) -> tuple[InboxRow, ...]:
        keep_away = self._preferences.keep_away
        listed = self._library.listing.rows(self._shown(promise))
        return tuple(row_of(one, keep_away=keep_away) for one in listed)

    def _stored(self, promise: Promise) -> list[Stored]:
        return self._library.comments.stored(self._shown(promise))

    def _shown(self, promise: Promise) -> list[CommentKey]:
        """Return its comments without those of imports that were taken back."""
        hidden = self._library.listing.hidden
        return [
            key
            for key in promise.comments
            if not any(first <= key <= last for _, first, last in hidden)
        ]

    def _rounds(self, promise: Promise) -> tuple[int, RoundsAdvice]:
        rounds, private = 0, False
        channels = self._library.channels.all()
        for stored in self._stored(promise):
            rounds = max(rounds, rounds_with(self._library, stored))
            verdict = effective(stored.assessment, stored.marks)
            fitting = channels_for(channels, None, stored.comment.platform)
            name = fitting[0].name if fitting else ""
            private = private or private_allowed(stored.comment, verdict, name)
        if rounds < ROUNDS_ENOUGH:
            return rounds, RoundsAdvice.NONE
        return rounds, RoundsAdvice.PRIVATE if private else RoundsAdvice.STOP

    def _asleep(self, promise: Promise) -> bool:
        until = promise.snoozed_until
        return until is not None and until > self._session.clock.utc()

    def _is_due(self, promise: Promise) -> bool:
        if promise.snoozed_until is not None:
            return not self._asleep(promise)
        return promise.due_on <= self.today()

    def _look_at(self, promise: Promise) -> date:
        until = promise.snoozed_until
        if until is None:
            return promise.due_on
        return day_of(until, self._session.clock.zone(), self._day_starts())

    def _day_starts(self) -> time:
        return time.fromisoformat(str(self._preferences.get("care.day_starts")))


def _closed_at(promise: Promise) -> datetime:
    return promise.closed_at or promise.made_at
