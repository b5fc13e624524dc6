"""A reply that rests: kept over restarts, folded away meanwhile, ended by whatever is done with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.change import Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.draft import DraftFinding, FindingLevel
from creator_calm.domain.inbox import InboxQuery
from creator_calm.domain.moods import Mood
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Audience, Intent, Suggestion, Tone
from creator_calm.domain.resting import RestReason, Wait
from tests.storage.builders import CRITIQUE, MIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.inbox import InboxRow
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

CRITIC = CommentKey(MIX.index(CRITIQUE) + 1)
STRONG = (DraftFinding(0, 1, "escalation", FindingLevel.STRONG, ""),)


def _shown(desk: Workspace, key: CommentKey) -> InboxRow:
    return next(row for row in desk.inbox.page(InboxQuery(), 0, 500) if row.key == key)


def _left(desk: Workspace) -> float | None:
    rest = desk.resting.rest(CRITIC)
    return None if rest is None else rest.left_s


def test_it_is_offered_with_the_reason_and_the_creators_own_wait(
    full: Workspace, clock: StoppedClock
) -> None:
    assert full.resting.offer(CRITIC, ()) is None
    offer = full.resting.offer(CRITIC, STRONG)
    assert offer is not None
    assert (offer.reasons, offer.proposed) == ((RestReason.STRONG,), Wait.TEN)
    full.care.moods.note(Mood(0, clock.utc(), 10))
    offer = full.resting.offer(CRITIC, STRONG)
    assert offer is not None
    assert offer.proposed is Wait.SIXTY
    full.preferences.set("reply.rest", "off")
    assert full.resting.offer(CRITIC, STRONG) is None


def test_it_outlives_a_restart_and_goes_on(
    full: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    change = full.resting.start(CRITIC, Wait.TEN)
    assert (change.deed, change.count) == (Deed.REST_STARTED, 1)
    assert full.resting.offer(CRITIC, STRONG) is None, "asked once"
    clock.advance(240)
    assert _left(full) == 360
    again = opened()
    assert _left(again) == 360
    clock.set(clock.utc() + timedelta(days=300))
    assert _left(again) == 360, "a clock that is set ends nothing while the program runs"
    assert again.resting.rested() == ()
    clock.advance(360)
    assert again.resting.rested() == (CRITIC,)
    clock.set(clock.utc() - timedelta(days=300))
    assert again.resting.rested() == (CRITIC,)


def test_it_counts_from_the_start_of_the_program_not_from_the_first_look(
    full: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    full.resting.start(CRITIC, Wait.TEN)
    again = opened()
    clock.set(clock.utc() + timedelta(days=1))
    clock.advance(60)
    assert _left(again) == 540


def test_a_draft_can_be_written_on_meanwhile(full: Workspace, clock: StoppedClock) -> None:
    full.resting.start(CRITIC, Wait.TEN)
    clock.advance(60)
    full.replying.save_draft(CRITIC, "calmer words", {})
    assert _left(full) == 540
    draft = full.replying.draft(CRITIC)
    assert draft is not None
    assert draft.text == "calmer words"


def test_the_comment_is_folded_away_until_something_is_done_with_the_reply(
    full: Workspace, clock: StoppedClock
) -> None:
    words = _shown(full, CRITIC).text
    assert words
    full.resting.start(CRITIC, Wait.TWO)
    for row in (_shown(full, CRITIC), full.inbox.row(CRITIC)):
        assert row.resting
        assert row.text is None
        assert not row.put_away
    assert full.inbox.view(CRITIC).text.startswith(words), "for whoever asks to see it"
    clock.advance(121)
    assert _shown(full, CRITIC).text is None, "also when the time has passed"
    full.resting.end(CRITIC)
    assert _shown(full, CRITIC).text == words


def test_copying_ends_it_and_undo_brings_both_back(full: Workspace) -> None:
    full.resting.start(CRITIC, Wait.TEN)
    full.replying.copied(CRITIC, "Thanks.")
    assert full.resting.rest(CRITIC) is None
    assert full.inbox.row(CRITIC).answered
    full.undo()
    assert _left(full) == 600
    assert not full.inbox.row(CRITIC).answered
    full.redo()
    assert full.resting.rest(CRITIC) is None
    full.undo()
    full.undo()
    assert full.resting.rest(CRITIC) is None
    assert not full.inbox.row(CRITIC).resting


def test_leaving_it_is_one_step(full: Workspace) -> None:
    full.resting.start(CRITIC, Wait.TEN)
    change = full.resting.leave(CRITIC)
    assert change.deed is Deed.LET_REST
    assert full.resting.rest(CRITIC) is None
    assert full.inbox.row(CRITIC).done
    full.undo()
    assert full.resting.rest(CRITIC) is not None
    assert not full.inbox.row(CRITIC).done


def test_nothing_to_end_is_no_step(full: Workspace) -> None:
    assert full.resting.end(CRITIC).undo is None
    assert full.resting.start(CRITIC, Wait.OFF).undo is None
    assert full.undoable() is None
    with pytest.raises(Problem) as caught:
        full.resting.start(CommentKey(9999), Wait.TEN)
    assert caught.value.code is ProblemCode.COMMENT_GONE


def test_it_goes_with_its_comment(
    full: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    full.resting.start(CRITIC, Wait.TWO)
    clock.advance(121)
    assert full.resting.rested() == (CRITIC,)
    full.importing.take_back(1)
    assert full.resting.rested() == ()
    again = opened()
    while not again.tidy():
        pass
    assert again._library.resting.all() == {}


def test_a_clean_holding_reply_need_not_wait(full: Workspace) -> None:
    holding = Suggestion(
        "Thank you, I am looking into it.", "en", Intent.HOLD, Tone.PLAIN, Audience.PUBLIC,
        ("ack", "check"), (), frozenset(),
    )  # fmt: skip
    may = full.resting.may_go_now
    assert may(holding, holding.text, ())
    assert not may(holding, holding.text, STRONG)
    assert not may(holding, "my own words", ())
    assert not may(None, holding.text, ())
