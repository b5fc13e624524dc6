"""Facts before words: what is looked into before a detailed answer, kept with the comment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Lane
from creator_calm.domain.change import Area, Deed
from creator_calm.domain.facts import (
    MOST_FACTS,
    NOTE_MAX,
    QUESTION_MAX,
    WHO_MAX,
    Fact,
    FactList,
    FactState,
    questions_for,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.standing import effective
from creator_calm.language.clean import for_storage
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.history import Step
from creator_calm.workspace.session import nothing

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.workspace.session import Session


class FactsDesk(Covered):
    """One list for each comment; every command can be undone."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = session.library.facts

    def of(self, key: CommentKey) -> FactList:
        """Return the questions for a comment with what was noted; none for safety kinds.

        Raises Problem COMMENT_GONE.
        """
        stored = self._session.stored(key)
        verdict = effective(stored.assessment, stored.marks)
        if verdict.lane is Lane.SAFETY:
            return FactList()
        return questions_for(verdict.kind, self._store.get(key))

    def mark(self, key: CommentKey, place: int, state: FactState) -> Change:
        """Say how the question at `place` of `of(key)` stands; what was noted stays."""
        facts = self.of(key)
        if not 0 <= place < len(facts.facts):
            return nothing(Deed.FACT_NOTED)
        return self._put(key, _with(facts, place, replace(facts.facts[place], state=state)))

    def describe(self, key: CommentKey, place: int, note: str, who: str) -> Change:
        """Keep what was found out and who knows more. Raises Problem TEXT_TOO_LONG.

        Doing it again and again for one question is one step to undo.
        """
        facts = self.of(key)
        if not 0 <= place < len(facts.facts):
            return nothing(Deed.FACT_NOTED)
        fact = replace(facts.facts[place], note=_field(note, NOTE_MAX), who=_one_line(who, WHO_MAX))
        return self._put(key, _with(facts, place, fact), same=("fact", key, place))

    def add(self, key: CommentKey, question: str) -> Change:
        """Add a question of the creator's own. Raises FIELD_EMPTY, TEXT_TOO_LONG, TOO_MANY_FACTS."""
        own = _one_line(question, QUESTION_MAX)
        if not own:
            raise Problem(ProblemCode.FIELD_EMPTY)
        facts = self.of(key)
        if len(facts.facts) >= MOST_FACTS:
            raise Problem(ProblemCode.TOO_MANY_FACTS, n=MOST_FACTS)
        if any(fact.own.casefold() == own.casefold() for fact in facts.facts):
            return nothing(Deed.FACT_NOTED)
        return self._put(key, replace(facts, facts=(*facts.facts, Fact(own=own)), enough=False))

    def remove(self, key: CommentKey, place: int) -> Change:
        """Take a question of the creator's own away; one of ours loses what was noted."""
        facts = self.of(key)
        if not 0 <= place < len(facts.facts):
            return nothing(Deed.FACT_REMOVED)
        left = (*facts.facts[:place], *facts.facts[place + 1 :])
        return self._put(key, replace(facts, facts=left), Deed.FACT_REMOVED)

    def set_enough(self, key: CommentKey, *, enough: bool) -> Change:
        """Say that what is known will do, or that it will not."""
        deed = Deed.FACTS_ENOUGH if enough else Deed.FACTS_REOPENED
        return self._put(key, replace(self.of(key), enough=enough), deed)

    def _put(
        self,
        key: CommentKey,
        facts: FactList,
        deed: Deed = Deed.FACT_NOTED,
        same: object = None,
    ) -> Change:
        before = self._store.get(key)
        after = replace(facts, facts=tuple(one for one in facts.facts if not one.untouched))
        if before == after:
            return nothing(deed)
        with self._session.library.writing(durable=True):
            self._store.put(key, after)
        return self._session.done(
            Step(
                Area.FACTS,
                1,
                deed,
                lambda: self._store.put(key, before),
                lambda: self._store.put(key, after),
                durable=True,
                same=same,
            )
        )


def _with(facts: FactList, place: int, fact: Fact) -> FactList:
    return replace(
        facts, facts=tuple(fact if at == place else one for at, one in enumerate(facts.facts))
    )


def _field(text: str, most: int) -> str:
    text = for_storage(text).strip()
    if len(text) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=most)
    return text


def _one_line(text: str, most: int) -> str:
    return _field(" ".join(text.split()), most)
