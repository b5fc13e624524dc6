"""Promises in words: who, what, how far, by when. Never a word about being late."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Lane
from creator_calm.domain.promise_view import RoundsAdvice
from creator_calm.domain.promises import Others, Outcome, PromiseState, Solution
from creator_calm.wording.catalogue import N_, _, marked, ngettext, number
from creator_calm.wording.comments import kind_name, wants_line
from creator_calm.wording.times import short_date

if TYPE_CHECKING:
    from datetime import tzinfo

    from creator_calm.domain.promise_view import PromiseView

_WEEK: Final = 7

_BY: Final = (
    N_("by Monday"), N_("by Tuesday"), N_("by Wednesday"), N_("by Thursday"), N_("by Friday"),
    N_("by Saturday"), N_("by Sunday"),
)  # fmt: skip
_SINCE: Final = (
    N_("since Monday"), N_("since Tuesday"), N_("since Wednesday"), N_("since Thursday"),
    N_("since Friday"), N_("since Saturday"), N_("since Sunday"),
)  # fmt: skip
_WAITS: Final = (
    N_("waits until Monday"), N_("waits until Tuesday"), N_("waits until Wednesday"),
    N_("waits until Thursday"), N_("waits until Friday"), N_("waits until Saturday"),
    N_("waits until Sunday"),
)  # fmt: skip


def due_words(due_on: date, today: date) -> str:
    """Say by when: "by Friday", "today", and past it "since Tuesday"."""
    ahead = (due_on - today).days
    if ahead == 0:
        return _("today")
    if ahead == 1:
        return _("by tomorrow")
    if ahead == -1:
        return _("since yesterday")
    if 0 < ahead < _WEEK:
        return marked(_BY[due_on.weekday()])
    if -_WEEK < ahead < 0:
        return marked(_SINCE[due_on.weekday()])
    day = _short(due_on, today)
    return (_("by {day}") if ahead > 0 else _("since {day}")).format(day=day)


def waits_words(until: datetime, zone: tzinfo, today: date) -> str:
    """Say until when something was put off."""
    day = until.astimezone(zone).date()
    ahead = (day - today).days
    if ahead <= 0:
        return _("waits until later today")
    if ahead == 1:
        return _("waits until tomorrow")
    if ahead < _WEEK:
        return marked(_WAITS[day.weekday()])
    return _("waits until {day}").format(day=_short(day, today))


def when_words(view: PromiseView, zone: tzinfo) -> str:
    """Say when it is to be looked at: put off until then, or its day."""
    until = view.promise.snoozed_until
    if view.asleep and until is not None:
        return waits_words(until, zone, view.today)
    return due_words(view.promise.due_on, view.today)


def _short(day: date, today: date) -> str:
    return short_date(datetime(day.year, day.month, day.day), datetime(today.year, 1, 1))  # noqa: DTZ001 - a day


_STATE: Final = {
    PromiseState.PROMISED: N_("Waiting for facts"),
    PromiseState.FACTS: N_("Checking"),
    PromiseState.SOLUTION: N_("Deciding"),
    PromiseState.FOLLOWED_UP: N_("Answered"),
    PromiseState.OTHERS_UPDATED: N_("Told the others"),
    PromiseState.CLOSED: N_("Done"),
}


def state_word(state: PromiseState) -> str:
    """Name a step."""
    return marked(_STATE[state])


def step_sentence(state: PromiseState) -> str:
    """Say which of the six steps it is, for a screen reader."""
    place = tuple(PromiseState).index(state) + 1
    return _("Step {n} of 6: {step}").format(n=number(place), step=state_word(state))


def next_sentence(view: PromiseView) -> str:
    """Say what comes next, as an offer."""
    promise = view.promise
    match promise.state:
        case PromiseState.PROMISED | PromiseState.FACTS:
            return _("Next: find out what you need to know. Until then a short reply is enough.")
        case PromiseState.SOLUTION if promise.solution is None:
            return _("Next: decide what you will do about it.")
        case PromiseState.SOLUTION:
            return _("Next: write the full answer.")
        case PromiseState.FOLLOWED_UP:
            return _("Next: did others see it too? One update can answer all of them.")
        case PromiseState.OTHERS_UPDATED:
            return _("Next: how did it turn out?")
        case _:
            return ""


_SOLUTION: Final = {
    Solution.FIX: N_("Fix it"),
    Solution.EXPLAIN: N_("Explain it"),
    Solution.OFFER: N_("Offer something"),
    Solution.NO_CHANGE: N_("Leave it as it is"),
}


def solution_word(solution: Solution) -> str:
    """Name a decision."""
    return marked(_SOLUTION[solution])


def decided_line(view: PromiseView) -> str:
    """Say what was decided, with the creator's words; "" before."""
    promise = view.promise
    if promise.solution is None:
        return ""
    decided = _("Decided: {what}.").format(what=solution_word(promise.solution))
    return f"{decided} {promise.words}" if promise.words else decided


_OUTCOME: Final = {
    Outcome.BETTER: N_("Better"),
    Outcome.SAME: N_("The same"),
    Outcome.WORSE: N_("Worse"),
    Outcome.NO_ANSWER: N_("No answer"),
}


def outcome_word(outcome: Outcome) -> str:
    """Name how it turned out."""
    return marked(_OUTCOME[outcome])


def others_line(others: Others) -> str:
    """Say what became of those who saw it."""
    return _("The others were told.") if others is Others.TOLD else _("No update was needed.")


def who_line(view: PromiseView) -> str:
    """Name who it was promised to. Of a put-away comment neither name nor words."""
    rows = view.rows
    if not rows:
        return view.promise.who or _("Somebody")
    first = rows[0]
    name = _("A put-away comment") if first.put_away else (first.author or _("Unknown author"))
    more = len({row.author or row.key for row in rows}) - 1
    if more < 1:
        return name
    line = ngettext("{name} and {n} other", "{name} and {n} others", more)
    return line.format(name=name, n=number(more))


def what_line(view: PromiseView) -> str:
    """Say what it is about: the creator's words, a topic of the word list, or the sort of comment."""
    if view.promise.about or not view.rows:
        return view.promise.about
    row = view.rows[0]
    sort = "" if row.put_away or row.lane is Lane.CANNOT_JUDGE else kind_name(row.kind)
    return wants_line(row.points) or sort


def rounds_lines(view: PromiseView) -> str:
    """Say how often it went back and forth, and after two rounds what may help; "" for none."""
    if not view.rounds:
        return ""
    line = ngettext("{n} round so far.", "{n} rounds so far.", view.rounds).format(
        n=number(view.rounds)
    )
    match view.advice:
        case RoundsAdvice.PRIVATE:
            more = _("In public it has not settled. It may be easier in private, or you leave it.")
        case RoundsAdvice.STOP:
            more = _("It has not settled, and that can happen. You have done your part.")
        case _:
            return line
    return f"{line} {more}"


def due_line(count: int, *, numbers: bool) -> str:
    """Say that some have their day, as a line in passing; "" for none."""
    if count <= 0:
        return ""
    if not numbers:
        return _("There is something to come back to.")
    words = (_("One promise is due."), _("Two promises are due."), _("Three promises are due."))
    if count <= len(words):
        return words[count - 1]
    return ngettext("{n} promise is due.", "{n} promises are due.", count).format(n=number(count))


def promise_name(view: PromiseView, zone: tzinfo) -> str:
    """Name a promise for a screen reader in one line."""
    parts = (who_line(view), what_line(view), state_word(view.promise.state))
    ending = when_words(view, zone) if view.promise.is_open else ""
    return ", ".join(part for part in (*parts, ending) if part)


def closed_line(view: PromiseView, zone: tzinfo) -> str:
    """Sum up what was come back to: "Mira · About the sound · Better · 20 May"."""
    promise = view.promise
    outcome = outcome_word(promise.outcome) if promise.outcome is not None else ""
    day = promise.closed_at.astimezone(zone).date() if promise.closed_at is not None else None
    parts = (
        who_line(view),
        what_line(view),
        outcome,
        _short(day, view.today) if day is not None else "",
    )
    return " · ".join(part for part in parts if part)
