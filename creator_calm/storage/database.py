"""One keyed connection: how it is opened, how it writes, and what its errors mean."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from io import FileIO
from typing import TYPE_CHECKING, Any

import apsw

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage.files import read_small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path


BUSY_MS = 5_000
JOURNAL_LIMIT = 64 * 1024 * 1024
JOURNAL_PAGES = 4_000
"""16 MB of journal before it moves into the file: an import then writes most pages once."""
CACHE_KIB = 32 * 1024
_MARK_BYTES = 8
_FULL_BELOW = 8 * 1024 * 1024
_CODES: tuple[tuple[type[Exception], ProblemCode], ...] = (
    (apsw.FullError, ProblemCode.DISK_FULL),
    (apsw.CorruptError, ProblemCode.LIBRARY_DAMAGED),
    (apsw.NotADBError, ProblemCode.LIBRARY_DAMAGED),
    (apsw.BusyError, ProblemCode.LIBRARY_BUSY),
    (apsw.LockedError, ProblemCode.LIBRARY_BUSY),
    (apsw.ReadOnlyError, ProblemCode.LIBRARY_READ_ONLY),
    (apsw.CantOpenError, ProblemCode.CANNOT_WRITE),
)


def connect(path: Path, key: bytes) -> apsw.Connection:
    """Open `path` under `key` (32 bytes) and prove it by the first read; nothing is written yet.

    The key goes through pragma functions, never through SQL text: text ends up in the messages
    of errors. Raises apsw's own errors: `opening` decides what they mean.
    """
    connection = apsw.Connection(str(path))
    try:
        connection.pragma("cipher", "aegis")
        connection.pragma("key", "raw:" + key.hex())
        connection.pragma("user_version")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def settle(connection: apsw.Connection) -> None:
    """Set how this connection works, in the order the engine needs it."""
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "normal")
    connection.pragma("foreign_keys", "on")
    connection.pragma("secure_delete", 1)
    connection.pragma("cell_size_check", "on")
    connection.pragma("trusted_schema", "off")
    connection.pragma("cache_size", -CACHE_KIB)
    connection.pragma("mmap_size", 0)
    connection.pragma("journal_size_limit", JOURNAL_LIMIT)
    connection.pragma("wal_autocheckpoint", JOURNAL_PAGES)
    if sys.platform == "darwin":
        connection.pragma("fullfsync", 1)
        connection.pragma("checkpoint_fullfsync", 1)
    connection.set_busy_timeout(BUSY_MS)


class Database:
    """The open library: questions, and writing in whole transactions."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path
        self._mark = Mark(path.with_suffix(".mark"))
        self._after_rollback: list[Callable[[], None]] = []

    def on_rollback(self, act: Callable[[], None]) -> None:
        """Have `act` called when a transaction was taken back: caches must forget what it held."""
        self._after_rollback.append(act)

    def rows(self, sql: str, bindings: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a question, or raise a Problem."""
        with self._explained():
            return self.connection.execute(sql, bindings).fetchall()

    def row(self, sql: str, bindings: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a question, None when there is none."""
        found = self.rows(sql, bindings)
        return found[0] if found else None

    def number(self, sql: str, bindings: Sequence[Any] = ()) -> int:
        """Return the first number of a question; nothing found and NULL are 0."""
        found = self.row(sql, bindings)
        return int(found[0]) if found and found[0] is not None else 0

    def run(self, sql: str, bindings: Sequence[Any] = ()) -> None:
        """Carry out one statement; only inside `writing`."""
        with self._explained():
            self.connection.execute(sql, bindings)

    def run_many(self, sql: str, sequence: Iterable[Sequence[Any]]) -> None:
        """Carry out one statement for each of `sequence`; only inside `writing`."""
        with self._explained():
            self.connection.executemany(sql, sequence)

    def last_id(self) -> int:
        """Return the row number the last INSERT gave."""
        return self.connection.last_insert_rowid()

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[None]:
        """One transaction: all of it or nothing. Inside another one it is part of that one.

        `durable` waits until the disk has it (drafts, notes): a power cut then loses nothing.
        """
        if self.connection.in_transaction:
            yield
            return
        with self._explained():
            if durable:
                self.connection.pragma("synchronous", "full")
            self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._commit()
        except BaseException:
            self._roll_back()
            raise
        finally:
            if durable:
                self.connection.pragma("synchronous", "normal")

    def _commit(self) -> None:
        with self._explained():
            commits = self.number("UPDATE library SET commits = commits + 1 RETURNING commits")
            self.connection.execute("COMMIT")
        self._mark.write(commits)

    def _roll_back(self) -> None:
        # A full disk has already rolled back; a blind ROLLBACK would raise over the real trouble.
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        for act in self._after_rollback:
            act()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as error:
            raise explained(error, self.path.parent) from None

    def checkpoint(self) -> None:
        """Move the journal into the file, so that a file copied by hand holds everything."""
        with self._explained():
            self.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    def close(self) -> None:
        """Checkpoint and close. What cannot be moved now is moved at the next start."""
        try:
            self.checkpoint()
        except Problem:
            return  # the journal stays and is read at the next start
        finally:
            self.connection.close()
            self._mark.close()


def explained(error: Exception, folder: Path) -> Exception:
    """Return the Problem for an engine's error, or the error itself when it is a defect of ours."""
    for kind, code in _CODES:
        if isinstance(error, kind):
            return Problem(code, name=str(folder))
    if isinstance(error, (apsw.IOError, OSError)):
        full = free_bytes(folder) < _FULL_BELOW
        code = ProblemCode.DISK_FULL if full else ProblemCode.CANNOT_WRITE
        return Problem(code, name=str(folder))
    return error


def free_bytes(folder: Path) -> int:
    """Return the free space where `folder` is; 0 when it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


class Mark:
    """The number of the last commit, in 8 bytes beside the library, without fsync.

    A journal that is missing or damaged loses its commits silently; this number tells. It is a
    second witness, so a failure to write it must not fail the commit that has happened. The file
    stays open: making it anew for each commit takes as long as the commit.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO | None = None

    def write(self, commits: int) -> None:
        """Note a commit."""
        try:
            if self._file is None:
                handle = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
                self._file = FileIO(handle, "wb")
            self._file.seek(0)
            self._file.write(commits.to_bytes(_MARK_BYTES, "big"))
        except OSError:
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def read_mark(path: Path) -> int:
    """Return the number in the mark; 0 when there is none or it is not one."""
    content = read_small(path, _MARK_BYTES)
    return int.from_bytes(content, "big") if content and len(content) == _MARK_BYTES else 0


def engine_version() -> str:
    """Return the engine's version, such as "3.54.0"."""
    return apsw.sqlite_lib_version()
