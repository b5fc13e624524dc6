"""What was learned from edits, phrases of the creator's own, and who was asked once to stop."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from creator_calm.domain.assessment import Kind
from creator_calm.domain.learned import Learned, OwnPhrase, PhraseMemory
from creator_calm.domain.stopping import StopAsk
from creator_calm.storage.codes import members
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from creator_calm.storage.database import Database

_PHRASE = "id, language, move, text, needs, kinds, saved_at"
_ASK = "person, comment, saved, evidence_at, asked_at"


class VoiceRows:
    """The tables `phrase_memory`, `own_phrases` and `unwanted_phrases`. Writing inside `writing`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def learned(self) -> Learned:
        """Return everything that a reply is made with."""
        return Learned(self.memories(), self.own())

    def memories(self) -> dict[str, PhraseMemory]:
        """Return what is known of each phrase."""
        found = self._database.rows(
            "SELECT phrase, kept, removed, in_a_row, retired FROM phrase_memory"
        )
        return {row[0]: PhraseMemory(row[1], row[2], row[3], bool(row[4])) for row in found}

    def put_memory(self, phrase: str, memory: PhraseMemory | None) -> None:
        """Keep what is known of a phrase, or forget it."""
        if memory is None:
            self._database.run("DELETE FROM phrase_memory WHERE phrase = ?", (phrase,))
            return
        self._database.run(
            "INSERT OR REPLACE INTO phrase_memory VALUES (?, ?, ?, ?, ?)",
            (phrase, memory.kept, memory.removed, memory.in_a_row, int(memory.retired)),
        )

    def own(self) -> tuple[OwnPhrase, ...]:
        """Return the phrases of the creator's own, in the order they were saved."""
        found = self._database.rows(f"SELECT {_PHRASE} FROM own_phrases ORDER BY id")  # noqa: S608 - our own columns
        return tuple(_phrase(row) for row in found)

    def add_own(self, phrase: OwnPhrase) -> OwnPhrase:
        """Keep a phrase and return it with its id."""
        self._database.run(
            "INSERT INTO own_phrases (language, move, text, needs, kinds, saved_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            _values(phrase)[1:],
        )
        return replace(phrase, id=self._database.last_id())

    def put_own(self, phrase_id: int, phrase: OwnPhrase | None) -> None:
        """Keep a phrase under its id, or remove it."""
        if phrase is None:
            self._database.run("DELETE FROM own_phrases WHERE id = ?", (phrase_id,))
            return
        self._database.run(
            f"INSERT OR REPLACE INTO own_phrases ({_PHRASE}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own columns
            _values(phrase),
        )

    def unwanted(self) -> frozenset[str]:
        """Return the sentences that are not asked about again."""
        return frozenset(row[0] for row in self._database.rows("SELECT text FROM unwanted_phrases"))

    def put_unwanted(self, sentence: str, *, there: bool) -> None:
        """Note or forget that a sentence is not wanted as a phrase."""
        if there:
            self._database.run("INSERT OR IGNORE INTO unwanted_phrases VALUES (?)", (sentence,))
        else:
            self._database.run("DELETE FROM unwanted_phrases WHERE text = ?", (sentence,))


class StopAsks:
    """The table `stop_asks`: one line for each author. Writing inside `writing`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, person: int) -> StopAsk | None:
        """Return what is noted of an author."""
        found = self._database.row(f"SELECT {_ASK} FROM stop_asks WHERE person = ?", (person,))  # noqa: S608 - our own columns
        return None if found is None else _ask(found)

    def all(self) -> tuple[StopAsk, ...]:
        """Return every line, the oldest first."""
        found = self._database.rows(f"SELECT {_ASK} FROM stop_asks ORDER BY evidence_at, person")  # noqa: S608 - our own columns
        return tuple(_ask(row) for row in found)

    def put(self, person: int, ask: StopAsk | None) -> None:
        """Keep a line, or none."""
        if ask is None:
            self._database.run("DELETE FROM stop_asks WHERE person = ?", (person,))
            return
        asked = None if ask.asked_at is None else to_number(ask.asked_at)
        self._database.run(
            "INSERT OR REPLACE INTO stop_asks VALUES (?, ?, ?, ?, ?)",
            (person, ask.comment, int(ask.saved), to_number(ask.evidence_at), asked),
        )


def _phrase(row: tuple[Any, ...]) -> OwnPhrase:
    return OwnPhrase(
        row[0],
        row[1],
        row[2],
        row[3],
        frozenset(json.loads(row[4])),
        frozenset(members(Kind, tuple(json.loads(row[5])))),
        from_number(row[6]) if row[6] else None,
    )


def _values(phrase: OwnPhrase) -> tuple[object, ...]:
    return (
        phrase.id,
        phrase.language,
        phrase.move,
        phrase.text,
        json.dumps(sorted(phrase.needs)),
        json.dumps(sorted(phrase.kinds)),
        0 if phrase.saved_at is None else to_number(phrase.saved_at),
    )


def _ask(row: tuple[Any, ...]) -> StopAsk:
    asked = None if row[4] is None else from_number(row[4])
    return StopAsk(row[0], row[1], bool(row[2]), from_number(row[3]), asked)
