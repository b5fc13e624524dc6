"""In the reply panel: remember to come back, or how far what was promised about this comment is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Area
from creator_calm.domain.promises import PromiseState
from creator_calm.domain.reply import Chip, Intent, Strategy
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.promise_acts import DayChoice
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.promises import next_sentence, rounds_lines, state_word, when_words

if TYPE_CHECKING:
    from datetime import date

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.promise_view import PromiseView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

_NOTHING_TO_PROMISE = frozenset({Strategy.SAFETY, Strategy.CARE, Strategy.ASK_TO_STOP})


class PromiseBlock(ReplyBlock):
    """One quiet line; days to pick fold out of it. Absent where nothing may be promised."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._allowed = self._kept_back = self._outcome_open = False
        self._choosing = False
        self.choice: DayChoice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show what is promised about this comment, or that it can be."""
        del writing
        key = view.row.key
        if key != self._key:
            self._key, self._choosing = key, False
        self._outcome_open = Chip.OUTCOME in plan.asks
        self._kept_back = not self._outcome_open and not any(
            one.intent is Intent.UPDATE_OTHERS for one in plan.suggestions
        )
        self._allowed = (
            plan.strategy not in _NOTHING_TO_PROMISE
            and not view.row.is_own
            and (plan.public_allowed or plan.private_allowed)
        )
        self._build()

    def refresh(self, change: Change) -> None:
        """Show it again when a command changed it; a decision changes the advice too."""
        if change.areas & (Area.PROMISES | Area.FACTS) and self._key is not None:
            self._build()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._build()

    def _build(self) -> None:
        clear(self._column)
        self.choice = None
        key = self._key
        if key is None:
            self.hide()
            return
        found = attempt(self._desk, lambda: self._workspace.promises.of(key))
        standing = found if found is not None and found.promise.is_open else None
        self.setVisible(self._allowed or standing is not None)
        if standing is not None:
            self._show_standing(standing)
        elif self._allowed:
            self._offer()

    def _show_standing(self, view: PromiseView) -> None:
        desk = self._desk
        self.box = Notice(desk)
        # TRANSLATORS: {state} is like "Checking", {when} like "by Friday"
        words = _("You will come back to this: {state}, {when}.").format(
            state=state_word(view.promise.state), when=when_words(view, desk.clock.zone())
        )
        self.box.column.addWidget(text(desk, words, FontRole.STRONG))
        update = ""
        if view.promise.state is PromiseState.FOLLOWED_UP and self._kept_back:
            update = _(
                "An update for everyone holds no name, no offer and no order. Say how it ended without them."
            )
        elif view.promise.state is PromiseState.FOLLOWED_UP and self._outcome_open:
            update = _("Say above how it ended, and the update is written from it.")
        for line in (rounds_lines(view), next_sentence(view), update):
            if line:
                self.box.column.addWidget(text(desk, line, FontRole.META, ink="muted"))
        self.open = Button(desk, _("Open promises"), ButtonKind.LINK, height=24)
        self.open.clicked.connect(lambda: desk.go("promises"))
        self.box.column.addWidget(self.open)
        self._column.addWidget(self.box)

    def _offer(self) -> None:
        desk = self._desk
        self.line = Button(desk, kind=ButtonKind.LINK, icon="promise", height=24)
        self.line.say(_("Remember to come back"))
        self.line.clicked.connect(self._turn)
        self._column.addWidget(self.line)
        if self._choosing:
            today = self._workspace.promises.today()
            self.choice = DayChoice(desk, _("Come back by"), today)
            self.choice.picked.connect(self._make)
            self._column.addWidget(self.choice)

    def _turn(self) -> None:
        self._choosing = not self._choosing
        self._build()
        target = self.choice.days[0] if self.choice is not None else self.line
        target.setFocus()
        self.bring_into_view(self)

    def _make(self, day: date) -> None:
        key = self._key
        if key is None:
            return
        self._choosing = False
        change = attempt(self._desk, lambda: self._workspace.promises.make([key], day))
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
            self.advice_asked.emit()
