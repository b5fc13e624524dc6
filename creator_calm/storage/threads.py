"""Which comment answers which, as far as the library holds both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import CommentKey

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentId
    from creator_calm.storage.comments import Comments
    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing


class Threads:
    """Questions about one comment's place among the others; imports taken back are left out."""

    def __init__(self, database: Database, comments: Comments, listing: Listing) -> None:
        self._database = database
        self._comments = comments
        self._listing = listing

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
