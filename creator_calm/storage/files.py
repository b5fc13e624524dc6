"""Small files that are either the old one or the new one, whatever happens in between."""

from __future__ import annotations

import contextlib
import os
import stat
from typing import TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from pathlib import Path

PART = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content`: new file beside it, fsync, rename, fsync of the folder.

    Readable by the owner only. Raises Problem CANNOT_WRITE; the old file is then untouched.
    """
    part = path.with_name(path.name + PART)
    try:
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        _sync_folder(path.parent)
    except OSError:
        forget(part)
        raise Problem(ProblemCode.CANNOT_WRITE, name=path.name) from None


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # Windows cannot open a folder for this; its rename is journalled
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def forget(part: Path) -> None:
    """Remove what an interrupted write left, if it can be; otherwise the next start tries again."""
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def read_small(path: Path, most: int) -> bytes | None:
    """Return the content of a regular file of at most `most` bytes, None when there is no such file.

    A folder, a FIFO, a device or a larger file counts as content that cannot be right: b"".
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None
    except OSError:
        return b""
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return b""
    with os.fdopen(handle, "rb") as file:
        content = file.read(most + 1)
    return content if len(content) <= most else b""


def is_regular(path: Path) -> bool:
    """Say whether `path` is an ordinary file (or a link to one)."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
