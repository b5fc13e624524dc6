"""Writing: all or nothing, whatever the disk or a kill does."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import apsw
import pytest

from creator_calm.domain.change import NoticeCode
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage.database import explained
from creator_calm.storage.opening import open_library
from tests.storage.builders import START, bring_in, sighting

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.storage.library import Library

CHILD = """
import sys
from pathlib import Path
from creator_calm.storage.comments import Arrival
from creator_calm.storage.imports import Counts
from creator_calm.storage.opening import open_library
from creator_calm.domain.standing import standing
from tests.storage.builders import START, sighting
library = open_library(Path(sys.argv[1]), START)
with library.writing():
    import_id = library.imports.begin("big.csv", START)
number = 0
while True:
    batch = [sighting(n) for n in range(number, number + 100)]
    number += 100
    with library.writing():
        arrivals = [Arrival(one, standing(one.assessment)) for one in batch]
        library.comments.add(import_id, arrivals, 0, number)
        library.imports.advance(import_id, Counts(new=number, read=number))
    print(number, flush=True)
"""


def test_kill_in_the_middle_of_an_import(folder: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    acknowledged = 0
    while acknowledged < 1500:
        acknowledged = int(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    child.wait()
    for line in child.stdout:
        acknowledged = int(line)
    child.stdout.close()

    began = time.monotonic()
    library = open_library(folder, START)
    assert time.monotonic() - began < 2
    number = library.database.number
    kept = number("SELECT count(*) FROM comments")
    assert kept >= acknowledged  # every acknowledged batch, at most one more
    assert kept % 100 == 0
    for table in ("states", "assessments"):
        assert number(f"SELECT count(*) FROM {table}") == kept
    assert number("SELECT sum(n) FROM tallies") == kept
    assert [(one.id, one.new) for one in library.imports.interrupted()] == [(1, kept)]
    assert library.listing.total() == 0  # seen when complete, so this one never was
    assert {notice.code for notice in library.notices} == {NoticeCode.UNCLEAN_END}
    library.database.run("INSERT INTO words (words) VALUES ('integrity-check')")
    assert library.database.rows("PRAGMA quick_check") == [("ok",)]
    library.close()


def test_a_full_disk_takes_the_batch_back_and_small_writes_work_again(library: Library) -> None:
    bring_in(library, [sighting(number) for number in range(200)])
    connection = library.database.connection
    connection.pragma("max_page_count", connection.pragma("page_count") + 4)
    with pytest.raises(Problem) as caught:
        bring_in(library, [sighting(number, text="word " * 400) for number in range(200, 700)])
    assert caught.value.code is ProblemCode.DISK_FULL
    assert not connection.in_transaction
    assert library.database.number("SELECT count(*) FROM comments") == 200
    assert library.database.number("SELECT sum(n) FROM tallies") == 200
    with library.writing():
        library.settings.remember("small", "write")
    assert library.settings.remembered("small") == "write"


def test_what_a_transaction_taken_back_had_learnt_is_forgotten(library: Library) -> None:
    def interrupted() -> None:
        with library.writing():
            bring_in(library, [sighting(1)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert library.listing.total() == 0
    assert library.listing.hidden == ()
    bring_in(library, [sighting(1), sighting(3)])  # same platform, post and kinds: all new again
    assert [one.comment for one in library.comments.stored([1, 2])] == [
        sighting(1).comment,
        sighting(3).comment,
    ]


def test_a_transaction_inside_another_is_part_of_it(library: Library) -> None:
    def interrupted() -> None:
        with library.writing():
            with library.writing():
                library.settings.remember("a", 1)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        interrupted()
    assert library.settings.remembered("a") is None


def test_writing_begins_immediate(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    connection = library.database.connection

    def note(event: dict[str, str]) -> None:
        seen.append(event["sql"])

    connection.trace_v2(apsw.SQLITE_TRACE_STMT, note)
    with library.writing(durable=True):
        library.settings.remember("a", 1)
    connection.trace_v2(0, None)
    begins = [sql for sql in seen if sql.startswith("BEGIN")]
    assert begins == ["BEGIN IMMEDIATE"]
    assert any("synchronous" in sql and "full" in sql for sql in seen)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (apsw.FullError(), ProblemCode.DISK_FULL),
        (apsw.CorruptError(), ProblemCode.LIBRARY_DAMAGED),
        (apsw.NotADBError(), ProblemCode.LIBRARY_DAMAGED),
        (apsw.BusyError(), ProblemCode.LIBRARY_BUSY),
        (apsw.ReadOnlyError(), ProblemCode.LIBRARY_READ_ONLY),
        (apsw.CantOpenError(), ProblemCode.CANNOT_WRITE),
        (apsw.IOError(), ProblemCode.CANNOT_WRITE),
    ],
)
def test_errors_of_the_engine_have_codes(folder: Path, error: Exception, code: ProblemCode) -> None:
    found = explained(error, folder)
    assert isinstance(found, Problem)
    assert found.code is code


def test_an_io_error_on_a_full_disk_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("creator_calm.storage.database.free_bytes", lambda _: 1000)
    found = explained(apsw.IOError(), folder)
    assert isinstance(found, Problem)
    assert found.code is ProblemCode.DISK_FULL


def test_a_defect_stays_a_defect(folder: Path) -> None:
    error = apsw.SQLError()
    assert explained(error, folder) is error


def test_nothing_readable_is_left_of_what_was_cleared(library: Library) -> None:
    """Opened through the same code, the pages of an encrypted file show nothing; the index does."""
    import_id = bring_in(library, [sighting(1, text="xylophone")])
    with library.writing():
        library.imports.take_back(import_id)
    assert library.imports.clear_some(import_id)
    while not library.comments.merge_words():
        pass
    blocks = library.database.rows("SELECT block FROM words_data")
    assert all(b"xylophone" not in block for (block,) in blocks)
    assert library.database.number("SELECT count(*) FROM posts") == 0


def test_clearing_goes_in_steps(library: Library) -> None:
    import_id = bring_in(library, [sighting(number) for number in range(1200)])
    with library.writing():
        library.imports.take_back(import_id)
    assert library.listing.total() == 0
    assert [library.imports.clear_some(import_id) for _ in range(6)] == [False] * 5 + [True]
    assert library.database.number("SELECT count(*) FROM states") == 0
    assert library.listing.hidden == ()
