"""A file the creator asked for: all of it or none, in the place of an older one, nobody else's."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def check_place(out: Path) -> None:
    """Look whether a file could be written, before the work it is for. Raises Problem CANNOT_WRITE."""
    target = os.path.realpath(out)
    try:
        there = stat.S_ISREG(os.stat(target).st_mode)  # noqa: PTH116 - the target of a link
    except FileNotFoundError:
        there = True
    except OSError:
        there = False
    if not there or not os.access(os.path.dirname(target), os.W_OK | os.X_OK):  # noqa: PTH120
        raise Problem(ProblemCode.CANNOT_WRITE, name=str(out))


@contextmanager
def whole_file(out: Path) -> Iterator[IO[str]]:
    """Give a new file beside `out` that takes its place at the end; on any trouble it is removed.

    Raises Problem CANNOT_WRITE or DISK_FULL; an older file is then as it was.
    """
    check_place(out)
    target = os.path.realpath(out)  # a link stays a link
    # A short name of its own: the creator's may be as long as a name can be, or be taken.
    part = os.path.join(os.path.dirname(target), f".creator-calm-{secrets.token_hex(6)}.part")  # noqa: PTH118, PTH120
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:  # noqa: PTH123
                yield file
                file.flush()
                os.fsync(handle)
            os.replace(part, target)  # noqa: PTH105
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(part)  # noqa: PTH108
            raise
    except OSError as error:
        code = ProblemCode.DISK_FULL if error.errno in _FULL else ProblemCode.CANNOT_WRITE
        raise Problem(code, name=str(out)) from None
