"""The creator's marks on comments: every one can be taken back exactly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Lane
from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.standing import Marks, Mask, effective, standing
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.kept_copies import Copies, copies_of, copies_without
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from creator_calm.domain.assessment import Kind
    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.states import Judged
    from creator_calm.workspace.session import Session

NOT_IN_BULK = frozenset({Deed.MARKED_DONE, Deed.PUT_AWAY, Deed.BROUGHT_BACK, Deed.KEPT})
"""Deeds that leave out what may be a matter of safety unless it was chosen alone."""

_OVERRULING = frozenset({Deed.PUT_AWAY, Deed.BROUGHT_BACK, Deed.KIND_PICKED})


class Marking(Covered):
    """Commands on comments: marks are written and, from them, where the comments stand."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def mark_done(self, keys: Iterable[CommentKey]) -> Change:
        """Archive comments."""
        return self._mark(keys, Deed.MARKED_DONE, _with(done=True))

    def reopen(self, keys: Iterable[CommentKey]) -> Change:
        """Take comments out of the archive."""
        return self._mark(keys, Deed.REOPENED, _with(done=False, rested=False))

    def mark_read(self, keys: Iterable[CommentKey]) -> Change:
        """Mark comments as read."""
        return self._mark(keys, Deed.MARKED_READ, _with(read=True))

    def mark_unread(self, keys: Iterable[CommentKey]) -> Change:
        """Mark comments as not read."""
        return self._mark(keys, Deed.MARKED_UNREAD, _with(read=False))

    def seen(self, key: CommentKey) -> Change:
        """Mark a comment as read because it was looked at for a moment.

        Not a step of undo: that means the last thing done on purpose, and looking is not.
        """
        found = [one for one in self._session.library.states.judged([key]) if not one.marks.read]
        if not found:
            return nothing(Deed.MARKED_READ)
        with self._session.library.writing():
            write_marks(self._session, {key: replace(found[0].marks, read=True)})
        return self._session.publish(Change(Area.STATES, 1, Deed.MARKED_READ))

    def let_rest(self, key: CommentKey) -> Change:
        """Archive a comment on purpose without an answer."""
        return self._mark([key], Deed.LET_REST, _with(rested=True))

    def put_away(self, keys: Iterable[CommentKey]) -> Change:
        """Put comments away, whatever the judges said."""
        return self._mark(
            keys,
            Deed.PUT_AWAY,
            lambda one: one.marks if _is_away(one) else replace(one.marks, placed=True),
        )

    def bring_back(self, keys: Iterable[CommentKey]) -> Change:
        """Show comments among the others, whatever the judges said."""
        return self._mark(
            keys,
            Deed.BROUGHT_BACK,
            lambda one: replace(one.marks, placed=False) if _is_away(one) else one.marks,
        )

    def pick_kind(self, key: CommentKey, kind: Kind) -> Change:
        """Say what sort a comment is; lanes, pills and advice follow."""
        return self._mark(
            [key],
            Deed.KIND_PICKED,
            lambda one: replace(one.marks, picked=kind, placed=None),
        )

    def keep(self, keys: Iterable[CommentKey]) -> Change:
        """Keep comments on the kind shelf. Put-away ones are left out: no harsh words by accident."""
        return self._mark(
            keys,
            Deed.KEPT,
            lambda one: one.marks if _is_away(one) else replace(one.marks, kept=True),
            copies_of,
        )

    def unkeep(self, keys: Iterable[CommentKey]) -> Change:
        """Take comments off the kind shelf."""
        return self._mark(keys, Deed.NO_LONGER_KEPT, _with(kept=False), copies_without)

    def _mark(
        self,
        keys: Iterable[CommentKey],
        deed: Deed,
        change: Callable[[Judged], Marks],
        beside: Callable[[Session, Iterable[CommentKey]], Copies] | None = None,
    ) -> Change:
        """Change the marks of comments; those that stay as they are do not count.

        `beside` says what happens on the kind shelf in the same breath.
        """
        wanted = list(dict.fromkeys(keys))
        found = self._session.library.states.judged(wanted)
        if deed in NOT_IN_BULK and len(wanted) > 1:
            found = [one for one in found if _lane(one) is not Lane.SAFETY]
        before = {one.key: one.marks for one in found}
        after = {one.key: change(one) for one in found}
        after = {key: marks for key, marks in after.items() if marks != before[key]}
        if not after:
            return nothing(deed)
        copies = Copies(self._session.library) if beside is None else beside(self._session, after)
        with self._session.library.writing():
            self._write(after, copies.forth)
        before = {key: before[key] for key in after}
        areas = Area.STATES | Area.ASSESSMENTS if deed in _OVERRULING else Area.STATES
        # What is put away leaves the shelf too.
        areas |= Area.KIND_WORDS if beside is not None or deed in _OVERRULING else Area.NOTHING
        return self._session.done(
            Step(
                areas,
                len(after),
                deed,
                lambda: self._write(before, copies.back),
                lambda: self._write(after, copies.forth),
            )
        )

    def _write(self, marks: Mapping[CommentKey, Marks], beside: Callable[[], None]) -> None:
        write_marks(self._session, marks)
        beside()


def write_marks(session: Session, marks: Mapping[CommentKey, Marks]) -> None:
    """Write marks as they are to be; where the comments stand follows from the judgements now.

    Undo writes marks and not old standings, because a comment may have been judged anew
    meanwhile. Inside `writing`.
    """
    states = session.library.states
    states.put(
        [
            (one.key, marks[one.key], standing(one.assessment, marks[one.key], own=one.own))
            for one in states.judged(marks)
        ]
    )


def _is_away(one: Judged) -> bool:
    return standing(one.assessment, one.marks, own=one.own).mask is not Mask.NONE


def _lane(one: Judged) -> Lane:
    return effective(one.assessment, one.marks).lane


def _with(**marks: bool | None) -> Callable[[Judged], Marks]:
    """Return a change that sets these marks and leaves the others."""
    return lambda one: replace(one.marks, **marks)  # type: ignore[arg-type]
