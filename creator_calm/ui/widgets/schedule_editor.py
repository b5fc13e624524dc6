"""Plans for oneself: weekdays, a time, a length. Starters are offered by name, none is active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.care import ScheduleItem, Starter
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.quiet_controls import Stepper
from creator_calm.ui.widgets.texts import quoted, text
from creator_calm.wording import _, ngettext, number, unit_word
from creator_calm.wording.care import (
    day_names,
    days_words,
    short_day_names,
    starter_title,
)
from creator_calm.workspace.looking_after import STARTERS, read_time

if TYPE_CHECKING:
    from collections.abc import Collection

    from creator_calm.ui.desk import Desk

TITLE_CAP = 120
NOTE_CAP = 1_000
DAY_MINUTES = 24 * 60


class ScheduleCard(Card):
    """One planned thing, as it will come back."""

    edited = Signal(int)
    removed = Signal(int)

    def __init__(self, desk: Desk, item: ScheduleItem) -> None:
        super().__init__(desk, padding=14)
        title = safe_text.accessible(item.title)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(quoted(desk, item.title, FontRole.CARD_TITLE, cap=TITLE_CAP))
        length = ngettext("{n} min", "{n} min", item.minutes).format(n=number(item.minutes))
        line = f"{days_words(item.days)} · {item.at:%H:%M} · {length}"
        words.addWidget(text(desk, line, FontRole.META, ink="muted"))
        row.addLayout(words, 1)
        edit = Button(desk, _("Edit"), ButtonKind.GHOST)
        remove = Button(desk, _("Remove"), ButtonKind.GHOST)
        safe_text.name(edit, _("Edit {name}").format(name=title))
        safe_text.name(remove, _("Remove {name}").format(name=title))
        edit.clicked.connect(lambda: self.edited.emit(item.id))
        remove.clicked.connect(lambda: self.removed.emit(item.id))
        row.addWidget(edit)
        row.addWidget(remove)
        self.column.addLayout(row)


class ScheduleForm(Card):
    """Writes a planned thing down. A time is typed as it comes: 8, 8:30, 08.30."""

    saved = Signal(object)
    cancelled = Signal()
    time_wrong = Signal(object)

    def __init__(self, desk: Desk, item: ScheduleItem) -> None:
        super().__init__(desk)
        self._id = item.id
        self.name = Field(desk, _("What"), safe_text.line_field(TITLE_CAP))
        self.at = Field(desk, _("Time"), safe_text.line_field(10))
        self.note = Field(desk, _("A note, if you like"), safe_text.line_field(NOTE_CAP))
        self.minutes = Stepper(desk, 1, DAY_MINUTES, 5, unit_word("min"))
        self.minutes.named(_("Length"))
        self.days = [CheckPill(desk, short) for short in short_day_names()]
        self.problem = problem_line(desk)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self._fill(item)
        self._lay_out(desk)
        self.save.clicked.connect(lambda: self.saved.emit(self))
        self.cancel.clicked.connect(self.cancelled)

    def item(self) -> ScheduleItem:
        """Return what is typed; raises `Problem` (BAD_TIME) where the time is none."""
        days = frozenset(day for day, pill in enumerate(self.days) if pill.isChecked())
        return ScheduleItem(
            self._id,
            self.name.words(),
            days,
            read_time(self.at.words()),
            self.minutes.spin.value(),
            self.note.words(),
        )

    def say(self, sentence: str) -> None:
        """Say what will not do, below the fields."""
        say_problem(self.problem, sentence)

    def _fill(self, item: ScheduleItem) -> None:
        self.name.fill(item.title)
        self.at.fill(f"{item.at:%H:%M}")
        self.note.fill(item.note)
        self.minutes.spin.setValue(item.minutes)
        for day, pill in enumerate(self.days):
            pill.setChecked(day in item.days)
            safe_text.name(pill, day_names()[day])

    def _lay_out(self, desk: Desk) -> None:
        theme = desk.theme
        self.column.addWidget(self.name)
        holder = Pane("none")
        flow = Flow(holder, theme.px(6))
        for pill in self.days:
            flow.addWidget(pill)
        self.column.addWidget(text(desk, _("Days"), FontRole.META_STRONG, ink="muted"))
        self.column.addWidget(holder)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.at)
        length = QWidget()
        inner = QVBoxLayout(length)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(4))
        inner.addWidget(text(desk, _("Length"), FontRole.META_STRONG, ink="muted"))
        inner.addWidget(self.minutes)
        row.addWidget(length)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.note)
        self.column.addWidget(self.problem)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.column.addLayout(buttons)


class StarterPills(Pane):
    """Ideas to begin from. Choosing one opens the form with it filled in; nothing is saved yet."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, taken: Collection[str]) -> None:
        super().__init__("none")
        flow = Flow(self, desk.theme.px(8))
        for starter in Starter:
            title = starter_title(starter)
            if title in taken:
                continue
            button = Button(desk, title, icon="plus")
            button.clicked.connect(lambda _on=False, one=starter: self.chosen.emit(one))
            flow.addWidget(button)


def from_starter(starter: Starter) -> ScheduleItem:
    """Return the item a starter proposes, with its title in the language in use."""
    known = STARTERS[starter]
    return ScheduleItem(0, starter_title(starter), known.days, known.at, known.minutes)
