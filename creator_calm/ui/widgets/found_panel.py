"""What was understood of a source, and the menus that correct it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from creator_calm.domain.intake import ReadOptions, Role, Warn
from creator_calm.ui import safe_text
from creator_calm.ui.models.preview_lines import mask
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.found_choices import FoundChoices
from creator_calm.ui.widgets.frames import Card, Notice
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import (
    _,
    found_sentence,
    number,
    receipt_notes,
    receipt_sentence,
    warn_sentence,
)
from creator_calm.wording.intake import (
    brought_before_line,
    date_reading,
    guess_reason,
    others_words_hint,
    own_words_sentence,
    role_name,
    some_own_sentence,
)

if TYPE_CHECKING:
    from creator_calm.domain.intake import FormatInfo, Source
    from creator_calm.domain.preview import Preview
    from creator_calm.ui.desk import Desk

COLUMNS_MOST = 40
EXAMPLE_CAP = 120
_SAID_APART = frozenset({Warn.OWN_WORDS})


class FoundPanel(Card):
    """`corrected` carries the options to read the source with again; `help_asked` asks for the formats."""

    corrected = Signal(object)
    help_asked = Signal()

    def __init__(self, desk: Desk, formats: tuple[FormatInfo, ...]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._options = ReadOptions()
        self._preview: Preview | None = None
        self._labels: tuple[str, ...] = ()
        self._menus: list[CalmCombo] = []
        self._examples: list[QLabel] = []
        self.found = text(desk, role=FontRole.CARD_TITLE)
        self.reason = text(desk, role=FontRole.META, ink="muted")
        self.sums = text(desk, role=FontRole.BODY)
        self.own = Notice(desk)
        self.own_line = text(desk, role=FontRole.STRONG)
        self.own_hint = text(desk, role=FontRole.BODY, ink="muted")
        self.own_help = Button(desk, kind=ButtonKind.PLAIN)
        self.notes = text(desk, role=FontRole.META, ink="muted")
        self.choices = FoundChoices(desk, formats)
        self.columns = QWidget()
        self._grid = QGridLayout(self.columns)
        self._grid.setContentsMargins(0, desk.theme.px(6), 0, 0)
        self._grid.setHorizontalSpacing(desk.theme.px(14))
        self.own.column.addWidget(self.own_line)
        self.own.column.addWidget(self.own_hint)
        self.own.column.addWidget(self.own_help, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (
            self.own, self.found, self.reason, self.sums, self.notes, self.choices, self.columns,
        ):  # fmt: skip
            self.column.addWidget(part)
        self.choices.corrected.connect(self.corrected)
        self.own_help.clicked.connect(self.help_asked)

    def show_preview(self, preview: Preview, options: ReadOptions, source: Source) -> None:
        """Show what was understood with these options."""
        self._options = options
        found = preview.found
        safe_text.say(self.found, found_sentence(found))
        safe_text.say(self.reason, guess_reason(found, chosen=options.format is not None))
        safe_text.say(self.sums, receipt_sentence(preview.receipt))
        lines = self._notes(preview)
        safe_text.say(self.notes, "\n".join(lines))
        self.notes.setVisible(bool(lines))
        self._show_own(preview)
        self.choices.know_file(source)
        self.choices.show_for(preview, options, source)
        self._offer_columns(preview)

    def _notes(self, preview: Preview) -> list[str]:
        lines = [warn_sentence(warn) for warn in preview.found.warnings if warn not in _SAID_APART]
        if preview.brought_before is not None:
            clock = self._desk.clock
            lines.insert(0, brought_before_line(preview.brought_before, clock.utc(), clock.zone()))
        if preview.date_sample is not None and preview.date_sample.utc is not None:
            lines.append(date_reading(preview.date_sample))
        lines += [
            line for line in receipt_notes(preview.receipt, numbers=False) if line not in lines
        ]
        return [line for line in lines if line != warn_sentence(Warn.OWN_WORDS)]

    def _show_own(self, preview: Preview) -> None:
        """Say in plain words that a file holds what the creator wrote, before anything is kept."""
        own = preview.receipt.own
        whole = Warn.OWN_WORDS in preview.found.warnings
        self.own.setVisible(whole or own > 0)
        safe_text.say(self.own_line, own_words_sentence(own) if whole else some_own_sentence(own))
        safe_text.say(self.own_hint, others_words_hint() if whole else "")
        self.own_hint.setVisible(whole)
        self.own_help.setVisible(whole)
        self.own_help.say(_("How to get each file"))

    def _offer_columns(self, preview: Preview) -> None:
        columns = preview.columns[:COLUMNS_MOST]
        self.columns.setVisible(bool(columns))
        labels = tuple(column.label for column in columns)
        if labels != self._labels or len(self._menus) != len(columns):
            self._labels, self._menus, self._examples = labels, [], []
            clear(self._grid)
            self._lay_columns(preview)
        for combo, example, column in zip(self._menus, self._examples, columns, strict=True):
            combo.setCurrentIndex(combo.findData(column.role.value))
            # An example is judged before it is shown; while it may not be seen the mask stands.
            safe_text.words(example, mask() if column.away else column.example or "", EXAMPLE_CAP)
        self._preview = preview

    def _lay_columns(self, preview: Preview) -> None:
        for place, words in enumerate((_("Column"), _("Read as"), _("Example"))):
            head = text(self._desk, words, FontRole.META_STRONG, ink="muted", wrap=False)
            self._grid.addWidget(head, 0, place)
        for row, column in enumerate(preview.columns[:COLUMNS_MOST], start=1):
            label = column.label or _("Column {n}").format(n=number(column.index + 1))
            self._grid.addWidget(quoted(self._desk, label, FontRole.BODY, cap=60), row, 0)
            combo = self._role_menu(column.index, label)
            self._menus.append(combo)
            self._grid.addWidget(combo, row, 1)
            example = quoted(self._desk, "", FontRole.BODY, cap=EXAMPLE_CAP)
            self._examples.append(example)
            self._grid.addWidget(example, row, 2)
        self._grid.setColumnStretch(2, 1)

    def _role_menu(self, index: int, label: str) -> CalmCombo:
        combo = CalmCombo(self._desk)
        for one in Role:
            safe_text.add_choice(combo, role_name(one), one.value)
        safe_text.name(combo, _("Read {column} as").format(column=safe_text.accessible(label)))
        combo.activated.connect(lambda at: self._read_as(index, Role(str(combo.itemData(at)))))
        return combo

    def _read_as(self, index: int, role: Role) -> None:
        if self._preview is not None:
            columns = with_role(self._preview, index, role)
            self.corrected.emit(replace(self._options, columns=columns))


def with_role(preview: Preview, index: int, role: Role) -> tuple[tuple[Role, int], ...]:
    """Return the columns with `index` read as `role`; a role that stood elsewhere moves here."""
    now = {column.index: column.role for column in preview.columns}
    for other, held in now.items():
        if held is role and role is not Role.IGNORE:
            now[other] = Role.IGNORE
    now[index] = role
    return tuple((held, place) for place, held in now.items() if held is not Role.IGNORE)
