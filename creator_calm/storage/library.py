"""The open library: every table family behind its own object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.storage.care import Contacts, Notes, Schedule
from creator_calm.storage.codes import Codes
from creator_calm.storage.comments import Comments
from creator_calm.storage.database import free_bytes
from creator_calm.storage.drafts import Drafts
from creator_calm.storage.facts import Facts
from creator_calm.storage.imports import Imports
from creator_calm.storage.judgements import Judgements
from creator_calm.storage.listing import Listing
from creator_calm.storage.mentioned import Mentioned
from creator_calm.storage.own_care import Days, KindShelf, Moods, OwnLines
from creator_calm.storage.own_rules import RuleRows
from creator_calm.storage.own_tables import OwnTables
from creator_calm.storage.own_words import channels, offers, saved_replies
from creator_calm.storage.people import People
from creator_calm.storage.promises import Promises
from creator_calm.storage.settings import Settings
from creator_calm.storage.states import States
from creator_calm.storage.threads import Threads
from creator_calm.storage.to_do import ToDoRows
from creator_calm.storage.voice import StopAsks, VoiceRows
from creator_calm.storage.writing import DraftVersions, RestingDrafts

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from creator_calm.domain.change import Notice
    from creator_calm.storage.database import Database
    from creator_calm.storage.lock import FolderLock


class Library:
    """Holds the lock and the only connection. Made by `opening.open_library`."""

    def __init__(
        self, database: Database, lock: FolderLock, notices: tuple[Notice, ...] = ()
    ) -> None:
        self.database = database
        self.notices = notices
        self._lock = lock
        codes = Codes(database)
        self.judgements = Judgements(database, codes)
        self.states = States(database, codes, self.judgements)
        self.comments = Comments(database, codes, self.judgements, self.states)
        self.listing = Listing(database, self.comments, self.judgements, self.states)
        self.threads = Threads(database, codes, self.comments, self.listing)
        self.imports = Imports(database, self.comments, self.states, self.listing)
        self.drafts = Drafts(database)
        self.draft_versions = DraftVersions(database)
        self.resting = RestingDrafts(database)
        self.facts = Facts(database)
        self.promises = Promises(database, self.listing)
        self.contacts = Contacts(database)
        self.notes = Notes(database)
        self.schedule = Schedule(database)
        self.kind_shelf = KindShelf(database)
        self.moods = Moods(database)
        self.own_lines = OwnLines(database)
        self.days = Days(database)
        self.saved_replies = saved_replies(database)
        self.offers = offers(database)
        self.channels = channels(database)
        self.voice = VoiceRows(database)
        self.stop_asks = StopAsks(database)
        self.own_tables = OwnTables(database)
        self.settings = Settings(database)
        self.own_rules = RuleRows(database)
        self.people = People(database, codes, self.listing)
        self.to_do = ToDoRows(database, self.listing)
        self.mentioned = Mentioned(database, codes, self.listing)

    def writing(self, *, durable: bool = False) -> AbstractContextManager[None]:
        """One transaction; see `Database.writing`."""
        return self.database.writing(durable=durable)

    def free_bytes(self) -> int:
        """Return the free space where the library lies; 0 when it cannot be asked."""
        return free_bytes(self.database.path.parent)

    def close(self) -> None:
        """Checkpoint, close, let go of the lock."""
        try:
            self.database.close()
        finally:
            self._lock.release()
