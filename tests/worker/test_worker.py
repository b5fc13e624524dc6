"""The worker and its client: killed, cancelled, silent, aborted, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from creator_calm.domain.accounting import Accounting
from creator_calm.domain.assessment import NOT_JUDGED_CODE, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.domain.intake import ReadOptions, Sighting, Skipped, Source
from creator_calm.domain.preview import Preview
from creator_calm.domain.problems import ProblemCode
from creator_calm.workspace import worker_child
from creator_calm.workspace.worker_jobs import RESTARTS, Job
from creator_calm.workspace.worker_process import IDLE_S, WorkerProcess
from tests.worker import programs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.workspace.worker_jobs import PreviewJob

Value = TypeVar("Value")
CONTEXT = TriageContext()
OPTIONS = ReadOptions()
PATIENCE_S = 60.0

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals")


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    process = WorkerProcess(arguments=programs.stand_in())
    yield process
    process.stop()
    assert not process.running
    assert [t for t in threading.enumerate() if t.name.startswith("worker-")] == []


def _table(texts: list[str]) -> Source:
    rows = "".join(f"P{i},{text}\n" for i, text in enumerate(texts))
    return Source(data=("author,comment\n" + rows).encode(), name="made-up.csv")


def _all(job: Job[Value]) -> list[Value]:
    end = time.monotonic() + PATIENCE_S
    values: list[Value] = []
    while not job.done:
        assert time.monotonic() < end, "the job never ended"
        value = job.poll(0.5)
        if value is not None:
            values.append(value)
    return values


def _previews(job: PreviewJob) -> list[Preview]:
    return [value for value in _all(job) if isinstance(value, Preview)]


def _texts(values: list[tuple[Sighting | Skipped, ...]]) -> list[str]:
    return [item.comment.text for frame in values for item in frame if isinstance(item, Sighting)]


def test_a_file_comes_back_judged_in_its_order(worker: WorkerProcess) -> None:
    texts = [f"words {i}" for i in range(1_250)]
    job = worker.read(_table([*texts, " "]), OPTIONS, CONTEXT)
    frames = _all(job)
    assert job.problem is None
    assert _texts(frames) == texts
    assert [len(frame) for frame in frames] == [500, 500, 251]
    assert job.found is not None
    assert job.ended is not None
    sums = Accounting()
    for frame in frames:
        for item in frame:
            sums.add(item)
    receipt = sums.receipt("made-up.csv", job.found, job.ended)
    assert (receipt.read, receipt.new, receipt.skipped_count) == (1_251, 1_250, 1)
    assert (receipt.format, len(receipt.sha256), receipt.size > 0) == ("table", 64, True)
    assert job.progress.records == 0 or job.progress.records <= 1_251


def test_one_process_serves_one_job_after_the_other(worker: WorkerProcess) -> None:
    worker.start()
    pids = set()
    for _ in range(3):
        job = worker.read(_table(["a"]), OPTIONS, CONTEXT)
        pids.add(job.pid)
        _all(job)
    assert len(pids) == 1


def test_two_jobs_at_once_do_not_disturb_each_other(worker: WorkerProcess) -> None:
    first = worker.read(_table(["a"] * 700), OPTIONS, CONTEXT)
    second = worker.read(_table(["b"] * 700), OPTIONS, CONTEXT)
    assert first.pid != second.pid
    assert (set(_texts(_all(second))), set(_texts(_all(first)))) == ({"b"}, {"a"})


def test_a_worker_killed_in_the_middle_is_replaced_and_nothing_is_lost_or_doubled(
    worker: WorkerProcess,
) -> None:
    texts = [f"slow {i}" if i % 40 == 0 else f"words {i}" for i in range(1_600)]
    job = worker.read(_table(texts), OPTIONS, CONTEXT)
    frames: list[tuple[Sighting | Skipped, ...]] = []
    while not job.done:
        frame = job.poll(0.5)
        if frame is not None:
            frames.append(frame)
            if len(frames) == 1:
                os.kill(job.pid, signal.SIGKILL)
    assert job.problem is None
    assert _texts(frames) == texts


def test_cancel_ends_job_and_process_within_half_a_second(worker: WorkerProcess) -> None:
    job = worker.read(_table(["slow"] * 5_000), OPTIONS, CONTEXT)
    job.poll(1.0)
    pid = job.pid
    start = time.monotonic()
    job.cancel()
    assert time.monotonic() - start < 0.5
    assert job.done
    assert job.problem is not None
    assert job.problem.code is ProblemCode.CANCELLED
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not worker.running
    assert job.poll() is None


def test_polling_without_patience_never_waits(worker: WorkerProcess) -> None:
    job = worker.read(_table(["slow"] * 400), OPTIONS, CONTEXT)
    longest = 0.0
    for _ in range(50):
        start = time.thread_time()
        assert job.poll() is None or not job.done
        longest = max(longest, time.thread_time() - start)
    assert longest < 0.05


def test_one_hanging_comment_is_not_judged_and_every_other_one_is(worker: WorkerProcess) -> None:
    texts = [f"words {i}" for i in range(700)]
    texts[530] = "hang here"
    frames = _all(job := worker.read(_table(texts), OPTIONS, CONTEXT))
    assert job.problem is None
    assert _texts(frames) == texts
    verdicts = [item.assessment for frame in frames for item in frame if isinstance(item, Sighting)]
    unjudged = [
        i for i, v in enumerate(verdicts) if v.evidence and v.evidence[0].code == NOT_JUDGED_CODE
    ]
    assert unjudged == [530]
    assert verdicts[530].put_away


def test_a_comment_that_ends_the_process_is_not_judged(worker: WorkerProcess) -> None:
    comments = [
        Comment(CommentId(f"x:{i}"), Author(), "abort" if i == 3 else f"words {i}")
        for i in range(80)
    ]
    verdicts = [v for frame in _all(worker.judge(comments, CONTEXT)) for v in frame]
    assert [i for i, v in enumerate(verdicts) if v.put_away] == [3]
    assert len(verdicts) == 80


def test_three_hanging_comments_are_survived_and_more_end_the_job(worker: WorkerProcess) -> None:
    texts = ["words", "abort", "words", "abort", "words"]
    assert _texts(_all(worker.read(_table(texts), OPTIONS, CONTEXT))) == texts
    job = worker.read(_table(["abort"] * 6), OPTIONS, CONTEXT)
    _all(job)
    assert job.problem is not None
    assert job.problem.code is ProblemCode.WORKER_DIED


def test_a_worker_that_never_starts_ends_the_job_after_three_tries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    starts = []
    popen = subprocess.Popen

    def counted(*args: Any, **options: Any) -> Any:
        starts.append(args)
        return popen(*args, **options)

    monkeypatch.setattr(subprocess, "Popen", counted)
    process = WorkerProcess(arguments=programs.dies_at_once())
    job = process.read(_table(["a"]), OPTIONS, CONTEXT)
    _all(job)
    process.stop()
    assert job.problem is not None
    assert job.problem.code is ProblemCode.WORKER_DIED
    assert len(starts) == RESTARTS + 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (programs.dies_in_a_spreadsheet(), ProblemCode.SPREADSHEET_DAMAGED),
        (programs.speaks_another_version(), ProblemCode.WORKER_DIED),
    ],
    ids=["spreadsheet", "version"],
)
def test_what_cannot_get_better_is_not_tried_again(arguments: list[str], code: ProblemCode) -> None:
    process = WorkerProcess(arguments=arguments)
    job = process.read(_table(["a"]), OPTIONS, CONTEXT)
    _all(job)
    process.stop()
    assert job.problem is not None
    assert job.problem.code is code


def test_a_refusal_comes_as_a_problem_and_the_process_stays(worker: WorkerProcess) -> None:
    job = worker.preview(Source(data=b"%PDF-1.7", name="paper.csv"), OPTIONS, CONTEXT)
    _all(job)
    assert job.problem is not None
    assert (job.problem.code, job.problem.name) == (ProblemCode.PDF, "paper.csv")
    again = worker.preview(_table(["a"]), OPTIONS, CONTEXT)
    assert again.pid == job.pid
    assert _previews(again)[-1].receipt.new == 1


def test_stop_ends_jobs_that_run() -> None:
    process = WorkerProcess(arguments=programs.stand_in())
    job = process.read(_table(["slow"] * 900), OPTIONS, CONTEXT)
    process.stop()
    assert job.poll(5) is None
    assert job.done
    assert job.problem is not None
    assert job.problem.code is ProblemCode.CANCELLED


def test_five_minutes_of_idleness_end_the_process() -> None:
    now = [0.0]
    process = WorkerProcess(arguments=programs.stand_in(), monotonic=lambda: now[0])
    process.start()
    now[0] = IDLE_S - 1
    assert not process.end_if_idle()
    now[0] = IDLE_S
    assert process.end_if_idle()
    assert not process.running


def test_the_worker_stops_when_nobody_takes_its_frames(worker: WorkerProcess) -> None:
    job = worker.read(_table(["x" * 900] * 20_000), OPTIONS, CONTEXT)
    while job.poll(0.5) is None:
        assert not job.done
    time.sleep(1.0)
    assert job.progress.records < 6_000
    job.cancel()


def test_previews_hold_no_words_of_what_would_be_put_away(worker: WorkerProcess) -> None:
    texts = ["canary away" if i % 2 else f"words {i}" for i in range(300)]
    previews = _previews(worker.preview(_table(texts), OPTIONS, CONTEXT))
    assert [p.complete for p in previews] == [False, True]
    last = previews[-1]
    assert (len(last.rows), last.receipt.read, last.receipt.new) == (200, 300, 300)
    assert sum(row.put_away for row in last.rows) == 100
    assert all((row.text is None and row.author is None) == row.put_away for row in last.rows)
    assert last.columns[1].example == "words 0"
    assert "canary" not in repr(previews)


def test_previews_of_pastes_hold_no_words_either(worker: WorkerProcess) -> None:
    source = Source(text="lovely words\ncanary away\nReply\nReply\n@canary-away\n2 days ago\n")
    (preview,) = _previews(worker.preview(source, OPTIONS, CONTEXT))
    assert "canary" not in repr(preview)
    assert len(preview.blocks) == 6
    assert preview.blocks[0].text == "lovely words"
    assert [block.put_away for block in preview.blocks] == [False, True, False, False, True, False]


def test_a_header_cell_with_a_sentence_in_it_is_judged_too(worker: WorkerProcess) -> None:
    source = Source(data=b"author,comment,canary away\nA,hi,x\n", name="t.csv")
    previews = _previews(worker.preview(source, OPTIONS, CONTEXT))
    assert [column.label for column in previews[0].columns] == ["author", "comment", ""]


def test_the_command_is_a_module_from_source_and_a_sibling_in_a_bundle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert worker_child.command()[1:] == ("-m", "creator_calm.worker")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/app/creator-calm-gui")
    assert worker_child.command() == ("/app/creator-calm", "--worker")


def test_the_real_worker_answers() -> None:
    process = WorkerProcess()
    try:
        previews = _previews(process.preview(_table(["Thank you so much"]), OPTIONS, CONTEXT))
        assert previews[-1].receipt.new == 1
    finally:
        process.stop()


def test_the_worker_loads_neither_qt_nor_sockets_nor_the_library() -> None:
    code = """
import sys
from creator_calm import worker
from creator_calm.importers import Intake, formats
from creator_calm.importers.previewing import previews
from creator_calm.triage.assess import assess
import python_calamine
formats()
unwanted = {"PySide6", "socket", "ssl", "apsw", "creator_calm.workspace", "creator_calm.storage"}
sys.exit(", ".join(unwanted & set(sys.modules)) or 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
