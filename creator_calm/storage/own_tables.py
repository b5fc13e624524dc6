"""All tables that belong to the creator alone, emptied and filled again as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from creator_calm.storage.database import Database

TABLES = (
    "kind_words", "moods", "own_lines", "days", "contacts", "notes", "answers", "schedule",
    "facts", "facts_enough", "saved_replies", "offers", "channels",
    "true_words", "to_do_told", "to_do_sources", "to_do", "draft_versions", "resting",
    "promise_comments", "promises", "phrase_memory", "own_phrases", "unwanted_phrases",
    "stop_asks",
)  # fmt: skip
"""In the order in which they can be emptied."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What stood in the tables, and which comments were marked as kept."""

    rows: dict[str, list[tuple[Any, ...]]]
    kept: tuple[int, ...]

    @property
    def count(self) -> int:
        """Return how many rows it holds."""
        return sum(len(rows) for rows in self.rows.values())


class OwnTables:
    """Takes a snapshot, empties, restores. Inside `writing` but for the snapshot."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def snapshot(self) -> Snapshot:
        """Return everything that `empty` would take away."""
        rows = {table: self._database.rows(f"SELECT * FROM {table}") for table in TABLES}  # noqa: S608 - our own names
        kept = self._database.rows("SELECT key FROM states WHERE kept = 1")
        return Snapshot(rows, tuple(row[0] for row in kept))

    def empty(self) -> None:
        """Take everything away, also out of the index of words of notes."""
        self._database.run("INSERT INTO note_words (note_words) VALUES ('delete-all')")
        for table in TABLES:
            self._database.run(f"DELETE FROM {table}")  # noqa: S608 - our own names
        self._database.run("UPDATE states SET kept = 0 WHERE kept = 1")

    def restore(self, snapshot: Snapshot) -> None:
        """Put back what was taken away."""
        for table in reversed(TABLES):
            rows = snapshot.rows[table]
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                self._database.run_many(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our own names
        self._database.run("INSERT INTO note_words (note_words) VALUES ('rebuild')")
        self._database.run_many(
            "UPDATE states SET kept = 1 WHERE key = ?", [(key,) for key in snapshot.kept]
        )
