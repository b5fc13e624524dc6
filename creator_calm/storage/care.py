"""People to turn to, free notes, what is planned and what was answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from creator_calm.domain.care import Answer, Note, ScheduleItem, SupportContact
from creator_calm.storage.codes import member
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from creator_calm.storage.database import Database

Given = tuple[Answer, datetime]
"""An answer and when it was given (aware UTC)."""

_CONTACT = "id, name, reach, best_times, helps, does_not_help, reads_for_me"
_ITEM = "id, title, days, at, minutes, note"


class Contacts:
    """The table `contacts`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[SupportContact, ...]:
        """Return contacts in the order they were made."""
        found = self._database.rows(f"SELECT {_CONTACT} FROM contacts ORDER BY id")  # noqa: S608
        return tuple(_contact(row) for row in found)

    def get(self, contact_id: int) -> SupportContact | None:
        """Return one contact."""
        found = self._database.row(f"SELECT {_CONTACT} FROM contacts WHERE id = ?", (contact_id,))  # noqa: S608
        return None if found is None else _contact(found)

    def add(self, contact: SupportContact) -> SupportContact:
        """Keep a new contact and return it with its id. Inside `writing`."""
        self._database.run(
            "INSERT INTO contacts (name, reach, best_times, helps, does_not_help, reads_for_me)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            _contact_values(contact)[1:],
        )
        return replace(contact, id=self._database.last_id())

    def put(self, contact_id: int, contact: SupportContact | None) -> None:
        """Keep a contact under its id, or none. Inside `writing`."""
        if contact is None:
            self._database.run("DELETE FROM contacts WHERE id = ?", (contact_id,))
        else:
            self._database.run(
                f"INSERT OR REPLACE INTO contacts ({_CONTACT}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
                _contact_values(contact),
            )


class Notes:
    """The table `notes` and the index of their words, which nothing else reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, limit: int) -> tuple[Note, ...]:
        """Return the notes changed last."""
        found = self._database.rows(
            "SELECT id, text, changed_at FROM notes ORDER BY changed_at DESC, id DESC LIMIT ?",
            (limit,),
        )
        return tuple(_note(row) for row in found)

    def found(self, match: str, limit: int) -> tuple[Note, ...]:
        """Return notes that hold the words of a MATCH text (`listing.match_text`), newest made first."""
        found = self._database.rows(
            "SELECT n.id, n.text, n.changed_at FROM note_words CROSS JOIN notes AS n"
            " ON n.id = note_words.rowid WHERE note_words MATCH ?"
            " ORDER BY note_words.rowid DESC LIMIT ?",
            (match, limit),
        )
        return tuple(_note(row) for row in found)

    def get(self, note_id: int) -> Note | None:
        """Return one note."""
        found = self._database.row(
            "SELECT id, text, changed_at FROM notes WHERE id = ?", (note_id,)
        )
        return None if found is None else _note(found)

    def add(self, text: str, now: datetime) -> Note:
        """Keep a new note. Inside `writing`."""
        self._database.run(
            "INSERT INTO notes (text, changed_at) VALUES (?, ?)", (text, to_number(now))
        )
        note = Note(self._database.last_id(), text, now)
        self._index(note)
        return note

    def put(self, note_id: int, note: Note | None) -> None:
        """Keep a note under its id, or none. Inside `writing`."""
        self._database.run(
            "INSERT INTO note_words (note_words, rowid, text) SELECT 'delete', id, text"
            " FROM notes WHERE id = ?",
            (note_id,),
        )
        if note is None:
            self._database.run("DELETE FROM notes WHERE id = ?", (note_id,))
            return
        self._database.run(
            "INSERT OR REPLACE INTO notes (id, text, changed_at) VALUES (?, ?, ?)",
            (note_id, note.text, to_number(note.changed_at)),
        )
        self._index(note)

    def _index(self, note: Note) -> None:
        self._database.run(
            "INSERT INTO note_words (rowid, text) VALUES (?, ?)", (note.id, note.text)
        )


class Schedule:
    """The tables `schedule` and `answers`: the last answer of an item is all that is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ScheduleItem, ...]:
        """Return items in the order they were made."""
        found = self._database.rows(f"SELECT {_ITEM} FROM schedule ORDER BY id")  # noqa: S608
        return tuple(_item(row) for row in found)

    def get(self, item_id: int) -> ScheduleItem | None:
        """Return one item."""
        found = self._database.row(f"SELECT {_ITEM} FROM schedule WHERE id = ?", (item_id,))  # noqa: S608
        return None if found is None else _item(found)

    def add(self, item: ScheduleItem) -> ScheduleItem:
        """Keep a new item and return it with its id. Inside `writing`."""
        self._database.run(
            "INSERT INTO schedule (title, days, at, minutes, note) VALUES (?, ?, ?, ?, ?)",
            _item_values(item)[1:],
        )
        return replace(item, id=self._database.last_id())

    def put(self, item_id: int, item: ScheduleItem | None, given: Given | None) -> None:
        """Keep an item under its id with its last answer, or none. Inside `writing`."""
        self._database.run("DELETE FROM answers WHERE item = ?", (item_id,))
        if item is None:
            self._database.run("DELETE FROM schedule WHERE id = ?", (item_id,))
            return
        self._database.run(
            f"INSERT OR REPLACE INTO schedule ({_ITEM}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            _item_values(item),
        )
        if given is not None:
            self._database.run(
                "INSERT INTO answers (item, answer, given_at) VALUES (?, ?, ?)",
                (item_id, given[0].value, to_number(given[1])),
            )

    def answers(self) -> dict[int, Given]:
        """Return the last answer of every item that has one."""
        found = self._database.rows("SELECT item, answer, given_at FROM answers")
        return {
            row[0]: (member(Answer, row[1], Answer.NOT_TODAY), from_number(row[2])) for row in found
        }


def _contact(row: tuple[Any, ...]) -> SupportContact:
    contact_id, name, reach, best_times, helps, does_not_help, reads = row
    return SupportContact(
        contact_id, name, reach, best_times, helps, does_not_help, reads_for_me=bool(reads)
    )


def _contact_values(contact: SupportContact) -> tuple[object, ...]:
    return (
        contact.id,
        contact.name,
        contact.reach,
        contact.best_times,
        contact.helps,
        contact.does_not_help,
        int(contact.reads_for_me),
    )


def _note(row: tuple[Any, ...]) -> Note:
    return Note(row[0], row[1], from_number(row[2]))


def _item(row: tuple[Any, ...]) -> ScheduleItem:
    days = frozenset(int(day) for day in row[2])
    return ScheduleItem(row[0], row[1], days, time.fromisoformat(row[3]), row[4], row[5])


def _item_values(item: ScheduleItem) -> tuple[object, ...]:
    days = "".join(str(day) for day in sorted(item.days))
    return (item.id, item.title, days, item.at.isoformat(), item.minutes, item.note)
