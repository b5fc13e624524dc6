"""What a comment answers and how many answer it, masked like everything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from creator_calm.domain.comment import (
    Author,
    Comment,
    CommentId,
    CommentKey,
    Flag,
    Platform,
    Post,
    answers_a_comment,
)
from creator_calm.domain.inbox import InboxQuery, Sort, Thread
from tests.storage.builders import ABUSE, KIND_ONE, QUESTION, bring_in, sighting

if TYPE_CHECKING:
    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.intake import Sighting
    from creator_calm.workspace import Workspace

WORDS = "zorkblat"
AWAY, ANSWER, LOST, OWN, SECOND = (CommentKey(number) for number in range(1, 6))


def _one(number: int, judged: Assessment, answers: str | None = None, **facts: Any) -> Sighting:
    made = sighting(number)
    parent = None if answers is None else CommentId(answers)
    comment = replace(made.comment, id=CommentId(f"youtube:{number}"), in_reply_to=parent, **facts)
    return replace(made, comment=comment, assessment=judged)


@pytest.fixture
def threads(desk: Workspace) -> Workspace:
    """A put-away comment with two answers, one of them answered by the creator; one lost parent."""
    bring_in(
        desk._library,
        [
            _one(0, ABUSE, text=f"{WORDS} you", author=Author(WORDS)),
            _one(1, QUESTION, "youtube:0", text="Which brush?", author=Author("ana")),
            _one(2, KIND_ONE, "youtube:77"),
            _one(3, KIND_ONE, "youtube:1", is_own=True),
            _one(4, KIND_ONE, "youtube:0"),
        ],
    )
    return desk


def _thread(desk: Workspace, key: CommentKey) -> Thread:
    thread = desk.inbox.view(key).thread
    assert thread is not None
    return thread


def test_an_answer_names_what_it_answers_and_counts_its_own(threads: Workspace) -> None:
    own = _thread(threads, OWN)
    assert own.parent is not None
    assert (own.parent.key, own.parent.text, own.parent.author) == (ANSWER, "Which brush?", "ana")
    answer = _thread(threads, ANSWER)
    assert (answer.is_reply, answer.replies, answer.own_replies) == (True, 1, 1)
    away = _thread(threads, AWAY)
    assert (away.is_reply, away.parent, away.replies, away.own_replies) == (False, None, 2, 0)


def test_of_a_put_away_parent_no_word_is_handed_out(threads: Workspace) -> None:
    parent = _thread(threads, ANSWER).parent
    assert parent is not None
    assert (parent.put_away, parent.text, parent.author) == (True, None, None)
    threads.inbox.reveal(AWAY)
    assert WORDS not in repr(threads.inbox.view(ANSWER)), "opening one is no wish for the other"
    threads.preferences.set("list.put_away", False)
    assert WORDS in repr(threads.inbox.view(ANSWER)), "the creator wants nothing put away"


def test_a_parent_that_is_not_here_is_said_as_such(threads: Workspace) -> None:
    assert _thread(threads, LOST) == Thread(is_reply=True)
    kept = _one(5, KIND_ONE, text="[…]", flags=frozenset({Flag.DELETED}))
    bring_in(threads._library, [kept, _one(6, KIND_ONE, "youtube:5")])
    assert _thread(threads, CommentKey(7)).parent_deleted


def test_an_import_taken_back_takes_its_part_of_the_thread_along(threads: Workspace) -> None:
    threads._library.listing.hidden = ((1, 4, 5),)
    assert _thread(threads, AWAY).replies == 1
    threads._library.listing.hidden = ((1, 1, 1),)
    assert _thread(threads, ANSWER).parent is None


def test_rows_say_that_they_are_replies_and_stand_where_they_stood(threads: Workspace) -> None:
    rows = threads.inbox.page(InboxQuery(sort=Sort.OLDEST), 0)
    assert [(row.key, row.is_reply) for row in rows] == [(2, True), (3, True), (5, True)]
    assert threads.inbox.row(ANSWER).is_reply
    assert not threads.inbox.row(AWAY).is_reply


def test_what_answers_the_post_itself_is_an_ordinary_comment(desk: Workspace) -> None:
    post, root = Post(id="at://a/b"), "bluesky:at://a/b"
    facts = {"platform": Platform.BLUESKY, "post": post}
    bring_in(
        desk._library,
        [_one(0, KIND_ONE, root, **facts), _one(1, KIND_ONE, "bluesky:at://c", **facts)],
    )
    rows = desk.inbox.page(InboxQuery(sort=Sort.OLDEST), 0)
    assert [row.is_reply for row in rows] == [False, True]
    assert [desk.inbox.row(row.key).is_reply for row in rows] == [False, True]
    assert desk.inbox.view(CommentKey(1)).thread is None
    plain = Comment(CommentId("x:1"), Author(), "hello")
    assert not answers_a_comment(plain)


def test_replies_are_found_by_their_index(threads: Workspace) -> None:
    plan = threads._library.database.rows(
        "EXPLAIN QUERY PLAN SELECT count(*) FROM comments AS c"
        " CROSS JOIN states AS s ON s.key = c.key WHERE c.in_reply_to = ?",
        ("youtube:0",),
    )
    assert "comments_in_reply" in str(plan)
