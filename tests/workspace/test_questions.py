"""Every question of storage is answered by an index, and screens ask few of them."""

from __future__ import annotations

import itertools
from datetime import time
from typing import TYPE_CHECKING, Any

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.care import Answer, ScheduleItem, SupportContact
from creator_calm.domain.comment import CommentKey, Platform
from creator_calm.domain.inbox import InboxQuery, Pile, Pill, Sort
from creator_calm.storage.database import Database
from tests.storage.builders import KIND_ONE, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from creator_calm.workspace import Workspace

SMALL = {"library", "codes", "imports", "contacts", "schedule", "answers", "settings", "memory",
         "phrases", "corrections", "trusted", "rule_changes", "promises", "promise_comments",
         "saved_replies", "offers", "channels", "phrase_memory", "own_phrases",
         "resting"}  # fmt: skip
"""Tables of at most some hundred rows, read whole."""

ASKED_FOR = {"states_urgent", "states_harsh_people", "notes_by_time"}
"""Indexes that hold only the rows asked for, or are walked from their end up to a LIMIT."""

Asked = list[tuple[str, "Sequence[Any]"]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Every statement with its values, as it is asked."""
    found: Asked = []
    rows, run, run_many = Database.rows, Database.run, Database.run_many

    def seen_rows(self: Database, sql: str, bindings: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        found.append((sql, bindings))
        return rows(self, sql, bindings)

    def seen_run(self: Database, sql: str, bindings: Sequence[Any] = ()) -> None:
        found.append((sql, bindings))
        run(self, sql, bindings)

    def seen_many(self: Database, sql: str, sequence: Iterable[Sequence[Any]]) -> None:
        listed = list(sequence)
        found.extend((sql, one) for one in listed[:1])
        run_many(self, sql, listed)

    monkeypatch.setattr(Database, "rows", seen_rows)
    monkeypatch.setattr(Database, "run", seen_run)
    monkeypatch.setattr(Database, "run_many", seen_many)
    return found


def _tour(desk: Workspace) -> None:
    """Ask and do everything once."""
    inbox, care, replying = desk.inbox, desk.care, desk.replying
    for keep in (True, False):
        desk.preferences.set("list.put_away", keep)
        for pile, pill, sort, platform in itertools.product(
            Pile, Pill, Sort, (None, Platform.YOUTUBE)
        ):
            query = InboxQuery(pile, pill, sort, platform=platform)
            rows = inbox.page(query, 0, 3)
            inbox.page(query, 3, 3)
            inbox.count(query)
            if rows:
                inbox.position(query, rows[-1].key)
        for pile in Pile:
            query = InboxQuery(pile, search="sound")
            inbox.search(query)
            inbox.count(query)
            for row in inbox.page(query, 0, 5)[1:]:
                inbox.position(query, row.key)
            inbox.page(query, 5, 5)
    inbox.today(), inbox.counts(), inbox.digest(), inbox.safety(), inbox.perspective()
    key = CommentKey(1)
    inbox.view(key), inbox.row(key), inbox.reveal(CommentKey(3))
    inbox.mark_done([key]), inbox.pick_kind(key, Kind.QUESTION), desk.undo(), desk.undo()
    replying.plan(key), replying.check("Thanks!", key)
    replying.save_draft(key, "Thanks!", {}), replying.copied(key, "Thanks!")
    care.save_contact(SupportContact(0, "Mum")), care.contacts(), care.remove_contact(1)
    care.save_note(None, "a note about sound"), care.notes(), care.notes("sound")
    care.save_note(1, "another"), care.remove_note(1)
    care.save_item(ScheduleItem(0, "Walk", frozenset(range(7)), time(9)))
    care.answer(1, Answer.DONE), care.planned_today(), care.schedule(), care.remove_item(1)
    list(desk.exporting.rows(with_text=False))
    desk.rejudging.needed(), desk.importing.recent()
    desk.own_rules.phrases(), desk.own_rules.history(), desk.own_rules.trusted()
    bring_in(desk._library, [sighting(900)])
    desk._library.comments.known(["youtube:1"])
    desk.importing.take_back(1)
    inbox.page(InboxQuery(), 0), inbox.today(), inbox.counts(), inbox.digest()
    desk._session.history.forget_import(1)
    while not desk.tidy():
        pass


def _walks_everything(detail: str) -> bool:
    words = detail.split()
    if words[0] != "SCAN" or "VIRTUAL TABLE INDEX" in detail or words[1].startswith("("):
        return False
    return not (words[1] in SMALL or any(name in detail for name in ASKED_FOR))


def test_nothing_is_scanned_and_nothing_is_sorted(full: Workspace, asked: Asked) -> None:
    _tour(full)
    statements = {
        sql: values
        for sql, values in asked
        if sql.split()[0] in {"SELECT", "UPDATE", "DELETE", "INSERT"}
    }
    assert len(statements) > 120
    explain = full._library.database.connection.execute
    bad = []
    for sql, values in statements.items():
        for *_, detail in explain(f"EXPLAIN QUERY PLAN {sql}", values):
            if "TEMP B-TREE" in detail or _walks_everything(detail):
                bad.append((detail, sql))
    assert bad == []


def _count(asked: Asked, act: Callable[[], object]) -> int:
    asked.clear()
    act()
    return len(asked)


def test_screens_ask_few_questions(full: Workspace, asked: Asked) -> None:
    bring_in(full._library, [sighting(number, KIND_ONE) for number in range(1000, 3000)])
    inbox, query = full.inbox, InboxQuery(sort=Sort.NEWEST)
    assert _count(asked, lambda: inbox.page(query, 0)) <= 2
    assert _count(asked, lambda: inbox.page(query, 100)) <= 2
    inbox.page(query, 1500)
    assert _count(asked, lambda: inbox.page(query, 1600)) <= 2
    assert _count(asked, lambda: inbox.page(query, 1350)) <= 2
    found = InboxQuery(search="sound")
    assert _count(asked, lambda: inbox.page(found, 0)) <= 2
    other = InboxQuery(pill=Pill.KIND)
    assert _count(asked, lambda: (inbox.count(other), inbox.page(other, 0))) <= 3
    assert _count(asked, lambda: inbox.view(CommentKey(1))) <= 3
    # The comment, what was said, its facts, the day, its thread, its author, its promise: one or two each.
    assert _count(asked, lambda: full.replying.plan(CommentKey(1))) <= 11


def test_a_page_fetches_a_page(
    full: Workspace, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_in(full._library, [sighting(number, KIND_ONE) for number in range(1000, 2000)])
    fetched: list[int] = []
    rows = Database.rows

    def counted(self: Database, sql: str, bindings: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        found = rows(self, sql, bindings)
        fetched.append(len(found))
        return found

    monkeypatch.setattr(Database, "rows", counted)
    full.inbox.page(InboxQuery(), 0)
    assert fetched == [100, 100]


def test_few_questions_until_the_first_page(
    full: Workspace, opened: Callable[[], Workspace], asked: Asked
) -> None:
    asked.clear()
    desk = opened()
    asked[:] = [one for one in asked if "settings" not in one[0] or "SELECT" in one[0]]
    desk.inbox.page(InboxQuery(), 0)
    assert len(asked) <= 13, [sql for sql, _ in asked]
