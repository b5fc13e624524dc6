"""The kind shelf: what was kept, three of it for a hard day, what may be worth keeping or answering.

A pleasure to reread, without a number anywhere and without a hostile word around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages.kind_saving import KindSaving
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.frames import Column, Middle
from creator_calm.ui.widgets.kind_cards import KindCard, KindForm, KindRow, heading, row_of
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

WIDTH = 760
AT_ONCE = 40
"""Cards shown before "Show more": a page of thousands would be slow and no pleasure."""
TAGS_AT_ONCE = 12
_SHOWS = Area.KIND_WORDS | Area.STATES | Area.COMMENTS | Area.IMPORTS | Area.ASSESSMENTS


class KindShelfPage(Column):
    """Two ways to look at it: the whole shelf, or three at random and nothing else."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._shelf = workspace.care.kind_shelf
        self._inbox = workspace.inbox
        self._desk = desk
        self._tag = ""
        self._most = AT_ONCE
        self._turn: int | None = None
        self.form: KindForm | None = None
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.COMMENT, ink="muted")
        self.three = Button(desk, kind=ButtonKind.SOFT, icon="heart")
        self.back = Button(desk)
        self.write = Button(desk, icon="pen")
        self.saving = KindSaving(workspace, desk)
        self.parts = QVBoxLayout()
        self._lay_out()
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Kind shelf")

    def refresh(self, change: Change | None) -> None:
        """Show the shelf as it is; a form that is open stays with what was typed."""
        if change is None or change.areas & _SHOWS:
            with focus_kept(self):
                self._fill()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, self.title())
        safe_text.say(self.line, _("Nice to reread."))
        self.back.say(_("The whole shelf"))
        self.write.say(_("Write one down"))
        self.saving.retranslate()
        self._fill()

    def show_three(self) -> None:
        """Show three at random, others than the last time."""
        self._turn = attempt(self._desk, self._shelf.next_turn)
        with focus_kept(self):
            self._fill()
        self.verticalScrollBar().setValue(0)

    def show_all(self) -> None:
        """Show the whole shelf."""
        self._turn = None
        with focus_kept(self):
            self._fill()

    def edit(self, words_id: int) -> None:
        """Open the form for one thing, 0 for one to write down; one form at a time."""
        if self.form is None:
            known = next((one for one in self._shelf.all() if one.id == words_id), None)
            self.form = KindForm(self._desk, known)
            self.form.saved.connect(self._save)
            self.form.cancelled.connect(self._close)
            self._fill()
        self.form.first.setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(theme.px(4))
        column.addWidget(self.heading)
        column.addWidget(self.line)
        column.addSpacing(theme.px(10))
        column.addWidget(row_of(self._desk, self.three, self.back, self.write))
        column.addSpacing(theme.px(8))
        self.parts.setSpacing(theme.px(10))
        column.addLayout(self.parts)
        column.addSpacing(theme.px(14))
        column.addWidget(self.saving)
        column.addStretch(1)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)
        self.three.clicked.connect(self.show_three)
        self.back.clicked.connect(self.show_all)
        self.write.clicked.connect(lambda: self.edit(0))

    def _fill(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
        clear(self.parts)
        some = bool(self._shelf.all())
        apart = self._turn is not None
        self.three.setVisible(some)
        self.three.say(_("Three others") if apart else _("Three at random"))
        self.back.setVisible(apart)
        self.write.setVisible(not apart)
        self.saving.setVisible(some and not apart)
        if self.form is not None:
            self.parts.addWidget(self.form)
        if self._turn is not None:
            for words in self._shelf.three(self._turn):
                self.parts.addWidget(KindCard(self._desk, words, buttons=False))
            return
        self._add_suggestions()
        self._add_shelf()
        self._add_unanswered()

    def _add_suggestions(self) -> None:
        rows = self._shelf.suggestions()
        if not rows:
            return
        self.parts.addWidget(heading(self._desk, _("Worth keeping?")))
        for row in rows:
            card = KindRow(self._desk, row, _("Keep"), _("Not now"))
            card.chosen.connect(self._keep)
            card.waved.connect(self._wave)
            self.parts.addWidget(card)

    def _add_shelf(self) -> None:
        self._add_tags()
        kept = self._shelf.all(self._tag)
        if not kept and self.form is None:
            empty = _("Kind words you keep will be here.")
            self.parts.addWidget(text(self._desk, empty, FontRole.COMMENT, ink="muted"))
        for words in kept[: self._most]:
            if self.form is None or words.id != self.form.id:
                card = KindCard(self._desk, words)
                card.edited.connect(self.edit)
                card.removed.connect(self._remove)
                self.parts.addWidget(card)
        if len(kept) > self._most:
            more = Button(self._desk, _("Show more"))
            more.clicked.connect(self._show_more)
            self.parts.addWidget(more)

    def _add_tags(self) -> None:
        tags = self._shelf.tags()[:TAGS_AT_ONCE]
        if self._tag not in tags:
            self._tag = ""
        if not tags:
            return
        words = tuple((tag, safe_text.inline(tag, 40)) for tag in tags)
        pills = PillGroup(self._desk, _("Tags"), (("", _("All")), *words))
        pills.choose(self._tag)
        pills.chosen.connect(self._choose_tag)
        self.parts.addWidget(pills)

    def _add_unanswered(self) -> None:
        rows = self._shelf.unanswered()
        if not rows:
            return
        self.parts.addWidget(heading(self._desk, _("Kind and unanswered")))
        for row in rows:
            card = KindRow(self._desk, row, _("Open"))
            card.chosen.connect(self._open)
            self.parts.addWidget(card)

    def _open(self, key: int) -> None:
        self._desk.open_comment(CommentKey(key))

    def _choose_tag(self, tag: str) -> None:
        self._tag, self._most = tag, AT_ONCE
        self.refresh(None)

    def _show_more(self) -> None:
        self._most += AT_ONCE
        self.refresh(None)

    def _keep(self, key: int) -> None:
        self._do(lambda: self._inbox.keep([CommentKey(key)]))

    def _wave(self, key: int) -> None:
        attempt(self._desk, lambda: self._shelf.not_now([CommentKey(key)]))
        self.refresh(None)

    def _remove(self, words_id: int) -> None:
        self._do(lambda: self._shelf.remove(words_id))

    def _do(self, command: Callable[[], Change]) -> None:
        change = attempt(self._desk, command)
        if change is not None:
            self._desk.toast(change_sentence(change), change.undo is not None)

    def _save(self) -> None:
        form = self.form
        if form is None:
            return
        try:
            if form.id:
                change = self._shelf.describe(form.id, form.tag.words(), form.why.words())
            else:
                change = self._shelf.write_down(form.words.words(), form.author.words())
        except Problem as problem:
            form.say(problem_sentence(problem))
            return
        self._close()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _close(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self._fill()
