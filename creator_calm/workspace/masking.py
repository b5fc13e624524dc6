"""The mask: what a list may say of a comment. The only place where rows for faces are made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.comment import answers_a_comment
from creator_calm.domain.inbox import CommentView, InboxRow
from creator_calm.domain.standing import JUDGED_AWAY, Mask, effective, standing
from creator_calm.storage.listing import ROW_TEXT, ListedRow

if TYPE_CHECKING:
    from creator_calm.storage.comments import Stored


def is_away(mask: Mask, *, keep_away: bool) -> bool:
    """Say whether the words are kept back. What nobody judged is, whatever the switch says."""
    return mask is Mask.NOT_JUDGED or (mask in JUDGED_AWAY and keep_away)


def row_of(listed: ListedRow, *, keep_away: bool) -> InboxRow:
    """Return what a list may know of a comment: no text and no author while it is put away."""
    away = is_away(listed.mask, keep_away=keep_away)
    verdict = effective(listed.assessment, listed.marks)
    name_away = away or (verdict.author_put_away and keep_away)
    marks = listed.marks
    return InboxRow(
        key=listed.key,
        put_away=away,
        kind=verdict.kind,
        lane=verdict.lane,
        confidence=verdict.confidence,
        facets=verdict.facets,
        platform=listed.platform,
        written_at=listed.moment,
        points=verdict.points,
        text=None if away else listed.text[:ROW_TEXT],
        author=None if name_away else listed.author,
        cut=not away and len(listed.text) > ROW_TEXT,
        likes=listed.likes,
        candidates=verdict.candidates,
        read=marks.read,
        done=marks.done or marks.rested,
        answered=marks.answered,
        kept=marks.kept,
        is_own=listed.own,
        has_draft=listed.has_draft,
        language=verdict.language,
        is_reply=listed.is_reply,
    )


def folded(row: InboxRow) -> InboxRow:
    """Return a row without its words: a reply to it rests, and they can wait as well."""
    return replace(row, text=None, cut=False, resting=True)


def view_of(stored: Stored, *, keep_away: bool, revealed: bool) -> CommentView:
    """Return one comment in full; of a put-away one only what its row says, unless revealed."""
    comment = stored.comment
    own = comment.is_own is True
    mask = standing(stored.assessment, stored.marks, own=own).mask
    row = row_of(
        ListedRow(
            stored.key,
            comment.text[: ROW_TEXT + 1],
            comment.author.name,
            comment.platform,
            comment.written_at,
            comment.likes,
            own,
            mask,
            stored.marks,
            stored.assessment,
            stored.has_draft,
            answers_a_comment(comment),
        ),
        keep_away=keep_away,
    )
    closed = row.put_away and not revealed
    post = comment.post
    return CommentView(
        row=row,
        text="" if closed else comment.text,
        author=None if closed else _author(stored, row, keep_away=keep_away),
        evidence=stored.assessment.evidence,
        link=None if closed else comment.link,
        post_title=None if closed or post is None else post.title,
        revealed=row.put_away and revealed,
    )


def _author(stored: Stored, row: InboxRow, *, keep_away: bool) -> str | None:
    """Return the name, unless the name itself was the problem: revealing the text is no wish for it."""
    if stored.assessment.author_put_away and keep_away:
        return None
    return stored.comment.author.name if row.put_away else row.author
