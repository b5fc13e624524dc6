"""What every further part of the reply panel is: it shows itself for a comment, or takes no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class ReplyBlock(QWidget):
    """A part of the panel that knows nothing of the others; it asks for what it needs by signals.

    `insert_asked` puts words where the cursor of the editor stands, `start_asked` begins with a
    Suggestion as if its card had been chosen, `advice_asked` has the advice made anew,
    `wish_asked` too, with a ReplyWish of its own tone and length. `rest_asked` lets the comment
    rest, `later_asked` goes back to the list and leaves it where it is.
    """

    insert_asked = Signal(str)
    start_asked = Signal(object)
    advice_asked = Signal()
    wish_asked = Signal(object)
    rest_asked = Signal()
    later_asked = Signal()

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show what applies to this comment and advice; `writing` while the editor is open.

        Called each time the advice is made, also again for the same comment.
        """
        raise NotImplementedError

    def draft_changed(self, written: str) -> None:
        """Follow what is written, at every key; most blocks have no need to."""

    def refresh(self, change: Change) -> None:
        """Read again what a command may have changed; most blocks have no need to."""

    def retranslate(self) -> None:
        """Say everything in the language in use."""

    def save(self) -> None:
        """Keep what is being written in it; called before the comment changes."""
