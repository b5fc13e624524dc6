"""Facts only the creator can tick: pills, and a line for the words of those that need some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.reply import EXCLUSIVE_CHIPS, TEXT_CHIPS, Chip
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.texts import clear
from creator_calm.wording import chip_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from creator_calm.ui.desk import Desk

WAIT_MS = 400
CAP = 200


class Facts(QWidget):
    """None is ticked to begin with: nothing is claimed that the creator has not said."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asks: tuple[Chip, ...] = ()
        self._pills: dict[Chip, CheckPill] = {}
        self._fields: dict[Chip, QLineEdit] = {}
        self._row = QWidget()
        self._flow = Flow(self._row, desk.theme.px(8))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(desk.theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        column.addWidget(self._row)
        column.addLayout(self._lines)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.changed)

    def open(self, asks: tuple[Chip, ...], ticked: dict[Chip, str]) -> None:
        """Show the facts that matter for a comment, those of a kept draft ticked.

        What is ticked and asked no longer stays in front: it was said, and can be taken back.
        """
        self._timer.stop()
        clear(self._flow)
        clear(self._lines)
        self._asks, self._pills, self._fields = asks, {}, {}
        for chip in dict.fromkeys((*ticked, *asks)):
            pill = self._pills[chip] = CheckPill(self._desk, chip_label(chip))
            pill.setChecked(chip in ticked)
            pill.clicked.connect(lambda on, chip=chip: self._ticked(chip, on=on))
            self._flow.addWidget(pill)
            if chip in ticked and chip in TEXT_CHIPS:
                self._add_field(chip, ticked[chip])

    def retranslate(self) -> None:
        """Name the facts in the language in use; what is ticked and typed stays."""
        for chip, pill in self._pills.items():
            safe_text.caption(pill, chip_label(chip))
            pill.updateGeometry()
        for chip, field in self._fields.items():
            safe_text.name(field, chip_label(chip))
            safe_text.placeholder(field, chip_label(chip))

    def asks(self) -> tuple[Chip, ...]:
        """Return the facts on offer."""
        return self._asks

    def facts(self) -> dict[Chip, str]:
        """Return the ticked facts and their words."""
        found: dict[Chip, str] = {}
        for chip, pill in self._pills.items():
            if pill.isChecked():
                field = self._fields.get(chip)
                found[chip] = field.text().strip() if field is not None else ""
        return found

    def _ticked(self, chip: Chip, *, on: bool) -> None:
        if on:
            for group in EXCLUSIVE_CHIPS:
                if chip in group:
                    self._untick(group - {chip})
        if chip in TEXT_CHIPS:
            if on:
                self._add_field(chip, "").setFocus()
            else:
                self._drop_field(chip)
        self.changed.emit()

    def _untick(self, chips: frozenset[Chip]) -> None:
        for other in chips & self._pills.keys():
            self._pills[other].setChecked(False)
            self._drop_field(other)

    def _add_field(self, chip: Chip, words: str) -> QLineEdit:
        field = self._fields[chip] = safe_text.line_field(CAP)
        self._desk.theme.set_font(field, FontRole.BODY)
        safe_text.fill(field, words)
        safe_text.name(field, chip_label(chip))
        safe_text.placeholder(field, chip_label(chip))
        field.textEdited.connect(self._timer.start)
        self._lines.addWidget(field)
        return field

    def _drop_field(self, chip: Chip) -> None:
        field = self._fields.pop(chip, None)
        if field is not None:
            field.hide()
            field.deleteLater()
