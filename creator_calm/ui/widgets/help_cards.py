"""Cards of help lines. Everything can be copied, nothing is dialled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout

from creator_calm.domain.help_lines import OwnLine, Standing
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem, small_editor
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import copyable, quoted, text
from creator_calm.wording import _, language
from creator_calm.wording.help_lines import checked_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.help_lines import ShownLine
    from creator_calm.ui.desk import Desk

NAME_CAP, LINE_CAP = 120, 500


class LineCard(Card):
    """A line that somebody of the project checked, with the date of it and where."""

    def __init__(self, desk: Desk, shown: ShownLine, copied: Callable[[str], None]) -> None:
        super().__init__(desk)
        line = shown.line
        self.column.addWidget(copyable(quoted(desk, line.name, FontRole.CARD_TITLE)))
        if shown.standing is not Standing.HIDDEN:
            for reach in line.contact:
                words = " ".join(part for part in (reach.dial, reach.keyword) if part)
                self.column.addLayout(copy_row(desk, words, copied))
            if line.hours:
                self.column.addWidget(quoted(desk, line.hours, FontRole.BODY))
        checked = line.verified_on
        day = QLocale(language()).toString(
            QDate(checked.year, checked.month, checked.day), "d MMMM yyyy"
        )
        self.column.addWidget(text(desk, checked_sentence(shown, day), FontRole.META, ink="muted"))
        self.column.addWidget(copyable(quoted(desk, line.source_url, FontRole.META)))


class OwnLineCard(Card):
    """An entry of the creator's own."""

    edited = Signal(int)
    removed = Signal(int)

    def __init__(self, desk: Desk, line: OwnLine, copied: Callable[[str], None]) -> None:
        super().__init__(desk)
        who = safe_text.accessible(line.name)
        edit = Button(desk, _("Edit"), ButtonKind.GHOST)
        remove = Button(desk, _("Remove"), ButtonKind.GHOST)
        safe_text.name(edit, _("Edit {name}").format(name=who))
        safe_text.name(remove, _("Remove {name}").format(name=who))
        edit.clicked.connect(lambda: self.edited.emit(line.id))
        remove.clicked.connect(lambda: self.removed.emit(line.id))
        head = QHBoxLayout()
        head.addWidget(copyable(quoted(desk, line.name, FontRole.CARD_TITLE, cap=NAME_CAP)), 1)
        head.addWidget(edit)
        head.addWidget(remove)
        self.column.addLayout(head)
        if line.reach:
            self.column.addLayout(copy_row(desk, line.reach, copied))
        for words in (line.hours, line.note):
            if words:
                self.column.addWidget(copyable(quoted(desk, words, FontRole.BODY, cap=LINE_CAP)))


class OwnLineForm(Card):
    """Writes an entry down. What was typed stays until it is kept."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, desk: Desk, line: OwnLine | None = None) -> None:
        super().__init__(desk)
        known = line or OwnLine(0, "")
        self.id = known.id
        self.name = Field(desk, _("Name"), safe_text.line_field(NAME_CAP))
        self.reach = Field(desk, _("Number or address"), safe_text.line_field(LINE_CAP))
        self.hours = Field(desk, _("When it is open"), safe_text.line_field(LINE_CAP))
        self.note = Field(desk, _("Note"), small_editor(desk, LINE_CAP, 2))
        self.problem = problem_line(desk)
        for field, words in (
            (self.name, known.name),
            (self.reach, known.reach),
            (self.hours, known.hours),
            (self.note, known.note),
        ):
            field.fill(words)
            self.column.addWidget(field)
        self.column.addWidget(self.problem)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self.save.clicked.connect(lambda: self.saved.emit(self.line()))
        self.cancel.clicked.connect(self.cancelled)
        self.column.addWidget(row_of(desk, self.save, self.cancel))

    def line(self) -> OwnLine:
        """Return what is typed."""
        fields = (self.name, self.reach, self.hours, self.note)
        return OwnLine(self.id, *(field.words().strip() for field in fields))

    def say(self, sentence: str) -> None:
        """Say in place why it cannot be kept."""
        say_problem(self.problem, sentence)


def copy_row(desk: Desk, words: str, copied: Callable[[str], None]) -> QHBoxLayout:
    """Return words verbatim with a button that copies them."""
    row = QHBoxLayout()
    row.addWidget(copyable(quoted(desk, words, FontRole.COMMENT, cap=LINE_CAP)), 1)
    copy = Button(desk, _("Copy"), icon="copy")
    safe_text.name(copy, _("Copy: {what}").format(what=safe_text.accessible(words)))
    copy.clicked.connect(lambda: copied(words))
    row.addWidget(copy)
    return row
