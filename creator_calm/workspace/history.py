"""Steps that can be taken back. Kept in memory, as closures over values; gone with the session."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from creator_calm.domain.change import UndoToken

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Area, Deed

STEPS_KEPT = 200


@dataclass(slots=True)
class Step:
    """One command that happened: how to take it back and how to do it again.

    `same` names what consecutive steps may be joined by (saving one draft again and again is one
    step); `imported` are the imports whose comments this step may need again.
    """

    areas: Area
    count: int
    deed: Deed
    back: Callable[[], None]
    forth: Callable[[], None]
    durable: bool = False
    same: object = None
    imported: tuple[int, ...] = ()
    token: UndoToken = field(default_factory=lambda: UndoToken(0))


class History:
    """At most `STEPS_KEPT` steps back. A new step forgets what could have been done again."""

    def __init__(self) -> None:
        self._done: deque[Step] = deque(maxlen=STEPS_KEPT)
        self._undone: list[Step] = []
        self._number = 0

    def record(self, step: Step) -> UndoToken:
        """Remember a step that has just happened."""
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last is not None and step.same is not None and last.same == step.same:
            last.forth, last.deed, last.count = step.forth, step.deed, step.count
            return last.token
        self._number += 1
        step.token = UndoToken(self._number)
        self._done.append(step)
        return step.token

    def join(self, step: Step, token: UndoToken) -> bool:
        """Make a step part of the last one, if that is still the one `token` names: one undo for both."""
        last = self._done[-1] if self._done else None
        if last is None or last.token != token:
            return False
        first_back, first_forth = last.back, last.forth

        def back() -> None:
            step.back()
            first_back()

        def forth() -> None:
            first_forth()
            step.forth()

        last.back, last.forth = back, forth
        last.areas |= step.areas
        step.token = token
        self._undone.clear()
        return True

    def last(self) -> Step | None:
        """Return the step that `undo` would take back."""
        return self._done[-1] if self._done else None

    def next(self) -> Step | None:
        """Return the step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def went_back(self) -> None:
        """Note that the last step was taken back."""
        step = self._done.pop()
        step.same = None
        self._undone.append(step)

    def went_forth(self) -> None:
        """Note that the next step was done again."""
        self._done.append(self._undone.pop())

    def imports(self) -> frozenset[int]:
        """Return imports whose comments some step still needs."""
        steps = (*self._done, *self._undone)
        return frozenset(one for step in steps for one in step.imported)

    def forget_undone(self) -> None:
        """Forget what could have been done again: its comments are about to be cleared away."""
        self._undone.clear()

    def forget_import(self, import_id: int) -> None:
        """Forget the steps about an import that was taken back and will not come again."""
        self._done = deque(
            (step for step in self._done if import_id not in step.imported), maxlen=STEPS_KEPT
        )
