"""Earlier versions of a draft: kept when words go, put back in one step, gone with the comment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.change import Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.reply import Chip
from creator_calm.replies.draft_versions import worth_keeping
from creator_calm.storage.writing import VERSIONS_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

KEY = CommentKey(2)
LONG = "Thank you for telling me about the sound, I had no idea."


def texts(desk: Workspace) -> list[str]:
    return [one.text for one in desk.draft_history.versions(KEY)]


@pytest.mark.parametrize(
    ("before", "after", "newest", "idle_s", "kept"),
    [
        ("", LONG, None, 0, False),
        ("  ", "", None, 9999, False),
        (LONG, LONG + " More.", None, 0, False),
        (LONG, "", None, 0, True),
        (LONG, "Something else.", None, 0, True),
        (LONG, LONG[:-2], None, 0, False),
        ("short one", "", None, 0, False),
        ("short one", "", None, 600, True),
        (LONG, "", LONG, 0, False),
        (LONG, LONG, None, 9999, False),
        ("a" * 240, "a" * 241, None, 0, True),
        (LONG + "!" * 5, "", LONG, 0, False),
    ],
)
def test_what_is_worth_keeping(
    before: str, after: str, newest: str | None, idle_s: float, kept: bool
) -> None:
    assert worth_keeping(before, after, newest, idle_s) is kept


def test_typing_on_keeps_few_and_taking_away_keeps_what_went(full: Workspace) -> None:
    for length in range(1, len(LONG) + 1):
        full.replying.save_draft(KEY, LONG[:length], {Chip.WILL_CHANGE: ""})
    assert texts(full) == []
    full.replying.save_draft(KEY, "No.", {})
    assert texts(full) == [LONG]
    assert full.draft_history.versions(KEY)[0].facts == {"will_change": ""}
    full.replying.save_draft(KEY, "", {})
    assert texts(full) == [LONG]


def test_a_rest_makes_a_version(full: Workspace, clock: StoppedClock) -> None:
    full.replying.save_draft(KEY, "short one", {})
    clock.advance(3600)
    full.replying.save_draft(KEY, "short one, and more", {})
    assert texts(full) == ["short one"]


def test_put_back_is_one_step_and_keeps_what_stood_there(
    full: Workspace, opened: Callable[[], Workspace]
) -> None:
    full.replying.save_draft(KEY, LONG, {Chip.WHEN: "on Friday"})
    full.replying.save_draft(KEY, "now", {})
    again = opened()
    version = again.draft_history.versions(KEY)[0]
    change = again.draft_history.put_back(KEY, version.id)
    assert change.deed is Deed.DRAFT_PUT_BACK
    draft = again.replying.draft(KEY)
    assert draft is not None
    assert (draft.text, draft.facts) == (LONG, {"when": "on Friday"})
    assert texts(again) == ["now"]
    again.undo()
    draft = again.replying.draft(KEY)
    assert draft is not None
    assert draft.text == "now"
    assert again.draft_history.versions(KEY) == (version,)
    again.redo()
    assert texts(again) == ["now"]
    assert again.draft_history.put_back(KEY, 999).undo is None


def test_there_are_never_too_many(full: Workspace) -> None:
    for number in range(VERSIONS_KEPT + 10):
        full.replying.save_draft(KEY, f"{number} " * 20, {})
        full.replying.save_draft(KEY, "x", {})
    found = texts(full)
    assert len(found) == VERSIONS_KEPT
    assert found[0] == f"{VERSIONS_KEPT + 9} " * 20


def test_taking_a_save_back_loses_no_version(full: Workspace) -> None:
    full.replying.save_draft(KEY, LONG, {})
    full.inbox.mark_read([KEY])
    full.replying.save_draft(KEY, "", {})
    full.undo()
    draft = full.replying.draft(KEY)
    assert draft is not None
    assert draft.text == LONG
    full.redo()
    assert texts(full) == [LONG]


def test_they_go_with_the_comment_and_with_everything_else(
    full: Workspace, opened: Callable[[], Workspace]
) -> None:
    full.replying.save_draft(KEY, LONG, {})
    full.replying.save_draft(KEY, "now", {})
    saved = json.loads(full.care.own_things.as_json())
    assert [one["text"] for one in saved["earlier_drafts"]] == [LONG]
    assert [(one["key"], one["text"]) for one in saved["drafts"]] == [(KEY, "now")]
    full.care.own_things.erase()
    assert texts(full) == []
    full.undo()
    assert texts(full) == [LONG]
    full.importing.take_back(1)
    again = opened()
    while not again.tidy():
        pass
    assert again._library.draft_versions.all() == ()
