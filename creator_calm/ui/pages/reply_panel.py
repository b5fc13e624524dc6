"""Advice for one comment: what it is, what is enough, suggestions by intent, the draft, the way out.

Blocks that do not apply are absent. Nothing is ever sent: the creator copies and pastes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from creator_calm.domain.change import Area
from creator_calm.domain.own_rules import Says
from creator_calm.domain.reply import RESTS, Chip
from creator_calm.domain.voice import AS_SET
from creator_calm.ui.pages.offering import Offering
from creator_calm.ui.pages.reply_drafting import ReplyDrafting
from creator_calm.ui.pages.teaching import Teaching, sorted_anew
from creator_calm.ui.shortcuts import Keys, Scope
from creator_calm.ui.troubles import attempt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.assessment import Kind
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.voice import ReplyWish
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class ReplyPanel(ReplyDrafting):
    """Shows one comment's advice; `open(key)` with None shows the quiet empty state."""

    left = Signal()
    done_asked = Signal()
    rest_asked = Signal()

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._attempt, self._wish = 0, AS_SET
        self.teaching = Teaching(workspace, desk, self)
        Offering(self.facts, workspace, desk, lambda: self._view)
        self._connect()
        Keys(
            self,
            Scope.EDITOR,
            {
                "copy_reply": self._copy,
                "next_mark": self.editor.next_mark,
                "previous_mark": self.editor.previous_mark,
                "audience": self.band.turn,
                "to_list": self._leave,
            },
        )
        self.retranslate()
        self.open(None)

    # what the page asks

    def open(self, key: CommentKey | None) -> None:
        """Show the advice for a comment; what was written for another one is kept first."""
        if key == self._key and key is not None:
            return
        self.save()
        self._key, self._view, self._plan, self._start = key, None, None, None
        self._attempt, self._wish, self._writing = 0, AS_SET, False
        if key is not None:
            self._view = attempt(self._desk, lambda: self._workspace.inbox.view(key))
        if self._view is None:
            self._key = None
            for part in (self.column, self.foot, self.head):
                part.hide()
            self.empty.show()
            return
        self._show_comment(self._view)

    def refresh(self, change: Change | None) -> None:
        """Show the comment again where its sort may have changed; the draft stays as it is."""
        if change is None or self._key is None:
            return
        self.tell_blocks(change)
        self._follow_draft(change)
        view = self._read(self._key)
        if view is None:
            self._key = None
            self.open(None)
        elif self._view is not None and (
            sorted_anew(view, self._view) or view.row.resting != self._view.row.resting
        ):
            self._view = view
            self._show_words(view)
            self._make_plan()
        else:
            self._view = view
            self.thread_lines.show_thread(view.thread)
        if view is not None and change.areas & Area.PROMISES:
            self._tick_anew(view)

    def tell_blocks(self, change: Change) -> None:
        """Have the further parts read again what a command may have changed for them alone."""
        for block in self.blocks:
            block.refresh(change)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.say()
        self.editor.retranslate()
        self.facts.retranslate()
        for block in self.blocks:
            block.retranslate()
        self.teaching.retranslate()
        if self._view is not None:
            self._show_words(self._view)
            self._show_plan()

    def set_narrow(self, *, narrow: bool) -> None:
        """Take the whole page in a narrow window, with a way back."""
        self.make_room(narrow=narrow)
        if self._view is not None:
            self._show_words(self._view)

    def save(self) -> None:
        """Keep what is written."""
        self.facts.keep()
        self.editor.save()
        for block in self.blocks:
            block.save()

    def put_aside(self) -> None:
        """Keep what is written, and end what is being looked for."""
        self.save()
        self.teaching.stop()

    def first_field(self) -> QWidget:
        """Return where the keyboard goes when the panel is entered."""
        if self.editor.isVisible():
            return self.editor.field
        return self.rest if self.rest.isVisible() else self.why

    def enter(self) -> None:
        """Take the keyboard into the panel."""
        field = self.first_field()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if field is self.editor.field:
            self.column.ensureWidgetVisible(self.editor, 0, self._desk.theme.px(16))

    def focus_editor(self) -> None:
        """Put the keyboard into the editor; where silence is advised, open it on purpose."""
        if self._key is not None and self._may_write():
            self._writing = True
            if self._plan is not None and self._plan.strategy in RESTS and not self._wish.anyway:
                self._wish = replace(self._wish, anyway=True)
                self._make_plan()
            else:
                self._show_plan()
            self.enter()

    def toggle_why(self) -> None:
        """Show or hide why the comment is sorted as it is."""
        self.reading.toggle_why()

    def choose_suggestion(self, number: int) -> None:
        """Start from a suggestion by its number from 0."""
        if self._plan is not None and number < len(self._plan.suggestions):
            self.starts.choose(number)
            self._start_from(self._plan.suggestions[number])

    # building

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.why.clicked.connect(self.toggle_why)
        self.archive.clicked.connect(self.done_asked)
        self.rest.clicked.connect(self.rest_asked)
        self.reading.kind_picked.connect(lambda kind: self._correct(Says.KIND, kind))
        self.reading.corrected.connect(self._correct)
        self.reading.trust_asked.connect(self._trust)
        self.teaching.asked.connect(self.others.ask)
        self.others.yes.clicked.connect(self.teaching.agree)
        self.others.no.clicked.connect(self.teaching.only_this)
        self.facts.changed.connect(self._facts_changed)
        self.starts.chosen.connect(self._chosen)
        self.more.clicked.connect(self._other_words)
        self.write.clicked.connect(self.focus_editor)
        self.editor.saved.connect(self._save_draft)
        self.editor.edited.connect(self._show_buttons)
        self.editor.looked.connect(self._looked_at)
        turn_off = self._workspace.replying.turn_off
        self.editor.hushed.connect(lambda rule: self._do(lambda: turn_off(rule)))
        self.copy.clicked.connect(self._copy)
        self.keep.clicked.connect(self._keep)
        for block in self.blocks:
            Keys(self, Scope.EDITOR, block.commands())
            block.insert_asked.connect(self._insert)
            block.audience_asked.connect(self.band.show_audience)
            block.start_asked.connect(self._start_from)
            block.advice_asked.connect(self._make_plan)
            block.wish_asked.connect(self._sound)
            block.rest_asked.connect(self.rest_asked)
            block.later_asked.connect(self._leave)
            block.write_asked.connect(self.focus_editor)
            block.copy_asked.connect(lambda asked: self._copy(asked=asked))
            block.save_asked.connect(self.editor.save)
            block.comment_asked.connect(self._show_folded)

    # showing

    def _read(self, key: CommentKey) -> CommentView | None:
        return attempt(self._desk, lambda: self._workspace.inbox.view(key))

    def _show_comment(self, view: CommentView) -> None:
        self.empty.hide()
        for part in (self.head, self.column, self.foot):
            part.show()
        self._show_words(view)
        draft = self._workspace.replying.draft(view.row.key)
        self._posted = (
            attempt(self._desk, lambda: self._workspace.promises.posted(view.row.key)) or ""
        )
        ticked = {Chip(code): words for code, words in draft.facts.items()} if draft else {}
        plan = attempt(self._desk, lambda: self._workspace.replying.plan(view.row.key, ticked, 0))
        self._plan = plan
        self.facts.open(plan.asks if plan is not None else (), ticked)
        self._writing = bool(draft and draft.text)
        self.editor.open(draft.text if draft is not None else "")
        if plan is not None:
            self.band.begin(public=plan.may_write, private=plan.private_allowed)
        self._show_plan()
        self.column.verticalScrollBar().setValue(0)

    def _tick_anew(self, view: CommentView) -> None:
        """Show the facts as they are kept: using a reply, or deciding, ticks some no more."""
        draft = self._workspace.replying.draft(view.row.key)
        ticked = {Chip(code): words for code, words in draft.facts.items()} if draft else {}
        self.facts.open(self.facts.asks(), ticked)
        self._make_plan()

    def _make_plan(self) -> None:
        """Ask for advice anew, with the facts as they are ticked now."""
        key, facts, number = self._key, self.facts.facts(), self._attempt
        if key is None:
            return
        wish, ask = self._wish, self._workspace.replying.plan
        self._plan = attempt(self._desk, lambda: ask(key, facts, number, wish))
        if self._plan is not None:
            self.facts.follow(self._plan.asks)
        self._show_plan()

    # doing

    def _facts_changed(self) -> None:
        self._make_plan()
        self._save_draft(self.editor.text())

    def _other_words(self) -> None:
        self._attempt += 1
        self._make_plan()

    def _sound(self, wish: ReplyWish) -> None:
        self._wish = replace(wish, anyway=self._wish.anyway)
        self._make_plan()

    def _chosen(self, number: int) -> None:
        if self._plan is not None:
            self._start_from(self._plan.suggestions[number])

    def _insert(self, words: str) -> None:
        self.focus_editor()
        self.editor.insert(words)

    def _correct(self, says: Says, kind: Kind | None = None) -> None:
        if self._key is not None:
            self.teaching.correct(self._key, says, kind)

    def _trust(self) -> None:
        if self._key is not None:
            self._desk.ask_trust(self._key)

    def _leave(self) -> None:
        self.editor.save()
        self.left.emit()
