"""The record of what was brought in, and taking it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from creator_calm.domain.imported import ImportEntry, ImportState
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from creator_calm.storage.comments import Comments
    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing
    from creator_calm.storage.states import States

_FOR_EVER = 2**62
CLEARED_AT_ONCE = 200
"""Comments cleared away in one transaction: no call holds the event loop for long."""


class Counts(NamedTuple):
    """How far an import is: bytes, and the accounting so far."""

    done: int = 0
    total: int = 0
    read: int = 0
    new: int = 0
    duplicates: int = 0
    skipped: int = 0


class Imports:
    """The table `imports`. Its comments are one range of keys, so taking it back is one act."""

    def __init__(
        self, database: Database, comments: Comments, states: States, listing: Listing
    ) -> None:
        self._database = database
        self._comments = comments
        self._states = states
        self._listing = listing
        database.on_rollback(self.hide)
        self.hide()

    def hide(self) -> None:
        """Leave the comments of undone and of unfinished imports out of every list.

        So an import is seen all at once when it is complete, lists stand still while it runs, and
        one that was cut short was never there.
        """
        found = self._database.rows(
            "SELECT id, first_key, CASE state WHEN 'running' THEN ? ELSE last_key END"
            " FROM imports WHERE state <> 'done' AND cleared = 0",
            (_FOR_EVER,),
        )
        self._listing.hidden = tuple((row[0], row[1], row[2]) for row in found)

    def ranges(self, ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Return the first and the last key of each import that holds any comment."""
        marks = ", ".join("?" for _ in ids)
        found = self._database.rows(
            f"SELECT first_key, last_key FROM imports WHERE id IN ({marks})",  # noqa: S608 - marks only
            tuple(ids),
        )
        return tuple((row[0], row[1]) for row in found if row[1] >= row[0])

    def begin(self, source: str, now: datetime, act: tuple[str, tuple[str, ...]] = ("", ())) -> int:
        """Note that an import begins; return its id. Inside `writing`.

        `act` is the path of the file ("" for none) and those of all files of the same act.
        """
        first = self._comments.next_key()
        path, paths = act
        self._database.run(
            "INSERT INTO imports (source, format, encoding, state, started_at, first_key,"
            " last_key, path, act) VALUES (?, '', '', 'running', ?, ?, ?, ?, ?)",
            (source, to_number(now), first, first - 1, path, json.dumps(paths)),
        )
        import_id = self._database.last_id()
        self.hide()
        return import_id

    def advance(self, import_id: int, counts: Counts) -> None:
        """Note how far it is, in the same transaction as its comments."""
        self._database.run(
            "UPDATE imports SET done = ?, total = ?, read = ?, new = ?, duplicates = ?,"
            " skipped = ?, last_key = (SELECT next_key - 1 FROM library WHERE one = 1)"
            " WHERE id = ?",
            (*counts, import_id),
        )

    def finish(self, import_id: int, now: datetime, found: tuple[str, str, int, str]) -> None:
        """Note that it is complete; `found` is format, encoding, size in bytes, SHA-256."""
        self._database.run(
            "UPDATE imports SET state = 'done', ended_at = ?, format = ?, encoding = ?, size = ?,"
            " sha256 = ?, act = '' WHERE id = ?",
            (to_number(now), *found, import_id),
        )
        self.hide()

    def take_back(self, import_id: int) -> None:
        """Make its comments disappear from every list, at once at any size. Inside `writing`."""
        self._database.run("UPDATE imports SET state = 'undone' WHERE id = ?", (import_id,))
        self.hide()

    def bring_again(self, import_id: int) -> None:
        """Undo `take_back`, unless the comments have been cleared away meanwhile."""
        self._database.run(
            "UPDATE imports SET state = 'done' WHERE id = ? AND cleared = 0", (import_id,)
        )
        self.hide()

    def interrupted(self) -> list[ImportEntry]:
        """Return imports that were never finished."""
        found = self._database.rows(
            f"SELECT {_COLUMNS} FROM imports WHERE state = 'running' ORDER BY id"  # noqa: S608
        )
        return [_entry(row) for row in found]

    def paths_of_act(self, import_id: int) -> tuple[str, ...]:
        """Return the files of the act an unfinished import belongs to."""
        found = self._database.row("SELECT act FROM imports WHERE id = ?", (import_id,))
        return tuple(json.loads(found[0])) if found is not None and found[0] else ()

    def paths(self, limit: int) -> list[str]:
        """Return the files brought in last, each once, the newest first."""
        found = self._database.rows(
            "SELECT path FROM imports WHERE path <> '' AND state <> 'running'"
            " GROUP BY path ORDER BY max(id) DESC LIMIT ?",
            (limit,),
        )
        return [row[0] for row in found]

    def forget_paths(self) -> None:
        """Empty the way to every file. Inside `writing`."""
        self._database.run("UPDATE imports SET path = '' WHERE path <> ''", ())

    def forget_path(self, import_id: int) -> None:
        """Empty the way to one file. Inside `writing`."""
        self._database.run("UPDATE imports SET path = '' WHERE id = ?", (import_id,))

    def same_file(self, sha256: str) -> ImportEntry | None:
        """Return the newest import of exactly these bytes that is still in the library."""
        found = self._database.row(
            f"SELECT {_COLUMNS} FROM imports WHERE sha256 = ? AND state = 'done'"  # noqa: S608
            " ORDER BY id DESC LIMIT 1",
            (sha256,),
        )
        return None if found is None else _entry(found)

    def entry(self, import_id: int) -> ImportEntry | None:
        """Return one entry."""
        found = self._database.row(f"SELECT {_COLUMNS} FROM imports WHERE id = ?", (import_id,))  # noqa: S608
        return None if found is None else _entry(found)

    def recent(self, limit: int) -> list[ImportEntry]:
        """Return the newest imports first."""
        found = self._database.rows(
            f"SELECT {_COLUMNS} FROM imports ORDER BY id DESC LIMIT ?",  # noqa: S608 - our columns
            (limit,),
        )
        return [_entry(row) for row in found]

    def undone(self) -> frozenset[int]:
        """Return the undone imports whose comments still lie in the library."""
        found = self._database.rows("SELECT id FROM imports WHERE state = 'undone' AND cleared = 0")
        return frozenset(row[0] for row in found)

    def clear_some(self, import_id: int) -> bool:
        """Remove some comments of an undone import for good; True when none is left."""
        found = self._database.row(
            "SELECT first_key, last_key FROM imports WHERE id = ?", (import_id,)
        )
        assert found is not None
        first, last = int(found[0]), int(found[1])
        with self._database.writing():
            # From the end: what is left stays one range.
            start = max(first, last - CLEARED_AT_ONCE + 1)
            if start <= last:
                self._comments.remove(start, last)
            self._database.run(
                "UPDATE imports SET last_key = ? WHERE id = ?", (start - 1, import_id)
            )
            over: bool = start <= first
            if over:
                self._comments.remove_posts(import_id)
                self._states.forget_tallies(import_id)
                self._database.run("UPDATE imports SET cleared = 1 WHERE id = ?", (import_id,))
        self.hide()
        return over


_COLUMNS = "id, source, format, state, started_at, new, duplicates, skipped, path"


def _entry(row: tuple[Any, ...]) -> ImportEntry:
    return ImportEntry(
        row[0],
        row[1],
        row[2],
        ImportState(row[3]),
        from_number(row[4]),
        row[5],
        row[6],
        row[7],
        row[8],
    )
