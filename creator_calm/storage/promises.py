"""Promises on disk."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.promises import (
    Others,
    Outcome,
    Promise,
    PromiseState,
    Solution,
)
from creator_calm.domain.reply import Audience
from creator_calm.storage.codes import member
from creator_calm.storage.states import as_array
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from enum import StrEnum

    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing

_FIELDS = (
    "id, made_at, due_on, state, who, about, audience, solution, words, others,"
    " outcome, snoozed_until, closed_at, reopened, said_at"
)
_WIDTH = 15


class Promises:
    """The tables `promises` and `promise_comments`. A comment taken back hides what hangs on it."""

    def __init__(self, database: Database, listing: Listing) -> None:
        self._database = database
        self._listing = listing

    def all(self) -> tuple[Promise, ...]:
        """Return what can be shown, in the order in which it was promised."""
        gone = self._listing.visible("comment").removeprefix(" AND ")
        hanging = "EXISTS (SELECT 1 FROM promise_comments WHERE promise = promises.id"
        shown = f"NOT {hanging}) OR {hanging} AND ({gone or 'TRUE'}))"
        found = self._database.rows(
            f"SELECT {_FIELDS} FROM promises WHERE {shown} ORDER BY id"  # noqa: S608 - our own names
        )
        comments = self._comments()
        return tuple(_promise(row, comments.get(row[0], ())) for row in found)

    def get(self, promise_id: int) -> Promise | None:
        """Return one."""
        found = self._database.row(
            f"SELECT {_FIELDS} FROM promises WHERE id = ?",  # noqa: S608 - our own names
            (promise_id,),
        )
        if found is None:
            return None
        keys = self._database.rows(
            "SELECT comment FROM promise_comments WHERE promise = ? ORDER BY comment", (promise_id,)
        )
        return _promise(found, tuple(CommentKey(row[0]) for row in keys))

    def of_comment(self, key: CommentKey) -> tuple[Promise, ...]:
        """Return what hangs on a comment, the last made last."""
        found = self._database.rows(
            "SELECT promise FROM promise_comments WHERE comment = ? ORDER BY promise", (key,)
        )
        return tuple(one for row in found if (one := self.get(row[0])) is not None)

    def next_id(self) -> int:
        """Return an id that was never used, also not by a row that is gone."""
        found = self._database.row("SELECT seq FROM sqlite_sequence WHERE name = 'promises'")
        return 1 if found is None else int(found[0]) + 1

    def put(self, promise_id: int, promise: Promise | None) -> None:
        """Keep a promise under its id, or none. Inside `writing`."""
        self._database.run("DELETE FROM promise_comments WHERE promise = ?", (promise_id,))
        if promise is None:
            self._database.run("DELETE FROM promises WHERE id = ?", (promise_id,))
            return
        marks = ", ".join("?" * _WIDTH)
        self._database.run(
            f"INSERT OR REPLACE INTO promises ({_FIELDS}) VALUES ({marks})",  # noqa: S608
            _values(replace(promise, id=promise_id)),
        )
        # A comment that is gone gets none.
        self._database.run_many(
            "INSERT INTO promise_comments (comment, promise) SELECT key, ? FROM comments WHERE key = ?",
            [(promise_id, key) for key in promise.comments],
        )

    def came(self, keys: Iterable[CommentKey]) -> dict[CommentKey, int]:
        """Return when comments were brought in, microseconds."""
        found = self._database.rows(
            "SELECT c.key, i.started_at FROM carray(?) AS wanted"
            " CROSS JOIN comments AS c ON c.key = wanted.value"
            " CROSS JOIN imports AS i ON i.id = c.import",
            (as_array(keys),),
        )
        return {CommentKey(key): at for key, at in found}

    def newest_import(self) -> int:
        """Return when the last comments were brought in, microseconds; 0 before the first."""
        return self._database.number("SELECT max(started_at) FROM imports WHERE state = 'done'")

    def _comments(self) -> dict[int, tuple[CommentKey, ...]]:
        found: dict[int, list[CommentKey]] = {}
        for promise_id, key in self._database.rows("SELECT promise, comment FROM promise_comments"):
            found.setdefault(promise_id, []).append(CommentKey(key))
        return {promise_id: tuple(sorted(keys)) for promise_id, keys in found.items()}


def clear_promises(database: Database, first: int, last: int) -> None:
    """Take away what hangs on comments of a range of keys and on no others. Inside `writing`."""
    between = (first, last)
    database.run(
        "DELETE FROM promises WHERE id IN (SELECT promise FROM promise_comments WHERE comment"
        " BETWEEN ?1 AND ?2) AND NOT EXISTS (SELECT 1 FROM promise_comments AS other"
        " WHERE other.promise = promises.id AND other.comment NOT BETWEEN ?1 AND ?2)",
        between,
    )
    database.run("DELETE FROM promise_comments WHERE comment BETWEEN ? AND ?", between)


def _promise(row: tuple[Any, ...], comments: Sequence[CommentKey]) -> Promise:
    return Promise(
        id=row[0],
        comments=tuple(comments),
        made_at=from_number(row[1]),
        due_on=date.fromisoformat(row[2]),
        state=member(PromiseState, row[3], PromiseState.PROMISED),
        who=row[4],
        about=row[5],
        audience=member(Audience, row[6], Audience.PUBLIC),
        solution=None if row[7] is None else member(Solution, row[7], Solution.FIX),
        words=row[8],
        others=None if row[9] is None else member(Others, row[9], Others.NOT_NEEDED),
        outcome=None if row[10] is None else member(Outcome, row[10], Outcome.NO_ANSWER),
        snoozed_until=_moment(row[11]),
        closed_at=_moment(row[12]),
        reopened=bool(row[13]),
        said_at=tuple(from_number(at) for at in json.loads(row[14])),
    )


def _values(promise: Promise) -> tuple[object, ...]:
    return (
        promise.id,
        to_number(promise.made_at),
        promise.due_on.isoformat(),
        promise.state.value,
        promise.who,
        promise.about,
        promise.audience.value,
        _code(promise.solution),
        promise.words,
        _code(promise.others),
        _code(promise.outcome),
        _number(promise.snoozed_until),
        _number(promise.closed_at),
        int(promise.reopened),
        json.dumps([to_number(at) for at in promise.said_at]),
    )


def _code(value: StrEnum | None) -> str | None:
    return None if value is None else value.value


def _number(moment: datetime | None) -> int | None:
    return None if moment is None else to_number(moment)


def _moment(number: int | None) -> datetime | None:
    return None if number is None else from_number(number)
