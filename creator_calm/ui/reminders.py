"""Says once, in passing, that something planned has its time while another page is open.

Today shows it with its answers; this is a line at the bottom and takes no focus. What was due
before the app was opened is on Today already, and nothing is said of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from creator_calm.domain.care import Answer
from creator_calm.domain.change import Area
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.care import PlannedItem
    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk

LOOK_MS = 60_000
LATE_S = 600.0
"""Nobody looked for so long (sleep, a hidden window): what became due meanwhile is on Today, unsaid."""
_OPEN = frozenset({None, Answer.LATER})
# Coming back to a window that stood open over night begins the new day.
_SEEN_OR_NOT = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.WindowStateChange,
        QEvent.Type.ActivationChange,
    }
)


class Reminders(QObject):
    """Looks once a minute, only while the window can be seen and something is still to come."""

    came_due = Signal()

    def __init__(
        self,
        planned: Callable[[], tuple[PlannedItem, ...]],
        desk: Desk,
        window: QWidget,
        today_shown: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._planned = planned
        self._desk = desk
        self._window = window
        self._today_shown = today_shown
        self._known = self._due()
        self._looked_at = desk.clock.utc()
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.look)
        desk.changed.connect(self._changed)
        window.installEventFilter(self)
        self._run_only_if_needed()

    def look(self) -> None:
        """Say what became due since the last look. Put off for later, it is said once more then."""
        due, now = self._due(), self._desk.clock.utc()
        in_time = abs((now - self._looked_at).total_seconds()) <= LATE_S
        self._looked_at = now
        if due - self._known and in_time and not self._today_shown():
            # No words of the plan: whoever looks over a shoulder learns nothing from this line.
            self.came_due.emit()
            self._desk.toast(_("Time for something you planned. It is on Today."))
        self._known = due
        self._run_only_if_needed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look when the window is seen again; wake up for nothing while it is not."""
        if event.type() in _SEEN_OR_NOT:
            self._run_only_if_needed()
            if self.timer.isActive():
                self.look()
        return super().eventFilter(watched, event)

    def _changed(self, change: Change) -> None:
        if change.areas & Area.SCHEDULE:
            self._known = self._due()
            self._looked_at = self._desk.clock.utc()
            self._run_only_if_needed()

    def _due(self) -> frozenset[int]:
        return frozenset(plan.item.id for plan in self._planned() if plan.due)

    def _run_only_if_needed(self) -> None:
        coming = any(not plan.due and plan.answer in _OPEN for plan in self._planned())
        needed = coming and self._window.isVisible() and not self._window.isMinimized()
        if needed and not self.timer.isActive():
            self.timer.start()
        elif not needed:
            self.timer.stop()
