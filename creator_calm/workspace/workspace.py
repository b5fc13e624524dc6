"""The desk: one open library and everything a face can ask of it or tell it to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Notice, NoticeCode
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.storage.imports import CLEARED_AT_ONCE
from creator_calm.storage.opening import open_library
from creator_calm.workspace.care import Care
from creator_calm.workspace.correcting import Correcting
from creator_calm.workspace.covering import Covered
from creator_calm.workspace.draft_history import DraftHistory
from creator_calm.workspace.exporting import Exporting
from creator_calm.workspace.facts import FactsDesk
from creator_calm.workspace.importing import Importing
from creator_calm.workspace.inbox import Inbox
from creator_calm.workspace.learning import LearningDesk
from creator_calm.workspace.offers import Channels, Offers
from creator_calm.workspace.own_rules import OwnRulesDesk
from creator_calm.workspace.posting import Posting
from creator_calm.workspace.preferences import Preferences
from creator_calm.workspace.promises import Promises
from creator_calm.workspace.rejudging import Rejudging
from creator_calm.workspace.reply_context import Surroundings
from creator_calm.workspace.replying import Replying
from creator_calm.workspace.resting import RestingReplies
from creator_calm.workspace.saved_replies import SavedReplies
from creator_calm.workspace.session import Session
from creator_calm.workspace.stopping import Stopping
from creator_calm.workspace.to_do import ToDoDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change, Deed
    from creator_calm.domain.clock import Clock
    from creator_calm.paths import Folders
    from creator_calm.storage.library import Library

CLEARED_AT_OPENING = 2_000
"""Comments of undone imports removed before anything is shown; the rest goes with `tidy`."""


class Workspace(Covered):
    """Made by `open`. Every command returns a `Change` and tells every subscriber of it."""

    open_while_covered = frozenset(
        {
            "preferences", "care", "importing", "rejudging", "folders", "notices", "subscribe",
            "undoable", "redoable", "tidy", "checkpoint", "close",
        }
    )  # fmt: skip

    def __init__(self, library: Library, folders: Folders, clock: Clock) -> None:
        self._library = library
        self._session = Session(library, clock)
        self.folders = folders
        self.preferences = Preferences(self._session, folders.config)
        self.care = Care(self._session, self.preferences)
        self.inbox = Inbox(self._session, self.preferences, self.care.breaks.revealed)
        self.importing = Importing(self._session, self.preferences)
        self.facts = FactsDesk(self._session)
        self.offers = Offers(self._session, library.offers)
        self.channels = Channels(self._session, library.channels)
        surroundings = Surroundings(self._session, self.preferences, self.care, self.channels)
        self.saved_replies = SavedReplies(self._session, library.saved_replies, surroundings)
        self.replying = Replying(self._session, self.preferences, surroundings)
        self.to_do = ToDoDesk(self._session, self.preferences, self.replying)
        self.learning = LearningDesk(self._session, self.preferences)
        self.replying.follow(self.learning.follow)
        self.stopping = Stopping(self._session, self.preferences)
        self.posting = Posting(self._session)
        self.draft_history = DraftHistory(self._session)
        self.resting = RestingReplies(
            self._session, self.preferences, self.inbox, self.care.moods.low_today
        )
        self.replying.follow(self.resting.copied)
        self.promises = Promises(self._session, self.preferences)
        self.replying.follow(self.promises.follow)
        self.replying.heed(self.promises.open_about)
        self.exporting = Exporting(self._session, self.preferences)
        self.rejudging = Rejudging(self._session, self.preferences, self.importing.worker)
        self.own_rules = OwnRulesDesk(self._session, self.preferences, self.importing.worker)
        self.correcting = Correcting(self._session, self.preferences, self.own_rules)
        self._notices = (*library.notices, *self._remove_interrupted())
        # Last of all: what is put together here may ask its neighbours.
        self._session.covered = self.care.breaks.state.live

    @classmethod
    def open(cls, folders: Folders, clock: Clock) -> Workspace:
        """Open the creator's library, a new one at the first start.

        Raises Problem: ALREADY_OPEN, the codes of `storage.opening.open_library`.
        """
        library = open_library(folders.data, clock.utc())
        try:
            return cls(library, folders, clock)
        except BaseException:
            library.close()
            raise

    def notices(self) -> tuple[Notice, ...]:
        """Return what has to be said once after opening, in codes."""
        return self._notices

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Have `listener` told of every change, on the thread of the command; the answer ends it."""
        return self._session.subscribe(listener)

    def undo(self) -> Change | None:
        """Take the last step back; the receipt names the deed. None when there is none."""
        return self._session.undo()

    def redo(self) -> Change | None:
        """Do the step taken back last again. None when there is none."""
        return self._session.redo()

    def undoable(self) -> tuple[Deed, int] | None:
        """Return what `undo` would take back, and of how many things."""
        step = self._session.history.last()
        return None if step is None else (step.deed, step.count)

    def redoable(self) -> tuple[Deed, int] | None:
        """Return what `redo` would do again, and to how many things."""
        step = self._session.history.next()
        return None if step is None else (step.deed, step.count)

    def tidy(self) -> bool:
        """Clear away a little of what was undone for good; True when nothing is left.

        For idle moments: at most 200 comments a call, some 5 to 40 ms.
        """
        return self.importing.clear_some() and self._library.comments.merge_words()

    def checkpoint(self) -> None:
        """Move the journal into the library file: after 30 s of rest, on minimise and on hiding."""
        self._library.database.checkpoint()

    def close(self) -> None:
        """Save, stop the worker, close the library, let go of the lock."""
        try:
            self.importing.stop()
            self.care.breaks.save()
        finally:
            self._library.close()

    def _remove_interrupted(self) -> tuple[Notice, ...]:
        """Take back imports that a kill or a crash cut short: all of one or nothing."""
        try:
            self.importing.set_interrupted_aside()
            for _ in range(CLEARED_AT_OPENING // CLEARED_AT_ONCE):
                if self.tidy():
                    break
        except Problem as problem:
            if problem.code is not ProblemCode.DISK_FULL:
                raise
            return ()  # it is in no list as it is; what is there must be readable on a full disk
        return tuple(
            Notice(NoticeCode.IMPORT_REMOVED, one.comments) for one in self.importing.interrupted()
        )
