"""A reply that was copied is not said again: in its thread, under its video, after a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.comment import CommentId, CommentKey, Post
from creator_calm.domain.intake import Sighting
from creator_calm.replies.surface import opener
from tests.storage.builders import CRITIQUE, bring_in, comment

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.reply import Suggestion
    from creator_calm.workspace import Workspace

VIDEO = Post("v1", "A video", None)
IN_THREAD = 6
"""Comments 1 to 6 answer comment 0; 6 to 29 are of their own."""
MANY = 30


@pytest.fixture
def video(desk: Workspace) -> Workspace:
    """A desk with comments on one video, each with a point, some in one thread."""
    sightings = []
    for number in range(MANY):
        parent = CommentId("youtube:0") if 0 < number <= IN_THREAD else None
        one = replace(comment(number), post=VIDEO, in_reply_to=parent)
        sightings.append(Sighting(one, str(number), CRITIQUE))
    bring_in(desk._library, sightings)
    return desk


def answer(desk: Workspace, number: int) -> Suggestion:
    """Copy the first suggestion for a comment, as it stands, and return it."""
    key = CommentKey(number + 1)
    first = desk.replying.plan(key).suggestions[0]
    desk.replying.copied(key, first.text)
    return first


def test_no_phrase_comes_twice_in_a_thread_and_no_opener_under_a_video(
    video: Workspace, opened: Callable[[], Workspace]
) -> None:
    phrases: list[str] = []
    openers: list[str] = []
    for number in range(MANY):
        # Half way through the app is closed and opened: nothing may be forgotten.
        desk = video if number < MANY // 2 else opened()
        said = answer(desk, number)
        openers.append(opener(said.text))
        if number <= IN_THREAD:
            phrases.extend(said.phrases)
    assert len(set(phrases)) == len(phrases)
    assert len(set(openers)) == len(openers)


def test_what_is_taken_back_may_be_said_again(video: Workspace) -> None:
    before = video.replying.plan(CommentKey(1)).suggestions
    video.replying.copied(CommentKey(2), before[0].text)
    assert opener(before[0].text) not in {
        opener(one.text) for one in video.replying.plan(CommentKey(1)).suggestions
    }
    video._session.undo()
    assert video.replying.plan(CommentKey(1)).suggestions == before


def test_a_draft_that_was_never_copied_bars_nothing(video: Workspace) -> None:
    before = video.replying.plan(CommentKey(1)).suggestions
    video.replying.save_draft(CommentKey(2), before[0].text, {})
    assert video.replying.plan(CommentKey(1)).suggestions == before


def test_the_comment_itself_keeps_its_suggestions_once_answered(video: Workspace) -> None:
    before = video.replying.plan(CommentKey(1)).suggestions
    video.replying.copied(CommentKey(1), before[0].text)
    assert video.replying.plan(CommentKey(1)).suggestions == before
