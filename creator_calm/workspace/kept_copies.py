"""The copies that go with keeping: made from what may be seen, put back exactly by undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.kind_words import KindWords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.comments import Stored
    from creator_calm.storage.library import Library
    from creator_calm.workspace.session import Session


class Copies:
    """Copies to be added and to be removed, in both directions. Inside `writing`."""

    def __init__(
        self,
        library: Library,
        added: Iterable[KindWords] = (),
        removed: Iterable[KindWords] = (),
    ) -> None:
        self._store = library.kind_shelf
        self._added = list(added)
        self._removed = tuple(removed)

    def forth(self) -> None:
        """Do it; new copies get their ids the first time."""
        for place, words in enumerate(self._added):
            if words.id == 0:
                self._added[place] = self._store.add(words)
            else:
                self._store.put(words.id, words)
        for words in self._removed:
            self._store.put(words.id, None)

    def back(self) -> None:
        """Take it back."""
        for words in self._added:
            self._store.put(words.id, None)
        for words in self._removed:
            self._store.put(words.id, words)


def copies_of(session: Session, keys: Iterable[CommentKey]) -> Copies:
    """Return copies to add for comments that are about to be kept. None of them is put away."""
    wanted = list(keys)
    there = {words.comment for words in session.library.kind_shelf.of_comments(wanted)}
    stored = session.library.comments.stored([key for key in wanted if key not in there])
    return Copies(session.library, (_copy(session, one) for one in stored))


def copies_without(session: Session, keys: Iterable[CommentKey]) -> Copies:
    """Return the copies to remove for comments that are no longer kept."""
    return Copies(session.library, removed=session.library.kind_shelf.of_comments(keys))


def _copy(session: Session, stored: Stored) -> KindWords:
    comment, moment = stored.comment, stored.comment.written_at
    # A name that was the problem itself is not copied, whatever the switch of putting away says.
    author = "" if stored.assessment.author_put_away else comment.author.name or ""
    return KindWords(
        id=0,
        text=comment.text,
        author=author,
        platform=comment.platform,
        written_at=None if moment is None else moment.utc,
        link=comment.link or "",
        kept_at=session.clock.utc(),
        comment=stored.key,
    )
