"""Saved replies below the editor: picked by keyboard, slots asked for, put in at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Area
from creator_calm.domain.own_words import SAVED_TEXT_MAX
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Audience
from creator_calm.domain.slots import slots
from creator_calm.language.pack import LANGUAGES
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.shortcuts import main_key
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.saved_list import SavedList
from creator_calm.ui.widgets.slot_form import SlotForm
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.own_words import SavedReply
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class SavedRepliesBlock(ReplyBlock):
    """Closed to begin with. To somebody in distress nothing ready-made is offered."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._view: CommentView | None = None
        self._private = False
        self._written = ""
        self._audience = Audience.PUBLIC
        self.fold = Button(desk, kind=ButtonKind.LINK, height=24, icon="notebook")
        self.keep = Button(desk, kind=ButtonKind.LINK, height=24)
        self.body = Notice(desk)
        self.list = SavedList(desk, self._find)
        self.form = SlotForm(desk)
        self.empty = text(desk, role=FontRole.META, ink="muted")
        self.page = Button(desk, kind=ButtonKind.LINK, height=24)
        self.problem = problem_line(desk)
        self._lay_out()
        self._connect()
        self.hide()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what its key does."""
        return {"saved_replies": self.toggle}

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show the line where something is written."""
        if self._view is None or view.row.key != self._view.row.key:
            self.body.hide()
            say_problem(self.problem, "")
        self._view, self._private = view, plan.private_allowed
        self.setVisible(writing and view.row.kind is not Kind.DISTRESS)
        self._say()

    def draft_changed(self, written: str) -> None:
        """Offer to keep a draft with words as a saved reply."""
        self._written = written
        self.keep.setVisible(bool(written.strip()))

    def refresh(self, change: Change) -> None:
        """Show the list again when it changed."""
        if Area.OWN_WORDS in change.areas and self.list.isVisibleTo(self):
            self.list.fill()
            self._say()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.list.retranslate()
        self.form.retranslate()
        self._say()

    def toggle(self) -> None:
        """Open the list with the keyboard in it, or close it."""
        if not self.isVisible():
            return
        if self.body.isHidden():
            self._open_list()
        else:
            self._close()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        head = QWidget()
        flow = Flow(head, px(14))
        flow.addWidget(self.fold)
        flow.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (head, self.body, self.problem):
            column.addWidget(part)
        self.body.column.setSpacing(px(8))
        for inner in (self.empty, self.list, self.form, self.page):
            self.body.column.addWidget(inner)
        self.keep.hide()
        self.form.hide()

    def _connect(self) -> None:
        self.fold.clicked.connect(self.toggle)
        self.keep.clicked.connect(self._keep)
        self.page.clicked.connect(lambda: self._desk.go("words"))
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self._close)
        self.form.left.connect(self._open_list)
        self.form.filled_in.connect(self._insert)

    def _say(self) -> None:
        key = main_key("saved_replies")
        self.fold.say(_("Saved replies") if self.body.isHidden() else _("Close the list"))
        safe_text.tip(self.fold, f"{self.fold.text()} ({key})")
        self.keep.say(_("Save as your reply"))
        self.page.say(_("All your words"))
        some = bool(self._find(""))
        safe_text.say(
            self.empty, _("Replies you save are here to use again, with slots like {name}.")
        )
        self.empty.setVisible(not some)
        self.list.setVisible(some and self.form.isHidden())

    def _find(self, words: str) -> tuple[SavedReply, ...]:
        language = self._language()
        found = attempt(self._desk, lambda: self._workspace.saved_replies.find(words, language))
        return tuple(one for one in found or () if self._private or one.audience is Audience.PUBLIC)

    def _language(self) -> str:
        language = self._view.row.language if self._view is not None else ""
        return language if language in LANGUAGES else ""

    def _open_list(self) -> None:
        self.form.hide()
        self.body.show()
        self._say()
        if self.list.isHidden():
            self.page.setFocus()
        else:
            self.list.open()
        self.bring_into_view(self.body)

    def _close(self) -> None:
        self.form.hide()
        self.body.hide()
        self._say()
        # Nothing is put in; the keyboard goes back to the editor.
        self.insert_asked.emit("")

    def _choose(self, reply: SavedReply) -> None:
        say_problem(self.problem, "")
        self._audience = reply.audience
        if not slots(reply.text):
            self._insert(reply.text)
            return
        view = self._view
        if view is None:
            return
        key = view.row.key
        known = attempt(self._desk, lambda: self._workspace.saved_replies.known(reply.id, key))
        self.list.hide()
        self.form.show()
        self.form.open(reply.text, known or {})
        self.bring_into_view(self.body)

    def _insert(self, words: str) -> None:
        longest = len(self._written) + len(words) + 2
        if longest > SAVED_TEXT_MAX:
            too_long = Problem(ProblemCode.TEXT_TOO_LONG, characters=longest, most=SAVED_TEXT_MAX)
            say_problem(self.problem, problem_sentence(too_long))
            return
        self.form.hide()
        self.body.hide()
        self._say()
        self.insert_asked.emit(words)
        if self._audience is Audience.PRIVATE:
            self.audience_asked.emit(self._audience)

    def _keep(self) -> None:
        words, language = self._written, self._language()
        try:
            change = self._workspace.saved_replies.keep_at_once(words, language)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        say_problem(self.problem, "")
        self._desk.publish(change)
        said = change_sentence(change) if change.count else _("This reply is saved already.")
        self._desk.toast(said, change.undo is not None)
