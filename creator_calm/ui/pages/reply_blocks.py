"""The blocks of the reply panel, each absent where it has nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.reply import RESTS
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.corrections import Corrections
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.suggestion_card import SuggestionCard
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import (
    _,
    action_step,
    intent_title,
    kind_name,
    reading_lines,
    reason_sentence,
    why_line,
)

if TYPE_CHECKING:
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import Action, ReplyPlan
    from creator_calm.ui.desk import Desk


class Quote(Notice):
    """The comment itself, where the list does not show the whole of it. Never a put-away one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._words = text(desk, role=FontRole.COMMENT, ink="text")
        self._rest = Button(desk, kind=ButtonKind.LINK, height=24)
        self._view: CommentView | None = None
        self._shown = 0
        self._rest.clicked.connect(self._more)
        self.column.addWidget(self._words)
        self.column.addWidget(self._rest)

    def show_view(self, view: CommentView | None) -> None:
        """Show a comment, at most 10,000 characters at first; None hides the block."""
        self._view = view
        self._shown = safe_text.PANE_CAP
        self.setVisible(view is not None)
        if view is None:
            safe_text.say(self._words, "")
        else:
            self._show()

    def _more(self) -> None:
        self._shown += safe_text.PANE_CAP
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        cut = safe_text.words(self._words, self._view.text, self._shown)
        left = cut.total - cut.shown
        self._rest.setVisible(left > 0)
        self._rest.say(_("Show the rest ({n} characters)").format(n=left))


class Reading(Notice):
    """Two calm lines: what it is about, and what is enough. Behind "Why?": the reasons."""

    kind_picked = Signal(object)
    corrected = Signal(object)
    trust_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._taught = Corrections(desk)
        self._taught.corrected.connect(self.corrected)
        self._taught.kind_picked.connect(self.kind_picked)
        self._taught.trust_asked.connect(self.trust_asked)
        self._first = text(desk, role=FontRole.STRONG, ink="text")
        self._second = text(desk, role=FontRole.META, ink="muted")
        self._why = text(desk, role=FontRole.META, ink="muted")
        self._reason = text(desk, role=FontRole.META, ink="muted")
        self._unsure = text(desk, role=FontRole.META_STRONG, ink="muted")
        self._choices = QWidget()
        self._flow = Flow(self._choices, desk.theme.px(8))
        for part in (
            self._first,
            self._second,
            self._reason,
            self._why,
            self._unsure,
            self._choices,
            self._taught,
        ):
            self.column.addWidget(part)
        self._open = False
        self._silent = False
        self._said_below = False

    def show_view(self, view: CommentView) -> None:
        """Say what the comment is."""
        first, second = reading_lines(view.row)
        safe_text.say(self._first, first)
        safe_text.say(self._second, second)
        safe_text.say(self._why, why_line(view.row, view.evidence))
        self._taught.show_row(view.row)
        self._fold()
        clear(self._flow)
        candidates = view.row.candidates
        self._unsure.setVisible(bool(candidates))
        self._choices.setVisible(bool(candidates))
        safe_text.say(self._unsure, _("Not sure what this one is. Which fits better?"))
        for kind in candidates:
            pick = Button(self._desk, kind_name(kind), ButtonKind.PLAIN, height=28)
            pick.clicked.connect(lambda _on=False, kind=kind: self.kind_picked.emit(kind))
            self._flow.addWidget(pick)

    def show_reason(self, plan: ReplyPlan) -> None:
        """Say why this advice fits."""
        safe_text.say(self._reason, reason_sentence(plan.reason))
        self._silent = not plan.suggestions
        self._said_below = plan.strategy in RESTS and plan.may_write
        self._fold()

    def toggle_why(self) -> None:
        """Show or hide the reasons of sorting and advice."""
        self._open = not self._open
        self._fold()

    def _fold(self) -> None:
        # Where nothing is suggested, the reason is the advice.
        self._second.setVisible(not self._silent)
        self._reason.setVisible((self._silent and not self._said_below) or self._open)
        self._why.setVisible(self._open)
        self._taught.setVisible(self._open and self._taught.applies)


class Steps(QWidget):
    """Steps in words, in the order to do them; nothing here does them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._heading = text(desk, role=FontRole.META_STRONG, ink="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(7))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        column.addWidget(self._heading)
        column.addLayout(self._list)

    def show_actions(self, actions: tuple[Action, ...], own_wording: str) -> None:
        """Show the steps under a heading; none hides the block."""
        clear(self._list)
        safe_text.say(self._heading, own_wording)
        self.setVisible(bool(actions))
        for number, action in enumerate(actions, start=1):
            row = QHBoxLayout()
            row.setSpacing(self._desk.theme.px(8))
            mark = text(self._desk, f"{number}.", FontRole.BODY, ink="muted", wrap=False)
            mark.setMinimumWidth(self._desk.theme.px(16))
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text(self._desk, action_step(action), FontRole.BODY), 1)
            self._list.addLayout(row)


class Starts(QWidget):
    """Up to three suggestions as radio cards; where silence is advised, its reason stands instead."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cards: list[SuggestionCard] = []
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.theme.px(8))

    def show_plan(self, plan: ReplyPlan) -> None:
        """Show the suggestions of a plan; none is chosen to begin with."""
        clear(self._column)
        for card in self._cards:
            self._group.removeButton(card)
        self._cards = []
        self.setVisible(bool(plan.suggestions))
        for number, suggestion in enumerate(plan.suggestions):
            card = SuggestionCard(self._desk, intent_title(suggestion.intent), suggestion.text)
            card.clicked.connect(lambda _on=False, number=number: self.chosen.emit(number))
            self._group.addButton(card)
            self._cards.append(card)
            self._column.addWidget(card)

    def choose(self, number: int) -> None:
        """Show a suggestion as chosen."""
        self._cards[number].setChecked(True)
