"""What an import did, kept until the next one: sums, and what was left out and why. No texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, receipt_notes, receipt_sentence, skip_sentence

if TYPE_CHECKING:
    from creator_calm.domain.intake import Receipt, SkipReason
    from creator_calm.ui.desk import Desk

PLACES_MOST = 12


class ReceiptDetails(Card):
    """Hidden until there is something to tell."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._receipt: Receipt | None = None
        self._numbers = True
        self.heading = text(desk, role=FontRole.CARD_TITLE)
        self.sums = text(desk, role=FontRole.BODY)
        self.notes = text(desk, role=FontRole.META, ink="muted")
        self.skipped = text(desk, role=FontRole.META, ink="muted")
        self.on = Button(desk, kind=ButtonKind.SOFT, icon="inbox")
        for part in (self.heading, self.sums, self.notes, self.skipped, self.on):
            self.column.addWidget(part)
        self.hide()

    def show_receipt(self, receipt: Receipt, *, numbers: bool = True) -> None:
        """Tell what happened, with the share of harsh ones unless `numbers` are switched off."""
        self._receipt = receipt
        self._numbers = numbers
        self.retranslate()
        self.show()
        if self.isVisible():  # the button that was pressed is about to go
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("Last import"))
        self.on.say(_("Open the inbox"))
        receipt = self._receipt
        if receipt is None:
            return
        safe_text.say(self.sums, receipt_sentence(receipt))
        notes = receipt_notes(receipt, numbers=self._numbers)
        safe_text.say(self.notes, "\n".join(notes))
        self.notes.setVisible(bool(notes))
        lines = skipped_lines(receipt)
        safe_text.say(self.skipped, "\n".join(lines))
        self.skipped.setVisible(bool(lines))


def skipped_lines(receipt: Receipt) -> list[str]:
    """Say per reason where records were left out; places only, never their words."""
    places: dict[SkipReason, list[str]] = {}
    for one in receipt.skipped:
        where = f"{one.place} {one.row}".strip()
        places.setdefault(one.reason, []).append(safe_text.inline(where, 30))
    lines = []
    for reason, rows in places.items():
        shown = ", ".join(rows[:PLACES_MOST]) + (" …" if len(rows) > PLACES_MOST else "")
        lines.append(_("{reason}: {places}").format(reason=skip_sentence(reason), places=shown))
    return lines
