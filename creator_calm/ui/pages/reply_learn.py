"""After a copy: one question whether a sentence written before shall become a phrase of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.learned import offer_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.learned import OwnPhrase
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class LearnBlock(ReplyBlock):
    """Takes no room unless there is something to ask; not answering is an answer too."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._found: OwnPhrase | None = None
        notice = Notice(desk)
        self.line = text(desk, role=FontRole.BODY)
        self.more = text(desk, role=FontRole.META, ink="muted")
        self.yes = Button(desk, kind=ButtonKind.PLAIN, height=32)
        self.no = Button(desk, kind=ButtonKind.GHOST, height=32)
        ways = QWidget()
        flow = Flow(ways, desk.theme.px(8))
        flow.addWidget(self.yes)
        flow.addWidget(self.no)
        for part in (self.line, self.more, ways):
            notice.column.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(notice)
        self.yes.clicked.connect(lambda: self._answer(self._workspace.learning.save))
        self.no.clicked.connect(lambda: self._answer(self._workspace.learning.decline))
        self.retranslate()
        self.hide()

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Ask where this comment was just answered with such a sentence."""
        del plan, writing
        self._key = view.row.key
        self._read()

    def refresh(self, change: Change) -> None:
        """Follow a copy, and undo."""
        if change.areas & (Area.STATES | Area.VOICE):
            self._read()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(
            self.more, _("Saved, it may stand in suggestions for comments like this one.")
        )
        self.yes.say(_("Save as my phrase"))
        self.no.say(_("No, and do not ask again"))
        self._show()

    def _read(self) -> None:
        key, ask = self._key, self._workspace.learning.offer
        self._found = None if key is None else attempt(self._desk, lambda: ask(key))
        self._show()

    def _show(self) -> None:
        self.setVisible(self._found is not None)
        if self._found is not None:
            safe_text.say(self.line, offer_line(self._found.text))

    def _answer(self, command: Callable[[OwnPhrase], Change]) -> None:
        found = self._found
        if found is None:
            return
        change = attempt(self._desk, lambda: command(found))
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
