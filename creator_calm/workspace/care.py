"""People to turn to, notes, what is planned, and pauses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from creator_calm.domain.care import Note
from creator_calm.domain.change import Area, Deed
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.clean import for_storage
from creator_calm.storage.filters import match_text
from creator_calm.wellbeing import schedule
from creator_calm.workspace.breaks import Breaks
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.help_lines import HelpLinesDesk
from creator_calm.workspace.history import Step
from creator_calm.workspace.kind_shelf import KindShelfDesk
from creator_calm.workspace.moods import MoodDesk
from creator_calm.workspace.own_things import OwnThings
from creator_calm.workspace.session import nothing
from creator_calm.workspace.time_off import TimeOffDesk

if TYPE_CHECKING:
    from creator_calm.domain.care import (
        Answer,
        BreakRule,
        PlannedItem,
        ScheduleItem,
        SupportContact,
    )
    from creator_calm.domain.change import Change
    from creator_calm.workspace.preferences import Preferences
    from creator_calm.workspace.session import Session

NAME_MAX = 120
FIELD_MAX = 2_000
NOTE_MAX = 100_000
NOTES_LISTED = 1_000


class Care(Covered):
    """Everything the creator keeps for themselves. Notes are searched here and read nowhere else."""

    open_while_covered = frozenset({"breaks", "break_rule", "time_off", "help_lines"})

    def __init__(self, session: Session, preferences: Preferences) -> None:
        self._session = session
        self._library = session.library
        self.breaks = Breaks(session, preferences)
        self.time_off = TimeOffDesk(session, self.breaks)
        self.kind_shelf = KindShelfDesk(session, preferences)
        self.moods = MoodDesk(session, self.breaks)
        self.help_lines = HelpLinesDesk(session, preferences)
        self.own_things = OwnThings(session)

    def contacts(self) -> tuple[SupportContact, ...]:
        """Return people to turn to, in the order they were added."""
        return self._library.contacts.all()

    def save_contact(self, contact: SupportContact) -> Change:
        """Keep a contact; id 0 is a new one. Raises Problem FIELD_EMPTY or TEXT_TOO_LONG."""
        contact = _checked(contact)
        store = self._library.contacts
        before = store.get(contact.id)
        if before == contact:
            return nothing(Deed.CONTACT_SAVED)
        with self._library.writing():
            if contact.id == 0:
                contact = store.add(contact)
            else:
                store.put(contact.id, contact)
        return self._session.done(
            Step(
                Area.CONTACTS,
                1,
                Deed.CONTACT_SAVED,
                lambda: store.put(contact.id, before),
                lambda: store.put(contact.id, contact),
            )
        )

    def remove_contact(self, contact_id: int) -> Change:
        """Remove a contact."""
        store = self._library.contacts
        before = store.get(contact_id)
        if before is None:
            return nothing(Deed.CONTACT_REMOVED)
        with self._library.writing():
            store.put(contact_id, None)
        return self._session.done(
            Step(
                Area.CONTACTS,
                1,
                Deed.CONTACT_REMOVED,
                lambda: store.put(contact_id, before),
                lambda: store.put(contact_id, None),
            )
        )

    def notes(self, search: str = "") -> tuple[Note, ...]:
        """Return notes, changed last first; with `search` those that hold its words."""
        if not search.strip():
            return self._library.notes.newest(NOTES_LISTED)
        match = match_text(search)
        return self._library.notes.found(match, NOTES_LISTED) if match else ()

    def save_note(self, note_id: int | None, text: str) -> Change:
        """Keep a note; None is a new one, which then is the first of `notes()`.

        Saving one again and again is one step to undo. Raises Problem TEXT_TOO_LONG, and
        FIELD_EMPTY for a new note without words.
        """
        text = for_storage(text)
        if len(text) > NOTE_MAX:
            raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=NOTE_MAX)
        if note_id is None and not text.strip():
            raise Problem(ProblemCode.FIELD_EMPTY)
        store = self._library.notes
        before = None if note_id is None else store.get(note_id)
        if before is not None and before.text == text:
            return nothing(Deed.NOTE_SAVED)
        with self._library.writing(durable=True):
            if before is None:
                note = store.add(text, self._session.clock.utc())
            else:
                note = Note(before.id, text, self._session.clock.utc())
                store.put(note.id, note)
        return self._session.done(
            Step(
                Area.NOTES,
                1,
                Deed.NOTE_SAVED,
                lambda: store.put(note.id, before),
                lambda: store.put(note.id, note),
                durable=True,
                same=("note", note.id),
            )
        )

    def remove_note(self, note_id: int) -> Change:
        """Remove a note."""
        store = self._library.notes
        before = store.get(note_id)
        if before is None:
            return nothing(Deed.NOTE_REMOVED)
        with self._library.writing():
            store.put(note_id, None)
        return self._session.done(
            Step(
                Area.NOTES,
                1,
                Deed.NOTE_REMOVED,
                lambda: store.put(note_id, before),
                lambda: store.put(note_id, None),
                durable=True,
            )
        )

    def schedule(self) -> tuple[ScheduleItem, ...]:
        """Return everything planned, in the order it was added."""
        return self._library.schedule.all()

    def planned_today(self) -> tuple[PlannedItem, ...]:
        """Return today's items in the order of the day, which begins at 04:00 local time."""
        clock = self._session.clock
        return schedule.planned(
            self._library.schedule.all(),
            self._library.schedule.answers(),
            clock.utc(),
            clock.zone(),
            self.break_rule().day_starts,
        )

    def save_item(self, item: ScheduleItem) -> Change:
        """Keep a planned item; id 0 is a new one. Raises Problem as `schedule.checked` does."""
        item = schedule.checked(
            replace(item, title=for_storage(item.title), note=for_storage(item.note))
        )
        store = self._library.schedule
        before, given = store.get(item.id), store.answers().get(item.id)
        if before == item:
            return nothing(Deed.SCHEDULE_SAVED)
        with self._library.writing():
            if item.id == 0:
                item = store.add(item)
            else:
                store.put(item.id, item, given)
        return self._session.done(
            Step(
                Area.SCHEDULE,
                1,
                Deed.SCHEDULE_SAVED,
                lambda: store.put(item.id, before, given),
                lambda: store.put(item.id, item, given),
            )
        )

    def remove_item(self, item_id: int) -> Change:
        """Remove a planned item."""
        store = self._library.schedule
        before, given = store.get(item_id), store.answers().get(item_id)
        if before is None:
            return nothing(Deed.SCHEDULE_REMOVED)
        with self._library.writing():
            store.put(item_id, None, None)
        return self._session.done(
            Step(
                Area.SCHEDULE,
                1,
                Deed.SCHEDULE_REMOVED,
                lambda: store.put(item_id, before, given),
                lambda: store.put(item_id, None, None),
            )
        )

    def answer(self, item_id: int, answer: Answer) -> Change:
        """Note what the creator said to an item; it counts until 04:00."""
        store = self._library.schedule
        item, before = store.get(item_id), store.answers().get(item_id)
        if item is None:
            return nothing(Deed.SCHEDULE_ANSWERED)
        given = (answer, self._session.clock.utc())
        with self._library.writing():
            store.put(item_id, item, given)
        return self._session.done(
            Step(
                Area.SCHEDULE,
                1,
                Deed.SCHEDULE_ANSWERED,
                lambda: store.put(item_id, item, before),
                lambda: store.put(item_id, item, given),
            )
        )

    def break_rule(self) -> BreakRule:
        """Return the creator's own numbers of pauses."""
        return self.breaks.rule


def _checked(contact: SupportContact) -> SupportContact:
    """Return the contact cleaned and trimmed, or raise the Problem that names what will not do."""
    contact = replace(
        contact,
        name=_field(contact.name, NAME_MAX),
        reach=_field(contact.reach),
        best_times=_field(contact.best_times),
        helps=_field(contact.helps),
        does_not_help=_field(contact.does_not_help),
    )
    if not contact.name:
        raise Problem(ProblemCode.FIELD_EMPTY)
    return contact


def _field(text: str, most: int = FIELD_MAX) -> str:
    text = for_storage(text).strip()
    if len(text) > most:
        raise Problem(ProblemCode.TEXT_TOO_LONG, characters=len(text), most=most)
    return text
