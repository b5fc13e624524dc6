"""One promise: to whom, about what, how far, by when; opened, what can be done with it next."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creator_calm.domain.assessment import Kind
from creator_calm.domain.promises import PromiseState
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.promise_acts import DayChoice, DecideForm, OutcomeForm, row_of
from creator_calm.ui.widgets.promise_steps import PromiseSteps
from creator_calm.ui.widgets.texts import clear, large, quoted, text
from creator_calm.wording import _
from creator_calm.wording.promises import (
    decided_line,
    next_sentence,
    promise_name,
    rounds_lines,
    state_word,
    what_line,
    when_words,
    who_line,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.promise_view import PromiseView
    from creator_calm.ui.desk import Desk


class Act(StrEnum):
    """What a press on a card asks for."""

    TURN = "turn"
    COMMENT = "comment"
    ENOUGH = "enough"
    ANSWERED = "answered"
    NOT_NEEDED = "not_needed"
    TOLD = "told"
    REMOVE = "remove"


_FACTS = frozenset({PromiseState.PROMISED, PromiseState.FACTS})


class PromiseCard(Card):
    """Closed it is four lines of words and one button; `opened` adds the steps and what comes next."""

    acted = Signal(object)
    decided = Signal(object, str)
    ended = Signal(object)
    put_off = Signal(object)
    moved = Signal(object)
    tool_turned = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: PromiseView,
        *,
        opened: bool,
        offers: tuple[str, ...] = (),
        facts: QWidget | None = None,
    ) -> None:
        super().__init__(desk, padding=14)
        self._view = view
        self._offers = offers
        self._facts = facts
        self.buttons: dict[Act, Button] = {}
        self.tool = ""
        self.later: DayChoice | None = None
        self.decide: DecideForm | None = None
        self.outcome: OutcomeForm | None = None
        self._name = promise_name(view, desk.clock.zone())
        self._add_head(opened=opened)
        if opened:
            self._add_way()
            self._add_next()
            self._add_days()
        safe_text.name(self, self._name)

    def _add_head(self, *, opened: bool) -> None:
        desk, view = self._desk, self._view
        who = quoted(desk, who_line(view), FontRole.CARD_TITLE, cap=80)
        when = text(desk, when_words(view, desk.clock.zone()), FontRole.META_STRONG, ink="muted")
        self.turn = self._button(Act.TURN, _("Fold") if opened else _("Open"), ButtonKind.GHOST)
        head = QHBoxLayout()
        head.setSpacing(desk.theme.px(10))
        head.addWidget(who, 1)
        if not large(desk):
            when.setWordWrap(False)
            head.addWidget(when)
        head.addWidget(self.turn, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        if large(desk):
            self.column.addWidget(when)
        what = what_line(view)
        if what:
            self.column.addWidget(quoted(desk, what, FontRole.BODY, cap=200))
        if not opened:
            self.column.addWidget(
                text(desk, state_word(view.promise.state), FontRole.META, ink="muted")
            )

    def _add_way(self) -> None:
        desk, view = self._desk, self._view
        self.column.addWidget(PromiseSteps(desk, view.promise.state))
        for line in (decided_line(view), rounds_lines(view)):
            if line:
                self.column.addWidget(quoted(desk, line, FontRole.BODY, cap=600))
        if view.promise.reopened:
            again = _("They wrote again after it was closed.")
            self.column.addWidget(text(desk, again, FontRole.META, ink="muted"))
        self.column.addWidget(text(desk, next_sentence(view), FontRole.STRONG))

    def _add_next(self) -> None:
        promise = self._view.promise
        match promise.state:
            case state if state in _FACTS:
                if self._facts is not None:
                    self.column.addWidget(self._facts)
                self._add_row(
                    self._comment(_("Show the comment")),
                    self._button(Act.ENOUGH, _("I know enough")),
                    self._button(Act.ANSWERED, _("I answered elsewhere")),
                )
            case PromiseState.SOLUTION:
                self._add_solution()
            case PromiseState.FOLLOWED_UP:
                self._add_row(
                    self._comment(_("Write an update for everyone")),
                    self._button(Act.TOLD, _("I told them")),
                    self._button(Act.NOT_NEEDED, _("Not needed")),
                )
            case _:
                self._add_row(self._comment(_("Ask how it went")))
                self._add_outcome()

    def _add_solution(self) -> None:
        promise = self._view.promise
        if promise.solution is None:
            rows = self._view.rows
            offering = any(row.kind is Kind.COMPLAINT for row in rows) or not rows
            self.decide = DecideForm(self._desk, self._offers, offering=offering)
            self.decide.decided.connect(self.decided)
            self.column.addWidget(self.decide)
            self._add_row(self._comment(_("Show the comment"), ButtonKind.PLAIN))
            return
        self._add_row(
            self._comment(_("Write the full answer")),
            self._button(Act.ANSWERED, _("I answered elsewhere")),
        )

    def _add_outcome(self) -> None:
        self.outcome = OutcomeForm(self._desk)
        self.outcome.ended.connect(self.ended)
        self.column.addWidget(self.outcome)

    def _add_days(self) -> None:
        """Offer what fits at every step: put it off, close it, take it away."""
        desk, state = self._desk, self._view.promise.state
        words = {"later": _("Later"), "day": _("Another day"), "close": _("Close it")}
        self.tools = {tool: Button(desk, said, ButtonKind.GHOST) for tool, said in words.items()}
        self.tools["later"].set_icon("clock")
        for tool, button in self.tools.items():
            safe_text.name(button, f"{words[tool]}: {self._name}")
            button.clicked.connect(lambda _on=False, tool=tool: self._turn_tool(tool))
        if state is PromiseState.OTHERS_UPDATED:
            self.tools["close"].hide()  # it stands open above
        remove = self._button(Act.REMOVE, _("Remove"), ButtonKind.GHOST)
        self._below = QVBoxLayout()
        self._add_row(*self.tools.values(), remove)
        self.column.addLayout(self._below)

    def first(self) -> QWidget:
        """Return where the keyboard goes when the promise has come a step further."""
        if self.decide is not None:
            return self.decide.pills.chosen_pill()
        after = (
            button for act, button in self.buttons.items() if act not in {Act.TURN, Act.REMOVE}
        )
        return next((button for button in after if not button.isHidden()), self.turn)

    def open_tool(self, tool: str) -> None:
        """Fold out the days to pick ("later", "day") or how it turned out ("close"); "" for none."""
        clear(self._below)
        self.tool, self.later = tool, None
        if tool == "close":
            self.outcome = OutcomeForm(self._desk)
            self.outcome.ended.connect(self.ended)
            self._below.addWidget(self.outcome)
        elif tool:
            question = _("Put it off until") if tool == "later" else _("Come back by")
            self.later = DayChoice(self._desk, question, self._view.today)
            self.later.picked.connect(self.put_off if tool == "later" else self.moved)
            self._below.addWidget(self.later)

    def _turn_tool(self, tool: str) -> None:
        self.open_tool("" if self.tool == tool else tool)
        self.tool_turned.emit(self.tool)
        first = self.later.days[0] if self.later is not None else None
        if self.tool == "close" and self.outcome is not None:
            first = next(iter(self.outcome.buttons.values()))
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _comment(self, words: str, kind: ButtonKind = ButtonKind.SOFT) -> Button:
        button = self._button(Act.COMMENT, words, kind)
        if not self._view.rows:
            button.hide()
        return button

    def _button(self, act: Act, words: str, kind: ButtonKind = ButtonKind.PLAIN) -> Button:
        button = self.buttons[act] = Button(self._desk, words, kind)
        safe_text.name(button, f"{words}: {self._name}")
        button.clicked.connect(lambda: self.acted.emit(act))
        return button

    def _add_row(self, *buttons: Button) -> None:
        self.column.addWidget(row_of(self._desk, *buttons))
