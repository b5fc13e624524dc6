"""Beside a comment: what is true in it, in the creator's own words. Optional, kept, never scored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.assessment import Lane
from creator_calm.domain.standing import ANSWERABLE_KINDS
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.forms import Field
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

CAP = 500
SAVE_MS = 1_200
"""Kept this long after the last key, and when the comment is left."""
LATEST_MS = 2_000
"""Somebody who writes on without a pause is saved this often."""


class TrueInIt(ReplyBlock):
    """One line; there only for comments that hold something, never for matters of safety."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._kept = ""
        line = safe_text.line_field(CAP)
        self.field = Field(desk, "", line)
        self._pause, self._latest = QTimer(self), QTimer(self)
        for timer, wait in ((self._pause, SAVE_MS), (self._latest, LATEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(self.save)
        line.textEdited.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.retranslate()

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:  # noqa: ARG002 - there either way
        """Show what was found true in this comment; what is being typed stays."""
        row = view.row
        holds = row.kind in ANSWERABLE_KINDS or bool(row.points)
        applies = holds and row.lane is not Lane.SAFETY and not row.is_own
        self.setVisible(applies)
        if row.key != self._key:
            self.save()
            self._key, self._kept = (row.key if applies else None), ""
            self.field.fill("")
            self._read()

    def refresh(self, _change: Change) -> None:
        """Follow undo; what is being typed stays."""
        if not self._pause.isActive():
            self._read()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        words = _("What is true in it?")
        safe_text.say(self.field.label, words)
        safe_text.name(self.field.field, words)
        safe_text.placeholder(self.field.field, _("Optional, for you alone"))

    def save(self) -> None:
        """Keep what is typed."""
        self._pause.stop()
        self._latest.stop()
        key, words = self._key, self.field.words()
        if key is None or words.strip() == self._kept.strip():
            return
        self._kept = words
        change = attempt(self._desk, lambda: self._workspace.to_do.save_true_words(key, words))
        if change is not None and change.count:
            self._desk.publish(change)

    def _typed(self) -> None:
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def _read(self) -> None:
        key = self._key
        if key is None:
            kept = ""
        else:
            kept = attempt(self._desk, lambda: self._workspace.to_do.true_words(key)) or ""
        # A blank at the end is on its way to the next word: it is not taken away.
        if kept != self._kept.strip():
            self._kept = kept
            self.field.fill(kept)
