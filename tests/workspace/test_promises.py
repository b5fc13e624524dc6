"""A holding reply makes a promise, and each step of it is one command that can be taken back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import Author, CommentId, CommentKey, Moment, Precision
from creator_calm.domain.facts import FactState
from creator_calm.domain.own_words import Channel
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.promise_view import PromiseView, RoundsAdvice
from creator_calm.domain.promises import (
    Others,
    Outcome,
    PromiseState,
    Solution,
)
from creator_calm.domain.reply import Audience, Chip, Intent, Strategy, Suggestion
from tests.storage.builders import ABUSE, CRITIQUE, DISTRESS, MIX, THREAT, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

CRITIC = CommentKey(MIX.index(CRITIQUE) + 1)
AWAY = CommentKey(MIX.index(ABUSE) + 1)
S = PromiseState
TODAY = date(2026, 5, 20)  # a Wednesday


def hold(desk: Workspace, words: str = "", key: CommentKey = CRITIC) -> Suggestion:
    """Copy the holding reply that the plan gives for "not sure yet", with a day if there are words."""
    ticked = {Chip.NOT_SURE_YET: ""} | ({Chip.WHEN: words} if words else {})
    desk.replying.save_draft(key, "", ticked)
    start = desk.replying.plan(key, ticked).suggestions[0]
    change = desk.replying.copied(key, start.text, start)
    assert change.areas & Area.PROMISES
    return start


def only(desk: Workspace) -> PromiseView:
    (view,) = desk.promises.open()
    return view


def refused(act: Callable[[], object]) -> ProblemCode:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("", date(2026, 5, 22)),
        ("on Friday", date(2026, 5, 22)),
        ("tomorrow", date(2026, 5, 21)),
        ("på måndag", date(2026, 5, 25)),
        ("when I know more", date(2026, 5, 22)),
    ],
)
def test_a_holding_reply_makes_a_promise_with_the_day_that_it_names(
    full: Workspace, words: str, due: date
) -> None:
    start = hold(full, words)
    assert {"check", "time"} & set(start.moves)
    view = only(full)
    assert view.promise.due_on == due
    assert view.promise.state is S.PROMISED
    assert [row.key for row in view.rows] == [CRITIC]


def test_undo_of_the_copy_takes_the_promise_back_too_and_redo_brings_it_again(
    full: Workspace, opened: Callable[[], Workspace]
) -> None:
    hold(full)
    before = only(full).promise
    assert full.undo() is not None
    assert full.promises.open() == ()
    assert not full.inbox.row(CRITIC).answered
    full.redo()
    assert only(full).promise == before
    assert only(opened()).promise == before


def test_an_ordinary_reply_promises_nothing(full: Workspace) -> None:
    full.replying.copied(CRITIC, "Thanks, that helps.")
    start = full.replying.plan(CRITIC).suggestions[0]
    full.replying.copied(CRITIC, start.text, start)
    assert full.promises.open() == ()


def test_own_words_with_a_day_ticked_are_a_promise(full: Workspace) -> None:
    full.replying.save_draft(CRITIC, "I am on it.", {Chip.WHEN: "on Friday"})
    full.replying.copied(CRITIC, "I am on it.", None, Audience.PRIVATE)
    assert only(full).promise.audience is Audience.PRIVATE


def test_the_whole_chain_and_back(full: Workspace, clock: StoppedClock) -> None:
    full.inbox.pick_kind(CRITIC, Kind.TECH_PROBLEM)
    hold(full, "on Friday")
    number = only(full).promise.id
    full.facts.mark(CRITIC, 0, FactState.KNOWN)
    assert only(full).promise.state is S.FACTS
    full.facts.set_enough(CRITIC, enough=True)
    assert only(full).promise.state is S.SOLUTION
    full.promises.decide(number, Solution.FIX)
    plan = full.replying.plan(CRITIC)
    assert plan.strategy is not Strategy.HOLD
    assert plan.asks[:3] == (Chip.ALREADY_FIXED, Chip.WILL_CHANGE, Chip.OUTCOME)
    assert all(not one.claims & {"fixed", "will_change", "outcome"} for one in plan.suggestions)
    full.replying.copied(CRITIC, "The link works again.")
    assert only(full).promise.state is S.FOLLOWED_UP
    assert only(full).promise.due_on == date(2026, 5, 27), "in a week: how did it go"
    assert full.promises.due() == 0
    full.promises.others_done(number, Others.NOT_NEEDED)
    assert only(full).promise.state is S.OTHERS_UPDATED
    full.promises.end(number, Outcome.BETTER)
    assert full.promises.open() == ()
    assert full.promises.closed()[0].promise.outcome is Outcome.BETTER
    for state in (S.OTHERS_UPDATED, S.FOLLOWED_UP, S.SOLUTION, S.SOLUTION, S.FACTS, S.PROMISED):
        full.undo()
        assert only(full).promise.state is state


def test_while_facts_are_missing_the_plan_holds_and_enough_ends_that(full: Workspace) -> None:
    full.promises.make([CRITIC])
    plan = full.replying.plan(CRITIC)
    assert plan.strategy is Strategy.HOLD
    assert plan.suggestions
    full.promises.enough(only(full).promise.id)
    assert full.facts.of(CRITIC).enough
    assert only(full).promise.state is S.SOLUTION
    assert full.replying.plan(CRITIC).strategy is Strategy.ACKNOWLEDGE_AND_ACT


def test_deciding_unticks_not_sure_yet_and_undo_ticks_it_again(full: Workspace) -> None:
    hold(full, "on Friday")
    full.promises.decide(only(full).promise.id, Solution.NO_CHANGE, "it was meant so")
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert draft.facts == {}
    full.undo()
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert set(draft.facts) == {Chip.NOT_SURE_YET}
    assert not full.facts.of(CRITIC).enough


def test_a_day_that_was_said_is_ticked_no_more_and_undo_ticks_it_again(full: Workspace) -> None:
    hold(full, "on Friday")
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert set(draft.facts) == {Chip.NOT_SURE_YET}
    full.undo()
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert set(draft.facts) == {Chip.NOT_SURE_YET, Chip.WHEN}


def test_what_was_posted_is_known_until_it_is_touched(full: Workspace, clock: StoppedClock) -> None:
    start = hold(full)
    assert full.promises.posted(CRITIC) == start.text
    clock.advance(60)
    full.replying.save_draft(CRITIC, start.text + " And more.", {})
    assert full.promises.posted(CRITIC) == ""


def test_a_start_that_was_written_over_counts_no_more(full: Workspace) -> None:
    start = hold(full)
    full.promises.decide(1, Solution.FIX)
    full.replying.copied(CRITIC, "It is fixed, the new file is up.", start)
    assert only(full).promise.state is S.FOLLOWED_UP


def test_a_second_holding_reply_moves_the_day_only_when_it_names_one(
    full: Workspace, clock: StoppedClock
) -> None:
    hold(full, "on Friday")
    clock.advance(3 * 86_400)
    full.replying.copied(CRITIC, "Still checking.")
    assert only(full).promise.due_on == date(2026, 5, 22), (
        "an old day still ticked is not said anew"
    )
    assert only(full).promise.state is S.PROMISED
    hold(full, "tomorrow")
    assert only(full).promise.due_on == date(2026, 5, 24)
    assert only(full).promise.state is S.PROMISED


@pytest.mark.parametrize("judged", [THREAT, DISTRESS])
def test_nothing_is_promised_where_no_text_may_be_offered(full: Workspace, judged: object) -> None:
    key = CommentKey(MIX.index(judged) + 1)
    assert not full.promises.may_promise(key)
    assert refused(lambda: full.promises.make([key])) is ProblemCode.NO_PROMISE_HERE
    full.replying.save_draft(key, "later", {Chip.NOT_SURE_YET: "", Chip.WHEN: "on Friday"})
    assert not full.replying.copied(key, "later").areas & Area.PROMISES
    assert full.promises.open() == ()


def test_a_put_away_comment_has_no_words_on_the_list(full: Workspace) -> None:
    full.promises.make([AWAY])
    (row,) = only(full).rows
    assert row.put_away
    assert (row.text, row.author) == (None, None)
    assert "text of comment" not in repr(only(full))


def test_due_and_put_off(full: Workspace, clock: StoppedClock) -> None:
    full.promises.make([CRITIC], TODAY)
    number = only(full).promise.id
    assert full.promises.due() == 1
    assert only(full).due
    full.promises.snooze_to(number, date(2026, 5, 25))
    assert (full.promises.due(), only(full).asleep) == (0, True)
    clock.advance(4 * 86_400)
    assert full.promises.due() == 0
    clock.advance(86_400)
    assert (full.promises.due(), only(full).asleep) == (1, False)
    full.promises.set_due(number, date(2026, 5, 28))
    assert full.promises.due() == 0
    assert refused(lambda: full.promises.set_due(number, TODAY)) is ProblemCode.DAY_PASSED
    assert refused(lambda: full.promises.snooze(number, clock.utc())) is ProblemCode.DAY_PASSED


def test_the_list_is_in_the_order_of_days(full: Workspace) -> None:
    full.promises.make(due_on=date(2026, 5, 30), about="the third")
    full.promises.make(due_on=date(2026, 5, 21), about="the first", who="Mira")
    full.promises.make(due_on=date(2026, 5, 20), about="put off")
    full.promises.snooze_to(3, date(2026, 5, 24))
    assert [view.promise.about for view in full.promises.open()] == [
        "the first",
        "put off",
        "the third",
    ]


def test_by_hand_it_needs_words_or_a_comment(full: Workspace) -> None:
    assert refused(full.promises.make) is ProblemCode.FIELD_EMPTY
    assert refused(lambda: full.promises.make(about="x" * 201)) is ProblemCode.TEXT_TOO_LONG
    yesterday = TODAY - timedelta(days=1)
    assert refused(lambda: full.promises.make([CRITIC], yesterday)) is ProblemCode.DAY_PASSED
    assert refused(lambda: full.promises.make([CommentKey(999)])) is ProblemCode.COMMENT_GONE
    assert refused(lambda: full.promises.enough(77)) is ProblemCode.PROMISE_GONE
    full.promises.make(about="a list of the songs", who="Mira")
    full.promises.enough(1)
    assert only(full).promise.state is S.SOLUTION


# the same author writes again


def again(desk: Workspace, number: int, at: datetime, *, own: bool = False) -> None:
    """Bring in a later reply in the critic's thread, by the critic or by the creator."""
    first = desk._session.stored(CRITIC).comment
    made = sighting(number, CRITIQUE)
    comment = replace(
        made.comment,
        author=Author("Me", "UCme") if own else first.author,
        platform=first.platform,
        in_reply_to=CommentId(first.id),
        written_at=Moment(at, Precision.EXACT),
        is_own=own or None,
    )
    bring_in(desk._library, [replace(made, comment=comment)], now=desk._session.clock.utc())
    desk._session.publish(Change(Area.COMMENTS, 1, Deed.IMPORTED))


def test_a_closed_promise_opens_again_when_its_author_writes(
    full: Workspace, clock: StoppedClock
) -> None:
    hold(full)
    full.promises.end(1, Outcome.BETTER)
    clock.advance(3 * 86_400)
    again(full, 700, clock.utc() - timedelta(hours=1))
    view = only(full)
    assert view.promise.reopened
    assert view.promise.state is S.PROMISED
    assert view.promise.due_on == date(2026, 5, 25)
    full.promises.end(1, Outcome.NO_ANSWER)
    assert full.promises.open() == ()


def test_what_was_written_before_and_came_later_opens_it_too(
    full: Workspace, clock: StoppedClock
) -> None:
    hold(full)
    clock.advance(86_400)
    written = clock.utc()
    clock.advance(86_400)
    full.promises.end(1, Outcome.SAME)
    clock.advance(86_400)
    again(full, 700, written)
    assert only(full).promise.reopened


def test_after_two_rounds_there_is_a_word_about_stopping_or_private(
    full: Workspace, clock: StoppedClock
) -> None:
    hold(full)
    for number in (700, 701):
        assert only(full).advice is RoundsAdvice.NONE
        clock.advance(3_600)
        again(full, number, clock.utc())
        clock.advance(3_600)
        full.replying.copied(CRITIC, f"Answer {number}")
    assert only(full).rounds == 2
    assert only(full).advice is RoundsAdvice.STOP
    full.channels.keep(Channel(0, "my shop inbox"))
    assert only(full).advice is RoundsAdvice.PRIVATE


# what belongs to it


def test_it_goes_with_its_comment_and_is_hidden_with_its_import(full: Workspace) -> None:
    hold(full)
    full.promises.make(about="by hand")
    full.importing.take_back(1)
    assert [view.promise.about for view in full.promises.open()] == ["by hand"]
    full.undo()
    assert len(full.promises.open()) == 2
    full.importing.take_back(1)
    full._session.history.forget_import(1)
    while not full.tidy():
        pass
    rows = full._library.database.rows
    assert rows("SELECT count(*) FROM promises") == [(1,)]
    assert rows("SELECT count(*) FROM promise_comments") == [(0,)]


def test_everything_of_ones_own_holds_it(full: Workspace) -> None:
    hold(full, "on Friday")
    full.promises.make(about="by hand", who="Mira")
    kept = json.loads(full.care.own_things.as_json())["promises"]
    assert [one["about"] for one in kept] == ["", "by hand"]
    assert kept[0]["due_on"] == "2026-05-22"
    full.care.own_things.erase()
    assert full.promises.open() == ()
    full.undo()
    assert len(full.promises.open()) == 2


def test_removing_can_be_taken_back(full: Workspace) -> None:
    hold(full)
    before = full.promises.open()
    assert full.promises.remove(1).deed is Deed.PROMISE_REMOVED
    assert full.promises.open() == ()
    full.undo()
    assert full.promises.open() == before
    assert full.promises.remove(44).areas is Area.NOTHING


def test_words_are_not_handed_out_while_covered(full: Workspace) -> None:
    hold(full)
    promises = full.promises
    full.care.breaks.enter_live()
    assert refused(lambda: full.promises) is ProblemCode.COVERED
    assert refused(lambda: promises.open) is ProblemCode.COVERED
    full.care.breaks.leave_live()


def test_drafts_follow_how_far_it_has_come(full: Workspace) -> None:
    full.inbox.pick_kind(CRITIC, Kind.COMPLAINT)
    hold(full)

    def offered(facts: dict[Chip, str] | None = None) -> set[Intent]:
        return {one.intent for one in full.replying.plan(CRITIC, facts).suggestions}

    outcome = {Chip.OUTCOME: "it went out on Monday"}
    assert Intent.NO_ANSWER_YET in offered()
    assert not {Intent.HOLD, Intent.HOLD_WITH_DATE} & offered()
    full.promises.decide(1, Solution.FIX)
    assert Intent.FOLLOW_UP not in offered()
    assert Intent.FOLLOW_UP in offered(outcome)
    full.promises.answered(1)
    assert Intent.CHECK_BACK in offered()
    assert Intent.UPDATE_OTHERS in offered(outcome)
    start = next(
        one
        for one in full.replying.plan(CRITIC, outcome).suggestions
        if one.intent is Intent.UPDATE_OTHERS
    )
    full.replying.copied(CRITIC, start.text, start)
    assert only(full).promise.others is Others.TOLD
