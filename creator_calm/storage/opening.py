"""From a folder to an open library, or to one code that says why not.

Nothing is written before it is sure what lies there; a new key or a new library is never made
beside an old one; and a library that cannot be read is never called a wrong passphrase, because
the key file has proofs of its own.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from creator_calm import __version__
from creator_calm.domain.change import Notice, NoticeCode
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage import key_file
from creator_calm.storage.database import (
    Database,
    connect,
    explained,
    free_bytes,
    read_mark,
    settle,
)
from creator_calm.storage.files import PART, forget, is_regular
from creator_calm.storage.key_file import PAGE_SIZE, DatabaseEntry, Opened
from creator_calm.storage.library import Library
from creator_calm.storage.lock import FolderLock
from creator_calm.storage.times import to_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

SCHEMA_FOLDER = Path(__file__).with_name("schema")
_OURS = re.compile(r"library-[0-9]{4,9}\.(db|db-wal|db-shm|db-journal|mark)")
_FIRST_FILE = "library-0001.db"
_PAIR_LIMIT = 1 << 30
# Bytes 16 to 23 stand in clear: page size 4096, journal mode WAL twice, 64 reserved bytes (the
# cipher's tag and nonce), and three numbers every SQLite file has. A flipped bit among them can
# open and read nonsense, so they are compared before the engine sees the file.
_PLAIN_HEADER = bytes.fromhex("1000020240402020")


def open_library(folder: Path, now: datetime) -> Library:
    """Open or make the library in `folder` (data folder of `paths.Folders`).

    Raises Problem: ALREADY_OPEN, KEY_FILE_MISSING, KEY_FILE_DAMAGED, KEY_FILE_ALTERED,
    PASSPHRASE_NEEDED, NEWER_VERSION, LIBRARY_MISSING, LIBRARY_EMPTY, LIBRARY_DAMAGED,
    LIBRARY_FOREIGN, LIBRARY_FORBIDDEN, LIBRARY_READ_ONLY, CANNOT_WRITE, DISK_FULL.
    """
    lock = FolderLock.take(folder)
    try:
        return _open(folder, now, lock)
    except (apsw.Error, OSError) as error:
        lock.release()
        raise explained(error, folder) from None
    except BaseException:
        lock.release()
        raise


def _open(folder: Path, now: datetime, lock: FolderLock) -> Library:
    for part in folder.glob(f"*{PART}"):
        forget(part)  # a write that a kill interrupted; its old file is whole
    opened = key_file.read(folder)
    if opened is None:
        if _library_files(folder):
            raise Problem(ProblemCode.KEY_FILE_MISSING)
        opened = key_file.write(folder, key_file.new(__version__, now), now)
    entry = opened.key_file.database
    notices = [Notice(NoticeCode.KEY_FILE_REPAIRED)] if opened.repaired else []
    if entry is None:
        return Library(_make(folder, opened, now), lock, tuple(notices))
    database, more = _open_existing(folder, opened, entry)
    _remove_leftovers(folder, entry)
    return Library(database, lock, (*notices, *more))


def _library_files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]


def _make(folder: Path, opened: Opened, now: datetime) -> Database:
    """First run. While the key file names no library, what lies there is an unfinished first run."""
    for path in _library_files(folder):
        path.unlink()
    entry = DatabaseEntry(_FIRST_FILE, secrets.token_hex(key_file.KEY_BYTES))
    path = folder / entry.file
    key = _key(opened, entry)
    os.close(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    )  # nobody else's, at no time
    connection = connect(path, key)
    try:
        connection.pragma("page_size", PAGE_SIZE)
        settle(connection)
        with _transaction(connection):
            _migrate(connection, 0)
            connection.execute(
                "INSERT INTO library (one, id, made_at, commits, next_key) VALUES (1, ?, ?, 0, 1)",
                (opened.key_file.library_id, to_number(now)),
            )
    finally:
        connection.close()
    named = replace(opened, key_file=replace(opened.key_file, database=entry))
    connection = _prove(path, key, opened.key_file.library_id)
    try:
        key_file.write(folder, named, now)
    except BaseException:
        connection.close()
        raise
    settle(connection)
    return Database(connection, path)


def _key(opened: Opened, entry: DatabaseEntry) -> bytes:
    return key_file.data_key(opened.library_key, opened.key_file.library_id, entry.salt)


def _open_existing(
    folder: Path, opened: Opened, entry: DatabaseEntry
) -> tuple[Database, list[Notice]]:
    path = folder / entry.file
    _look(path)
    journal = path.with_name(path.name + "-wal")
    unclean = is_regular(journal) and journal.stat().st_size > 0
    notices = [Notice(NoticeCode.UNCLEAN_END)] if unclean else []
    if unclean:
        _copy_aside(folder, path, journal)
    try:
        connection = _prove(path, _key(opened, entry), opened.key_file.library_id)
    except Problem as problem:
        if problem.code is not ProblemCode.LIBRARY_DAMAGED or not unclean:
            raise
        connection = _prove_without_journal(path, journal, opened, entry)
        notices.append(Notice(NoticeCode.JOURNAL_SET_ASIDE))
    try:
        if not unclean:
            _look_at_the_end(path, connection)
        settle(connection)
        version = connection.pragma("user_version")
        if version < newest_schema():
            with _transaction(connection):
                _migrate(connection, version)
        commits = connection.execute("SELECT commits FROM library").get
    except BaseException:
        connection.close()
        raise
    missing = read_mark(path.with_suffix(".mark")) - commits
    if missing > 0:
        notices.append(Notice(NoticeCode.CHANGES_MISSING, missing))
    return Database(connection, path), notices


def _look(path: Path) -> None:
    """Judge the file before the engine opens it: an empty one would become a valid library."""
    if not path.exists() and not path.is_symlink():
        raise Problem(ProblemCode.LIBRARY_MISSING, name=path.name)
    if not is_regular(path):
        raise Problem(ProblemCode.LIBRARY_DAMAGED, name=path.name)
    try:
        with path.open("rb") as file:
            header = file.read(24)
    except PermissionError:
        raise Problem(ProblemCode.LIBRARY_FORBIDDEN, name=str(path)) from None
    except OSError:
        raise Problem(ProblemCode.LIBRARY_DAMAGED, name=path.name) from None
    if not header:
        raise Problem(ProblemCode.LIBRARY_EMPTY, name=path.name)
    if header[16:24] != _PLAIN_HEADER:
        raise Problem(ProblemCode.LIBRARY_DAMAGED, name=path.name)
    if not os.access(path, os.W_OK):
        # Before the engine makes its files beside it with the same rights: they would stay
        # read-only when the creator has mended those of the library.
        raise Problem(ProblemCode.LIBRARY_READ_ONLY, name=str(path.parent))


def _prove(path: Path, key: bytes, library_id: str) -> apsw.Connection:
    """Open without writing and compare what is inside with the key file."""
    try:
        connection = connect(path, key)
    except apsw.Error as error:
        raise explained(error, path.parent) from None
    try:
        newer = connection.pragma("user_version") > newest_schema()
        found = connection.execute("SELECT id FROM library WHERE one = 1").fetchall()
    except apsw.Error:
        connection.close()  # no such table, or pages that cannot be read
        raise Problem(ProblemCode.LIBRARY_DAMAGED, name=path.name) from None
    if newer or found != [(library_id,)]:
        connection.close()
        code = ProblemCode.NEWER_VERSION if newer else ProblemCode.LIBRARY_FOREIGN
        raise Problem(code, name=path.name)
    return connection


def _look_at_the_end(path: Path, connection: apsw.Connection) -> None:
    """Compare the file's size with what it says of itself; with a journal the two may differ."""
    if path.stat().st_size < connection.pragma("page_count") * PAGE_SIZE:
        raise Problem(ProblemCode.LIBRARY_DAMAGED, name=path.name)


def _prove_without_journal(
    path: Path, journal: Path, opened: Opened, entry: DatabaseEntry
) -> apsw.Connection:
    """Open without a journal that its key refuses: the library beside it may be whole."""
    aside = journal.with_name(journal.name + ".set-aside")
    journal.replace(aside)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    try:
        return _prove(path, _key(opened, entry), opened.key_file.library_id)
    except Problem:
        aside.replace(journal)  # it was not the journal: everything is left as it was found
        raise


def _copy_aside(folder: Path, path: Path, journal: Path) -> None:
    """Keep library and journal as they were found after an unclean end, at most one pair.

    Best effort: on a full disk the library itself is still good and has to open.
    """
    size = path.stat().st_size + journal.stat().st_size
    aside = folder / "recovery"
    if size > _PAIR_LIMIT or free_bytes(folder) < 3 * size:
        return
    try:
        aside.mkdir(mode=0o700, exist_ok=True)
        for old in aside.glob("library-*"):
            old.unlink()
        for source in (path, journal):
            shutil.copyfile(source, aside / source.name)
            (aside / source.name).chmod(0o600)
    except OSError:
        return


def _remove_leftovers(folder: Path, entry: DatabaseEntry) -> None:
    """Remove library files of other numbers: the key file does not name them any more."""
    stem = entry.file.removesuffix(".db")
    for path in _library_files(folder):
        if path.name.split(".")[0] != stem:
            path.unlink(missing_ok=True)


def schema_files() -> list[Path]:
    """Return the numbered steps of the schema in order."""
    return sorted(SCHEMA_FOLDER.glob("[0-9][0-9][0-9]_*.sql"))


def newest_schema() -> int:
    """Return the number of the last step."""
    return int(schema_files()[-1].name[:3])


def _migrate(connection: apsw.Connection, version: int) -> None:
    """Carry out the steps after `version`; inside a transaction."""
    for path in schema_files():
        number = int(path.name[:3])
        if number > version:
            connection.execute(path.read_text(encoding="utf-8"))
            connection.pragma("user_version", number)


@contextmanager
def _transaction(connection: apsw.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
