"""Facts only the creator can tell: pills, and a field for the words of those that need some."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.reply import EXCLUSIVE_CHIPS, TEXT_CHIPS, Chip
from creator_calm.ui import safe_text
from creator_calm.ui.widgets.choices import CheckPill
from creator_calm.ui.widgets.fact_fields import OfferFact, field_for
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.texts import clear
from creator_calm.wording import chip_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.fact_fields import FactField

WAIT_MS = 400


class Facts(QWidget):
    """None is ticked to begin with: nothing is claimed that the creator has not said.

    What is ticked stays where it stands while the advice follows it, and so does the keyboard.
    """

    changed = Signal()
    offers_asked = Signal()
    """The creator wants to see their list of offers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.offers: Callable[[], tuple[str, ...]] = tuple
        """Where what can be offered comes from."""
        self._asks: tuple[Chip, ...] = ()
        self._pills: dict[Chip, CheckPill] = {}
        self._fields: dict[Chip, FactField] = {}
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
        """Show the facts of another comment: those of its kept draft ticked, then those to ask for."""
        self._timer.stop()
        clear(self._flow)
        clear(self._lines)
        self._asks, self._pills, self._fields = asks, {}, {}
        for chip in (*ticked, *(chip for chip in asks if chip not in ticked)):
            self._add_pill(chip, ticked=chip in ticked)
            if chip in ticked and chip in TEXT_CHIPS:
                self._add_field(chip).fill(ticked[chip])

    def follow(self, asks: tuple[Chip, ...]) -> None:
        """Show what is worth asking for now; what is ticked or holds the keyboard stays in place."""
        self._asks = asks
        for chip, pill in list(self._pills.items()):
            if not (chip in asks or pill.isChecked() or pill.hasFocus()):
                self._drop_pill(chip)
        for chip in asks:
            if chip not in self._pills:
                self._add_pill(chip, ticked=False)
        if not self.facts():
            self._order((*asks, *self._pills.keys() - {*asks}))

    def keep(self) -> None:
        """Tell of words that were typed a moment ago, before another comment takes the place."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def refresh_offers(self) -> None:
        """Read the list of offers again; one that stands in it no more is picked no more."""
        field = self._fields.get(Chip.OFFER)
        if field is not None:
            picked = field.words()
            self._drop_field(Chip.OFFER)
            self._add_field(Chip.OFFER).fill(picked)

    def retranslate(self) -> None:
        """Name the facts in the language in use; what is ticked and typed stays."""
        for chip, pill in self._pills.items():
            safe_text.caption(pill, chip_label(chip))
            pill.updateGeometry()
        for field in self._fields.values():
            field.retranslate()

    def asks(self) -> tuple[Chip, ...]:
        """Return the facts worth asking for now."""
        return self._asks

    def shown(self) -> tuple[Chip, ...]:
        """Return the facts that can be ticked or are."""
        return tuple(self._pills)

    def facts(self) -> dict[Chip, str]:
        """Return the ticked facts and their words."""
        found: dict[Chip, str] = {}
        for chip, pill in self._pills.items():
            if pill.isChecked():
                field = self._fields.get(chip)
                found[chip] = field.words() if field is not None else ""
        return found

    def _ticked(self, chip: Chip, *, on: bool) -> None:
        if on:
            for group in EXCLUSIVE_CHIPS:
                if chip in group:
                    self._untick(group - {chip})
        if chip in TEXT_CHIPS:
            if on:
                self._add_field(chip).setFocus()
            else:
                self._drop_field(chip)
        self.changed.emit()

    def _untick(self, chips: Iterable[Chip]) -> None:
        for other in chips:
            if other in self._pills:
                self._pills[other].setChecked(False)
                self._drop_field(other)

    def _add_pill(self, chip: Chip, *, ticked: bool) -> None:
        pill = self._pills[chip] = CheckPill(self._desk, chip_label(chip))
        pill.setChecked(ticked)
        pill.clicked.connect(lambda on, chip=chip: self._ticked(chip, on=on))
        self._flow.addWidget(pill)
        if self.isVisible():
            pill.show()

    def _order(self, chips: tuple[Chip, ...]) -> None:
        self._pills = {chip: self._pills[chip] for chip in chips}
        pills = list(self._pills.values())
        for pill in pills:
            self._flow.removeWidget(pill)
            self._flow.addWidget(pill)
        for one, following in pairwise(pills):
            QWidget.setTabOrder(one, following)

    def _drop_pill(self, chip: Chip) -> None:
        pill = self._pills.pop(chip)
        self._flow.removeWidget(pill)
        pill.hide()
        pill.deleteLater()
        self._row.updateGeometry()

    def _add_field(self, chip: Chip) -> FactField:
        field = self._fields[chip] = field_for(self._desk, chip, self.offers())
        field.typed.connect(self._timer.start)
        field.chosen.connect(self.changed)
        if isinstance(field, OfferFact):
            field.list_asked.connect(self.offers_asked)
        self._lines.addWidget(field)
        return field

    def _drop_field(self, chip: Chip) -> None:
        field = self._fields.pop(chip, None)
        if field is not None:
            self._lines.removeWidget(field)
            field.hide()
            field.deleteLater()
