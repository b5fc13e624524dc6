"""Help lines and everything of the creator's own: exported, deleted in one place, brought back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.care import Note, SupportContact
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.help_lines import OwnLine
from creator_calm.domain.moods import Mood
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock


def test_own_entries_are_kept_changed_removed_and_undone(
    desk: Workspace, opened: Callable[[], Workspace]
) -> None:
    lines = desk.care.help_lines
    lines.save(OwnLine(0, " Kyrkan ", "044-0", "evenings", "quiet voice"))
    (kept,) = lines.own()
    assert kept == OwnLine(1, "Kyrkan", "044-0", "evenings", "quiet voice")
    assert opened().care.help_lines.own() == (kept,)


def test_undo_of_entries(desk: Workspace) -> None:
    lines = desk.care.help_lines
    lines.save(OwnLine(0, "A"))
    lines.save(OwnLine(1, "B"))
    lines.remove(1)
    desk.undo()
    assert lines.own() == (OwnLine(1, "B"),)
    desk.undo()
    assert lines.own() == (OwnLine(1, "A"),)
    with pytest.raises(Problem) as found:
        lines.save(OwnLine(0, "  "))
    assert found.value.code is ProblemCode.FIELD_EMPTY


def test_countries_are_two_letters_and_at_most_two(desk: Workspace) -> None:
    assert desk.care.help_lines.countries() == ()
    desk.preferences.set("care.country", "se, no")
    assert desk.care.help_lines.countries() == ("SE", "NO")
    for bad in ("Sweden", "SE NO DK", "S1"):
        with pytest.raises(Problem):
            desk.preferences.set("care.country", bad)


def test_help_stays_open_while_covered_without_own_words(desk: Workspace) -> None:
    desk.care.help_lines.save(OwnLine(0, "A"))
    desk.preferences.set("care.country", "SE")
    desk.care.breaks.enter_live()
    assert desk.care.help_lines.emergency(desk.care.help_lines.countries()) == ("112",)
    with pytest.raises(Problem) as found:
        desk.care.help_lines.own()
    assert found.value.code is ProblemCode.COVERED


def _fill(desk: Workspace, clock: StoppedClock) -> None:
    care = desk.care
    care.save_note(None, "a note about åäö and 😀")
    care.save_contact(SupportContact(0, "Sam"))
    care.moods.note(Mood(0, clock.utc(), 40, note="so so"))
    care.help_lines.save(OwnLine(0, "Kyrkan"))
    desk.inbox.keep([CommentKey(1)])
    desk.inbox.reveal(CommentKey(3))


def test_the_export_holds_everything(full: Workspace, clock: StoppedClock) -> None:
    _fill(full, clock)
    found = json.loads(full.care.own_things.as_json())
    assert found["notes"][0]["text"] == "a note about åäö and 😀"
    assert found["people"][0]["name"] == "Sam"
    assert found["moods"][0]["note"] == "so so"
    assert found["help_lines"][0]["name"] == "Kyrkan"
    assert found["kind_words"][0]["comment"] == 1
    assert found["days"][0]["opened"] == 1
    assert full.inbox.row(CommentKey(3)).put_away
    assert "Viewer 2" not in json.dumps(found)


def test_everything_can_be_deleted_in_one_place_and_taken_back(
    full: Workspace, clock: StoppedClock
) -> None:
    _fill(full, clock)
    before = full.care.own_things.as_json()
    assert full.care.own_things.erase().count == 6
    assert not any(json.loads(full.care.own_things.as_json()).values())
    assert full.care.notes("åäö") == ()
    assert not full.inbox.row(CommentKey(1)).kept
    full.undo()
    assert full.care.own_things.as_json() == before
    assert isinstance(full.care.notes("åäö")[0], Note)
    assert full.inbox.row(CommentKey(1)).kept
    full.redo()
    assert full.care.own_things.erase().count == 0
