"""Notifications of the system: only if chosen, only where there are any, only while another window is used.

Fixed sentences without a comment, a name or a number; silent, never urgent, and no window comes up
by itself. Without a tray there is nothing, and the strip in the window says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.icons import app_icon
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk

SHOWN_MS = 10_000
OFF = "off"
WITH_SCHEDULE = "breaks_schedule"


class Notices(QObject):
    """Owns the icon in the tray, which is there only while notifications are wanted."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        choice: Callable[[], str],
        *,
        available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        tray: Callable[[QObject], QSystemTrayIcon] = QSystemTrayIcon,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._choice = choice
        self._available = available
        self._make = tray
        self._chosen = choice()
        self._told = False
        self._tray: QSystemTrayIcon | None = None
        self.refresh()

    def refresh(self) -> None:
        """Follow the setting; say once in the window when it was just chosen and there are none."""
        before, self._chosen = self._chosen, self._choice()
        if self._chosen == OFF:
            self._put_away()
        elif not self._available():
            if before != self._chosen:
                self._desk.toast(
                    _("This desktop takes no notifications. The line in the window stays.")
                )
        elif self._tray is None:
            self._tray = self._make(self)
            self._tray.setIcon(app_icon(self._desk.theme))
            self._tray.activated.connect(self._come_up)
            self._tray.messageClicked.connect(self._come_up)
            self._tray.show()

    def pause_waits(self, *, waits: bool) -> None:
        """Say once that a pause is due, when it came due while another window is used."""
        if waits and not self._told and self._unseen():
            self._told = True
            self._tell(_("Creator Calm: time for a pause?"))
        elif not waits:
            self._told = False

    def planned(self) -> None:
        """Say that something planned has its time, without its title."""
        if self._chosen == WITH_SCHEDULE and self._unseen():
            self._tell(_("Creator Calm: something you planned"))

    def _unseen(self) -> bool:
        return self._tray is not None and not self._window.isActiveWindow()

    def _tell(self, own_wording: str) -> None:
        if self._tray is not None:
            safe_text.notify(self._tray, own_wording, SHOWN_MS)

    def _come_up(self) -> None:
        """Show the window: the creator clicked for it."""
        self._window.showNormal()
        self._window.activateWindow()

    def _put_away(self) -> None:
        if self._tray is not None:
            self._tray.hide()
            self._tray.deleteLater()
            self._tray = None
