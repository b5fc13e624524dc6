"""One at a time: a lock the operating system frees by itself when its holder is gone."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

FILE_NAME = "lock"


class FolderLock:
    """Held for life. The file's content is information; only the system's lock is evidence."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls, folder: Path) -> FolderLock:
        """Lock `folder` or raise Problem ALREADY_OPEN; CANNOT_WRITE where it cannot be locked at all."""
        path = folder / FILE_NAME
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o600)
        except OSError:
            raise Problem(ProblemCode.CANNOT_WRITE, name=str(folder)) from None
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise Problem(ProblemCode.CANNOT_WRITE, name=str(folder))
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise Problem(ProblemCode.ALREADY_OPEN, name=str(folder)) from None
        with contextlib.suppress(OSError):  # a full disk: the lock is held all the same
            os.ftruncate(descriptor, 0)
            os.write(descriptor, str(os.getpid()).encode("ascii"))
        return cls(descriptor)

    def release(self) -> None:
        """Let go. Called twice it does nothing the second time."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _lock(descriptor: int) -> None:
    """Lock without waiting; OSError when somebody else holds it. Not inherited by children."""
    if sys.platform == "win32":
        # A byte far behind the content, so that the process id stays readable for people.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
