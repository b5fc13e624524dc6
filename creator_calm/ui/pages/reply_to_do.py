"""After a reply: put the point on the to-do list, or tell whoever asked that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.to_do import item_title

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan, Suggestion
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

_SHOWS = Area.TO_DO | Area.STATES | Area.ASSESSMENTS


class OnToDo(ReplyBlock):
    """Takes no room where there is nothing to put on the list."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._draft: Suggestion | None = None
        self.line = text(desk, role=FontRole.META, ink="muted")
        self.add = Button(desk, kind=ButtonKind.PLAIN, icon="list-checks")
        self.go = Button(desk, kind=ButtonKind.LINK, height=24)
        self.tell = Button(desk, kind=ButtonKind.PLAIN, icon="reply")
        self.add.clicked.connect(self._put_on)
        self.go.clicked.connect(lambda: desk.go("to_do"))
        self.tell.clicked.connect(self._start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addWidget(self.line)
        column.addWidget(row_of(desk, self.add, self.tell, self.go))
        self.retranslate()

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:  # noqa: ARG002 - there either way
        """Show whether the comment stands on the list, or could."""
        self._key = view.row.key
        self._show()

    def refresh(self, change: Change) -> None:
        """Follow what happens on the list."""
        if change.areas & _SHOWS:
            self._show()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.add.say(_("Put on the to-do list"))
        self.go.say(_("Open the list"))
        self.tell.say(_("Tell them it’s done"))
        self._show()

    def _show(self) -> None:
        key, to_do = self._key, self._workspace.to_do
        if key is None:
            self.hide()
            return
        items = attempt(self._desk, lambda: to_do.items_of(key)) or ()
        may_add = not items and bool(attempt(self._desk, lambda: to_do.may_add((key,))))
        self._draft = attempt(self._desk, lambda: to_do.pay_back(key)) if items else None
        self.setVisible(bool(items) or may_add)
        self.add.setVisible(may_add)
        self.go.setVisible(bool(items))
        self.tell.setVisible(self._draft is not None)
        self.line.setVisible(bool(items))
        if items:
            safe_text.words(self.line, _line(item_title(items[0]), done=bool(items[0].done_at)))

    def _put_on(self) -> None:
        key = self._key
        if key is None:
            return
        change = attempt(self._desk, lambda: self._workspace.to_do.add((key,)))
        if change is not None and change.count:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)

    def _start(self) -> None:
        if self._draft is not None:
            self.start_asked.emit(self._draft)


def _line(title: str, *, done: bool) -> str:
    if done:
        return _("On the to-do list, and done: {what}").format(what=title)
    return _("On the to-do list: {what}").format(what=title)
