"""How a reply would stand where it is pasted. The program never posts anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.posting import Posted
from creator_calm.replies.platform_reading import reading
from creator_calm.replies.platforms import limit_of
from creator_calm.workspace.covering import Covered

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.workspace.session import Session


class Posting(Covered):
    """Questions only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def posted(self, key: CommentKey, text: str) -> Posted:
        """Return a reply as the comment's platform would take it. Raises Problem COMMENT_GONE."""
        comment = self._session.stored(key).comment
        limit = limit_of(comment.platform)
        length, most = (len(text), None) if limit is None else limit.measured(text)
        found = reading(text, comment.platform, comment.author.name or "")
        if found is None:
            return Posted(length, most)
        return Posted(length, most, *found)
