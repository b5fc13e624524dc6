"""The words of a ticked fact: a line to type in, with days to pick for a date, or a list to pick from."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from creator_calm.domain.reply import Chip
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choices import Pill
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, chip_label

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

CAP = 200


class FactField(QWidget):
    """What all of them are: `typed` at every key, `words()` as they are kept."""

    typed = Signal()
    chosen = Signal()
    """Something was picked: nothing to wait for."""

    def __init__(self, desk: Desk, chip: Chip) -> None:
        super().__init__()
        self._desk = desk
        self._chip = chip
        self.line: QLineEdit | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.theme.px(6))

    def words(self) -> str:
        """Return the words."""
        return self.line.text().strip() if self.line is not None else ""

    def fill(self, words: str) -> None:
        """Show what is kept."""
        if self.line is not None:
            safe_text.fill(self.line, words)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        if self.line is not None:
            safe_text.name(self.line, chip_label(self._chip))
            safe_text.placeholder(self.line, chip_label(self._chip))

    def add_line(self) -> QLineEdit:
        """Put a line to type in at the top."""
        self.line = safe_text.line_field(CAP)
        self._desk.theme.set_font(self.line, FontRole.BODY)
        self.line.textEdited.connect(self.typed)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)
        return self.line


class TextFact(FactField):
    """A line to type in."""

    def __init__(self, desk: Desk, chip: Chip) -> None:
        super().__init__(desk, chip)
        self.add_line()
        self.retranslate()


class WhenFact(FactField):
    """A line for a date or for words, and days to pick; a picked day is said as one says it."""

    def __init__(self, desk: Desk, chip: Chip) -> None:
        super().__init__(desk, chip)
        self.add_line()
        row = QWidget()
        flow = Flow(row, desk.theme.px(6))
        self.days = [Button(desk, kind=ButtonKind.LINK, height=24) for _day in range(3)]
        for ahead, button in zip((1, 3, 7), self.days, strict=True):
            button.clicked.connect(lambda _on=False, ahead=ahead: self._pick(ahead))
            flow.addWidget(button)
        self.column.addWidget(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        super().retranslate()
        names = (_("Tomorrow"), _("In three days"), _("In a week"))
        for button, words in zip(self.days, names, strict=True):
            button.say(words)
        if self.line is not None:
            safe_text.placeholder(
                self.line, _("A day, like 2026-12-04, or words, like “next week”")
            )

    def _pick(self, ahead: int) -> None:
        today = self._desk.clock.utc().astimezone(self._desk.clock.zone()).date()
        self.fill((today + timedelta(days=ahead)).isoformat())
        self.chosen.emit()


class OfferFact(FactField):
    """One of the creator's own offers. Nothing else can be offered; an empty list leads to the list."""

    list_asked = Signal()

    def __init__(self, desk: Desk, chip: Chip, offers: tuple[str, ...]) -> None:
        super().__init__(desk, chip)
        self._offers = offers
        self._group = QButtonGroup(self)
        self._pills: list[Pill] = []
        holder = QWidget()
        flow = Flow(holder, desk.theme.px(6))
        for offer in offers:
            pill = Pill(desk, safe_text.inline(offer, 60))
            safe_text.name(pill, safe_text.accessible(offer))
            self._group.addButton(pill)
            pill.clicked.connect(self.chosen)
            self._pills.append(pill)
            flow.addWidget(pill)
        self.note = text(desk, role=FontRole.META, ink="muted")
        self.to_list = Button(desk, kind=ButtonKind.LINK, height=24)
        self.to_list.clicked.connect(self.list_asked)
        for part in (holder, self.note, self.to_list):
            self.column.addWidget(part)
        holder.setVisible(bool(offers))
        self.setFocusProxy(self._pills[0] if self._pills else self.to_list)
        self.retranslate()

    def words(self) -> str:
        """Return the offer that is picked; "" before one is."""
        picked = (
            offer for pill, offer in zip(self._pills, self._offers, strict=True) if pill.isChecked()
        )
        return next(picked, "")

    def fill(self, words: str) -> None:
        """Show which one is picked, if it still stands in the list."""
        for pill, offer in zip(self._pills, self._offers, strict=True):
            pill.setChecked(offer == words)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        none = _("Your list of offers is empty. What you put there can be offered here.")
        some = _("An offer stands in a private reply, and never comes first.")
        safe_text.say(self.note, some if self._offers else none)
        self.to_list.say(_("Your offers"))


def field_for(desk: Desk, chip: Chip, offers: tuple[str, ...]) -> FactField:
    """Return the field a fact needs."""
    if chip is Chip.OFFER:
        return OfferFact(desk, chip, offers)
    return WhenFact(desk, chip) if chip is Chip.WHEN else TextFact(desk, chip)
