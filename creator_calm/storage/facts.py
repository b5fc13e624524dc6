"""What is looked into before a detailed answer: a list for each comment, kept as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.facts import Fact, FactList, FactQuestion, FactState
from creator_calm.storage.codes import member

if TYPE_CHECKING:
    from creator_calm.storage.database import Database

_FACT = "question, own, state, note, who"


class Facts:
    """The tables `facts` and `facts_enough`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: CommentKey) -> FactList:
        """Return what was noted for a comment; an empty list where nothing was."""
        found = self._database.rows(
            f"SELECT place, {_FACT} FROM facts WHERE key = ?1"  # noqa: S608 - our own names
            " UNION ALL SELECT -1, '', '', '', '', '' FROM facts_enough WHERE key = ?1",
            (key,),
        )
        facts = tuple(_fact(row[1:]) for row in sorted(found) if row[0] >= 0)
        return FactList(facts, len(facts) < len(found))

    def put(self, key: CommentKey, facts: FactList) -> None:
        """Keep a list, or none. A comment that is gone gets none. Inside `writing`."""
        self._database.run("DELETE FROM facts WHERE key = ?", (key,))
        self._database.run("DELETE FROM facts_enough WHERE key = ?", (key,))
        self._database.run_many(
            f"INSERT INTO facts (key, place, {_FACT})"  # noqa: S608 - our own names
            " SELECT key, ?, ?, ?, ?, ?, ? FROM comments WHERE key = ?",
            [(place, *_values(fact), key) for place, fact in enumerate(facts.facts)],
        )
        if facts.enough:
            self._database.run(
                "INSERT INTO facts_enough (key) SELECT key FROM comments WHERE key = ?", (key,)
            )

    def all(self) -> dict[CommentKey, FactList]:
        """Return every list there is, by comment."""
        keys = self._database.rows("SELECT key FROM facts UNION SELECT key FROM facts_enough")
        return {CommentKey(row[0]): self.get(CommentKey(row[0])) for row in keys}


def _fact(row: tuple[Any, ...]) -> Fact:
    question, own, state, note, who = row
    known = question if question in {*FactQuestion} else None
    # A question of a newer program is kept as the creator's own, in its code: nothing is lost.
    return Fact(
        FactQuestion(known) if known else None,
        own or (question if not known else ""),
        member(FactState, state, FactState.OPEN),
        note,
        who,
    )


def _values(fact: Fact) -> tuple[str, ...]:
    question = "" if fact.question is None else fact.question.value
    return (question, fact.own, fact.state.value, fact.note, fact.who)
