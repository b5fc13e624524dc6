"""A list of the creator's own, in their order: added to, changed, moved and removed, with undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from creator_calm.domain.change import Area, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import for_storage
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.own_words import Channel, Offer, SavedReply
    from creator_calm.storage.own_words import OwnList
    from creator_calm.workspace.session import Session

T = TypeVar("T", bound="SavedReply | Offer | Channel")


class OwnListDesk(Covered, Generic[T]):
    """What the lists share. `most` is how many fit."""

    most = 0
    saved, removed, moved = Deed.OWN_WORDS_SAVED, Deed.OWN_WORDS_REMOVED, Deed.OWN_WORDS_MOVED

    def __init__(self, session: Session, store: OwnList[T]) -> None:
        self._session = session
        self._store = store

    def all(self) -> tuple[T, ...]:
        """Return everything in the creator's order."""
        return self._store.all()

    def get(self, number: int) -> T | None:
        """Return one by its id."""
        return next((one for one in self._store.all() if one.id == number), None)

    def remove(self, number: int) -> Change:
        """Take one away."""
        left = tuple(one for one in self._store.all() if one.id != number)
        return self._put(left, self.removed)

    def move(self, number: int, by: int) -> Change:
        """Move one by so many places; it stops at the ends."""
        things = list(self._store.all())
        at = next((place for place, one in enumerate(things) if one.id == number), None)
        if at is None:
            return nothing(self.moved)
        one = things.pop(at)
        things.insert(min(max(at + by, 0), len(things)), one)
        return self._put(tuple(things), self.moved)

    def _keep(self, thing: T) -> Change:
        """Keep a thing under its id, a new one (id 0) at the end. Raises TOO_MANY_OF_THESE."""
        things = self._store.all()
        if thing.id and any(one.id == thing.id for one in things):
            return self._put(
                tuple(thing if one.id == thing.id else one for one in things), self.saved
            )
        if len(things) >= self.most:
            raise Problem(ProblemCode.TOO_MANY_OF_THESE, n=self.most)
        number = 1 + max((one.id for one in things), default=0)
        return self._put((*things, replace(thing, id=number)), self.saved)

    def _put(self, after: tuple[T, ...], deed: Deed) -> Change:
        before = self._store.all()
        if before == after:
            return nothing(deed)
        with self._session.library.writing(durable=True):
            self._store.put(after)
        return self._session.done(
            Step(
                Area.OWN_WORDS,
                1,
                deed,
                lambda: self._store.put(before),
                lambda: self._store.put(after),
                durable=True,
            )
        )


def one_line(text: str, most: int) -> str:
    """Return a text as one line. Raises Problem FIELD_EMPTY or TEXT_TOO_LONG."""
    line = " ".join(for_storage(text).split())
    if not line:
        raise Problem(ProblemCode.FIELD_EMPTY)
    if len(line) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(line), most=most)
    return line
