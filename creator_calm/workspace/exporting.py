"""The library as plain rows, for a file of the creator's own. Put-away words stay out unless asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.standing import effective
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.masking import view_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import Comment
    from creator_calm.domain.inbox import CommentView
    from creator_calm.storage.comments import Stored
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One comment of the library. `text` and `author` are None while it is put away and not asked for."""

    comment: Comment
    assessment: Assessment
    view: CommentView
    text: str | None
    author: str | None


class Exporting(Covered):
    """Reads the library from the first comment to the last, some at a time."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences

    def rows(self, *, with_text: bool) -> Iterator[ExportRow]:
        """Give every comment; memory does not grow with the library."""
        library = self._session.library
        after = 0
        while keys := library.listing.following(after, _AT_ONCE):
            after = keys[-1]
            for stored in library.comments.stored(keys):
                yield self._row(stored, with_text=with_text)

    def _row(self, stored: Stored, *, with_text: bool) -> ExportRow:
        keep_away = self._preferences.keep_away
        view = view_of(stored, keep_away=keep_away, revealed=with_text)
        masked = view.row.put_away and not with_text
        return ExportRow(
            comment=stored.comment,
            assessment=effective(stored.assessment, stored.marks),
            view=view,
            text=None if masked else stored.comment.text,
            author=None if masked else view.author,
        )
