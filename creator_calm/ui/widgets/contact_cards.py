"""People to turn to: a card each, with lines to copy, and a form in its place while editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from creator_calm.domain.care import SupportContact
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem, small_editor
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import copyable, quoted, text
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk

NAME_CAP = 120
LINE_CAP = 1_000


class ContactCard(Card):
    """A person, as the creator wrote them down. Nothing here dials or opens another program."""

    edited = Signal(int)
    removed = Signal(int)

    def __init__(self, desk: Desk, contact: SupportContact, copied: Callable[[str], None]) -> None:
        super().__init__(desk)
        who = safe_text.accessible(contact.name)
        head = QHBoxLayout()
        head.addWidget(copyable(quoted(desk, contact.name, FontRole.CARD_TITLE, cap=NAME_CAP)), 1)
        edit = Button(desk, _("Edit"), ButtonKind.GHOST)
        remove = Button(desk, _("Remove"), ButtonKind.GHOST)
        safe_text.name(edit, _("Edit {name}").format(name=who))
        safe_text.name(remove, _("Remove {name}").format(name=who))
        edit.clicked.connect(lambda: self.edited.emit(contact.id))
        remove.clicked.connect(lambda: self.removed.emit(contact.id))
        head.addWidget(edit)
        head.addWidget(remove)
        self.column.addLayout(head)
        if contact.reach:
            row = QHBoxLayout()
            row.addWidget(copyable(quoted(desk, contact.reach, FontRole.COMMENT, cap=LINE_CAP)), 1)
            copy = Button(desk, _("Copy"), icon="copy")
            safe_text.name(copy, _("Copy how to reach {name}").format(name=who))
            copy.clicked.connect(lambda: copied(contact.reach))
            row.addWidget(copy)
            self.column.addLayout(row)
        for label, words in (
            (_("Best times"), contact.best_times),
            (_("What helps"), contact.helps),
            (_("What does not help"), contact.does_not_help),
        ):
            if words:
                self.column.addWidget(text(desk, label, FontRole.META_STRONG, ink="muted"))
                self.column.addWidget(copyable(quoted(desk, words, FontRole.BODY, cap=LINE_CAP)))
        if contact.reads_for_me:
            line = text(desk, _("May read comments for you."), FontRole.META, ink="accent")
            self.column.addWidget(line)


class ContactForm(Card):
    """Writes a contact down. `saved` carries it; what was typed stays until it is kept."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, contact: SupportContact | None = None) -> None:
        super().__init__(desk)
        self._id = contact.id if contact is not None else 0
        known = contact or SupportContact(0, "")
        self.name = Field(desk, _("Name"), safe_text.line_field(NAME_CAP))
        self.reach = Field(desk, _("How to reach them"), safe_text.line_field(LINE_CAP))
        self.times = Field(desk, _("Best times"), safe_text.line_field(LINE_CAP))
        self.helps = Field(desk, _("What helps"), small_editor(desk, LINE_CAP, 2))
        self.not_helps = Field(desk, _("What does not help"), small_editor(desk, LINE_CAP, 2))
        self.reads = QCheckBox()
        safe_text.caption(self.reads, _("May read comments for me"))
        self.problem = problem_line(desk)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        for field, words in (
            (self.name, known.name),
            (self.reach, known.reach),
            (self.times, known.best_times),
            (self.helps, known.helps),
            (self.not_helps, known.does_not_help),
        ):
            field.fill(words)
            self.column.addWidget(field)
        self.reads.setChecked(known.reads_for_me)
        self.column.addWidget(self.reads)
        self.column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.column.addLayout(row)
        self.save.clicked.connect(lambda: self.saved.emit(self.contact()))
        self.cancel.clicked.connect(self.cancelled)

    def contact(self) -> SupportContact:
        """Return what is typed."""
        return SupportContact(
            self._id,
            self.name.words().strip(),
            self.reach.words().strip(),
            self.times.words().strip(),
            self.helps.words().strip(),
            self.not_helps.words().strip(),
            self.reads.isChecked(),
        )

    def say(self, sentence: str) -> None:
        """Say what will not do, below the fields."""
        say_problem(self.problem, sentence)
