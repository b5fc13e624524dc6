"""The menu of the pauses: one now, none for a while, or offers again. Every "not now" ends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from creator_calm.domain.care import Phase
from creator_calm.ui import safe_text
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.care import BreakEvent, BreakState
    from creator_calm.ui.breaks_shown import BreaksShown

HOUR_S = 3600.0


class PauseCommands(Protocol):
    """What the menu can tell the pauses."""

    @property
    def state(self) -> BreakState:
        """Return where the pauses stand."""

    def take(self) -> tuple[BreakEvent, ...]:
        """Begin a pause."""

    def end_break(self) -> tuple[BreakEvent, ...]:
        """End the pause."""

    def quiet_for(self, seconds: float | None) -> tuple[BreakEvent, ...]:
        """Offer nothing for a while; None: until the next day begins."""

    def end_quiet(self) -> tuple[BreakEvent, ...]:
        """Turn offers on again."""


class PauseMenu(QObject):
    """Made anew each time it opens, from where the pauses stand."""

    def __init__(self, breaks: PauseCommands, shown: BreaksShown, window: QWidget) -> None:
        super().__init__(window)
        self._breaks = breaks
        self._shown = shown
        self._window = window

    def open_above(self, button: QWidget) -> None:
        """Open the menu above its button."""
        menu = self.build()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def build(self) -> QMenu:
        """Return the menu as it stands now."""
        menu = QMenu(self._window)
        self.fill(menu)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Add the entries to a menu, as to the one of the window."""
        breaks, phase = self._breaks, self._breaks.state.phase
        if phase is Phase.RESTING:
            self._add(menu, _("End the pause"), breaks.end_break)
        else:
            self._add(menu, _("Take a pause now"), breaks.take)
        menu.addSeparator()
        if phase is Phase.QUIET:
            self._add(menu, _("Offer pauses again"), breaks.end_quiet)
        elif phase is not Phase.OFF:
            self._add(menu, _("No offers for an hour"), lambda: breaks.quiet_for(HOUR_S))
            self._add(menu, _("No offers for three hours"), lambda: breaks.quiet_for(3 * HOUR_S))
            self._add(menu, _("No offers until tomorrow"), lambda: breaks.quiet_for(None))

    def _add(self, menu: QMenu, words: str, run: Callable[[], tuple[BreakEvent, ...]]) -> None:
        action = safe_text.action(words, menu)
        action.triggered.connect(lambda _on=False: self._shown.happened(run()))
        menu.addAction(action)
