"""A comment's place among the others, as a face may see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Flag, answers_a_comment
from creator_calm.domain.inbox import Thread
from creator_calm.workspace.masking import view_of

if TYPE_CHECKING:
    from creator_calm.storage.comments import Stored
    from creator_calm.storage.library import Library


def thread_of(library: Library, stored: Stored, *, keep_away: bool) -> Thread | None:
    """Return what a comment answers and how many answer it, None when it stands alone.

    The parent is masked like any other row: that its reply was opened is no wish to read it.
    """
    comment = stored.comment
    replies, own = library.threads.replies(comment.id)
    if not answers_a_comment(comment):
        return Thread(is_reply=False, replies=replies, own_replies=own) if replies else None
    assert comment.in_reply_to is not None
    key = library.threads.parent(comment.in_reply_to)
    found = [] if key is None else library.comments.stored([key])
    if not found:
        return Thread(is_reply=True, replies=replies, own_replies=own)
    return Thread(
        is_reply=True,
        parent=view_of(found[0], keep_away=keep_away, revealed=False).row,
        parent_deleted=Flag.DELETED in found[0].comment.flags,
        replies=replies,
        own_replies=own,
    )
