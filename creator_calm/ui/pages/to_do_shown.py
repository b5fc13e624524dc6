"""How the to-do list is shown, from top to bottom; what happens then is in to_do.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Column, Middle
from creator_calm.ui.widgets.kind_cards import heading
from creator_calm.ui.widgets.telling_card import TellingCard
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.ui.widgets.to_do_cards import ClusterCard, DoneCard, ToDoCard
from creator_calm.wording import _
from creator_calm.wording.times import short_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.to_do import Board, ToDo
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.to_do_form import DoneForm, ToDoForm
    from creator_calm.workspace import Workspace

WIDTH = 760
DONE_AT_ONCE = 20


class ToDoShown(Column):
    """Cards, with one form at most in the place of its card. Says by signals what is asked for."""

    edit_asked = Signal(int)
    finish_asked = Signal(int)
    remove_asked = Signal(int)
    reopen_asked = Signal(int)
    tell_asked = Signal(int)
    topic_asked = Signal(str)
    copy_asked = Signal(object)
    copy_for_all_asked = Signal(int, object)
    comment_asked = Signal(int)

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._to_do = workspace.to_do
        self._preferences = workspace.preferences
        self._desk = desk
        self._board: Board | None = None
        self._done_shown = self._aside_shown = False
        self._telling = 0
        self.form: ToDoForm | DoneForm | None = None
        self.parts = QVBoxLayout()

    def lay_out(self, above: tuple[QWidget, ...], below: QWidget) -> None:
        """Put the list between a heading and what stands at the end."""
        theme = self._desk.theme
        inner = Middle(self._desk, WIDTH)
        column = inner.column
        column.setSpacing(theme.px(4))
        for part in above:
            column.addWidget(part)
        column.addSpacing(theme.px(8))
        self.parts.setSpacing(theme.px(10))
        column.addLayout(self.parts)
        column.addSpacing(theme.px(14))
        column.addWidget(below)
        column.addStretch(1)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)
        # As high as its lines are at this width: the sum of what each might need leaves a blank page.
        self.body.setMinimumHeight(1)

    def _fill(self) -> None:
        if self.form is not None:
            self.parts.removeWidget(self.form)
        clear(self.parts)
        board = self._board = self._to_do.board()
        if board.empty:
            line = _("Nothing to do. Points from comments land here when you say so.")
            self.parts.addWidget(text(self._desk, line, FontRole.COMMENT, ink="muted"))
        self._add_group(_("Worth doing this week"), board.worth_doing)
        rest = tuple(one for _topic, entries in board.rest for one in entries)
        self._add_group(_("For later, by topic"), rest)
        self._add_mentioned(board)
        self._aside_shown = self._add_fold(
            board.set_aside, _("Show what you decided against"), _("Hide what you decided against"),
            self._turn_aside, shown=self._aside_shown,
        )  # fmt: skip
        if self._aside_shown:
            self._add_cards(board.set_aside)
        self._add_done(board)

    def _add_group(self, title: str, entries: tuple[ToDo, ...]) -> None:
        if entries:
            self.parts.addWidget(heading(self._desk, title))
            self._add_cards(entries)

    def _add_cards(self, entries: tuple[ToDo, ...]) -> None:
        for entry in entries:
            if self.form is not None and self.form.id == entry.item.id:
                self.parts.addWidget(self.form)
                continue
            card = ToDoCard(self._desk, entry, numbers=self._numbers())
            card.edited.connect(self.edit_asked)
            card.finished.connect(self.finish_asked)
            card.removed.connect(self.remove_asked)
            card.opened.connect(self.comment_asked)
            self.parts.addWidget(card)

    def _add_mentioned(self, board: Board) -> None:
        if not board.mentioned:
            return
        self.parts.addWidget(heading(self._desk, _("People mention")))
        line = _(
            "Among those who wrote in the 90 days up to the newest comment. Who is not named counts"
            " as one."
        )
        self.parts.addWidget(text(self._desk, line, FontRole.META, ink="muted"))
        for cluster in board.mentioned:
            card = ClusterCard(self._desk, cluster, numbers=self._numbers())
            card.added.connect(self.topic_asked)
            self.parts.addWidget(card)

    def _add_fold(
        self,
        entries: tuple[ToDo, ...],
        show: str,
        hide: str,
        turn: Callable[[], None],
        *,
        shown: bool,
    ) -> bool:
        """Add a button that opens what is folded; without entries there is none."""
        if not entries:
            return False
        icon = "chevron-down" if shown else "chevron-right"
        fold = Button(self._desk, hide if shown else show, ButtonKind.GHOST, icon=icon)
        fold.clicked.connect(turn)
        self.parts.addWidget(fold)
        return shown

    def _add_done(self, board: Board) -> None:
        self._done_shown = self._add_fold(
            board.done, _("Show what is done"), _("Hide what is done"), self._turn_done,
            shown=self._done_shown,
        )  # fmt: skip
        if not self._done_shown:
            return
        zone = self._desk.clock.zone()
        now = self._desk.clock.utc().astimezone(zone)
        for entry in board.done[:DONE_AT_ONCE]:
            done_at = entry.item.done_at or now
            self._add_done_card(entry, short_date(done_at.astimezone(zone), now))

    def _add_done_card(self, entry: ToDo, when: str) -> None:
        number = entry.item.id
        if self.form is not None and self.form.id == number:
            self.parts.addWidget(self.form)
            return
        telling = self._telling == number
        card = DoneCard(self._desk, entry, when, telling=telling)
        card.told.connect(self.tell_asked)
        card.edited.connect(self.edit_asked)
        card.reopened.connect(self.reopen_asked)
        card.removed.connect(self.remove_asked)
        self.parts.addWidget(card)
        if telling:
            self._add_telling(entry)

    def _add_telling(self, entry: ToDo) -> None:
        drafts = TellingCard(self._desk, self._to_do.telling(entry.item.id), entry.item.all_told_at)
        number = entry.item.id
        drafts.copied.connect(self.copy_asked)
        drafts.copied_for_all.connect(lambda draft: self.copy_for_all_asked.emit(number, draft))
        drafts.opened.connect(self.comment_asked)
        self.parts.addWidget(drafts)

    def _turn_done(self) -> None:
        self._done_shown = not self._done_shown
        self._fill()

    def _turn_aside(self) -> None:
        self._aside_shown = not self._aside_shown
        self._fill()

    def _numbers(self) -> bool:
        return bool(self._preferences.get("look.numbers"))
