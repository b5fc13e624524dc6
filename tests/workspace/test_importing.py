"""Imports frame by frame, with a reader that does as the test says."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, cast

import pytest

from creator_calm.domain.change import Area, Change, Deed, Notice, NoticeCode
from creator_calm.domain.imported import ImportState
from creator_calm.domain.inbox import InboxQuery
from creator_calm.domain.intake import Found, Progress, Receipt, Skipped, SkipReason
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.workspace.import_act import ImportAct
from creator_calm.workspace.import_job import ImportJob, Origin
from tests.storage.builders import bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from creator_calm.domain.intake import Sighting
    from creator_calm.workspace import Workspace
    from creator_calm.workspace.worker_process import ReadJob


class Reader:
    """A ReadJob without a process."""

    def __init__(
        self, *frames: tuple[Sighting | Skipped, ...], ends: Problem | None = None
    ) -> None:
        self._frames = deque(frames)
        self._ends = ends
        self.found: Found | None = Found("table", "utf-8", "comma")
        self.ended: Receipt | None = None
        self.problem: Problem | None = None
        self.done = False
        self.cancelled = False
        self.progress = Progress(10, 20, 0)

    def poll(self, timeout_s: float = 0.0) -> tuple[Sighting | Skipped, ...] | None:
        if self._frames:
            return self._frames.popleft()
        self.done = True
        self.problem = self._ends
        return None

    def cancel(self) -> None:
        self.cancelled = True


def _act(desk: Workspace, *parts: tuple[Reader, Origin]) -> ImportAct:
    def start(reader: Reader, origin: Origin) -> ImportJob:
        clear_some = desk.importing.clear_some
        return ImportJob(desk._session, cast("ReadJob", reader), origin, clear_some)

    return ImportAct(desk._session, [partial(start, *part) for part in parts])


def _job(desk: Workspace, reader: Reader, source: str = "comments.csv", size: int = 0) -> ImportAct:
    return _act(desk, (reader, Origin(source, size=size)))


def _finish(job: ImportAct) -> None:
    for _ in range(1000):
        if job.done:
            return
        job.poll()
    pytest.fail("never done")


def _frames(count: int, of: int = 500) -> list[tuple[Sighting, ...]]:
    every = [sighting(number) for number in range(count)]
    return [tuple(every[at : at + of]) for at in range(0, count, of)]


def test_the_sums_add_up(desk: Workspace) -> None:
    first = (sighting(1), sighting(2), Skipped("5", SkipReason.EMPTY), sighting(1))
    second = (sighting(2), sighting(3), Skipped("9", SkipReason.DUPLICATE_IN_FILE))
    job = _job(desk, Reader(first, second))
    _finish(job)
    receipt = job.receipt
    assert receipt is not None
    assert receipt.read == receipt.new + receipt.duplicates + receipt.skipped_count == 7
    assert (receipt.new, receipt.duplicates, receipt.skipped_count) == (3, 3, 1)
    assert receipt.skipped == (Skipped("5", SkipReason.EMPTY),)
    assert (receipt.format, receipt.encoding, receipt.detail) == ("table", "utf-8", "comma")
    (entry,) = desk.importing.recent()
    assert (entry.source, entry.new, entry.duplicates, entry.skipped) == ("comments.csv", 3, 3, 1)


def test_one_transaction_a_frame_and_one_announcement(desk: Workspace) -> None:
    heard: list[Change] = []
    desk.subscribe(heard.append)
    commits = "SELECT commits FROM library"
    before = desk._library.database.number(commits)
    _finish(_job(desk, Reader(*_frames(10_000))))
    assert desk._library.database.number(commits) - before <= 20 + 2
    (change,) = heard
    assert (change.deed, change.count) == (Deed.IMPORTED, 10_000)
    assert change.areas == Area.COMMENTS | Area.ASSESSMENTS | Area.STATES | Area.IMPORTS


def test_lists_stand_still_until_it_is_complete(desk: Workspace) -> None:
    bring_in(desk._library, [sighting(number) for number in range(5000, 5030)])
    before = desk.inbox.page(InboxQuery(), 0), desk.inbox.counts(), desk.inbox.digest()
    job = _job(desk, Reader(*_frames(1000)))
    while job.progress.kept < 1000:
        job.poll()
    desk.inbox._forget(Change(Area.COMMENTS, 1, Deed.IMPORTED))
    assert (desk.inbox.page(InboxQuery(), 0), desk.inbox.counts(), desk.inbox.digest()) == before
    assert desk.inbox.search(InboxQuery(search="sound")).shown == len(before[0])
    _finish(job)
    assert desk.inbox.counts().total == 1030


@pytest.mark.parametrize("end", ["problem", "cancel", "disk"])
def test_whatever_stops_it_nothing_is_half_imported(desk: Workspace, end: str) -> None:
    ends = Problem(ProblemCode.TRUNCATED) if end == "problem" else None
    reader = Reader(*_frames(1500), ends=ends)
    job = _job(desk, reader)
    if end == "disk":
        pragma = desk._library.database.connection.pragma
        pragma("max_page_count", pragma("page_count") + 60)
    if end == "cancel":
        while job.progress.kept < 1000:
            job.poll()
        job.cancel()
        job.cancel()
    else:
        _finish(job)
    assert job.problem is not None
    expected = {
        "problem": ProblemCode.TRUNCATED,
        "cancel": ProblemCode.CANCELLED,
        "disk": ProblemCode.DISK_FULL,
    }
    assert job.problem.code is expected[end]
    assert reader.cancelled
    assert job.progress.kept > 0
    assert job.receipt is None
    assert job.change is None
    assert desk.inbox.counts().total == 0
    assert desk.undoable() is None
    while not desk.tidy():
        pass
    assert desk._library.database.number("SELECT count(*) FROM comments") == 0
    job.poll()
    assert desk.inbox.counts().total == 0


def test_a_source_without_comments_is_no_step(desk: Workspace) -> None:
    job = _job(desk, Reader())
    _finish(job)
    assert job.receipt is not None
    assert job.receipt.read == 0
    assert job.change is not None
    assert job.change.undo is None
    assert desk.undoable() is None


def test_an_import_cut_short_by_a_kill_is_removed_and_said(
    desk: Workspace, opened: Callable[[], Workspace]
) -> None:
    bring_in(desk._library, [sighting(1)])
    bring_in(desk._library, [sighting(number) for number in range(2, 700)], finish=False)
    desk = opened()
    assert Notice(NoticeCode.IMPORT_REMOVED, 698) in desk.notices()
    assert desk.inbox.counts().total == 1
    assert desk._library.database.number("SELECT count(*) FROM comments") == 1
    desk = opened()
    assert desk.notices() == ()
    _finish(_job(desk, Reader(*_frames(700))))
    assert desk.inbox.counts().total == 700


def test_content_is_as_before_after_undo(desk: Workspace) -> None:
    tables = ("comments", "assessments", "states", "drafts", "posts")
    rows = desk._library.database.rows
    bring_in(desk._library, [sighting(number) for number in range(50)])
    before = [rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables]
    _finish(_job(desk, Reader(*_frames(300))))
    assert desk.inbox.counts().total == 300
    desk.undo()
    desk._session.history.forget_undone()
    while not desk.tidy():
        pass
    assert [rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables] == before


def test_names_with_halves_of_characters_are_kept_readable(desk: Workspace) -> None:
    _finish(_job(desk, Reader(*_frames(2)), source="odd\udcff name.csv"))
    assert desk.importing.recent()[0].source == "odd\ufffd name.csv"


def test_formats_are_known(desk: Workspace) -> None:
    assert {one.name for one in desk.importing.formats()}


def test_closing_in_the_middle_is_an_interrupted_import(
    desk: Workspace, opened: Callable[[], Workspace]
) -> None:
    job = _job(desk, Reader(*_frames(1000)))
    while job.progress.kept < 500:
        job.poll()
    desk = opened()
    assert desk.inbox.counts().total == 0
    assert [notice.code for notice in desk.notices()] == [NoticeCode.IMPORT_REMOVED]


def test_an_import_that_has_no_room_is_refused_before_it_fills_the_disk(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk._library), "free_bytes", lambda _: 60_000_000)
    reader = Reader((sighting(1),))
    job = _job(desk, reader, size=10_000_000)
    _finish(job)
    assert job.problem is not None
    assert job.problem.code is ProblemCode.DISK_FULL
    assert dict(job.problem.numbers) == {"mb": 80}
    assert reader.cancelled
    assert desk.inbox.counts().total == 0


def test_a_library_on_a_full_disk_opens_and_leaves_the_rest_of_an_import_for_later(
    desk: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = desk._library
    with library.writing():
        library.imports.begin("cut short", desk._session.clock.utc(), ("", ()))

    def full(*_: object) -> None:
        raise Problem(ProblemCode.DISK_FULL)

    monkeypatch.setattr(library.imports, "take_back", full)
    assert desk._remove_interrupted() == ()
    assert desk.inbox.counts().total == 0


def _named(name: str) -> Origin:
    return Origin(name, f"/somewhere/{name}", act=("/somewhere/a.csv", "/somewhere/b.csv"))


def test_several_files_are_one_act_and_one_step(desk: Workspace) -> None:
    parts = _frames(900)
    act = _act(
        desk,
        (Reader(*parts), _named("a.csv")),
        (Reader(*_frames(1000)), _named("b.csv")),
    )
    while act.source_number < 2:
        act.poll()
        assert desk.inbox.counts().total == 0  # nothing is seen before all of it is there
    _finish(act)
    assert act.receipt is not None
    assert (act.receipt.read, act.receipt.new, act.receipt.duplicates) == (1900, 1000, 900)
    assert desk.inbox.counts().total == 1000
    desk.undo()
    assert desk.inbox.counts().total == 0
    desk.redo()
    assert desk.inbox.counts().total == 1000


def test_a_refused_file_does_not_stop_the_others(desk: Workspace) -> None:
    bad = Reader(*_frames(500), ends=Problem(ProblemCode.TRUNCATED))
    act = _act(desk, (bad, _named("a.csv")), (Reader(*_frames(700)), _named("b.csv")))
    _finish(act)
    refusal, receipt = act.outcomes
    assert isinstance(refusal, Problem)
    assert isinstance(receipt, Receipt)
    assert receipt.new == 700  # nothing of the refused one counts as known
    assert desk.inbox.counts().total == 700


def test_cancelling_takes_back_the_files_that_were_read_before(desk: Workspace) -> None:
    act = _act(
        desk, (Reader(*_frames(600)), _named("a.csv")), (Reader(*_frames(900)), _named("b.csv"))
    )
    while act.source_number < 2 or act.progress.kept < 700:
        act.poll()
    act.cancel()
    assert act.problem is not None
    assert desk.inbox.counts().total == 0
    assert {entry.state for entry in desk.importing.recent()} == {ImportState.UNDONE}
    assert desk.undoable() is None


def test_what_a_crash_cut_short_can_be_read_again(
    desk: Workspace, opened: Callable[[], Workspace], tmp_path: Path
) -> None:
    here = tmp_path / "a.csv"
    here.write_text("x", encoding="utf-8")
    gone = str(tmp_path / "b.csv")
    origin = Origin("a.csv", str(here), act=(str(here), gone))
    act = _act(desk, (Reader(*_frames(900)), origin))
    while act.progress.kept < 500:
        act.poll()
    desk = opened()
    (one,) = desk.importing.interrupted()
    assert (one.names, one.paths, one.comments) == (("a.csv",), (str(here),), 500)
    desk.importing.decided(one)
    assert desk.importing.interrupted() == ()
    assert opened().importing.interrupted() == ()


def test_recent_files_can_be_cleared_and_turned_off(desk: Workspace, tmp_path: Path) -> None:
    here = tmp_path / "a.csv"
    here.write_text("x", encoding="utf-8")

    def bring(number: int, *, remembered: bool) -> None:
        origin = Origin("a.csv", str(here), remembered=remembered)
        _finish(_act(desk, (Reader((sighting(number),)), origin)))

    bring(1, remembered=True)
    bring(2, remembered=True)
    assert desk.importing.recent_files() == (str(here),)
    desk.preferences.set("import.recent_files", False)
    assert desk.importing.recent_files() == ()
    desk.preferences.set("import.recent_files", True)
    desk.importing.forget_files()
    assert desk.importing.recent_files() == ()
    assert len(desk.importing.recent()) == 2
    bring(3, remembered=False)
    assert desk.importing.recent_files() == ()
