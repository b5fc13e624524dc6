"""The people part of Notes & support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.contact_cards import ContactCard, ContactForm
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from creator_calm.domain.care import SupportContact
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


class PeopleSection(QWidget):
    """Cards of people; one form at a time, in the place of its card."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._care = workspace.care
        self._desk = desk
        self.form: ContactForm | None = None
        self._editing: int | None = None
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.empty = text(desk, role=FontRole.COMMENT, ink="muted")
        self.add = Button(desk, icon="plus")
        self.add.clicked.connect(lambda: self.edit(0))
        self.cards = QVBoxLayout()
        self.cards.setSpacing(desk.theme.px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(10))
        column.addWidget(self.heading)
        column.addWidget(self.empty)
        column.addLayout(self.cards)
        column.addWidget(self.add)

    def refresh(self) -> None:
        """Show everybody; a form that is open stays with what was typed."""
        contacts = self._care.contacts()
        form = self.form
        if form is not None:
            self.cards.removeWidget(form)
        clear(self.cards)
        placed = False
        for contact in contacts:
            if form is not None and contact.id == self._editing:
                self.cards.addWidget(form)
                placed = True
            else:
                self._add_card(contact)
        if form is not None and not placed:
            self.cards.addWidget(form)
        self.empty.setVisible(not contacts and form is None)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("People"))
        safe_text.say(self.empty, _("Who is good to talk to? Write them down while it is calm."))
        self.add.say(_("Add a person"))
        self.refresh()

    def edit(self, contact_id: int) -> None:
        """Open the form for somebody, 0 for somebody new."""
        if self.form is not None:
            # One form at a time, and what stands in it is not thrown away by opening another.
            self.form.name.field.setFocus()
            return
        known = next((one for one in self._care.contacts() if one.id == contact_id), None)
        self.form = ContactForm(self._desk, known)
        self._editing = contact_id
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(self._close)
        self.add.hide()
        self.refresh()
        self.form.name.field.setFocus()

    def _add_card(self, contact: SupportContact) -> None:
        card = ContactCard(self._desk, contact, self._copy)
        card.edited.connect(self.edit)
        card.removed.connect(self._remove)
        self.cards.addWidget(card)

    def _save(self, contact: SupportContact) -> None:
        if self.form is None:
            return
        if not contact.name:
            self.form.say(_("A name is needed, so that you find them again."))
            return
        try:
            change = self._care.save_contact(contact)
        except Problem as problem:
            empty = problem.code is ProblemCode.FIELD_EMPTY
            words = _("A name is needed, so that you find them again.")
            self.form.say(words if empty else problem_sentence(problem))
            return
        self._close()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _remove(self, contact_id: int) -> None:
        change = self._care.remove_contact(contact_id)
        self.refresh()
        self._desk.toast(change_sentence(change), change.undo is not None)

    def _copy(self, words: str) -> None:
        safe_text.copy(words)
        self._desk.toast(_("Copied. Paste it where you want it."))

    def _close(self) -> None:
        if self.form is not None:
            self.cards.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form, self._editing = None, None
        self.add.show()
        self.refresh()
