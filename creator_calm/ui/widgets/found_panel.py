"""What was understood of a source, and the menus that correct it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from creator_calm.domain.intake import ReadOptions, Role, Warn
from creator_calm.ui import safe_text
from creator_calm.ui.models.preview_lines import mask
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.quiet_controls import CalmCombo
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import (
    _,
    format_title,
    found_sentence,
    ngettext,
    number,
    receipt_notes,
    receipt_sentence,
    warn_sentence,
)
from creator_calm.wording.intake import role_name

if TYPE_CHECKING:
    from creator_calm.domain.intake import FormatInfo
    from creator_calm.domain.preview import Preview
    from creator_calm.ui.desk import Desk

ENCODINGS = (
    "utf-8", "utf-16", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "euc_kr", "shift_jis",
    "gb18030", "big5", "mac_roman",
)  # fmt: skip
COLUMNS_MOST = 40


class FoundPanel(Card):
    """`corrected` carries the options to read the source with again."""

    corrected = Signal(object)

    def __init__(self, desk: Desk, formats: tuple[FormatInfo, ...]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._formats = formats
        self._options = ReadOptions()
        self.found = text(desk, role=FontRole.CARD_TITLE)
        self.sums = text(desk, role=FontRole.BODY)
        self.notes = text(desk, role=FontRole.META, ink="muted")
        self.choices = Pane("none")
        self._flow = Flow(self.choices, desk.theme.px(16))
        self.columns = QWidget()
        self._grid = QGridLayout(self.columns)
        self._grid.setContentsMargins(0, desk.theme.px(6), 0, 0)
        self._grid.setHorizontalSpacing(desk.theme.px(14))
        for part in (self.found, self.sums, self.notes, self.choices, self.columns):
            self.column.addWidget(part)

    def show_preview(self, preview: Preview, options: ReadOptions, *, pasted: bool) -> None:
        """Show what was understood with these options."""
        self._options = options
        safe_text.say(self.found, found_sentence(preview.found))
        safe_text.say(self.sums, receipt_sentence(preview.receipt))
        lines = [warn_sentence(warn) for warn in preview.found.warnings]
        lines += [line for line in receipt_notes(preview.receipt) if line not in lines]
        if preview.receipt.missing_replies:
            lines.append(_missing(preview.receipt.missing_replies))
        safe_text.say(self.notes, "\n".join(lines))
        self.notes.setVisible(bool(lines))
        self._offer_choices(preview, pasted=pasted)
        self._offer_columns(preview)

    def _offer_choices(self, preview: Preview, *, pasted: bool) -> None:
        clear(self._flow)
        if not pasted:
            known = [(info.name, format_title(info.name)) for info in self._formats]
            self._add(_("Format"), known, self._options.format or preview.found.format, "format")
            names = [(code, code.upper().replace("_", " ")) for code in ENCODINGS]
            if preview.found.encoding not in ENCODINGS and preview.found.encoding:
                names.insert(0, (preview.found.encoding, preview.found.encoding.upper()))
            self._add(_("Letters"), names, preview.found.encoding, "encoding")
        ambiguous = Warn.DATES_AMBIGUOUS in preview.found.warnings
        if preview.found.day_first is not None or ambiguous:
            dates = [("day", _("day first")), ("month", _("month first"))]
            self._add(_("Dates"), dates, "day" if preview.found.day_first else "month", "dates")
        self.choices.setVisible(self._flow.count() > 0)

    def _add(self, label: str, choices: list[tuple[str, str]], now: str, what: str) -> None:
        holder = QWidget(self.choices)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._desk.theme.px(4))
        combo = CalmCombo(self._desk)
        for code, words in choices:
            safe_text.add_choice(combo, words, code)
        combo.setCurrentIndex(combo.findData(now))
        safe_text.name(combo, label)
        combo.activated.connect(lambda at: self._correct(what, str(combo.itemData(at))))
        column.addWidget(text(self._desk, label, FontRole.META_STRONG, ink="muted", wrap=False))
        column.addWidget(combo)
        self._flow.addWidget(holder)
        holder.show()

    def _correct(self, what: str, code: str) -> None:
        options = self._options
        if what == "format":
            options = replace(options, format=code, columns=())
        elif what == "encoding":
            options = replace(options, encoding=code)
        else:
            options = replace(options, day_first=code == "day")
        self.corrected.emit(options)

    def _offer_columns(self, preview: Preview) -> None:
        clear(self._grid)
        self.columns.setVisible(bool(preview.columns))
        if not preview.columns:
            return
        for place, words in enumerate((_("Column"), _("Read as"), _("Example"))):
            head = text(self._desk, words, FontRole.META_STRONG, ink="muted", wrap=False)
            self._grid.addWidget(head, 0, place)
        for row, column in enumerate(preview.columns[:COLUMNS_MOST], start=1):
            label = column.label or _("Column {n}").format(n=number(column.index + 1))
            self._grid.addWidget(quoted(self._desk, label, FontRole.BODY, cap=60), row, 0)
            self._grid.addWidget(self._role_menu(preview, column.index, column.role, label), row, 1)
            # An example is judged before it is shown; while it may not be seen the mask stands.
            example = mask() if column.away else (column.example or "")
            self._grid.addWidget(quoted(self._desk, example, FontRole.BODY, cap=120), row, 2)
        self._grid.setColumnStretch(2, 1)

    def _role_menu(self, preview: Preview, index: int, role: Role, label: str) -> CalmCombo:
        combo = CalmCombo(self._desk)
        for one in Role:
            safe_text.add_choice(combo, role_name(one), one.value)
        combo.setCurrentIndex(combo.findData(role.value))
        safe_text.name(combo, _("Read {column} as").format(column=safe_text.accessible(label)))
        combo.activated.connect(
            lambda at: self.corrected.emit(
                replace(
                    self._options,
                    columns=with_role(preview, index, Role(str(combo.itemData(at)))),
                )
            )
        )
        return combo


def with_role(preview: Preview, index: int, role: Role) -> tuple[tuple[Role, int], ...]:
    """Return the columns with `index` read as `role`; a role that stood elsewhere moves here."""
    now = {column.index: column.role for column in preview.columns}
    for other, held in now.items():
        if held is role and role is not Role.IGNORE:
            now[other] = Role.IGNORE
    now[index] = role
    return tuple((held, place) for place, held in now.items() if held is not Role.IGNORE)


def _missing(count: int) -> str:
    return ngettext(
        "{n} reply is mentioned but not in the file.",
        "{n} replies are mentioned but not in the file.",
        count,
    ).format(n=number(count))
