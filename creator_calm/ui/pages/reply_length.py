"""How long a reply is where that matters, and what its platform would read as more than words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.texts import text
from creator_calm.wording.posting import length_line, reading_line

if TYPE_CHECKING:
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

WAIT_MS = 250
"""As the look at the draft: not at every key."""


class LengthLine(ReplyBlock):
    """One or two quiet lines right below the editor, or none. Nothing is ever cut."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._view: CommentView | None = None
        self._writing = False
        self._written = ""
        self.length = text(desk, role=FontRole.META, ink="muted")
        self.reading = text(desk, role=FontRole.META, ink="muted")
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(WAIT_MS)
        self.timer.timeout.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        for line in (self.length, self.reading):
            column.addWidget(line)
        self.hide()

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:
        """Belong to a comment: its platform counts."""
        self._view, self._writing = view, writing
        self._show()

    def draft_changed(self, written: str) -> None:
        """Count again once the keys rest."""
        if written != self._written:
            self._written = written
            self.timer.start()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._show()

    def save(self) -> None:
        """Count for nobody who has left."""
        self.timer.stop()

    def _show(self) -> None:
        self.timer.stop()
        view, written = self._view, self._written.strip()
        posted = None
        if view is not None and self._writing and written:
            ask = self._workspace.posting.posted
            key = view.row.key
            posted = attempt(self._desk, lambda: ask(key, written))
        said = False
        for label, line in (
            (self.length, length_line(posted) if posted is not None else ""),
            (self.reading, reading_line(posted, view.row.platform) if posted and view else ""),
        ):
            safe_text.say(label, line)
            label.setVisible(bool(line))
            said = said or bool(line)
        self.setVisible(said)
