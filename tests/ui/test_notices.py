"""Notifications of the system: fixed sentences, only if chosen, only while another window is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from creator_calm.ui.notices import Notices

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk

PAUSE = "Creator Calm: time for a pause?"
PLANNED = "Creator Calm: something you planned"


class Tray(QObject):
    """Stands where the desktop's tray would: the offscreen platform has none."""

    activated = Signal(object)
    messageClicked = Signal()  # noqa: N815 - Qt's name
    said: list[tuple[str, str]]

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.said = []
        self.shown = False

    def setIcon(self, icon: QIcon) -> None:  # noqa: N802 - Qt's name
        self.image = icon

    def icon(self) -> QIcon:
        return self.image

    def up(self) -> bool:
        return self.shown

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False

    def showMessage(self, title: str, words: str, _icon: QIcon, _ms: int) -> None:  # noqa: N802
        self.said.append((title, words))


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.used = False

    def isActiveWindow(self) -> bool:  # noqa: N802 - Qt's name
        return self.used


class Kept:
    def __init__(self, choice: str) -> None:
        self.choice = choice


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    return made


def made(
    desk: Desk, window: Window, kept: Kept, *, available: bool = True
) -> tuple[Notices, list[Tray]]:
    trays: list[Tray] = []

    def tray(parent: QObject) -> Any:
        trays.append(Tray(parent))
        return trays[-1]

    return Notices(desk, window, lambda: kept.choice, available=lambda: available, tray=tray), trays


def test_off_by_default_there_is_no_tray(desk: Desk, window: Window) -> None:
    notices, trays = made(desk, window, Kept("off"))
    notices.pause_waits(waits=True)
    notices.planned()
    assert trays == []


def test_a_pause_is_said_once_for_each_offer(desk: Desk, window: Window) -> None:
    notices, (tray,) = made(desk, window, Kept("breaks"))
    for _tick in range(3):
        notices.pause_waits(waits=True)
    notices.planned()
    assert tray.said == [("Creator Calm", PAUSE)]
    notices.pause_waits(waits=False)
    notices.pause_waits(waits=True)
    assert len(tray.said) == 2


def test_nothing_while_the_window_is_used(desk: Desk, window: Window) -> None:
    window.used = True
    notices, (tray,) = made(desk, window, Kept("breaks_schedule"))
    notices.pause_waits(waits=True)
    notices.planned()
    assert tray.said == []
    window.used = False
    notices.planned()
    assert tray.said == [("Creator Calm", PLANNED)]


def test_the_setting_is_followed_at_once(desk: Desk, window: Window) -> None:
    kept = Kept("off")
    notices, trays = made(desk, window, kept)
    kept.choice = "breaks"
    notices.refresh()
    assert trays[0].up()
    kept.choice = "off"
    notices.refresh()
    assert not trays[0].up()
    notices.pause_waits(waits=True)
    assert trays[0].said == []


def test_without_a_tray_the_window_says_so_once(desk: Desk, window: Window) -> None:
    said: list[str] = []
    desk.toast_asked.connect(lambda words, _undo: said.append(words))
    kept = Kept("off")
    notices, trays = made(desk, window, kept, available=False)
    kept.choice = "breaks"
    notices.refresh()
    notices.refresh()
    assert trays == []
    assert len(said) == 1
    notices.pause_waits(waits=True)


def test_the_offscreen_platform_has_no_tray(qapp: object) -> None:
    """What the others stand on: without this the fixed sentence would go to a real desktop."""
    assert not QSystemTrayIcon.isSystemTrayAvailable()
