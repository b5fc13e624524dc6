"""What can be done with a promise where it stands: decide, say how it turned out, put it off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.promises import Outcome, Solution
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import PillGroup
from creator_calm.ui.widgets.day_field import day_field, day_in, name_day, show_day
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _
from creator_calm.wording.promises import outcome_word, solution_word

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

WORDS_CAP, WHO_CAP, ABOUT_CAP = 500, 60, 200


def row_of(desk: Desk, *parts: QWidget) -> Pane:
    """Return things side by side, on more lines where there is no room."""
    holder = Pane("none")
    flow = Flow(holder, desk.theme.px(8))
    for part in parts:
        flow.addWidget(part)
    return holder


class _Part(QWidget):
    """A column of lines without a ground of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.px(8))


class DecideForm(_Part):
    """What will be done, and why or which offer. Only the creator's own offers can be picked."""

    decided = Signal(object, str)

    def __init__(self, desk: Desk, offers: tuple[str, ...], *, offering: bool) -> None:
        super().__init__(desk)
        choices = tuple(one for one in Solution if offering or one is not Solution.OFFER)
        self.question = text(desk, _("What will you do?"), FontRole.META_STRONG, ink="muted")
        self.pills = PillGroup(
            desk, _("What will you do?"), tuple((one.value, solution_word(one)) for one in choices)
        )
        self.why = Field(
            desk, _("In your own words, for yourself"), safe_text.line_field(WORDS_CAP)
        )
        self._offers = offers
        pairs = tuple((str(place), safe_text.inline(o, 60)) for place, o in enumerate(offers))
        self.offers = PillGroup(desk, _("Your offers"), pairs or (("", ""),))
        self.none = text(desk, _("Your list of offers is empty."), FontRole.META, ink="muted")
        self.save = Button(desk, _("Note the decision"), ButtonKind.SOFT)
        self.save.clicked.connect(self._decide)
        self.pills.chosen.connect(lambda _code: self._follow())
        for part in (self.question, self.pills, self.offers, self.none, self.why, self.save):
            self.column.addWidget(part)
        self._follow()

    def _follow(self) -> None:
        offering = self.pills.current() == Solution.OFFER
        self.offers.setVisible(offering and bool(self._offers))
        self.none.setVisible(offering and not self._offers)
        self.why.setVisible(not (offering and self._offers))

    def _decide(self) -> None:
        solution = Solution(self.pills.current())
        picked = solution is Solution.OFFER and self._offers
        words = self._offers[int(self.offers.current())] if picked else self.why.words()
        self.decided.emit(solution, words)


class OutcomeForm(_Part):
    """How it turned out: one press, and it is closed."""

    ended = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        question = _("How did it turn out for them?")
        self.column.addWidget(text(desk, question, FontRole.META_STRONG, ink="muted"))
        self.buttons: dict[Outcome, Button] = {}
        for outcome in Outcome:
            button = self.buttons[outcome] = Button(desk, outcome_word(outcome))
            button.clicked.connect(lambda _on=False, outcome=outcome: self.ended.emit(outcome))
        self.column.addWidget(row_of(desk, *self.buttons.values()))
        about = _("It is closed with it, and opens again if they write.")
        self.column.addWidget(text(desk, about, FontRole.META, ink="muted"))


class DayChoice(_Part):
    """Days to pick: tomorrow, in three days, next week, or another one."""

    picked = Signal(object)
    """A date."""

    def __init__(self, desk: Desk, question: str, today: date) -> None:
        super().__init__(desk)
        self.question = text(desk, question, FontRole.META_STRONG, ink="muted")
        monday = today + timedelta(days=7 - today.weekday())
        near = (
            (_("Tomorrow"), today + timedelta(days=1)),
            (_("In three days"), today + timedelta(days=3)),
            (_("Next week"), monday),
        )
        self.days = [Button(desk, words) for words, _day in near]
        for button, (words, day) in zip(self.days, near, strict=True):
            safe_text.name(button, f"{question} {words}")
            button.clicked.connect(lambda _on=False, day=day: self.picked.emit(day))
        self.field = day_field(desk)
        show_day(self.field, today + timedelta(days=2))
        name_day(self.field, question)
        self.take = Button(desk, _("Take this day"))
        self.take.clicked.connect(lambda: self.picked.emit(day_in(self.field)))
        for part in (self.question, row_of(desk, *self.days), row_of(desk, self.field, self.take)):
            self.column.addWidget(part)


class PromiseForm(_Part):
    """Something promised outside of the comments: to whom, what, by when."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, day: date) -> None:
        super().__init__(desk)
        self.who = Field(desk, _("To whom"), safe_text.line_field(WHO_CAP))
        self.about = Field(desk, _("What you will come back with"), safe_text.line_field(ABOUT_CAP))
        self.label = text(desk, _("By when"), FontRole.META_STRONG, ink="muted")
        self.day = day_field(desk)
        show_day(self.day, day)
        name_day(self.day, _("By when"))
        self.problem = problem_line(desk)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.cancelled)
        parts = (self.who, self.about, self.label, row_of(desk, self.day), self.problem)
        for part in (*parts, row_of(desk, self.save, self.cancel)):
            self.column.addWidget(part)

    def say(self, sentence: str) -> None:
        """Say in place why it cannot be kept."""
        say_problem(self.problem, sentence)
