"""How often the two went back and forth: counted in the thread, with this author alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Assessment, Kind
from creator_calm.domain.comment import (
    Author,
    Comment,
    CommentId,
    CommentKey,
    Moment,
    Platform,
    Precision,
)
from creator_calm.domain.intake import Sighting
from creator_calm.workspace.rounds import is_answered, others_answered, rounds_with
from tests.storage.builders import CRITIQUE, KIND_ONE, QUESTION, bring_in, comment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.storage.comments import Stored
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

HOUR = 3_600


def said(
    clock: StoppedClock, number: int, who: str, answers: int | None, text: str = "words"
) -> Comment:
    """Return comment `number`, written now."""
    return replace(
        comment(number, text, own=True if who == "me" else None),
        author=Author(who, f"UC-{who}"),
        written_at=Moment(clock.utc(), Precision.EXACT),
        in_reply_to=None if answers is None else CommentId(f"youtube:{answers}"),
        post=None,
        platform=Platform.YOUTUBE,
    )


def bring(
    desk: Workspace, comments: Iterable[Comment], judged: Assessment = CRITIQUE
) -> list[Stored]:
    """Bring comments in and return them as they are kept."""
    library = desk._library
    first = library.comments.next_key()
    sightings = [Sighting(one, str(n), judged) for n, one in enumerate(comments)]
    bring_in(library, sightings)
    return library.comments.stored(range(first, first + len(sightings)))


def reply(desk: Workspace, clock: StoppedClock, stored: Stored) -> None:
    clock.advance(HOUR)
    desk.replying.copied(CommentKey(stored.key), "Thanks for saying so.")
    clock.advance(HOUR)


def test_a_reply_is_a_round_once_its_author_writes_again(
    desk: Workspace, clock: StoppedClock
) -> None:
    (first,) = bring(desk, [said(clock, 1, "anna", None)])
    assert rounds_with(desk._library, first) == 0
    reply(desk, clock, first)
    assert rounds_with(desk._library, first) == 0
    (second,) = bring(desk, [said(clock, 2, "anna", 1)])
    assert rounds_with(desk._library, second) == 1
    assert rounds_with(desk._library, first) == 1
    reply(desk, clock, second)
    assert rounds_with(desk._library, second) == 1
    (third,) = bring(desk, [said(clock, 3, "anna", 1)])
    assert rounds_with(desk._library, third) == 2
    desk.undo()
    assert rounds_with(desk._library, third) == 1


def test_what_was_written_before_the_reply_and_by_others_is_no_round(
    desk: Workspace, clock: StoppedClock
) -> None:
    first, _, bob = bring(
        desk,
        [
            said(clock, 1, "anna", None),
            said(clock, 2, "anna", 1),
            said(clock, 3, "bob", 1),
        ],
    )
    reply(desk, clock, first)
    bring(desk, [said(clock, 4, "bob", 1), said(clock, 5, "anna", None)])
    assert rounds_with(desk._library, first) == 0
    assert rounds_with(desk._library, bob) == 0


def test_own_replies_of_the_library_count_and_those_to_others_do_not(
    desk: Workspace, clock: StoppedClock
) -> None:
    def at(hours: int) -> None:
        clock.advance(hours * HOUR)

    thread = [said(clock, 1, "anna", None)]
    at(1)
    thread.append(said(clock, 2, "me", 1, "@bob hello"))
    at(1)
    thread.append(said(clock, 3, "anna", 1))
    at(1)
    thread.append(said(clock, 4, "me", 1, "@Anna thanks"))
    at(1)
    thread.append(said(clock, 5, "anna", 1))
    stored = bring(desk, thread)
    assert rounds_with(desk._library, stored[0]) == 1


def test_a_thread_of_answers_to_answers_is_walked_both_ways(
    desk: Workspace, clock: StoppedClock
) -> None:
    thread = []
    for number in range(7):
        thread.append(said(clock, number, "me" if number % 2 else "anna", number - 1 or None))
        clock.advance(HOUR)
    thread[1] = replace(thread[1], in_reply_to=CommentId("youtube:0"))
    stored = bring(desk, thread)
    for one in (stored[0], stored[6]):
        assert rounds_with(desk._library, one) == 3
    desk.importing.take_back(1)
    assert desk._library.threads.turns(stored[6].comment, stored[6].key) == []


def test_a_comment_with_an_own_answer_is_answered(desk: Workspace, clock: StoppedClock) -> None:
    first = said(clock, 1, "anna", None)
    clock.advance(HOUR)
    answered, _ = bring(desk, [first, said(clock, 2, "me", 1)])
    other, _ = bring(desk, [said(clock, 3, "anna", None), said(clock, 4, "me", 3, "@bob yes")])
    turns = desk._library.threads.turns
    assert is_answered(turns(answered.comment, answered.key), answered)
    assert not is_answered(turns(other.comment, other.key), other)


def test_others_answered_only_when_whoever_asked_says_thanks(
    desk: Workspace, clock: StoppedClock
) -> None:
    (asked,) = bring(desk, [said(clock, 1, "anna", None)], QUESTION)

    def answered() -> bool:
        return others_answered(desk._library.threads.turns(asked.comment, asked.key), asked)

    clock.advance(HOUR)
    bring(desk, [said(clock, 2, "bob", 1)], CRITIQUE)
    assert not answered()
    clock.advance(HOUR)
    bring(desk, [said(clock, 3, "bob", 1)], KIND_ONE)
    assert not answered()
    clock.advance(HOUR)
    (thanks,) = bring(desk, [said(clock, 4, "anna", 1)], KIND_ONE)
    assert answered()
    desk.inbox.put_away([CommentKey(2), CommentKey(3)])
    assert not answered()
    assert thanks.assessment.kind is Kind.PRAISE


def test_people_whose_comments_are_put_away_are_counted_to_three(full: Workspace) -> None:
    stored = full._library.comments.stored([3])[0]
    assert full._library.people.put_away_of(stored.comment) == 3
    kind = full._library.comments.stored([2])[0]
    before = full._library.people.put_away_of(kind.comment)
    full.inbox.put_away([CommentKey(2)])
    assert full._library.people.put_away_of(kind.comment) == min(3, before + 1)


def test_lengths_are_counted_for_the_platform_of_the_comment(full: Workspace) -> None:
    assert full.replying.length(CommentKey(1), "å" * 5) == (5, 10_000)
    assert full.replying.length(CommentKey(2), "") == (0, 2_200)


def test_two_replies_in_a_row_are_one_round(desk: Workspace, clock: StoppedClock) -> None:
    first = said(clock, 1, "anna", None)
    clock.advance(HOUR)
    mine = said(clock, 2, "me", 1)
    (asked, _) = bring(desk, [first, mine])
    reply(desk, clock, asked)
    assert rounds_with(desk._library, asked) == 0
    bring(desk, [said(clock, 3, "anna", 1)])
    assert rounds_with(desk._library, asked) == 1
