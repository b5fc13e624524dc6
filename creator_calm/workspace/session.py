"""What the parts of the workspace share: the library, the clock, the history, and who listens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.workspace.history import History, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import UndoToken
    from creator_calm.domain.clock import Clock
    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.comments import Stored
    from creator_calm.storage.library import Library


class Session:
    """One open library. Commands end in `done`, which records the step and tells the listeners."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self.library = library
        self.clock = clock
        self.history = History()
        self.covered = False
        """While true no part of the workspace hands out words (live mode)."""
        self._first: list[Callable[[Change], None]] = []
        self._listeners: list[Callable[[Change], None]] = []

    def before_others(self, listener: Callable[[Change], None]) -> None:
        """Have `listener` told before the faces are: parts of the workspace with caches."""
        self._first.append(listener)

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Have `listener` told of every change; the answer ends it."""
        self._listeners.append(listener)

        def end() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return end

    def done(self, step: Step) -> Change:
        """Record a step that has just been written, tell the listeners, return the receipt."""
        token = self.history.record(step)
        return self.publish(Change(step.areas, step.count, step.deed, token))

    def joined(self, step: Step, token: UndoToken | None) -> Change:
        """Do the same as a part of the step that `token` names, as long as that is the last one."""
        if token is None or not self.history.join(step, token):
            return self.done(step)
        return self.publish(Change(step.areas, step.count, step.deed, token))

    def publish(self, change: Change) -> Change:
        """Tell the listeners of a change that cannot be taken back, or was just taken back."""
        for listener in (*self._first, *tuple(self._listeners)):
            listener(change)
        return change

    def stored(self, key: CommentKey) -> Stored:
        """Return a comment in full. Problem COMMENT_GONE, also while its import is taken back."""
        library = self.library
        gone = any(first <= key <= last for _, first, last in library.listing.hidden)
        found = [] if gone else library.comments.stored([key])
        if not found:
            raise Problem(ProblemCode.COMMENT_GONE)
        return found[0]

    def undo(self) -> Change | None:
        """Take the last step back; None when there is none. A Problem leaves it where it was."""
        step = self.history.last()
        if step is None:
            return None
        with self.library.writing(durable=step.durable):
            step.back()
        self.history.went_back()
        return self.publish(Change(step.areas, step.count, step.deed))

    def redo(self) -> Change | None:
        """Do the step that was taken back last again; None when there is none."""
        step = self.history.next()
        if step is None:
            return None
        with self.library.writing(durable=step.durable):
            step.forth()
        self.history.went_forth()
        return self.publish(Change(step.areas, step.count, step.deed, step.token))


def nothing(deed: Deed) -> Change:
    """Return the receipt of a command that had nothing to do."""
    return Change(Area.NOTHING, 0, deed)
