"""The to-do list: what is worth doing this week, the rest by topic, what people mention.

Points from comments land here when the creator says so. Nothing on it is late, counted or scored.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from creator_calm.domain.change import Area
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages.to_do_saving import ToDoSaving
from creator_calm.ui.pages.to_do_shown import ToDoShown
from creator_calm.ui.shortcuts import Keys, Scope
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.texts import text
from creator_calm.ui.widgets.to_do_cards import ToDoCard
from creator_calm.ui.widgets.to_do_form import DoneForm, ToDoForm
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.change import Change
    from creator_calm.domain.reply import Suggestion
    from creator_calm.domain.to_do import Asker, ToDo
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

_SHOWS = Area.TO_DO | Area.COMMENTS | Area.IMPORTS | Area.ASSESSMENTS | Area.STATES | Area.SETTINGS


class ToDoPage(ToDoShown):
    """Everything on it can be undone; only saving a file leaves the library."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._replying = workspace.replying
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.saving = ToDoSaving(workspace, desk)
        self.keys = Keys(
            self,
            Scope.TO_DO,
            {"item_up": lambda: self._move(-1), "item_down": lambda: self._move(1)},
        )
        self.lay_out((self.heading, self.line), self.saving)
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("To do")

    def refresh(self, change: Change | None) -> None:
        """Show the list as it is; a form that is open stays with what was typed."""
        if change is None or change.areas & _SHOWS:
            with focus_kept(self):
                self._fill()
            self.saving.setVisible(self._board is not None and not self._board.empty)

    def retranslate(self) -> None:
        """Say everything again in the language in use; what stands in a form stays there."""
        form = self.form
        entry = self._entry(form.id) if form is not None else None
        if form is not None and entry is not None:
            self._take_away()
            self._put_form(type(form), replace(entry, item=form.item()))
        safe_text.say(self.heading, self.title())
        safe_text.say(self.line, _("What to change, at your own pace. Nothing here is late."))
        self.saving.retranslate()
        self.refresh(None)

    def save(self) -> None:
        """Keep what stands in a form and close it; what does not fit stays in it."""
        form = self.form
        if form is not None and self._try(lambda: self._to_do.edit(form.item())) is not None:
            self._close()

    def edit(self, item_id: int) -> None:
        """Open the form of an item; what stood in another one is kept first."""
        self._open_form(item_id, ToDoForm)

    def finish(self, item_id: int) -> None:
        """Ask what came of it, and then note that it is done."""
        self._open_form(item_id, DoneForm)

    def tell(self, item_id: int) -> None:
        """Show the drafts that tell it is done, or put them away again."""
        self._telling = 0 if self._telling == item_id else item_id
        self.refresh(None)

    # inside

    def _connect(self) -> None:
        to_do = self._to_do
        self.edit_asked.connect(self.edit)
        self.finish_asked.connect(self.finish)
        self.tell_asked.connect(self.tell)
        self.remove_asked.connect(lambda one: self._do(lambda: to_do.remove(one)))
        self.reopen_asked.connect(lambda one: self._do(lambda: to_do.reopen(one)))
        self.topic_asked.connect(lambda topic: self._do(lambda: to_do.add_topic(topic)))
        self.copy_asked.connect(self._copy)
        self.copy_for_all_asked.connect(self._copy_for_all)
        self.comment_asked.connect(lambda key: self._desk.open_comment(CommentKey(key)))

    def _open_form(self, item_id: int, kind: type[ToDoForm | DoneForm]) -> None:
        self.save()
        entry = self._entry(item_id)
        if entry is None or self.form is not None:
            return
        form = self._put_form(kind, entry)
        self._fill()
        form.first.setFocus()
        self.ensureWidgetVisible(form)

    def _put_form(self, kind: type[ToDoForm | DoneForm], entry: ToDo) -> ToDoForm | DoneForm:
        form = self.form = kind(self._desk, entry)
        form.saved.connect(self._keep)
        form.cancelled.connect(self._close)
        return form

    def _keep(self) -> None:
        """Keep what stands in the form, and say so."""
        form = self.form
        if form is None:
            return
        if isinstance(form, DoneForm):
            change = self._try(lambda: self._to_do.mark_done(form.id, form.outcome.words()))
        else:
            change = self._try(lambda: self._to_do.edit(form.item()))
        if change is None:
            return
        if isinstance(form, DoneForm):
            self._done_shown = True
            self._telling = form.id if form.outcome.words().strip() else 0
        self._close()
        self._say(change)

    def _try(self, command: Callable[[], Change]) -> Change | None:
        """Do it, or say in the form why it cannot be."""
        try:
            return command()
        except Problem as problem:
            if self.form is not None:
                self.form.say(problem_sentence(problem))
            return None

    def _close(self) -> None:
        self._take_away()
        self.refresh(None)

    def _take_away(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _copy(self, asker: Asker) -> None:
        draft = asker.draft
        if draft is not None:
            safe_text.copy(draft.text)
            self._do(lambda: self._replying.copied(asker.key, draft.text, draft))

    def _copy_for_all(self, item_id: int, draft: Suggestion) -> None:
        safe_text.copy(draft.text)
        self._do(lambda: self._to_do.told_all(item_id))

    def _move(self, by: int) -> None:
        """Move the item that has the keyboard."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, ToDoCard):
            widget = widget.parentWidget()
        if widget is not None:
            number = widget.entry.item.id
            self._do(lambda: self._to_do.move(number, by))

    def _do(self, command: Callable[[], Change]) -> None:
        change = attempt(self._desk, command)
        if change is not None:
            self._say(change)

    def _say(self, change: Change) -> None:
        if change.count:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)

    def _entry(self, item_id: int) -> ToDo | None:
        board = self._board
        if board is None:
            return None
        rest = [one for _topic, entries in board.rest for one in entries]
        every = (*board.worth_doing, *rest, *board.set_aside, *board.done)
        return next((one for one in every if one.item.id == item_id), None)
