"""Which comment answers which, as far as the library holds both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import CommentId, CommentKey, answers_a_comment
from creator_calm.domain.standing import Mask
from creator_calm.storage.codes import member
from creator_calm.storage.identities import identity, person_number

if TYPE_CHECKING:
    from creator_calm.domain.comment import Comment
    from creator_calm.storage.codes import Codes
    from creator_calm.storage.comments import Comments
    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing


_HIGHEST = 12
"""So many steps from a reply up to what began its thread; deeper ones begin where that ends."""

_TURNS_MOST = 400

_TURNS = """
WITH RECURSIVE thread (id, key) AS (
  VALUES (?1, ?2)
  UNION
  SELECT c.id, c.key FROM thread AS t CROSS JOIN comments AS c ON c.in_reply_to = t.id
  LIMIT {most}
)
SELECT t.id, t.key, s.at, s.own, s.person = ?3, s.mask, a.kind, c.in_reply_to,
  CASE WHEN s.own THEN substr(c.text, 1, 60) ELSE '' END,
  CASE WHEN s.answered AND d.text <> '' THEN d.saved_at END
FROM thread AS t CROSS JOIN comments AS c ON c.key = t.key
CROSS JOIN states AS s ON s.key = t.key CROSS JOIN assessments AS a ON a.key = t.key
LEFT JOIN drafts AS d ON d.key = t.key
WHERE 1{visible} ORDER BY s.at, t.key
"""


class Turn(NamedTuple):
    """One comment of a thread, without its words unless the creator wrote it.

    `at` and `answered_at` (when a reply to it was copied) are microseconds of UTC; `theirs` says
    that the author asked about wrote it; `begins` is how the creator's own words begin.
    """

    id: CommentId
    key: CommentKey
    at: int
    own: bool
    theirs: bool
    away: bool
    kind: Kind
    answers: str | None
    begins: str
    answered_at: int | None


class Threads:
    """Questions about one comment's place among the others; imports taken back are left out."""

    def __init__(
        self, database: Database, codes: Codes, comments: Comments, listing: Listing
    ) -> None:
        self._database = database
        self._codes = codes
        self._comments = comments
        self._listing = listing

    def turns(self, comment: Comment, key: CommentKey) -> list[Turn]:
        """Return the thread a comment stands in, oldest first; `theirs` is its author."""
        root, root_key = self._root(comment, key)
        sql = _TURNS.format(most=_TURNS_MOST, visible=self._listing.visible("t.key"))
        found = self._database.rows(sql, (root, root_key, person_number(comment)))
        return [
            Turn(
                CommentId(row[0]),
                CommentKey(row[1]),
                row[2],
                bool(row[3]),
                bool(row[4]),
                bool(row[5] != Mask.NONE),
                member(Kind, self._codes.word(row[6]), Kind.UNCLEAR),
                row[7],
                row[8],
                row[9],
            )
            for row in found
        ]

    def _root(self, comment: Comment, key: CommentKey) -> tuple[str, int | None]:
        """Return id and key of what began the thread; the key is None when it is not here."""
        if not answers_a_comment(comment):
            return comment.id, key
        above, post = comment.in_reply_to, comment.post
        under = f"{comment.platform}:{post.id}" if post is not None and post.id else None
        for _ in range(_HIGHEST):
            assert above is not None
            found = self._database.row(
                "SELECT key, in_reply_to FROM comments WHERE identity = ?", (identity(above),)
            )
            if found is None:
                return above, None
            if found[1] is None or found[1] == under:
                return above, found[0]
            above = CommentId(found[1])
        return str(above), None

    def parent(self, wanted: CommentId) -> CommentKey | None:
        """Return the key of the comment a reply names, None when the library has no such comment."""
        key = self._comments.keys([wanted]).get(wanted)
        hidden = self._listing.hidden
        if key is None or any(first <= key <= last for _, first, last in hidden):
            return None
        return CommentKey(key)

    def replies(self, answered: CommentId) -> tuple[int, int]:
        """Return how many comments answer this one, and how many of them the creator wrote."""
        found = self._database.row(
            "SELECT count(*), coalesce(sum(s.own), 0) FROM comments AS c"  # noqa: S608 - numbers of ours
            " CROSS JOIN states AS s ON s.key = c.key"
            f" WHERE c.in_reply_to = ?{self._listing.visible('c.key')}",
            (answered,),
        )
        return (0, 0) if found is None else (int(found[0]), int(found[1]))
