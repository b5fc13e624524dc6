"""The forms of the to-do list: what the creator thinks of a point, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit

from creator_calm.domain.to_do import Decision
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import CheckPill, PillGroup
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem, small_editor
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import quoted, text
from creator_calm.wording import _, language
from creator_calm.wording.to_do import decision_words, item_title, true_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.to_do import Item, ToDo
    from creator_calm.ui.desk import Desk

TITLE_CAP, LINE_CAP, TEXT_CAP = 120, 500, 2_000


class ToDoForm(Card):
    """Everything in it is optional. `saved` says that it is to be kept; what was typed stays until then."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, entry: ToDo) -> None:
        super().__init__(desk)
        self._item = entry.item
        self.id = entry.item.id
        self._make_fields(desk)
        self._fill(entry)
        self.problem = problem_line(desk)
        self.think = Button(desk, _("Think it over"), ButtonKind.LINK, height=24)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self._lay_out(desk)
        self._connect()

    def item(self) -> Item:
        """Return the item as it is written here now."""
        title = self.name.words().strip()
        day = self.day.date()
        return replace(
            self._item,
            # Left as it was said by the topic, it stays so: in every language.
            title="" if title == self._said else title,
            what_is_true=self.true.words(),
            decision=Decision(self.decision.current()),
            why=self.why.words(),
            next_step=self.step.words(),
            due=date(day.year(), day.month(), day.day()) if self.by_a_day.isChecked() else None,
            matters=self.matters.isChecked(),
            same_again=self.same.words(),
            try_next=self.next.words(),
            outcome=self.outcome.words() if self._item.done_at is not None else self._item.outcome,
        )

    def say(self, sentence: str) -> None:
        """Say in place why it cannot be kept."""
        say_problem(self.problem, sentence)

    @property
    def first(self) -> QWidget:
        """Return the field to write in first."""
        return self.outcome.field if self._item.done_at is not None else self.true.field

    def _make_fields(self, desk: Desk) -> None:
        self.name = Field(desk, _("What is it about?"), safe_text.line_field(TITLE_CAP))
        self.true = Field(desk, _("What is true in this?"), small_editor(desk, TEXT_CAP, 2))
        self.decision_label = text(desk, _("Decision"), FontRole.META_STRONG, ink="muted")
        choices = tuple((str(one), decision_words(one)) for one in Decision)
        self.decision = PillGroup(desk, _("Decision"), choices)
        self.why = Field(desk, _("Why"), safe_text.line_field(LINE_CAP))
        self.step = Field(desk, _("Next step"), safe_text.line_field(LINE_CAP))
        self.by_a_day = CheckPill(desk, _("By a day"))
        self.day = _day_field(desk)
        self.matters = CheckPill(desk, _("This matters to me"))
        self.same = Field(desk, _("What would I do the same?"), small_editor(desk, TEXT_CAP, 2))
        self.next = Field(desk, _("What do I want to try next?"), small_editor(desk, TEXT_CAP, 2))
        self.outcome = Field(desk, _("What came of it?"), small_editor(desk, TEXT_CAP, 2))

    def _fill(self, entry: ToDo) -> None:
        item = entry.item
        self._said = item_title(replace(item, title=""))
        self.name.fill(item_title(item))
        self.true.fill(true_lines(entry))
        self.decision.choose(str(item.decision))
        self.why.fill(item.why)
        self.step.fill(item.next_step)
        today = self._desk.clock.utc().astimezone(self._desk.clock.zone()).date()
        day = item.due or today
        self.day.setDate(QDate(day.year, day.month, day.day))
        self.by_a_day.setChecked(item.due is not None)
        self.day.setVisible(item.due is not None)
        self.matters.setChecked(item.matters)
        self.same.fill(item.same_again)
        self.next.fill(item.try_next)
        self.outcome.fill(item.outcome)
        self.outcome.setVisible(item.done_at is not None)
        self._thinking(on=bool(item.same_again or item.try_next))

    def _lay_out(self, desk: Desk) -> None:
        for part in (
            self.outcome, self.name, self.true, self.decision_label, self.decision, self.why,
            self.step, row_of(desk, self.by_a_day, self.day, self.matters), self.think, self.same,
            self.next, self.problem, row_of(desk, self.save, self.cancel),
        ):  # fmt: skip
            self.column.addWidget(part)

    def _connect(self) -> None:
        self.by_a_day.toggled.connect(self.day.setVisible)
        self.think.clicked.connect(lambda: self._thinking(on=self.same.isHidden()))
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.cancelled)

    def _thinking(self, *, on: bool) -> None:
        self.same.setVisible(on)
        self.next.setVisible(on)


class DoneForm(Card):
    """Asks what came of it; that may stay empty."""

    saved = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, entry: ToDo) -> None:
        super().__init__(desk)
        self._item = entry.item
        self.id = entry.item.id
        self.column.addWidget(quoted(desk, item_title(entry.item), FontRole.CARD_TITLE, cap=120))
        self.outcome = Field(desk, _("What came of it?"), small_editor(desk, TEXT_CAP, 2))
        self.outcome.fill(entry.item.outcome)
        help_line = _(
            "In a sentence, as you would tell them. With it, you can tell those who asked."
        )
        self.problem = problem_line(desk)
        self.save = Button(desk, _("Done"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.cancelled)
        for part in (
            self.outcome, text(desk, help_line, FontRole.META, ink="muted"), self.problem,
            row_of(desk, self.save, self.cancel),
        ):  # fmt: skip
            self.column.addWidget(part)

    def item(self) -> Item:
        """Return the item with what is written here, still open: leaving is no answer."""
        return replace(self._item, outcome=self.outcome.words())

    def say(self, sentence: str) -> None:
        """Say in place why it cannot be kept."""
        say_problem(self.problem, sentence)

    @property
    def first(self) -> QWidget:
        """Return the field to write in first."""
        return self.outcome.field


def _day_field(desk: Desk) -> QDateEdit:
    field = QDateEdit()
    field.setDisplayFormat("d MMMM yyyy")
    field.setLocale(QLocale(language()))
    field.setMinimumWidth(desk.theme.px(170))
    field.setAlignment(Qt.AlignmentFlag.AlignCenter)
    desk.theme.set_font(field, FontRole.BODY)
    safe_text.name(field, _("By which day"))
    safe_text.name(field.lineEdit(), _("By which day"))
    return field
