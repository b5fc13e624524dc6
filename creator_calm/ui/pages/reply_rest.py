"""Letting it rest, as a card among the others: where silence is the advice it stands first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.reply import RESTS, Strategy
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.widgets.suggestion_card import SuggestionCard
from creator_calm.ui.widgets.texts import clear
from creator_calm.wording import _, reason_sentence

if TYPE_CHECKING:
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class RestCard(ReplyBlock):
    """One card with the reason; choosing it is the decision, and it can be taken back."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._plan: ReplyPlan | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show the card where leaving it is the advice and nothing is being written."""
        rests = plan.strategy in RESTS and plan.may_write and not writing and not view.row.done
        self._plan = plan if rests else None
        self._build()

    def retranslate(self) -> None:
        """Say it in the language in use."""
        self._build()

    def _build(self) -> None:
        clear(self._column)
        plan = self._plan
        self.setVisible(plan is not None)
        if plan is None:
            return
        pauses = plan.strategy is Strategy.STEP_BACK
        title = _("Leave it for now") if pauses else _("Let it rest")
        self.card = SuggestionCard(self._desk, title, reason_sentence(plan.reason))
        self.card.clicked.connect(self.later_asked if pauses else self.rest_asked)
        self._column.addWidget(self.card)
