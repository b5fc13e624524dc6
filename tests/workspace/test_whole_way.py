"""The main job once, through the real worker: bring in, read, plan, draft, done, undo, restart."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Deed
from creator_calm.domain.inbox import InboxQuery, Pile, Pill
from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.problems import ProblemCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from creator_calm.domain.preview import Preview
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.import_act import ImportAct

LINES = (
    "Thank you, this helped me so much!",
    "The music is too loud at 3:20, I could not hear you.",
    "What brush do you use?",
    "you're such a pathetic loser",
    "I know where you live and I'm coming for you",
    "Vilket bra slut på videon!",
)


def _file(folder: Path, count: int = len(LINES), name: str = "comments.jsonl") -> Source:
    path = folder / name
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = LINES[number % len(LINES)]
            if number >= len(LINES):
                text = f"{text} {number}"
            line = {"cid": f"c{number}", "author": f"@viewer{number}", "text": text, "votes": "3"}
            file.write(json.dumps(line) + "\n")
    return Source(path=str(path), name=name)


def _finish(job: ImportAct) -> None:
    end = time.monotonic() + 20
    while not job.done:
        job.poll(0.05)
        assert time.monotonic() < end


def test_the_whole_way(opened: Callable[[], Workspace], tmp_path: Path) -> None:
    desk = opened()
    job = desk.importing.start(_file(tmp_path), ReadOptions())
    _finish(job)
    assert job.problem is None
    assert job.receipt is not None
    assert (job.receipt.read, job.receipt.new, job.receipt.skipped_count) == (6, 6, 0)
    assert job.change is not None
    assert (job.change.deed, job.change.count) == (Deed.IMPORTED, 6)

    shown = desk.inbox.page(InboxQuery(), 0)
    away = desk.inbox.page(InboxQuery(Pile.AWAY), 0)
    assert len(shown) + len(away) == 6
    assert len(away) >= 2
    assert all(row.text is None for row in away)
    (useful,) = desk.inbox.page(InboxQuery(pill=Pill.USEFUL), 0)
    plan = desk.replying.plan(useful.key)
    assert plan.suggestions

    text = plan.suggestions[0].text
    desk.replying.save_draft(useful.key, text, {})
    desk.replying.check(text, useful.key)
    desk.replying.copied(useful.key, text)
    desk.inbox.mark_done([useful.key])
    assert desk.inbox.row(useful.key).done
    desk.undo()
    assert not desk.inbox.row(useful.key).done
    desk.redo()

    desk = opened()
    row = desk.inbox.row(useful.key)
    assert row.done
    assert row.answered
    assert row.has_draft
    draft = desk.replying.draft(useful.key)
    assert draft is not None
    assert draft.text == text
    assert desk.inbox.counts().total == 6
    assert not desk.rejudging.needed()

    again = desk.importing.start(_file(tmp_path), ReadOptions())
    _finish(again)
    assert again.receipt is not None
    assert (again.receipt.new, again.receipt.duplicates) == (0, 6)
    assert again.change is not None
    assert again.change.undo is None


def test_a_preview_keeps_nothing(desk: Workspace, tmp_path: Path) -> None:
    job = desk.importing.preview(_file(tmp_path), ReadOptions())
    preview = None
    while not job.done:
        preview = job.poll(0.05) or preview
    assert preview is not None
    assert len(preview.rows) == 6
    assert desk.inbox.counts().total == 0
    assert (preview.receipt.new, preview.receipt.duplicates) == (6, 0)
    assert preview.brought_before is None


def test_a_preview_says_what_is_here_already(desk: Workspace, tmp_path: Path) -> None:
    _finish(desk.importing.start(_file(tmp_path), ReadOptions()))

    def look() -> Preview:
        job = desk.importing.preview(_file(tmp_path), ReadOptions())
        found = [preview for _ in range(400) if not job.done and (preview := job.poll(0.05))]
        return found[-1]

    preview = look()
    assert (preview.receipt.new, preview.receipt.duplicates) == (0, 6)
    assert all(row.known for row in preview.rows)
    assert preview.brought_before is not None
    desk.undo()  # taken back: not here any more, though it can come again
    preview = look()
    assert (preview.receipt.new, preview.receipt.duplicates) == (6, 0)
    assert not any(row.known for row in preview.rows)
    assert preview.brought_before is None


def test_a_bad_source_is_one_problem(desk: Workspace, tmp_path: Path) -> None:
    job = desk.importing.start(
        Source(path=str(tmp_path / "none.csv"), name="none.csv"), ReadOptions()
    )
    _finish(job)
    assert job.problem is not None
    assert job.problem.code is ProblemCode.FILE_MISSING
    assert job.receipt is None
    assert desk.importing.recent() == ()


def test_cancel_leaves_nothing_within_half_a_second(desk: Workspace, tmp_path: Path) -> None:
    job = desk.importing.start(_file(tmp_path, 6000), ReadOptions())
    while job.progress.kept == 0 and not job.done:
        job.poll(0.05)
    began = time.monotonic()
    job.cancel()
    assert time.monotonic() - began < 0.5
    assert job.done
    assert job.problem is not None
    assert job.problem.code is ProblemCode.CANCELLED
    assert desk.inbox.counts().total == 0
    assert desk.inbox.page(InboxQuery(), 0) == ()
    assert desk.undoable() is None
    while not desk.tidy():
        pass
    assert desk._library.database.number("SELECT count(*) FROM comments") == 0
    assert desk._library.database.number("SELECT count(*) FROM tallies") == 0


def test_judging_anew_after_a_setting(desk: Workspace, tmp_path: Path) -> None:
    _finish(desk.importing.start(_file(tmp_path), ReadOptions()))
    picked = desk.inbox.page(InboxQuery(pill=Pill.USEFUL), 0)[0].key
    desk.inbox.pick_kind(picked, Kind.QUESTION)
    desk.preferences.set("triage.level", "strict")
    assert desk.rejudging.needed()
    job = desk.rejudging.start()
    while not job.done:
        job.poll(0.05)
    assert job.problem is None
    assert not desk.rejudging.needed()
    assert desk.inbox.row(picked).kind is Kind.QUESTION
    assert desk.inbox.counts().total == 6


@pytest.mark.parametrize("steps", [1, 3])
def test_undo_and_redo_of_an_import(desk: Workspace, tmp_path: Path, steps: int) -> None:
    _finish(desk.importing.start(_file(tmp_path, 1200), ReadOptions()))
    rows = desk.inbox.page(InboxQuery(), 0, 2000)
    for _ in range(steps):
        assert desk.undo() is not None
        assert desk.inbox.counts().total == 0
        assert desk.inbox.page(InboxQuery(), 0) == ()
        assert desk.redo() is not None
        assert desk.inbox.page(InboxQuery(), 0, 2000) == rows


def test_an_import_can_be_taken_back_later_and_brought_in_again(
    opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    desk = opened()
    _finish(desk.importing.start(_file(tmp_path), ReadOptions()))
    desk = opened()
    (entry,) = desk.importing.recent()
    change = desk.importing.take_back(entry.id)
    assert (change.deed, change.count) == (Deed.IMPORT_TAKEN_BACK, 6)
    assert desk.inbox.counts().total == 0
    desk.undo()
    assert desk.inbox.counts().total == 6
    desk.redo()
    job = desk.importing.start(_file(tmp_path), ReadOptions())
    _finish(job)
    assert job.receipt is not None
    assert job.receipt.new == 6
    assert desk.inbox.counts().total == 6
    assert desk.importing.take_back(entry.id).count == 0
