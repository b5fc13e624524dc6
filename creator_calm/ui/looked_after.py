"""What surrounds the pages and looks after the creator: pauses, reminders, the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from creator_calm.ui.breaks_shown import BreaksShown
from creator_calm.ui.covering import Covering
from creator_calm.ui.pause_menu import PauseMenu
from creator_calm.ui.reminders import Reminders

if TYPE_CHECKING:
    from creator_calm.domain.care import PlannedItem
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.workspace.workspace import Workspace


class LookedAfter(QObject):
    """Made once the library is open; joins the parts with the window and with each other."""

    def __init__(self, workspace: Workspace, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        stack = window.stack
        self.covering = Covering(workspace.care.breaks, desk, window)
        self.breaks = BreaksShown(
            workspace.care.breaks, desk, window, lambda: stack.current == "inbox"
        )
        self.reminders = Reminders(self._planned, desk, window, lambda: stack.current == "today")
        self.pause_menu = PauseMenu(workspace.care.breaks, self.breaks, window)
        self._connect()

    def refresh(self) -> None:
        """Bring bar, strip and card up to the settings and the state."""
        preferences = self._workspace.preferences
        bar = self.breaks.bar
        bar.set_breathe_minutes(int(preferences.get("breathing.minutes")))
        bar.show_live(on=self.covering.covered)
        self.breaks.card.show_activities(str(preferences.get("breaks.activities")).splitlines())
        self.breaks.show_state()

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.breaks.retranslate()
        self.covering.card.retranslate()

    def _connect(self) -> None:
        breaks, window = self.breaks, self._window
        breaks.resting.connect(lambda on: window.stack.pause(breaks.card if on else None))
        breaks.kind_asked.connect(lambda: window.open_page("today"))
        breaks.digest_asked.connect(self._show_digest)
        breaks.bar.done_asked.connect(window.close)
        breaks.bar.live_turned.connect(self.covering.turn)
        breaks.bar.menu_asked.connect(self.pause_menu.open_above)

    def _show_digest(self) -> None:
        page = self._window.inbox()
        if page is not None:
            page.show_digest()

    def _planned(self) -> tuple[PlannedItem, ...]:
        if self.covering.covered:
            return ()  # nothing is announced while somebody may be watching
        return self._workspace.care.planned_today()
