"""Replies being written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import Draft
from creator_calm.storage.states import as_array
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.comment import Comment
    from creator_calm.storage.database import Database


# One question whatever the size: answered comments have few drafts beside all comments.
_ANSWERED = """
WITH said AS (
  SELECT d.text, row_number() OVER (ORDER BY d.saved_at DESC, d.key DESC) AS place,
    coalesce(coalesce(p.id, p.link, p.title) = ?1, 0) AS beside,
    (c.id IN (?2, ?3) OR coalesce(c.in_reply_to IN (?2, ?3), 0)) AS near
  FROM drafts AS d
  JOIN states AS s ON s.key = d.key AND s.answered = 1
  JOIN comments AS c ON c.key = d.key
  LEFT JOIN posts AS p ON p.number = c.post
  WHERE d.key <> ?4 AND d.text <> ''
)
SELECT text, place, beside, near FROM said WHERE place <= ?5 OR beside OR near ORDER BY place
"""


class Answered(NamedTuple):
    """A reply that was copied: `place` 1 is the latest of all, then how near it stands."""

    text: str
    place: int
    under_same_post: bool
    in_thread: bool


_USED = """
SELECT d.text FROM drafts AS d
JOIN states AS s ON s.key = d.key AND s.answered = 1 AND s.mask = 0
JOIN assessments AS a ON a.key = d.key
WHERE d.text <> '' AND d.saved_at > ?1 AND d.key <> ?2 AND a.lane NOT IN (?3, ?4)
  AND coalesce(s.picked, a.kind) NOT IN (SELECT value FROM carray(?5))
ORDER BY d.saved_at DESC LIMIT ?6
"""
"""Replies to learn from: never from what is put away, a matter of safety, or somebody in distress."""


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

    def all(self) -> tuple[Draft, ...]:
        """Return all of them, the oldest first."""
        found = self._database.rows(
            "SELECT key, text, facts, saved_at FROM drafts ORDER BY saved_at"
        )
        return tuple(
            Draft(CommentKey(key), text, from_number(at), json.loads(facts))
            for key, text, facts, at in found
        )

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

    def used(
        self, since: int, but: int, lanes: tuple[int, int], kinds: Iterable[int], most: int
    ) -> list[str]:
        """Return replies that were copied after `since`, newest first, without one comment's.

        `lanes` and `kinds` are the codes of what nothing is learned from.
        """
        found = self._database.rows(_USED, (since, but, *lanes, as_array(kinds), most))
        return [row[0] for row in found]

    def answered(self, comment: Comment, key: CommentKey, latest: int) -> list[Answered]:
        """Return the `latest` replies, and all of the comment's post and thread, newest first.

        The thread is what replies to the same comment, that comment, and replies to this one.
        """
        post = comment.post
        found = self._database.rows(
            _ANSWERED,
            (
                None if post is None else post.id or post.link or post.title,
                comment.id,
                comment.in_reply_to,
                key,
                latest,
            ),
        )
        return [
            Answered(text, place, bool(beside), bool(near)) for text, place, beside, near in found
        ]
