"""Live mode: no part of the desk hands out a word until it is turned off again."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.care import ScheduleItem, SupportContact
from creator_calm.domain.change import Change, Deed
from creator_calm.domain.inbox import InboxQuery
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.workspace.covering import Covered

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

WORDLESS = {
    "preferences", "care", "importing", "rejudging", "folders", "notices", "subscribe", "undoable",
    "redoable", "tidy", "checkpoint", "close", "open_while_covered", "open",
}  # fmt: skip
"""What of the desk may be asked while words are covered; anything new must be argued for here."""


def public(thing: object) -> set[str]:
    return {name for name in (*dir(type(thing)), *vars(thing)) if not name.startswith("_")}


def refused(thing: object, name: str) -> bool:
    try:
        getattr(thing, name)
    except Problem as problem:
        return problem.code is ProblemCode.COVERED
    return False


def test_nothing_of_the_desk_answers_but_what_holds_no_words(full: Workspace) -> None:
    names = public(full)
    assert not {name for name in names if refused(full, name)}
    full.care.breaks.enter_live()
    answering = {name for name in names if not refused(full, name)}
    assert answering <= WORDLESS
    assert {name for name in public(full.care) if not refused(full.care, name)} <= {
        "breaks", "break_rule", "open_while_covered",
    } | {"time_off", "help_lines"}  # fmt: skip
    full.care.breaks.leave_live()
    assert not {name for name in names if refused(full, name)}


def test_a_reference_taken_before_is_covered_too(full: Workspace) -> None:
    inbox, care, replying = full.inbox, full.care, full.replying
    full.care.breaks.enter_live()
    held = (
        (inbox, ("page", "today", "view", "reveal", "digest", "counts", "mark_done")),
        (care, ("notes", "contacts", "planned_today", "schedule", "save_note")),
        (replying, ("plan", "check")),
        (full, ("undo", "inbox", "exporting")),
    )
    for part, names in held:
        assert all(refused(part, name) for name in names), part
    full.care.breaks.leave_live()
    assert inbox.page(InboxQuery(), 0)


def test_every_part_that_hands_out_words_can_be_covered(desk: Workspace) -> None:
    """Parts of other people too: what is on the desk is covered, or says that it holds no words."""
    for name, part in vars(desk).items():
        if name.startswith("_") or name in WORDLESS - {"care"}:
            continue
        assert isinstance(part, Covered), f"{name} hands out words: derive it from Covered"


def test_it_outlives_a_restart_and_counts_from_its_beginning(
    desk: Workspace, opened: Callable[[], Workspace], clock: StoppedClock
) -> None:
    assert desk.care.breaks.live_for_s == 0
    desk.care.breaks.enter_live()
    clock.advance(3600)
    desk.care.breaks.enter_live()
    again = opened()
    assert again.care.breaks.state.live
    assert again.care.breaks.live_for_s == 3600
    with pytest.raises(Problem):
        again.inbox.today()
    again.care.breaks.leave_live()
    assert opened().inbox.today() is not None


def test_a_clock_set_back_does_not_make_it_negative(desk: Workspace, clock: StoppedClock) -> None:
    desk.care.breaks.enter_live()
    clock.sleep(-3 * 365 * 86_400)
    assert desk.care.breaks.live_for_s == 0


def test_the_screens_are_told_once_it_is_covered(desk: Workspace) -> None:
    told: list[tuple[Deed, bool]] = []

    def listen(change: Change) -> None:
        told.append((change.deed, desk.care.breaks.state.live))

    desk.subscribe(listen)
    desk.care.breaks.enter_live()
    desk.care.breaks.leave_live()
    assert told == [(Deed.COVERED, True), (Deed.UNCOVERED, False)]


def test_words_typed_while_covered_are_refused_not_lost(desk: Workspace) -> None:
    desk.care.save_contact(SupportContact(0, "Mira"))
    care = desk.care
    desk.care.breaks.enter_live()
    with pytest.raises(Problem):
        care.save_item(ScheduleItem(0, "x", frozenset({0}), time(8)))
    desk.care.breaks.leave_live()
    assert [one.name for one in care.contacts()] == ["Mira"]
