"""Beside the drafts: their earlier versions, and which of them rest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.draft import DraftVersion
from creator_calm.domain.resting import Resting
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from typing import Any

    from creator_calm.domain.inbox import Draft
    from creator_calm.storage.database import Database

VERSIONS_KEPT = 20
_VERSION = "SELECT id, key, text, facts, saved_at FROM draft_versions"


class DraftVersions:
    """The table `draft_versions`: at most `VERSIONS_KEPT` for each comment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, key: CommentKey) -> tuple[DraftVersion, ...]:
        """Return those of a comment, the newest first."""
        found = self._database.rows(f"{_VERSION} WHERE key = ? ORDER BY id DESC", (key,))
        return tuple(_version(row) for row in found)

    def all(self) -> tuple[DraftVersion, ...]:
        """Return those of all comments, the oldest first."""
        return tuple(_version(row) for row in self._database.rows(f"{_VERSION} ORDER BY id"))

    def add(self, draft: Draft) -> int:
        """Keep a version and let the oldest of its comment go. Inside `writing`."""
        self._database.run(
            "INSERT INTO draft_versions (key, text, facts, saved_at) VALUES (?, ?, ?, ?)",
            (draft.key, draft.text, _json(draft.facts), to_number(draft.saved_at)),
        )
        number = self._database.last_id()
        self._database.run(
            "DELETE FROM draft_versions WHERE key = ?1 AND id NOT IN"
            " (SELECT id FROM draft_versions WHERE key = ?1 ORDER BY id DESC LIMIT ?2)",
            (draft.key, VERSIONS_KEPT),
        )
        return number

    def put_all(self, key: CommentKey, versions: tuple[DraftVersion, ...]) -> None:
        """Have exactly these of a comment. Inside `writing`."""
        self._database.run("DELETE FROM draft_versions WHERE key = ?", (key,))
        self._database.run_many(
            "INSERT INTO draft_versions (id, key, text, facts, saved_at) VALUES (?, ?, ?, ?, ?)",
            [(v.id, v.key, v.text, _json(v.facts), to_number(v.saved_at)) for v in versions],
        )


class RestingDrafts:
    """The table `resting`: at most one for each comment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[CommentKey, Resting]:
        """Return what rests or has rested, the longest waiting first."""
        found = self._database.rows("SELECT key, starts, ends, seconds FROM resting")
        found = sorted(found, key=lambda row: row[2])
        return {
            CommentKey(key): Resting(
                CommentKey(key), from_number(starts), from_number(ends), seconds
            )
            for key, starts, ends, seconds in found
        }

    def put(self, key: CommentKey, resting: Resting | None) -> None:
        """Keep a rest, or none. Inside `writing`."""
        if resting is None:
            self._database.run("DELETE FROM resting WHERE key = ?", (key,))
            return
        self._database.run(
            "INSERT OR REPLACE INTO resting (key, starts, ends, seconds) VALUES (?, ?, ?, ?)",
            (key, to_number(resting.start), to_number(resting.end), resting.seconds),
        )


def _version(row: tuple[Any, ...]) -> DraftVersion:
    return DraftVersion(row[0], CommentKey(row[1]), row[2], from_number(row[4]), json.loads(row[3]))


def _json(facts: dict[str, str]) -> str:
    return json.dumps(facts, ensure_ascii=False)
