"""What an import cannot do without, each by itself: python -m tests.benchmarks.floors_child SOURCE HOME.

HOME is the folder of a library that holds SOURCE already. Prints JSON, processor seconds of:
- read: csv.reader over the file, nothing made of its cells;
- insert: the rows of that library, as they lie in its tables, into a new one with the same schema,
  key and pragmas, the index of words included, 500 rows a transaction;
- verdict: the product's own verdict on texts that are read already.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from creator_calm import paths
from creator_calm.clock import SystemClock
from creator_calm.domain.assessment import TriageContext
from creator_calm.domain.intake import ReadOptions, Skipped, Source
from creator_calm.importers.intake import read
from creator_calm.triage.assess import assess
from creator_calm.workspace.workspace import Workspace
from tests.benchmarks.goals import cpu
from tests.benchmarks.peers import bare_csv

if TYPE_CHECKING:
    import apsw

FRAME = 500
TABLES = ("comments", "assessments", "states")


def main(source: str, home: str) -> int:
    """Measure the three floors."""
    read_s = cpu(lambda: bare_csv(Path(source)))
    given = Source(path=source, name=Path(source).name)
    _, items = read(given, ReadOptions(), now=datetime.now(UTC))
    comments = [item.comment for item in items if not isinstance(item, Skipped)]
    list(assess(comments[:FRAME], TriageContext()))
    verdict_s = cpu(lambda: [None for _ in assess(comments, TriageContext())])
    insert_s = _insert(Path(home))
    floors = {"read": read_s, "verdict": verdict_s, "insert": insert_s}
    sys.stdout.write(json.dumps(floors) + "\n")
    return 0


def _insert(home: Path) -> float:
    full = _open(home)
    rows = {table: _rows(full.library, table) for table in TABLES}
    full.close()
    folder = Path(tempfile.mkdtemp(prefix="floors-"))
    new = _open(folder / "home")
    connection = new.library
    connection.pragma("foreign_keys", "off")  # the posts and the import's own line are not copied
    taken = cpu(lambda: _fill(connection, rows))
    new.close()
    shutil.rmtree(folder)
    return taken


class _open:  # noqa: N801 - used like a function
    """A library through the product, so that key and pragmas are its own."""

    def __init__(self, home: Path) -> None:
        self._workspace = Workspace.open(paths.folders(home), SystemClock())
        self.library: apsw.Connection = self._workspace._library.database.connection

    def close(self) -> None:
        self._workspace.close()


def _rows(connection: apsw.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"SELECT * FROM {table} ORDER BY key").fetchall()


def _fill(connection: apsw.Connection, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    sql = {
        table: f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[table][0]))})"
        for table in TABLES
    }
    for start in range(0, len(rows["comments"]), FRAME):
        connection.execute("BEGIN IMMEDIATE")
        for table in TABLES:
            connection.executemany(sql[table], rows[table][start : start + FRAME])
        first, last = rows["comments"][start][0], rows["comments"][start : start + FRAME][-1][0]
        connection.execute(
            "INSERT INTO words (rowid, text, author) SELECT key, text, author FROM comments"
            " WHERE key BETWEEN ? AND ?",
            (first, last),
        )
        connection.execute("COMMIT")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
