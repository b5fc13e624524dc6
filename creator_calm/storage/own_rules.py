"""Own rules on disk: phrases, corrections, trusted accounts, and the history of their changes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from creator_calm.domain.assessment import Kind
from creator_calm.domain.own_rules import (
    Correction,
    Deed,
    HistoryEntry,
    Match,
    Phrase,
    Says,
    Trusted,
    Where,
    Wish,
)
from creator_calm.storage.codes import member
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from creator_calm.storage.database import Database

_PHRASE = "id, wish, text, match, place, exceptions, note, made_at"
_CORRECTION = "id, says, text, kind, rival, features, spreads, comment, made_at"
_TRUSTED = "account, name, since, turned_at"
_ENTRY = "id, deed, number, made_at, away, shown, taken_back"
_TABLES = {Phrase: "phrases", Correction: "corrections"}

Row = Phrase | Correction | Trusted


class RuleRows:
    """The tables `phrases`, `corrections`, `trusted` and `rule_changes`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def phrases(self) -> list[Phrase]:
        """Return all phrases in the order they were made."""
        found = self._database.rows(f"SELECT {_PHRASE} FROM phrases ORDER BY id")  # noqa: S608
        return [_phrase(row) for row in found]

    def corrections(self) -> list[Correction]:
        """Return all corrections in the order they were made."""
        found = self._database.rows(f"SELECT {_CORRECTION} FROM corrections ORDER BY id")  # noqa: S608
        return [_correction(row) for row in found]

    def trusted(self) -> list[Trusted]:
        """Return all trusted accounts."""
        found = self._database.rows(f"SELECT {_TRUSTED} FROM trusted ORDER BY account")  # noqa: S608
        return [_trusted(row) for row in found]

    def next_id(self, kind: type[Phrase | Correction]) -> int:
        """Return an id that was never used, also not by a row that is gone."""
        found = self._database.row(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (_TABLES[kind],)
        )
        return 1 if found is None else int(found[0]) + 1

    def put_phrases(self, rows: Sequence[tuple[int, Phrase | None]]) -> None:
        """Keep phrases under their ids, or none there. Inside `writing`."""
        gone = [(number,) for number, phrase in rows if phrase is None]
        self._database.run_many("DELETE FROM phrases WHERE id = ?", gone)
        kept = [phrase_values(phrase) for _, phrase in rows if phrase is not None]
        self._database.run_many(
            "INSERT OR REPLACE INTO phrases VALUES (?, ?, ?, ?, ?, ?, ?, ?)", kept
        )

    def put_corrections(self, rows: Sequence[tuple[int, Correction | None]]) -> None:
        """Keep corrections under their ids, or none there. Inside `writing`."""
        gone = [(number,) for number, one in rows if one is None]
        self._database.run_many("DELETE FROM corrections WHERE id = ?", gone)
        kept = [correction_values(one) for _, one in rows if one is not None]
        self._database.run_many(
            "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", kept
        )

    def put_trusted(self, rows: Sequence[tuple[str, Trusted | None]]) -> None:
        """Keep trusted accounts, or none there. Inside `writing`."""
        gone = [(account,) for account, one in rows if one is None]
        self._database.run_many("DELETE FROM trusted WHERE account = ?", gone)
        kept = [trusted_values(one) for _, one in rows if one is not None]
        self._database.run_many("INSERT OR REPLACE INTO trusted VALUES (?, ?, ?, ?)", kept)

    # history

    def history(self, limit: int) -> list[HistoryEntry]:
        """Return the last changes, the newest first."""
        found = self._database.rows(
            f"SELECT {_ENTRY} FROM rule_changes ORDER BY id DESC LIMIT ?",  # noqa: S608
            (limit,),
        )
        return [
            HistoryEntry(
                row[0],
                member(Deed, row[1], Deed.TAKEN_BACK),
                row[2],
                from_number(row[3]),
                row[4],
                row[5],
                bool(row[6]),
            )
            for row in found
        ]

    def note(
        self, deed: Deed, number: int, now: datetime, moved: tuple[int, int], edits: object
    ) -> int:
        """Keep one change with its edits (JSON values); return its id. Inside `writing`."""
        self._database.run(
            "INSERT INTO rule_changes (deed, number, made_at, away, shown, edits)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (deed.value, number, to_number(now), *moved, json.dumps(edits)),
        )
        return self._database.last_id()

    def edits(self, entry_id: int) -> list[Any]:
        """Return the edits of a change as they were noted; none when there is no such change."""
        found = self._database.row("SELECT edits FROM rule_changes WHERE id = ?", (entry_id,))
        return [] if found is None else list(json.loads(found[0]))

    def mark_taken_back(self, entry_id: int, *, taken_back: bool) -> None:
        """Note whether a change stands. Inside `writing`."""
        self._database.run(
            "UPDATE rule_changes SET taken_back = ? WHERE id = ?", (int(taken_back), entry_id)
        )

    def forget_history(self) -> None:
        """Remove every line of the history. Inside `writing`."""
        self._database.run("DELETE FROM rule_changes")


def phrase_values(phrase: Phrase) -> tuple[object, ...]:
    """Return a phrase as the columns of its table."""
    return (
        phrase.id,
        phrase.wish.value,
        phrase.text,
        phrase.match.value,
        phrase.where.value,
        json.dumps(phrase.exceptions),
        phrase.note,
        _number(phrase.made_at),
    )


def correction_values(one: Correction) -> tuple[object, ...]:
    """Return a correction as the columns of its table."""
    return (
        one.id,
        one.says.value,
        one.text,
        None if one.kind is None else one.kind.value,
        None if one.rival is None else one.rival.value,
        json.dumps(one.features),
        int(one.spreads),
        one.comment,
        _number(one.made_at),
    )


def trusted_values(one: Trusted) -> tuple[object, ...]:
    """Return a trusted account as the columns of its table."""
    return one.account, one.name, _number(one.since), _number(one.turned_at)


def row_of(table: str, values: Sequence[Any]) -> Row:
    """Return the row of `*_values` of one of the three tables."""
    if table == "phrases":
        return _phrase(values)
    return _correction(values) if table == "corrections" else _trusted(values)


def _phrase(row: Sequence[Any]) -> Phrase:
    number, wish, text, match, where, exceptions, note, made_at = row
    return Phrase(
        number,
        text,
        member(Wish, wish, Wish.AWAY),
        member(Match, match, Match.WORD),
        member(Where, where, Where.COMMENT),
        tuple(json.loads(exceptions)),
        note,
        _moment(made_at),
    )


def _correction(row: Sequence[Any]) -> Correction:
    number, says, text, kind, rival, features, spreads, comment, made_at = row
    return Correction(
        number,
        member(Says, says, Says.NOT_HARSH),
        text,
        None if kind is None else member(Kind, kind, Kind.UNCLEAR),
        None if rival is None else member(Kind, rival, Kind.UNCLEAR),
        tuple(json.loads(features)),
        bool(spreads),
        comment,
        _moment(made_at),
    )


def _trusted(row: Sequence[Any]) -> Trusted:
    account, name, since, turned_at = row
    return Trusted(account, name, _moment(since), _moment(turned_at))


def _number(moment: datetime | None) -> int | None:
    return None if moment is None else to_number(moment)


def _moment(number: int | None) -> datetime | None:
    return None if number is None else from_number(number)
