"""What the creator said they would come back to: each step as one command.

Nothing is promised to whoever wrote a matter of safety, by no way.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.promises import (
    Answered,
    Decided,
    DueSet,
    Ended,
    Enough,
    Event,
    Others,
    OthersDone,
    Outcome,
    Promise,
    Snoozed,
    Solution,
    after,
)
from creator_calm.domain.reply import Chip
from creator_calm.language.clean import for_storage
from creator_calm.workspace.copying import Consequence
from creator_calm.workspace.history import Step
from creator_calm.workspace.promise_list import PromiseList
from creator_calm.workspace.promise_use import (
    AFTER_DAYS,
    HOLDING_CHIPS,
    event_of,
    first_day,
    holds,
    may_promise,
)
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.comment import CommentKey
    from creator_calm.workspace.copying import Copied

WHO_MAX, ABOUT_MAX, WORDS_MAX = 60, 200, 500


class Promises(PromiseList):
    """Every command gives a `Change` that can be undone."""

    def make(
        self,
        keys: Sequence[CommentKey] = (),
        due_on: date | None = None,
        *,
        who: str = "",
        about: str = "",
    ) -> Change:
        """Promise to come back, about comments or in the creator's own words about something else.

        Raises Problem NO_PROMISE_HERE, COMMENT_GONE, FIELD_EMPTY, TEXT_TOO_LONG, DAY_PASSED.
        """
        for key in keys:
            if not self.may_promise(key):
                raise Problem(ProblemCode.NO_PROMISE_HERE)
        who, about = _field(who, WHO_MAX), _field(about, ABOUT_MAX)
        if not keys and not about:
            raise Problem(ProblemCode.FIELD_EMPTY)
        day = self._checked(due_on or self.default_day())
        made = Promise(0, tuple(keys), self._session.clock.utc(), day, who=who, about=about)
        return self._put(self._library.promises.next_id(), None, made, Deed.PROMISE_MADE)

    def enough(self, promise_id: int) -> Change:
        """Go on to deciding: what is known will do. With comments it is noted with their facts."""
        before = self._found(promise_id)
        if not before.comments:
            return self._do(promise_id, Enough())
        return self._put(promise_id, before, before, Deed.PROMISE_NOTED, self._settle(before))

    def decide(self, promise_id: int, solution: Solution, words: str = "") -> Change:
        """Keep what will be done, and why or which offer. Raises Problem TEXT_TOO_LONG.

        Whoever decides knows enough: the questions no longer hold the full answer back, and "not
        sure yet" is no longer ticked.
        """
        before = self._found(promise_id)
        event = Decided(solution, _field(words, WORDS_MAX))
        later = after(self._as_it_stands(before), event)
        if later == before:
            return nothing(Deed.PROMISE_NOTED)
        return self._put(promise_id, before, later, Deed.PROMISE_NOTED, self._settle(before))

    def answered(self, promise_id: int) -> Change:
        """Note that it was answered, elsewhere or by hand."""
        return self._do(
            promise_id,
            Answered(self.today() + timedelta(days=AFTER_DAYS), self._session.clock.utc()),
        )

    def others_done(self, promise_id: int, others: Others) -> Change:
        """Note that those who saw it were told, or need not be."""
        return self._do(promise_id, OthersDone(others))

    def end(self, promise_id: int, outcome: Outcome) -> Change:
        """Note how it turned out, which closes it."""
        return self._do(promise_id, Ended(outcome, self._session.clock.utc()), Deed.PROMISE_CLOSED)

    def snooze(self, promise_id: int, until: datetime) -> Change:
        """Look at it again then (aware). Raises Problem DAY_PASSED."""
        if until <= self._session.clock.utc():
            raise Problem(ProblemCode.DAY_PASSED)
        return self._do(promise_id, Snoozed(until.astimezone(UTC)), Deed.PROMISE_MOVED)

    def snooze_to(self, promise_id: int, day: date) -> Change:
        """Look at it again when that day begins. Raises Problem DAY_PASSED."""
        start = datetime.combine(day, self._day_starts(), self._session.clock.zone())
        return self.snooze(promise_id, start)

    def set_due(self, promise_id: int, day: date) -> Change:
        """Keep another day. Raises Problem DAY_PASSED."""
        return self._do(promise_id, DueSet(self._checked(day)), Deed.PROMISE_NOTED)

    def remove(self, promise_id: int) -> Change:
        """Take it off the list; the comment stays what it is."""
        before = self._library.promises.get(promise_id)
        if before is None:
            return nothing(Deed.PROMISE_REMOVED)
        return self._put(promise_id, before, None, Deed.PROMISE_REMOVED)

    def follow(self, reply: Copied) -> Consequence | None:
        """Say what follows from a copied reply (see `Replying.follow`)."""
        if not may_promise(reply.comment, reply.assessment) or reply.comment.is_own is True:
            return None
        now, today = self._session.clock.utc(), self.today()
        standing, store = self.open_about(reply.key), self._library.promises
        if standing is not None:
            number, before = standing.id, store.get(standing.id)
            later = after(standing, event_of(reply, standing, now, today))
        elif holds(reply):
            number, before = store.next_id(), None
            day = first_day(reply, today)
            later = Promise(0, (reply.key,), now, day, audience=reply.audience, said_at=(now,))
        else:
            return None
        return self._used(reply.key, number, before, later)

    def _used(
        self, key: CommentKey, number: int, before: Promise | None, later: Promise
    ) -> Consequence:
        """Keep the promise; the day that was said is no longer ticked, or it would be said again."""
        store, drafts = self._library.promises, self._library.drafts

        def forth() -> None:
            store.put(number, later)
            draft = drafts.get(key)
            if draft is not None and Chip.WHEN in draft.facts:
                left = {code: words for code, words in draft.facts.items() if code != Chip.WHEN}
                drafts.put(key, replace(draft, facts=left))

        # The copy itself brings the draft back as it was.
        return Consequence(Area.PROMISES, forth, lambda: store.put(number, before))

    # inside

    def _checked(self, day: date) -> date:
        if day < self.today():
            raise Problem(ProblemCode.DAY_PASSED)
        return day

    def _do(self, promise_id: int, event: Event, deed: Deed = Deed.PROMISE_NOTED) -> Change:
        """Let something happen to a promise. Raises Problem PROMISE_GONE."""
        before = self._found(promise_id)
        later = after(self._as_it_stands(before), event)
        return nothing(deed) if later == before else self._put(promise_id, before, later, deed)

    def _found(self, promise_id: int) -> Promise:
        found = self._library.promises.get(promise_id)
        if found is None:
            raise Problem(ProblemCode.PROMISE_GONE)
        return found

    def _settle(self, promise: Promise) -> list[Consequence]:
        """Return what deciding does to the comments: enough is known, and it is sure."""
        return [
            one
            for key in promise.comments
            for one in (self._know_enough(key), self._no_longer_unsure(key))
            if one is not None
        ]

    def _know_enough(self, key: CommentKey) -> Consequence | None:
        store = self._library.facts
        facts = store.get(key)
        if facts.enough:
            return None
        enough = replace(facts, enough=True)
        return Consequence(
            Area.FACTS, lambda: store.put(key, enough), lambda: store.put(key, facts)
        )

    def _no_longer_unsure(self, key: CommentKey) -> Consequence | None:
        store = self._library.drafts
        draft = store.get(key)
        if draft is None or HOLDING_CHIPS.isdisjoint(draft.facts):
            return None
        ticked = {code: words for code, words in draft.facts.items() if code not in HOLDING_CHIPS}
        sure = replace(draft, facts=ticked)
        return Consequence(Area.DRAFTS, lambda: store.put(key, sure), lambda: store.put(key, draft))

    def _put(
        self,
        promise_id: int,
        before: Promise | None,
        later: Promise | None,
        deed: Deed,
        beside: Sequence[Consequence] = (),
    ) -> Change:
        store = self._library.promises
        areas = Area.PROMISES

        def forth() -> None:
            store.put(promise_id, later)
            for one in beside:
                one.forth()

        def back() -> None:
            for one in reversed(beside):
                one.back()
            store.put(promise_id, before)

        for one in beside:
            areas |= one.areas
        with self._library.writing(durable=True):
            forth()
        return self._session.done(Step(areas, 1, deed, back, forth, durable=True))


def _field(text: str, most: int) -> str:
    text = " ".join(for_storage(text).split())
    if len(text) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=most)
    return text
