"""What every page is handed beside the workspace: the look, and ways to ask the window for things.

A page never knows the window or another page. It asks the desk, the window listens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from creator_calm.ui.icons import Icons

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.clock import Clock
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.intake import Source
    from creator_calm.ui.theme import Theme


class Desk(QObject):
    """The theme, the icons, the clock, and the requests of pages as signals."""

    changed = Signal(object)
    """A Change came out of a command; pages refresh by its areas."""
    toast_asked = Signal(str, bool)
    page_asked = Signal(str)
    comment_asked = Signal(int)
    breathing_asked = Signal()
    source_asked = Signal(object)
    away_asked = Signal()
    undo_asked = Signal()
    cover_asked = Signal()
    level_asked = Signal(str)
    trust_asked = Signal(int)
    three_asked = Signal()
    mood_asked = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self.theme = theme
        self.icons = Icons(theme)
        self.clock = clock
        self._last: Change | None = None

    def toast(self, text: str, undo: bool = False) -> None:  # noqa: FBT001, FBT002 - the contract of all pages
        """Say something in passing, in our own words; `undo` offers to take the last step back."""
        self.toast_asked.emit(text, undo)

    def go(self, page_id: str) -> None:
        """Ask for a page: today, inbox, breathe, notes, settings, rules, bring_in."""
        self.page_asked.emit(page_id)

    def open_comment(self, key: CommentKey) -> None:
        """Ask for the inbox with this comment chosen."""
        self.comment_asked.emit(key)

    def open_put_away(self) -> None:
        """Ask for the inbox with the list of put-away comments open."""
        self.away_asked.emit()

    def ask_level(self, level: str) -> None:
        """Ask to see what another level of putting away would change."""
        self.level_asked.emit(level)

    def ask_trust(self, key: CommentKey) -> None:
        """Ask to see what trusting the author of a comment would change."""
        self.trust_asked.emit(key)

    def ask_three(self) -> None:
        """Ask for three kind ones at random."""
        self.three_asked.emit()

    def ask_mood(self) -> None:
        """Ask for the strip in which the creator notes how they are."""
        self.mood_asked.emit()

    def breathe(self) -> None:
        """Ask for a minute of breathing."""
        self.breathing_asked.emit()

    def bring_in(self, source: Source) -> None:
        """Ask for the preview of a file or a paste."""
        self.source_asked.emit(source)

    def undo(self) -> None:
        """Ask to take the last step back."""
        self.undo_asked.emit()

    def cover(self) -> None:
        """Ask to cover every word at once."""
        self.cover_asked.emit()

    def publish(self, change: Change) -> None:
        """Tell every page what a command changed, once.

        A command tells its subscribers and returns the same Change; a page may hand it on too.
        """
        if change is not self._last:
            self._last = change
            self.changed.emit(change)
