"""What the tests of the window share: a look with fixed sizes, a desk, a made-up library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

from creator_calm.ui.desk import Desk
from creator_calm.ui.main_window import MainWindow
from creator_calm.ui.theme import Look, Theme
from creator_calm.wording import use_language
from tests.ui.fakes import FakeWorkspace, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.clock import StoppedClock

BASE_PX = 13


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    qapp.setStyle("Fusion")
    made = Theme(Look(), BASE_PX)
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")


@pytest.fixture
def desk(theme: Theme, clock: StoppedClock) -> Desk:
    return Desk(theme, clock)


@pytest.fixture
def workspace(clock: StoppedClock) -> FakeWorkspace:
    return filled(clock)


@pytest.fixture
def open_window(
    qtbot: QtBot, theme: Theme, clock: StoppedClock
) -> Iterator[Callable[..., MainWindow]]:
    windows: list[MainWindow] = []

    def make(workspace: FakeWorkspace, size: QSize | None = None) -> MainWindow:
        made = MainWindow(Desk(theme, clock))
        qtbot.addWidget(made)
        made.resize(size or QSize(1360, 860))
        made.show()
        made.attach(workspace.real())
        settle()
        windows.append(made)
        return made

    yield make
    for made in windows:
        made.close()
    settle()


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace: FakeWorkspace) -> MainWindow:
    return open_window(workspace)


def settle() -> None:
    """Let layouts and deferred deletions happen."""
    for _turn in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
