"""Things to do on disk, where they came from, and who was told that they are done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.standing import Mask
from creator_calm.domain.to_do import Decision, Item
from creator_calm.storage.codes import member
from creator_calm.storage.states import as_array
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing

_COLUMNS = (
    "id, place, title, topic, kind, what_is_true, decision, why, next_step, due, matters,"
    " same_again, try_next, outcome, made_at, done_at, all_told_at"
)


class Counted(NamedTuple):
    """What stands behind one item; `first` and `last` in microseconds, `open_to` None if all away."""

    people: int
    comments: int
    put_away: int
    first: int
    last: int
    open_to: CommentKey | None


class Source(NamedTuple):
    """One comment behind an item, as a number for whom and why its words are kept back."""

    key: CommentKey
    person: int
    mask: Mask


class ToDoRows:
    """The tables `to_do…` and `true_words`. Comments of imports taken back count nowhere."""

    def __init__(self, database: Database, listing: Listing) -> None:
        self._database = database
        self._listing = listing

    def all(self) -> tuple[Item, ...]:
        """Return every item in the order by hand."""
        found = self._database.rows(f"SELECT {_COLUMNS} FROM to_do ORDER BY place, id")  # noqa: S608
        return tuple(_item(row) for row in found)

    def get(self, item_id: int) -> Item | None:
        """Return one item."""
        found = self._database.row(f"SELECT {_COLUMNS} FROM to_do WHERE id = ?", (item_id,))  # noqa: S608
        return None if found is None else _item(found)

    def next_id(self) -> int:
        """Return the id the next item will get, so that undo and redo give the same one."""
        return 1 + self._database.number(
            "SELECT max(coalesce((SELECT max(id) FROM to_do), 0),"
            " coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'to_do'), 0))"
        )

    def put(self, item_id: int, item: Item | None) -> None:
        """Keep an item under its id, or none; what hangs on it stays. Inside `writing`."""
        if item is None:
            self._database.run("DELETE FROM to_do WHERE id = ?", (item_id,))
            return
        marks = ", ".join("?" * 17)
        self._database.run(
            f"INSERT OR REPLACE INTO to_do ({_COLUMNS}) VALUES ({marks})",  # noqa: S608
            _values(replace(item, id=item_id)),
        )

    def place(self, places: Iterable[tuple[int, int]]) -> None:
        """Set the place (second) of items (first). Inside `writing`."""
        self._database.run_many(
            "UPDATE to_do SET place = ? WHERE id = ?",
            [(place, item_id) for item_id, place in places],
        )

    # where items came from

    def sources(self, item_id: int) -> tuple[Source, ...]:
        """Return the comments behind an item that are here, the newest first."""
        found = self._database.rows(
            "SELECT s.key, s.person, s.mask FROM to_do_sources AS t"  # noqa: S608
            " CROSS JOIN states AS s ON s.key = t.comment"
            f" WHERE t.item = ?{self._listing.visible('s.key')} ORDER BY s.at DESC, s.key DESC",
            (item_id,),
        )
        return tuple(Source(CommentKey(key), person, Mask(mask)) for key, person, mask in found)

    def source_keys(self, item_id: int) -> tuple[int, ...]:
        """Return the keys behind an item, hidden ones too: what undo puts back."""
        found = self._database.rows("SELECT comment FROM to_do_sources WHERE item = ?", (item_id,))
        return tuple(row[0] for row in found)

    def add_sources(self, item_id: int, keys: Iterable[int]) -> None:
        """Put comments that exist behind an item. Inside `writing`."""
        self._database.run(
            "INSERT OR IGNORE INTO to_do_sources (item, comment)"
            " SELECT ?, c.key FROM carray(?) AS wanted CROSS JOIN states AS c ON c.key = wanted.value",
            (item_id, as_array(keys)),
        )

    def remove_sources(self, item_id: int, keys: Iterable[int]) -> None:
        """Take comments away from behind an item. Inside `writing`."""
        self._database.run(
            "DELETE FROM to_do_sources WHERE item = ? AND comment IN (SELECT value FROM carray(?))",
            (item_id, as_array(keys)),
        )

    def items_of(self, key: CommentKey) -> tuple[int, ...]:
        """Return the items a comment stands behind, the newest first."""
        found = self._database.rows(
            "SELECT item FROM to_do_sources WHERE comment = ? ORDER BY item DESC", (key,)
        )
        return tuple(row[0] for row in found)

    def counted(self) -> dict[int, Counted]:
        """Return what stands behind every item."""
        found = self._database.rows(
            "SELECT t.item, count(DISTINCT s.person), count(*), sum(s.mask <> 0), min(s.at),"  # noqa: S608
            " max(s.at), max(CASE WHEN s.mask = 0 THEN s.key END)"
            " FROM to_do_sources AS t CROSS JOIN states AS s ON s.key = t.comment"
            f" WHERE TRUE{self._listing.visible('s.key')} GROUP BY t.item"
        )
        return {row[0]: Counted(*row[1:]) for row in found}

    # who was told

    def told(self, item_id: int) -> tuple[tuple[int, datetime], ...]:
        """Return the people who were told that an item is done, and when."""
        found = self._database.rows(
            "SELECT person, told_at FROM to_do_told WHERE item = ? ORDER BY person", (item_id,)
        )
        return tuple((person, from_number(told_at)) for person, told_at in found)

    def put_told(self, item_id: int, person: int, told_at: datetime | None) -> None:
        """Note that somebody was told, or not. Inside `writing`."""
        if told_at is None:
            self._database.run(
                "DELETE FROM to_do_told WHERE item = ? AND person = ?", (item_id, person)
            )
            return
        self._database.run(
            "INSERT OR REPLACE INTO to_do_told (item, person, told_at) VALUES (?, ?, ?)",
            (item_id, person, to_number(told_at)),
        )

    def person(self, key: CommentKey) -> int | None:
        """Return the number for who wrote a comment."""
        found = self._database.row("SELECT person FROM states WHERE key = ?", (key,))
        return None if found is None else int(found[0])

    def harsh_people(self, people: Iterable[int]) -> frozenset[int]:
        """Return those of whom something is put away as harsh: nobody is asked to write to them."""
        found = self._database.rows(
            "SELECT DISTINCT s.person FROM carray(?) AS wanted"  # noqa: S608
            " CROSS JOIN states AS s ON s.person = wanted.value"
            f" WHERE s.mask = {int(Mask.HARSH)}{self._listing.visible('s.key')}",
            (as_array(people),),
        )
        return frozenset(row[0] for row in found)

    # what is true in a comment

    def true_words(self, key: CommentKey) -> str:
        """Return what the creator found true in a comment."""
        found = self._database.row("SELECT words FROM true_words WHERE comment = ?", (key,))
        return "" if found is None else str(found[0])

    def put_true_words(self, key: CommentKey, words: str, saved_at: datetime) -> None:
        """Keep words for a comment that is here, or none. Inside `writing`."""
        if not words:
            self._database.run("DELETE FROM true_words WHERE comment = ?", (key,))
            return
        self._database.run(
            "INSERT OR REPLACE INTO true_words (comment, words, saved_at)"
            " SELECT key, ?, ? FROM states WHERE key = ?",
            (words, to_number(saved_at), key),
        )

    def found_true(self) -> dict[int, tuple[str, ...]]:
        """Return what was found true in the comments behind each item, the oldest first."""
        found = self._database.rows(
            "SELECT t.item, w.words FROM true_words AS w"  # noqa: S608
            " CROSS JOIN to_do_sources AS t ON t.comment = w.comment"
            f" WHERE TRUE{self._listing.visible('w.comment')} ORDER BY w.saved_at, w.comment"
        )
        by_item: dict[int, list[str]] = {}
        for item, words in found:
            by_item.setdefault(item, []).append(words)
        return {item: tuple(dict.fromkeys(words)) for item, words in by_item.items()}

    def all_true_words(self) -> list[tuple[int, str]]:
        """Return every comment's words, by key."""
        return [
            (row[0], row[1])
            for row in self._database.rows("SELECT comment, words FROM true_words ORDER BY comment")
        ]


def forget_comments(database: Database, first: int, last: int) -> None:
    """Forget what hangs on comments that are cleared away; items stay. Inside `writing`."""
    between = (first, last)
    database.run("DELETE FROM to_do_sources WHERE comment BETWEEN ? AND ?", between)
    database.run("DELETE FROM true_words WHERE comment BETWEEN ? AND ?", between)


def _item(row: tuple[Any, ...]) -> Item:
    return Item(
        id=row[0],
        place=row[1],
        title=row[2],
        topic=row[3],
        kind=row[4],
        what_is_true=row[5],
        decision=member(Decision, row[6], Decision.OPEN),
        why=row[7],
        next_step=row[8],
        due=date.fromisoformat(row[9]) if row[9] else None,
        matters=bool(row[10]),
        same_again=row[11],
        try_next=row[12],
        outcome=row[13],
        made_at=from_number(row[14]),
        done_at=None if row[15] is None else from_number(row[15]),
        all_told_at=None if row[16] is None else from_number(row[16]),
    )


def _values(item: Item) -> tuple[object, ...]:
    return (
        item.id,
        item.place,
        item.title,
        item.topic,
        item.kind,
        item.what_is_true,
        str(item.decision),
        item.why,
        item.next_step,
        "" if item.due is None else item.due.isoformat(),
        int(item.matters),
        item.same_again,
        item.try_next,
        item.outcome,
        to_number(item.made_at),
        None if item.done_at is None else to_number(item.done_at),
        None if item.all_told_at is None else to_number(item.all_told_at),
    )
