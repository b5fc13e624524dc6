"""What can be done with a comment in the inbox, each said in a toast with Undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.change import Area
from creator_calm.ui.troubles import attempt
from creator_calm.wording import _, change_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

REFRESHED_BY = (
    Area.COMMENTS | Area.ASSESSMENTS | Area.STATES | Area.SETTINGS | Area.DRAFTS | Area.PROMISES
)
"""What the list and the advice show."""


class InboxActs:
    """Acts by the ids of `shortcuts.COMMANDS`: done, rest, keep, put_away, unread, to_do."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        self._inbox = workspace.inbox
        self._to_do = workspace.to_do
        self._preferences = workspace.preferences
        self._desk = desk

    def do(self, what: str, row: InboxRow) -> None:
        """Do something with a comment and say so."""
        inbox, keys = self._inbox, (row.key,)
        if what == "to_do":
            self.put_on_list(keys)
            return
        acts: dict[str, Callable[[], Change]] = {
            "done": lambda: inbox.mark_done(keys),
            "rest": lambda: inbox.let_rest(row.key),
            "keep": lambda: inbox.unkeep(keys) if row.kept else inbox.keep(keys),
            "put_away": lambda: inbox.bring_back(keys) if row.put_away else inbox.put_away(keys),
            "unread": lambda: inbox.mark_unread(keys),
        }
        self._say(attempt(self._desk, acts[what]))

    def do_with_all(self, what: str, keys: tuple[CommentKey, ...]) -> None:
        """Do something with several comments as one step, and say so."""
        inbox = self._inbox
        acts: dict[str, Callable[[], Change]] = {
            "done": lambda: inbox.mark_done(keys),
            "keep": lambda: inbox.keep(keys),
            "put_away": lambda: inbox.put_away(keys),
            "unread": lambda: inbox.mark_unread(keys),
        }
        if what == "to_do":
            self.put_on_list(keys)
        else:
            self._say(attempt(self._desk, acts[what]))

    def put_on_list(self, keys: tuple[CommentKey, ...]) -> None:
        """Put comments on the to-do list and say so, or why there is nothing to put on it."""
        to_do = self._to_do
        change = attempt(self._desk, lambda: to_do.add(keys))
        if change is None:
            return
        if change.count:
            self._say(change)
        elif attempt(self._desk, lambda: to_do.may_add(keys)):
            self._desk.toast(_("On the to-do list already."))
        else:
            self._desk.toast(_("There is no point in it to put on the list."))

    def _say(self, change: Change | None) -> None:
        if change is not None:
            self._desk.publish(change)
            if change.count:
                self._desk.toast(change_sentence(change), change.undo is not None)

    def seen(self, row: InboxRow) -> None:
        """Mark a comment as read because it was looked at; nothing is said."""
        change = attempt(self._desk, lambda: self._inbox.seen(row.key))
        if change is not None:
            self._desk.publish(change)

    def set(self, key: str, value: bool | str) -> None:  # noqa: FBT001 - a setting's value
        """Change a setting of the list."""
        change = attempt(self._desk, lambda: self._preferences.set(key, value))
        if change is not None:
            self._desk.publish(change)
