"""Replies being written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from creator_calm.domain.inbox import Draft
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.database import Database


class Drafts:
    """The table `drafts`: at most one for each comment."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: CommentKey) -> Draft | None:
        """Return the draft for a comment."""
        found = self._database.row("SELECT text, facts, saved_at FROM drafts WHERE key = ?", (key,))
        if found is None:
            return None
        return Draft(key, found[0], from_number(found[2]), json.loads(found[1]))

    def put(self, key: CommentKey, draft: Draft | None) -> None:
        """Keep a draft, or none. A comment that is gone gets none. Inside `writing`."""
        if draft is None:
            self._database.run("DELETE FROM drafts WHERE key = ?", (key,))
            return
        self._database.run(
            "INSERT OR REPLACE INTO drafts (key, text, facts, saved_at)"
            " SELECT key, ?, ?, ? FROM comments WHERE key = ?",
            (
                draft.text,
                json.dumps(draft.facts, ensure_ascii=False),
                to_number(draft.saved_at),
                key,
            ),
        )
