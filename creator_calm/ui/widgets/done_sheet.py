"""The last thing seen on a day: one sentence, then the window goes as the creator set it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from creator_calm.ui.troubles import Sheet
from creator_calm.ui.widgets.buttons import ButtonKind
from creator_calm.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from creator_calm.ui.desk import Desk

SEEN_MS = 1_800
"""Long enough to be read once."""


class DoneSheet(Sheet):
    """`gone` when the sentence was seen; `stayed` when the creator wants to stay a little."""

    gone = Signal()
    stayed = Signal()

    def __init__(self, desk: Desk, *, goes: bool) -> None:
        super().__init__(
            desk,
            _("See you. Everything is where you left it."),
            _("Nothing is offered or counted until tomorrow."),
        )
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.gone)
        close = (_("Close the window now"), ButtonKind.GHOST, self._go)
        self.add_buttons((_("Stay a little"), ButtonKind.PLAIN, self._stay), close)
        if goes:
            self.timer.start(SEEN_MS)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Leave nothing running once it is gone."""
        super().hideEvent(event)
        self.timer.stop()

    def _stay(self) -> None:
        self.timer.stop()
        self.stayed.emit()

    def _go(self) -> None:
        self.timer.stop()
        self.gone.emit()
