"""What was brought in before: one line an import, each to be taken back as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from creator_calm.domain.imported import ImportState
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import clear, large, quoted, text
from creator_calm.wording import _
from creator_calm.wording.intake import entry_counts, entry_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.imported import ImportEntry
    from creator_calm.ui.desk import Desk

FEW = 5


class ImportsCard(Card):
    """`taken_back` carries the number of an import. Hidden while there is none."""

    taken_back = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.entries: tuple[ImportEntry, ...] = ()
        self._all = False
        self.buttons: dict[int, Button] = {}
        self.heading = text(desk, role=FontRole.CARD_TITLE)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(desk.theme.px(8))
        self.more = Button(desk, kind=ButtonKind.GHOST)
        self.column.addWidget(self.heading)
        self.column.addLayout(self._grid)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._show_all)
        self.hide()

    def show_entries(self, entries: Sequence[ImportEntry]) -> None:
        """Show imports, the newest first."""
        if tuple(entries) != self.entries:
            self.entries = tuple(entries)
            self.retranslate()
        self.setVisible(bool(self.entries))

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("Brought in before"))
        self.more.say(_("Show all"))
        shown = self.entries if self._all else self.entries[:FEW]
        self.more.setVisible(len(shown) < len(self.entries))
        clear(self._grid)
        self.buttons.clear()
        for row, entry in enumerate(shown):
            self._add(row, entry)

    def _add(self, row: int, entry: ImportEntry) -> None:
        clock = self._desk.clock
        line = entry_line(entry, clock.utc(), clock.zone())
        step = 2 if not large(self._desk) else 3
        self._grid.addWidget(quoted(self._desk, line, FontRole.BODY, cap=160), step * row, 0)
        sums = text(self._desk, entry_counts(entry), FontRole.META, ink="muted")
        self._grid.addWidget(sums, step * row + 1, 0)
        if entry.state is not ImportState.DONE:
            return
        button = self.buttons[entry.id] = Button(self._desk, kind=ButtonKind.PLAIN)
        button.say(_("Take it back"))
        button.named(_("Take back: {what}").format(what=safe_text.accessible(line)))
        button.clicked.connect(lambda _on=False, number=entry.id: self.taken_back.emit(number))
        if step == 2:
            self._grid.addWidget(button, 2 * row, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(button, 3 * row + 2, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self) -> None:
        self._all = True
        self.retranslate()
