"""What a copied reply does to a promise: make one, move its day, answer it, tell the others."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.promises import (
    Answered,
    AskedBack,
    Event,
    Held,
    Others,
    OthersDone,
    Promise,
    Solution,
    after,
    chips_first,
)
from creator_calm.domain.reply import Chip, Intent, ReplyContext
from creator_calm.language.days import read_day
from creator_calm.replies.situation import Situation

if TYPE_CHECKING:
    from datetime import date, datetime

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.reply import Suggestion
    from creator_calm.workspace.copying import Copied

DEFAULT_DAYS = 2
"""Until when a promise without a day of the creator's own is put on the list."""

AFTER_DAYS = 7
"""So long after the answer it is asked how it went: the promise itself is kept by then."""

_HOLDING: Final = frozenset({Intent.HOLD, Intent.HOLD_WITH_DATE, Intent.NO_ANSWER_YET})
_HOLDING_MOVES: Final = frozenset({"check", "time"})
_SENTENCES: Final = re.compile(r"(?<=[.!?])\s+")
HOLDING_CHIPS: Final = frozenset({Chip.NOT_SURE_YET, Chip.WHEN})


def start_used(reply: Copied) -> Suggestion | None:
    """Return the suggestion a reply began with, as long as half of its sentences are still in it."""
    start = reply.start
    if start is None:
        return None
    sentences = _SENTENCES.split(start.text)
    kept = sum(sentence in reply.text for sentence in sentences)
    return start if 2 * kept >= len(sentences) else None


def may_promise(comment: Comment, verdict: Assessment) -> bool:
    """Say whether something may be promised to an author: never where no text may be offered."""
    situation = Situation(comment, verdict, ReplyContext())
    return verdict.kind is not Kind.DISTRESS and not situation.is_safety


def private_allowed(comment: Comment, verdict: Assessment, channel: str) -> bool:
    """Say whether the author may be asked to go on in private."""
    return Situation(comment, verdict, ReplyContext(private_channel=channel)).private_allowed


def day_of_reply(reply: Copied, today: date) -> date | None:
    """Return the day the creator named in a reply that starts from a holding line, if there is one.

    In the creator's own words it may be an old day still ticked: those name none.
    """
    start = start_used(reply)
    language = start.language if start is not None else reply.assessment.language
    return read_day(reply.facts.get(Chip.WHEN, ""), today, language)


def first_day(reply: Copied, today: date) -> date:
    """Return by when to come back: the creator's own day, or in two days."""
    return day_of_reply(reply, today) or today + timedelta(days=DEFAULT_DAYS)


def holds(reply: Copied) -> bool:
    """Say whether a reply puts the answer off until later."""
    start = start_used(reply)
    if start is None:
        return not HOLDING_CHIPS.isdisjoint(reply.facts)
    return start.intent in _HOLDING or not _HOLDING_MOVES.isdisjoint(start.moves)


def event_of(reply: Copied, promise: Promise, now: datetime, today: date) -> Event:
    """Return what a reply means for an open promise about its comment."""
    start = start_used(reply)
    named = None if start is None or "time" not in start.moves else day_of_reply(reply, today)
    if start is not None and start.intent is Intent.UPDATE_OTHERS:
        return OthersDone(Others.TOLD)
    answered = after(promise, Answered()) is promise
    if answered or (start is not None and start.intent is Intent.CHECK_BACK):
        return AskedBack(now)
    if _still_holds(reply, promise):
        return Held(named, now)
    return Answered(named or today + timedelta(days=AFTER_DAYS), now)


def _still_holds(reply: Copied, promise: Promise) -> bool:
    """Once it is decided what to do, only a line that says so puts the answer off again."""
    start = start_used(reply)
    if promise.facts_missing or start is None:
        return holds(reply) and (promise.facts_missing or promise.solution is None)
    return start.intent in _HOLDING or "check" in start.moves


def with_promise(context: ReplyContext, promise: Promise) -> ReplyContext:
    """Return the context of advice about a comment to which an answer is owed."""
    return replace(
        context,
        facts_wait=context.facts_wait or promise.facts_missing,
        promise=promise.state,
        promise_said=bool(promise.said_at),
        between=(promise.words,) if promise.solution is Solution.OFFER else (),
        ask_first=chips_first(promise),
        before=replace(context.before, answered=False),
    )
