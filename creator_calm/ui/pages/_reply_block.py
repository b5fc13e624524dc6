"""What every further part of the reply panel is: it shows itself for a comment, or takes no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.draft import DraftFinding
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan, Suggestion
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

ROOM_MS = 40
"""What opens has its height after a few rounds of the layouts around it, not in the next one."""


class ReplyBlock(QWidget):
    """A part of the panel that knows nothing of the others; it asks for what it needs by signals.

    `insert_asked` puts words where the cursor of the editor stands, `start_asked` begins with a
    Suggestion as if its card had been chosen, `advice_asked` has the advice made anew,
    `wish_asked` too, with a ReplyWish of its own tone and length. `rest_asked` lets the comment
    rest, `later_asked` goes back to the list and leaves it where it is.
    `write_asked` takes the keyboard to the editor, `save_asked` keeps what is
    being written now. `comment_asked` shows a folded comment or folds it. `copy_asked` copies the reply: True where the creator was asked already.
    `audience_asked` turns the band to an Audience.
    """

    insert_asked = Signal(str)
    start_asked = Signal(object)
    advice_asked = Signal()
    wish_asked = Signal(object)
    rest_asked = Signal()
    later_asked = Signal()
    write_asked = Signal()
    copy_asked = Signal(bool)
    save_asked = Signal()
    comment_asked = Signal(bool)
    audience_asked = Signal(object)

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._workspace = workspace
        self._desk = desk
        self._opened: QWidget = self
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.setInterval(ROOM_MS)
        self._room.timeout.connect(self._scroll)

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show what applies to this comment and advice; `writing` while the editor is open.

        Called each time the advice is made, also again for the same comment.
        """
        raise NotImplementedError

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what its keys do while a reply is written, by the ids of shortcuts.py."""
        return {}

    def draft_changed(self, written: str) -> None:
        """Follow what is written, at every key; most blocks have no need to."""

    def draft_looked_at(self, findings: tuple[DraftFinding, ...]) -> None:
        """Follow what a look at the draft found and was not waved away."""

    def holds_copy(self, _written: str, _start: Suggestion | None) -> bool:
        """Say whether the creator is asked something first; once, in place, and never twice."""
        return False

    def refresh(self, change: Change) -> None:
        """Read again what a command may have changed; most blocks have no need to."""

    def retranslate(self) -> None:
        """Say everything in the language in use."""

    def save(self) -> None:
        """Keep what is being written in it; called before the comment changes."""

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to what has just opened, once it has its size: whoever types shall see where."""
        self._opened = part
        self._room.start()

    def _scroll(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self._opened, 0, self._desk.theme.px(8))
