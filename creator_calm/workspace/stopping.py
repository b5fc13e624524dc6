"""Asking somebody once to stop: opened by the creator, never suggested, noted with its date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.change import Area, Deed
from creator_calm.domain.standing import effective
from creator_calm.domain.stopping import StopAsk, StopStep
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.strategies.ask_to_stop import is_unwanted, words_of
from creator_calm.storage.identities import person_number
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.comments import Stored
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

LEAST_COMMENTS = 2
"""A first contact is never answered so."""


class Stopping(Covered):
    """One line for each author, known by a number that outlives their comments."""

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._preferences = preferences
        self._asks = session.library.stop_asks

    def step(self, key: CommentKey) -> StopStep | None:
        """Return where it stands for a comment; None where nobody is to be asked.

        Problem COMMENT_GONE.
        """
        stored = self._session.stored(key)
        verdict = effective(stored.assessment, stored.marks)
        if stored.comment.is_own or not is_unwanted(verdict):
            return None
        noted = self._asks.get(person_number(stored.comment))
        asked = None if noted is None else noted.asked_at
        if asked is None and not self._again(stored):
            return None
        known = verdict.language in LANGUAGES
        language = verdict.language if known else self._preferences.interface_language
        return StopStep(words_of(language), noted is not None, asked)

    def settle_evidence(self, key: CommentKey, *, saved: bool) -> Change:
        """Note that the evidence was saved, or that the creator does without."""
        stored = self._session.stored(key)
        person = person_number(stored.comment)
        before = self._asks.get(person)
        if self.step(key) is None or before is not None:
            return nothing(Deed.EVIDENCE_SETTLED)
        after = StopAsk(person, stored.comment.id, saved, self._session.clock.utc())
        return self._put(person, before, after, Deed.EVIDENCE_SETTLED)

    def asked(self, key: CommentKey) -> Change:
        """Note that the sentence was taken to be posted: it is not offered for this author again."""
        stored = self._session.stored(key)
        person = person_number(stored.comment)
        before, step = self._asks.get(person), self.step(key)
        if step is None or before is None or before.asked_at is not None:
            return nothing(Deed.ASKED_TO_STOP)
        after = replace(before, comment=stored.comment.id, asked_at=self._session.clock.utc())
        return self._put(person, before, after, Deed.ASKED_TO_STOP)

    def _again(self, stored: Stored) -> bool:
        return self._session.library.people.comments_of(stored.comment) >= LEAST_COMMENTS

    def _put(
        self, person: int, before: StopAsk | None, after: StopAsk | None, deed: Deed
    ) -> Change:
        with self._session.library.writing(durable=True):
            self._asks.put(person, after)
        return self._session.done(
            Step(
                Area.VOICE,
                1,
                deed,
                lambda: self._asks.put(person, before),
                lambda: self._asks.put(person, after),
                durable=True,
            )
        )
