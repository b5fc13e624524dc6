"""One at a time, and nobody is ever locked out by a lock without a holder."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage.lock import FolderLock

if TYPE_CHECKING:
    from pathlib import Path

HOLDER = """
import subprocess, sys, time
from pathlib import Path
from creator_calm.storage.lock import FolderLock
lock = FolderLock.take(Path(sys.argv[1]))
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(5)"]) if sys.argv[2] == "child" else None
print(child.pid if child else 0, flush=True)
time.sleep(60)
"""


def _holder(folder: Path, child: str = "") -> tuple[subprocess.Popen[str], int]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), child], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    return process, int(process.stdout.readline())


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def _is_refused(folder: Path) -> bool:
    try:
        FolderLock.take(folder).release()
    except Problem as problem:
        return problem.code is ProblemCode.ALREADY_OPEN
    return False


def test_a_live_holder_refuses_even_with_an_old_file_and_kill_frees_it(folder: Path) -> None:
    process, child = _holder(folder, "child")
    try:
        os.utime(folder / "lock", (time.time() - 86_400, time.time() - 86_400))
        (folder / "lock").write_text("garbage", encoding="utf-8")
        assert _is_refused(folder)
    finally:
        _end(process)  # SIGKILL; its child lives on
    try:
        assert not _is_refused(folder)
    finally:
        os.kill(child, 9)


@pytest.mark.parametrize("content", [b"", b"1", b"999999 otherhost python", b"\xff" * 50])
def test_a_file_without_a_holder_is_nothing(folder: Path, content: bytes) -> None:
    (folder / "lock").write_bytes(content)
    assert not _is_refused(folder)


def test_twice_in_one_process_is_refused_too(folder: Path) -> None:
    lock = FolderLock.take(folder)
    assert _is_refused(folder)
    lock.release()
    lock.release()
    assert not _is_refused(folder)


def test_the_file_tells_people_who_holds_it(folder: Path) -> None:
    lock = FolderLock.take(folder)
    assert (folder / "lock").read_text(encoding="ascii") == str(os.getpid())
    assert not os.get_inheritable(lock._descriptor)
    lock.release()


def test_a_lock_that_cannot_be_made(folder: Path) -> None:
    (folder / "lock").mkdir()
    with pytest.raises(Problem) as caught:
        FolderLock.take(folder)
    assert caught.value.code is ProblemCode.CANNOT_WRITE


def test_a_fifo_in_its_place_does_not_hang(folder: Path) -> None:
    os.mkfifo(folder / "lock")
    with pytest.raises(Problem) as caught:
        FolderLock.take(folder)
    assert caught.value.code is ProblemCode.CANNOT_WRITE


def test_a_full_disk_is_not_called_open_elsewhere(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The number in the file is for people; only the lock counts."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "write", full)
    lock = FolderLock.take(folder)
    assert _is_refused(folder)
    lock.release()
