"""What an import did, kept until the next one: sums, and what was left out and why. No texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, problem_sentence, receipt_notes, receipt_sentence, skip_sentence

if TYPE_CHECKING:
    from creator_calm.domain.intake import Receipt, SkipReason
    from creator_calm.domain.problems import Problem
    from creator_calm.ui.desk import Desk

PLACES_MOST = 12


class ReceiptDetails(Card):
    """Hidden until there is something to tell. `save_asked` carries the path for the list."""

    save_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.receipt: Receipt | None = None
        self._refusals: tuple[Problem, ...] = ()
        self._numbers = True
        self.heading = text(desk, role=FontRole.CARD_TITLE)
        self.sums = text(desk, role=FontRole.BODY)
        self.refused = text(desk, role=FontRole.BODY, ink="warn")
        self.notes = text(desk, role=FontRole.META, ink="muted")
        self.skipped = text(desk, role=FontRole.META, ink="muted")
        self.on = Button(desk, kind=ButtonKind.SOFT, icon="inbox")
        self.save = Button(desk, kind=ButtonKind.PLAIN)
        buttons = Pane("none")
        flow = Flow(buttons, desk.theme.px(8))
        for button in (self.on, self.save):
            flow.addWidget(button)
        for part in (self.heading, self.sums, self.refused, self.notes, self.skipped, buttons):
            self.column.addWidget(part)
        self.save.clicked.connect(self._ask_where)
        self.hide()

    def show_receipt(
        self, receipt: Receipt, refusals: tuple[Problem, ...] = (), *, numbers: bool = True
    ) -> None:
        """Tell what happened, and which of several files were refused.

        The share of harsh ones is among it unless `numbers` are switched off.
        """
        self.receipt, self._refusals, self._numbers = receipt, refusals, numbers
        self.retranslate()
        self.show()
        if self.isVisible():  # the button that was pressed is about to go
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("Last import"))
        self.on.say(_("Open the inbox"))
        self.save.say(_("Save the list of what was left out"))
        receipt = self.receipt
        if receipt is None:
            return
        safe_text.say(self.sums, receipt_sentence(receipt))
        safe_text.say(self.refused, "\n".join(map(problem_sentence, self._refusals)))
        self.refused.setVisible(bool(self._refusals))
        notes = receipt_notes(receipt, numbers=self._numbers)
        safe_text.say(self.notes, "\n".join(notes))
        self.notes.setVisible(bool(notes))
        lines = skipped_lines(receipt)
        safe_text.say(self.skipped, "\n".join(lines))
        self.skipped.setVisible(bool(lines))
        self.save.setVisible(bool(receipt.skipped))

    def rows(self) -> list[tuple[str, str, str]]:
        """Return place, row and reason of everything that was left out, for a file."""
        if self.receipt is None:
            return []
        return [(one.place, one.row, skip_sentence(one.reason)) for one in self.receipt.skipped]

    def _ask_where(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Save the list of what was left out"), "left-out.csv", "CSV (*.csv)"
        )
        if path:
            self.save_asked.emit(path)


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
