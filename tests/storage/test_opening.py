"""From any folder to an open library or to one code; never a write before it is sure."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest

from creator_calm.domain.change import NoticeCode
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage import key_file, opening
from creator_calm.storage.database import Mark, connect, read_mark
from creator_calm.storage.opening import open_library
from tests.storage.builders import START, bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = "library-0001.db"
CANARY = "xylophonecanary"


@pytest.fixture
def made(folder: Path) -> Path:
    """A folder with a library of 300 comments, closed."""
    library = open_library(folder, START)
    bring_in(library, [sighting(number) for number in range(300)])
    library.close()
    return folder


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file() and path.name != "lock"
    }


def _code(folder: Path) -> ProblemCode:
    with pytest.raises(Problem) as caught:
        open_library(folder, START).close()
    return caught.value.code


def _codes_of(folder: Path) -> set[NoticeCode]:
    library = open_library(folder, START)
    codes = {notice.code for notice in library.notices}
    library.close()
    return codes


def test_first_start_and_second(folder: Path) -> None:
    library = open_library(folder, START)
    assert library.notices == ()
    library.close()
    names = sorted(path.name for path in folder.iterdir())
    assert names == [FILE, "lock", "vault.2.json", "vault.json"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.glob("*.db"))
    assert _codes_of(folder) == set()


def test_what_was_kept_is_there_again(made: Path) -> None:
    library = open_library(made, START)
    assert library.listing.total() == 300
    library.close()


def test_pragmas(folder: Path) -> None:
    library = open_library(folder, START)
    pragma = library.database.connection.pragma
    found = {
        name: pragma(name)
        for name in (
            "cipher",
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "secure_delete",
            "cell_size_check",
            "trusted_schema",
            "mmap_size",
            "journal_size_limit",
        )
    }
    assert found == {
        "cipher": "aegis",
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "cell_size_check": 1,
        "trusted_schema": 0,
        "mmap_size": 0,
        "journal_size_limit": 67108864,
    }
    for table in ("words", "note_words"):
        config = library.database.rows(f"SELECT k, v FROM {table}_config")
        assert dict(config)["secure-delete"] == 1
    library.close()


def test_no_word_lies_open_on_the_disk(folder: Path) -> None:
    library = open_library(folder, START)
    bring_in(library, [sighting(1, text=f"{CANARY} in a comment")])
    for path in folder.iterdir():  # with the journal still there
        content = path.read_bytes().lower()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert CANARY.encode(encoding) not in content, path.name
    library.close()


def test_the_key_is_in_no_error(folder: Path) -> None:
    key = bytes(range(32))
    (folder / "x.db").write_bytes(b"no database at all" * 400)
    with pytest.raises(apsw.Error) as caught:
        connect(folder / "x.db", key)
    assert key.hex() not in repr(caught.value)


def _truncate_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _overwrite(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (lambda path: path.unlink(), ProblemCode.LIBRARY_MISSING),
        (lambda path: path.write_bytes(b""), ProblemCode.LIBRARY_EMPTY),
        (_truncate_half, ProblemCode.LIBRARY_DAMAGED),
        (lambda path: os.truncate(path, path.stat().st_size - 777), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: _overwrite(path, 0, bytes(100)), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: path.write_bytes(bytes(40_960)), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: path.write_bytes(os.urandom(40_960)), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: path.write_text("not a library " * 900), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: _overwrite(path, 18, b"\x01"), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: _overwrite(path, 60, b"\x55\xaa"), ProblemCode.LIBRARY_DAMAGED),
        (lambda path: (path.unlink(), path.mkdir()), ProblemCode.LIBRARY_DAMAGED),
        (_fifo, ProblemCode.LIBRARY_DAMAGED),
    ],
    ids=lambda value: value.value if isinstance(value, ProblemCode) else "harm",
)
def test_harm_has_a_code_and_nothing_is_written(
    made: Path, harm: Callable[[Path], object], code: ProblemCode
) -> None:
    harm(made / FILE)
    before = _hashes(made) if (made / FILE).is_file() else {}
    assert _code(made) is code
    if before:
        assert _hashes(made) == before


def test_garbage_behind_the_end_does_no_harm(made: Path) -> None:
    with (made / FILE).open("ab") as file:
        file.write(os.urandom(5000))
    library = open_library(made, START)
    assert library.listing.total() == 300
    library.close()


def test_a_flipped_page_is_a_problem_when_it_is_read(made: Path) -> None:
    size = (made / FILE).stat().st_size
    for page in range(2, size // 4096):
        _overwrite(made / FILE, page * 4096 + 100, b"\x00\xff\x00\xff")
    with pytest.raises(Problem) as caught:
        open_library(made, START).comments.stored(range(1, 300))
    assert caught.value.code is ProblemCode.LIBRARY_DAMAGED


@pytest.mark.parametrize("what", [key_file.NAMES])
def test_no_new_key_beside_an_old_library(made: Path, what: tuple[str, ...]) -> None:
    for name in what:
        (made / name).unlink()
    before = _hashes(made)
    assert _code(made) is ProblemCode.KEY_FILE_MISSING
    assert _hashes(made) == before


def test_damaged_key_file(made: Path) -> None:
    for name in key_file.NAMES:
        (made / name).write_bytes(b"{")
    assert _code(made) is ProblemCode.KEY_FILE_DAMAGED


def test_mended_key_file_is_said(made: Path) -> None:
    (made / "vault.json").write_bytes(b"")
    assert _codes_of(made) == {NoticeCode.KEY_FILE_REPAIRED}


def test_a_library_of_another_folder_is_foreign(made: Path, tmp_path: Path) -> None:
    """Same key and salt, other library id: only a hand-made mix can do it, and it is seen."""
    opened = key_file.read(made)
    assert opened is not None
    entry = opened.key_file.database
    assert entry is not None
    key = key_file.data_key(opened.library_key, opened.key_file.library_id, entry.salt)
    connection = connect(made / FILE, key)
    connection.execute("UPDATE library SET id = ?", ("ff" * 16,))
    connection.close()
    assert _code(made) is ProblemCode.LIBRARY_FOREIGN


def test_a_library_under_another_key_is_damaged_not_foreign(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    open_library(other, START).close()
    shutil.copyfile(other / FILE, made / FILE)
    assert _code(made) is ProblemCode.LIBRARY_DAMAGED


def test_a_newer_schema_is_left_alone(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _hashes(made)
    monkeypatch.setattr(opening, "newest_schema", lambda: 0)
    assert _code(made) is ProblemCode.NEWER_VERSION
    assert _hashes(made) == before


def _unfinished_first_run(folder: Path) -> None:
    key_file.write(folder, key_file.new("1.0", START), START)


def test_a_first_run_cut_short_begins_again(folder: Path) -> None:
    _unfinished_first_run(folder)
    (folder / FILE).write_bytes(b"half a library")
    (folder / f"{FILE}-wal").write_bytes(b"half a journal")
    (folder / "vault.json.part").write_bytes(b"half a key file")
    library = open_library(folder, START)
    assert library.listing.total() == 0
    library.close()
    assert not list(folder.glob("*.part"))
    assert json.loads((folder / "vault.json").read_bytes())["revision"] == 2


def test_only_one_copy_of_the_first_key_file(folder: Path) -> None:
    _unfinished_first_run(folder)
    (folder / "vault.2.json").unlink()
    assert _codes_of(folder) == {NoticeCode.KEY_FILE_REPAIRED}


def test_leftovers_of_other_numbers_go_and_foreign_files_stay(made: Path) -> None:
    for name in ("library-0002.db", "library-0002.db-wal", "library-0002.mark"):
        (made / name).write_bytes(b"x")
    (made / "library-0001.db.set-aside-20260501").write_bytes(b"kept")
    (made / "mine.txt").write_bytes(b"kept")
    open_library(made, START).close()
    names = {path.name for path in made.iterdir()}
    assert not any(name.startswith("library-0002") for name in names)
    assert {"mine.txt", "library-0001.db.set-aside-20260501"} <= names


def _unclean(folder: Path, target: Path) -> None:
    """Copy a library with a live journal, as a kill would leave it."""
    library = open_library(folder, START)
    bring_in(library, [sighting(number) for number in range(1000, 1040)])
    target.mkdir()
    for path in folder.iterdir():
        if path.is_file() and not path.name.endswith("-shm"):
            shutil.copyfile(path, target / path.name)
    library.close()


def test_after_a_kill_everything_is_there_and_a_pair_is_kept(made: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    _unclean(made, killed)
    library = open_library(killed, START)
    assert library.listing.total() == 340
    assert [notice.code for notice in library.notices] == [NoticeCode.UNCLEAN_END]
    library.close()
    assert {path.name for path in (killed / "recovery").iterdir()} == {FILE, f"{FILE}-wal"}
    assert _codes_of(killed) == set()


def test_a_lost_journal_is_noticed(made: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    _unclean(made, killed)
    (killed / f"{FILE}-wal").unlink()
    library = open_library(killed, START)
    assert library.listing.total() == 300
    (notice,) = library.notices
    assert notice.code is NoticeCode.CHANGES_MISSING
    assert notice.number == 3
    library.close()


def test_a_journal_of_another_library_is_set_aside(made: Path, tmp_path: Path) -> None:
    killed, other = tmp_path / "killed", tmp_path / "other"
    other.mkdir()
    _unclean(other, killed)
    shutil.copyfile(killed / f"{FILE}-wal", made / f"{FILE}-wal")
    library = open_library(made, START)
    assert library.listing.total() == 300
    assert NoticeCode.JOURNAL_SET_ASIDE in {notice.code for notice in library.notices}
    library.close()
    assert (made / f"{FILE}-wal.set-aside").is_file()


def test_mark_counts_commits(folder: Path) -> None:
    library = open_library(folder, START)
    before = read_mark(folder / "library-0001.mark")
    bring_in(library, [sighting(1)])
    assert read_mark(folder / "library-0001.mark") == before + 3
    library.close()


@pytest.mark.parametrize("content", [b"", b"123", b"123456789"])
def test_a_mark_that_is_none_says_nothing(made: Path, content: bytes) -> None:
    (made / "library-0001.mark").write_bytes(content)
    assert _codes_of(made) == set()


def test_a_mark_that_cannot_be_written_does_not_fail_the_commit(tmp_path: Path) -> None:
    mark = Mark(tmp_path / "no folder" / "x.mark")
    mark.write(3)
    mark.close()
    assert read_mark(tmp_path / "no folder" / "x.mark") == 0


@pytest.mark.parametrize("name", ["åäö 😀 namn", 'it\'s "quoted" % ?#', "x" * 200])
def test_folders_with_odd_names(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    library = open_library(folder, START)
    bring_in(library, [sighting(1)])
    library.close()
    assert _codes_of(folder) == set()


def test_a_folder_in_the_place_of_a_part_does_no_harm(made: Path) -> None:
    (made / "vault.json.part").mkdir()
    open_library(made, START).close()


def test_one_good_copy_of_the_key_file_opens_although_the_other_cannot_be_mended(
    made: Path,
) -> None:
    (made / "vault.json").unlink()
    (made / "vault.json").mkdir()
    assert NoticeCode.KEY_FILE_REPAIRED not in _codes_of(made)


def _refuse(monkeypatch: pytest.MonkeyPatch, path: Path, mode: int) -> None:
    """Let the system say no, which it never does to an administrator."""
    ask = os.access

    def access(asked: str | os.PathLike[str], wanted: int) -> bool:
        return ask(asked, wanted) and not (os.fspath(asked) == str(path) and wanted & mode)

    monkeypatch.setattr(os, "access", access)


@pytest.mark.parametrize("name", key_file.NAMES)
def test_a_key_file_that_may_not_be_read_is_not_mended(
    made: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _hashes(made)
    _refuse(monkeypatch, made / name, os.R_OK)
    assert _code(made) is ProblemCode.LIBRARY_FORBIDDEN
    assert _hashes(made) == before


def test_a_read_only_library_is_not_touched(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine would make its files beside it, read-only like it, and they would stay so."""
    before = _hashes(made)
    _refuse(monkeypatch, made / FILE, os.W_OK)
    assert _code(made) is ProblemCode.LIBRARY_READ_ONLY
    assert _hashes(made) == before
    assert not (made / f"{FILE}-shm").exists()


def test_a_library_that_may_not_be_read_is_not_called_damaged(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, *how: object, **more: object) -> object:
        if path.name == FILE:
            raise PermissionError
        return opened(path, *how, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert _code(made) is ProblemCode.LIBRARY_FORBIDDEN


def test_the_first_library_is_the_owners_from_its_first_byte(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the first run is cut short before it is done."""
    seen: list[int] = []

    def look(connection: object) -> None:
        seen.append((folder / FILE).stat().st_mode & 0o777)
        raise KeyboardInterrupt

    monkeypatch.setattr(opening, "settle", look)
    with pytest.raises(KeyboardInterrupt):
        open_library(folder, START)
    assert seen == [0o600]
