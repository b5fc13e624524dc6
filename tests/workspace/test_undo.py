"""Whatever is done can be taken back exactly, and done again."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from creator_calm.domain.assessment import Kind, Lane
from creator_calm.domain.care import Answer, ScheduleItem, SupportContact
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.domain.own_rules import Says
from creator_calm.domain.reply import Chip
from creator_calm.domain.resting import Wait
from creator_calm.paths import Folders
from creator_calm.workspace import Workspace
from creator_calm.workspace.history import STEPS_KEPT
from tests.storage.builders import ABUSE, MIX, THREAT, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.clock import StoppedClock

TABLES = (
    "comments",
    "assessments",
    "states",
    "drafts",
    "resting",
    "contacts",
    "notes",
    "schedule",
    "answers",
    "settings",
    "phrases",
    "corrections",
    "trusted",
    "phrase_memory",
    "own_phrases",
    "unwanted_phrases",
    "stop_asks",
    "facts",
    "facts_enough",
    "saved_replies",
    "offers",
    "channels",
)


def _content(desk: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Everything the creator could notice, with the tallies as sums."""
    rows = desk._library.database.rows
    content = {table: rows(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES}
    content["tallies"] = rows("SELECT * FROM tallies WHERE n <> 0")
    content["shown"] = [(row,) for row in desk.inbox.page(InboxQuery(), 0, 500)]
    content["found"] = [(desk.inbox.search(InboxQuery(search="sound")),)]
    content["noted"] = [(note,) for note in desk.care.notes("note")]
    return content


def _key(judged: object) -> CommentKey:
    return CommentKey(MIX.index(judged) + 1)


ACTS: dict[Deed, Callable[[Workspace], Change]] = {
    Deed.MARKED_DONE: lambda desk: desk.inbox.mark_done([CommentKey(1), CommentKey(2)]),
    Deed.MARKED_READ: lambda desk: desk.inbox.mark_read([CommentKey(1)]),
    Deed.LET_REST: lambda desk: desk.inbox.let_rest(CommentKey(3)),
    Deed.PUT_AWAY: lambda desk: desk.inbox.put_away([CommentKey(1), CommentKey(2)]),
    Deed.BROUGHT_BACK: lambda desk: desk.inbox.bring_back([_key(ABUSE)]),
    Deed.KIND_PICKED: lambda desk: desk.inbox.pick_kind(CommentKey(1), Kind.CRITIQUE),
    Deed.CORRECTED_AWAY: lambda desk: desk.correcting.correct(CommentKey(2), Says.HARSH),
    Deed.CORRECTED_SHOWN: lambda desk: desk.correcting.correct(_key(ABUSE), Says.NOT_HARSH),
    Deed.KEPT: lambda desk: desk.inbox.keep([CommentKey(1)]),
    Deed.DRAFT_SAVED: lambda desk: desk.replying.save_draft(CommentKey(2), "hi", {Chip.LATE: ""}),
    Deed.COPIED: lambda desk: desk.replying.copied(CommentKey(2), "Thanks!"),
    Deed.REST_STARTED: lambda desk: desk.resting.start(CommentKey(2), Wait.TEN),
    Deed.CONTACT_SAVED: lambda desk: desk.care.save_contact(SupportContact(0, "Åsa", "call")),
    Deed.NOTE_SAVED: lambda desk: desk.care.save_note(None, "a note"),
    Deed.SCHEDULE_SAVED: lambda desk: desk.care.save_item(_item()),
    Deed.SETTING_CHANGED: lambda desk: desk.preferences.set("breaks.on", False),
    Deed.IMPORT_TAKEN_BACK: lambda desk: desk.importing.take_back(1),
}


def _written_twice(desk: Workspace) -> None:
    for text in ("what was written at first, and went", "hi"):
        desk.replying.save_draft(CommentKey(2), text, {})


def _item() -> ScheduleItem:
    return ScheduleItem(0, "Walk", frozenset(range(7)), time(9))


@pytest.mark.parametrize("deed", ACTS)
def test_each_act_is_one_exact_step(full: Workspace, deed: Deed) -> None:
    before = _content(full)
    heard: list[Change] = []
    full.subscribe(heard.append)
    change = ACTS[deed](full)
    assert change.deed is deed
    assert change.count > 0
    assert change.undo is not None
    assert heard == [change]
    after = _content(full)
    assert after != before
    assert full.undoable() == (deed, change.count)
    undone = full.undo()
    assert undone is not None
    assert (undone.deed, undone.areas, undone.undo) == (deed, change.areas, None)
    assert _content(full) == before
    assert full.redoable() == (deed, change.count)
    assert full.redo() is not None
    assert _content(full) == after
    assert heard[1:] == [undone, Change(change.areas, change.count, deed, change.undo)]


SECOND_ACTS: dict[Deed, tuple[Callable[[Workspace], object], Callable[[Workspace], Change]]] = {
    Deed.REOPENED: (ACTS[Deed.MARKED_DONE], lambda desk: desk.inbox.reopen([CommentKey(1)])),
    Deed.REST_ENDED: (ACTS[Deed.REST_STARTED], lambda desk: desk.resting.end(CommentKey(2))),
    Deed.DRAFT_PUT_BACK: (
        _written_twice,
        lambda desk: desk.draft_history.put_back(CommentKey(2), 1),
    ),
    Deed.MARKED_UNREAD: (ACTS[Deed.MARKED_READ], lambda d: d.inbox.mark_unread([CommentKey(1)])),
    Deed.NO_LONGER_KEPT: (ACTS[Deed.KEPT], lambda desk: desk.inbox.unkeep([CommentKey(1)])),
    Deed.CONTACT_REMOVED: (ACTS[Deed.CONTACT_SAVED], lambda desk: desk.care.remove_contact(1)),
    Deed.NOTE_REMOVED: (ACTS[Deed.NOTE_SAVED], lambda desk: desk.care.remove_note(1)),
    Deed.SCHEDULE_REMOVED: (
        lambda desk: (ACTS[Deed.SCHEDULE_SAVED](desk), desk.care.answer(1, Answer.DONE)),
        lambda desk: desk.care.remove_item(1),
    ),
    Deed.SCHEDULE_ANSWERED: (
        ACTS[Deed.SCHEDULE_SAVED],
        lambda desk: desk.care.answer(1, Answer.NOT_TODAY),
    ),
}


@pytest.mark.parametrize("deed", SECOND_ACTS)
def test_each_second_act_is_one_exact_step(full: Workspace, deed: Deed) -> None:
    first, act = SECOND_ACTS[deed]
    first(full)
    before = _content(full)
    change = act(full)
    assert (change.deed, change.count) == (deed, 1)
    after = _content(full)
    full.undo()
    assert _content(full) == before
    full.redo()
    assert _content(full) == after


def test_every_deed_that_can_be_undone_is_tried() -> None:
    tried = ACTS.keys() | SECOND_ACTS.keys()
    elsewhere = {Deed.IMPORTED, Deed.REVEALED, Deed.JUDGED_ANEW, Deed.DRAFT_CLEARED}
    elsewhere |= {Deed.RULES_CHANGED, Deed.HISTORY_EMPTIED}  # tests/workspace/test_own_rules.py
    elsewhere |= {Deed.COVERED, Deed.UNCOVERED}  # tests/workspace/test_covering.py
    elsewhere |= {Deed.TIME_OFF_PLANNED, Deed.TIME_OFF_ENDED}  # tests/workspace/test_time_off.py
    # tests/workspace/test_kind_shelf.py, test_moods.py, test_help_lines.py
    elsewhere |= {Deed.KIND_SAVED, Deed.KIND_REMOVED, Deed.MOOD_NOTED, Deed.MOODS_REMOVED}
    elsewhere |= {Deed.LINE_SAVED, Deed.LINE_REMOVED, Deed.CARE_ERASED}
    # tests/workspace/test_promises.py
    elsewhere |= {Deed.PROMISE_MADE, Deed.PROMISE_NOTED, Deed.PROMISE_MOVED, Deed.PROMISE_CLOSED}
    elsewhere |= {Deed.PROMISE_REMOVED}
    # tests/workspace/test_facts.py, test_own_words.py
    elsewhere |= {Deed.OWN_WORDS_SAVED, Deed.OWN_WORDS_REMOVED, Deed.OWN_WORDS_MOVED}
    elsewhere |= {Deed.FACT_NOTED, Deed.FACT_REMOVED, Deed.FACTS_ENOUGH, Deed.FACTS_REOPENED}
    elsewhere |= {Deed.TO_DO_MOVED, Deed.TRUE_WORDS_SAVED, Deed.TOLD_ALL}  # test_to_do.py
    elsewhere |= {Deed.EVIDENCE_SETTLED, Deed.ASKED_TO_STOP}  # test_stopping.py
    # tests/workspace/test_learning.py
    elsewhere |= {Deed.PHRASE_SAVED, Deed.PHRASE_REMOVED, Deed.PHRASE_UNWANTED}
    elsewhere |= {Deed.PHRASE_WANTED_BACK, Deed.LEARNING_FORGOTTEN}
    elsewhere |= {Deed.TO_DO_ADDED, Deed.TO_DO_CHANGED, Deed.TO_DO_DONE}
    elsewhere |= {Deed.TO_DO_REOPENED, Deed.TO_DO_REMOVED}
    assert set(Deed) == tried | elsewhere


def test_nothing_to_do_is_no_step(full: Workspace) -> None:
    heard: list[Change] = []
    full.subscribe(heard.append)
    full.inbox.mark_read([])
    full.inbox.reopen([CommentKey(1)])
    full.inbox.bring_back([CommentKey(1)])
    full.inbox.keep([_key(ABUSE)])
    full.preferences.set("breaks.on", True)
    full.care.remove_note(5)
    full.care.answer(5, Answer.DONE)
    full.importing.take_back(55)
    assert heard == []
    assert full.undoable() is None
    assert full.undo() is None
    assert full.redo() is None
    assert full.inbox.mark_read([]).areas is Area.NOTHING


def test_fifty_steps_and_more(full: Workspace) -> None:
    before = _content(full)
    for number in range(STEPS_KEPT // 2 + 10):
        full.inbox.mark_read([CommentKey(number % 100 + 1)])
        full.inbox.mark_unread([CommentKey(number % 100 + 1)])
        if number == 9:
            before = _content(full)
    undone = 0
    while full.undo() is not None:
        undone += 1
    assert undone == STEPS_KEPT >= 50
    assert _content(full) == before


def test_a_new_act_forgets_what_could_be_done_again(full: Workspace) -> None:
    full.inbox.mark_read([CommentKey(1)])
    full.undo()
    full.inbox.mark_read([CommentKey(2)])
    assert full.redo() is None


def test_saving_a_draft_again_and_again_is_one_step(full: Workspace) -> None:
    for text in ("t", "th", "thanks"):
        full.replying.save_draft(CommentKey(1), text, {})
    full.undo()
    assert full.replying.draft(CommentKey(1)) is None
    full.redo()
    draft = full.replying.draft(CommentKey(1))
    assert draft is not None
    assert draft.text == "thanks"
    full.replying.save_draft(CommentKey(1), "thanks!", {})
    full.undo()
    draft = full.replying.draft(CommentKey(1))
    assert draft is not None
    assert draft.text == "thanks"


def test_what_was_picked_and_brought_back_moves(full: Workspace) -> None:
    key = _key(ABUSE)
    full.inbox.bring_back([key])
    row = full.inbox.row(key)
    assert not row.put_away
    assert row.lane is Lane.CAN_WAIT
    full.inbox.pick_kind(key, Kind.QUESTION)
    assert full.inbox.row(key).lane is Lane.NEEDS_YOU
    full.inbox.pick_kind(key, Kind.THREAT)
    row = full.inbox.row(key)
    assert row.put_away
    assert row.lane is Lane.SAFETY
    assert full.inbox.count(InboxQuery(Pile.AWAY)) == 50


def test_a_threat_brought_back_is_still_named(full: Workspace) -> None:
    full.inbox.bring_back([_key(THREAT)])
    row = full.inbox.row(_key(THREAT))
    assert not row.put_away
    assert row.lane is Lane.SAFETY
    assert row.key in {one.key for one in full.inbox.safety()}


class Acts(RuleBasedStateMachine):
    """Random commands; afterwards undoing all of them gives the library of the beginning."""

    make: Callable[[], Workspace]

    @initialize()
    def begin(self) -> None:
        self.desk = self.make()
        self.start = _content(self.desk)
        self.steps: list[dict[str, list[tuple[object, ...]]]] = []
        self.place = 0

    def _did(self, change: Change | None) -> None:
        if change is not None and change.undo is not None:
            del self.steps[self.place :]
            self.steps.append(_content(self.desk))
            self.place += 1

    keys = st.lists(st.integers(1, 26).map(CommentKey), max_size=4)

    @rule(keys=keys, which=st.sampled_from(["mark_done", "reopen", "mark_read", "mark_unread"]))
    def mark(self, keys: list[CommentKey], which: str) -> None:
        self._did(getattr(self.desk.inbox, which)(keys))

    @rule(keys=keys, which=st.sampled_from(["put_away", "bring_back", "keep", "unkeep"]))
    def place_them(self, keys: list[CommentKey], which: str) -> None:
        self._did(getattr(self.desk.inbox, which)(keys))

    @rule(key=st.integers(1, 26).map(CommentKey), kind=st.sampled_from(list(Kind)))
    def pick(self, key: CommentKey, kind: Kind) -> None:
        self._did(self.desk.inbox.pick_kind(key, kind))

    @rule(key=st.integers(1, 24).map(CommentKey), text=st.text("ab ", max_size=3))
    def copy(self, key: CommentKey, text: str) -> None:
        self._did(self.desk.replying.copied(key, text))

    @rule(keep=st.booleans())
    def toggle(self, keep: bool) -> None:
        self._did(self.desk.preferences.set("list.put_away", keep))

    @rule(name=st.sampled_from(["Mum", "Åsa"]), number=st.integers(0, 2))
    def contact(self, name: str, number: int) -> None:
        known = {contact.id for contact in self.desk.care.contacts()}
        self._did(
            self.desk.care.save_contact(SupportContact(number if number in known else 0, name))
        )

    @rule(number=st.integers(1, 3))
    def remove(self, number: int) -> None:
        self._did(self.desk.care.remove_contact(number))
        self._did(self.desk.care.remove_note(number))

    @rule()
    def take_back(self) -> None:
        self._did(self.desk.importing.take_back(2))

    @rule()
    def undo(self) -> None:
        if self.desk.undo() is not None:
            self.place -= 1
            expected = self.steps[self.place - 1] if self.place else self.start
            assert _content(self.desk) == expected

    @rule()
    def redo(self) -> None:
        if self.desk.redo() is not None:
            self.place += 1
            assert _content(self.desk) == self.steps[self.place - 1]

    @invariant()
    def tallies_are_right(self) -> None:
        if hasattr(self, "desk"):
            rows = self.desk._library.database.rows
            assert rows(
                "SELECT place, sum(n) FROM tallies GROUP BY place HAVING sum(n) > 0 ORDER BY place"
            ) == rows("SELECT place, count(*) FROM states GROUP BY place ORDER BY place")

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            while self.desk.undo() is not None:
                pass
            assert _content(self.desk) == self.start
            self.desk.close()


def test_any_sequence_can_be_taken_back(tmp_path: Path, clock: StoppedClock) -> None:
    count = iter(range(10_000))

    def make() -> Workspace:
        base = tmp_path / str(next(count))
        folders = Folders(base / "data", base / "config", base / "cache", base / "state")
        for folder in (folders.data, folders.config):
            folder.mkdir(parents=True)
        desk = Workspace.open(folders, clock)
        bring_in(desk._library, [sighting(number) for number in range(24)])
        bring_in(desk._library, [sighting(number) for number in range(24, 26)])
        desk._session.publish(Change(Area.COMMENTS, 26, Deed.IMPORTED))
        return desk

    machine = type("Machine", (Acts,), {"make": staticmethod(make)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
