"""The part of Notes & support where the creator plans something for themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.care import ScheduleItem
from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.schedule_editor import (
    ScheduleCard,
    ScheduleForm,
    StarterPills,
    from_starter,
)
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from creator_calm.domain.care import Starter
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


class ScheduleSection(QWidget):
    """Cards of planned things, ideas to begin from, one form at a time."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._care = workspace.care
        self._desk = desk
        self.form: ScheduleForm | None = None
        self._editing = 0
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.line = text(desk, role=FontRole.BODY, ink="muted")
        self.cards = QVBoxLayout()
        self.cards.setSpacing(desk.theme.px(10))
        self.ideas = QVBoxLayout()
        self.add = Button(desk, icon="plus")
        self.add.clicked.connect(self._add_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        column.addWidget(self.heading)
        column.addWidget(self.line)
        column.addLayout(self.cards)
        column.addLayout(self.ideas)
        column.addWidget(self.add)

    def refresh(self) -> None:
        """Show what is planned; a form that is open stays with what was typed."""
        items = self._care.schedule()
        form = self.form
        if form is not None:
            self.cards.removeWidget(form)
        clear(self.cards)
        placed = False
        for item in items:
            if form is not None and item.id == self._editing:
                self.cards.addWidget(form)
                placed = True
            else:
                self._add_card(item)
        if form is not None and not placed:
            self.cards.addWidget(form)
        clear(self.ideas)
        if form is None:
            pills = StarterPills(self._desk, {item.title for item in items})
            pills.chosen.connect(self._from_starter)
            self.ideas.addWidget(pills)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("Planned for yourself"))
        safe_text.say(
            self.line,
            _("Comes up on Today at its time, and leaves by itself. Nothing is counted."),
        )
        self.add.say(_("Plan something of your own"))
        self.refresh()

    def edit(self, item: ScheduleItem) -> None:
        """Open the form with `item`; an id of 0 is something new."""
        if self.form is not None:
            self.form.name.field.setFocus()
            return
        self.form = ScheduleForm(self._desk, item)
        self._editing = item.id
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close)
        self.add.hide()
        self.refresh()
        self.form.name.field.setFocus()

    def _add_card(self, item: ScheduleItem) -> None:
        card = ScheduleCard(self._desk, item)
        card.edited.connect(lambda _id: self.edit(item))
        card.removed.connect(self._remove)
        self.cards.addWidget(card)

    def _add_new(self) -> None:
        self.edit(ScheduleItem(0, "", frozenset(range(7)), time(12), 30))

    def _from_starter(self, starter: Starter) -> None:
        self.edit(from_starter(starter))

    def _save(self, form: ScheduleForm) -> None:
        try:
            item = form.item()
            if not item.title.strip():
                form.say(_("A word or two are needed, so that you know what it is."))
                return
            change = self._care.save_item(replace(item, title=item.title.strip()))
        except Problem as problem:
            form.say(problem_sentence(problem))
            return
        self._close()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _remove(self, item_id: int) -> None:
        change = self._care.remove_item(item_id)
        self.refresh()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _close(self) -> None:
        if self.form is not None:
            self.cards.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form, self._editing = None, 0
        self.add.show()
        self.refresh()
