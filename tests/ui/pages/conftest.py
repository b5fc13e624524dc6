"""A desk with its theme worn, and a workspace in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.ui.desk import Desk
from creator_calm.ui.theme import Look, Theme
from creator_calm.wording import use_language
from tests.ui.pages.fakes import FakeWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from tests.clock import StoppedClock


@pytest.fixture
def make_desk(qapp: QApplication, clock: StoppedClock) -> Iterator[Callable[[int], Desk]]:
    """Dress the application at a text size and hand out a desk."""

    def make(scale: int = 100) -> Desk:
        theme = Theme(Look(scale=scale), base_px=13)
        theme.apply(qapp)
        return Desk(theme, clock)

    yield make
    Theme(Look(), base_px=13).apply(qapp)
    use_language("en")


@pytest.fixture
def desk(make_desk: Callable[[int], Desk]) -> Desk:
    return make_desk(100)


@pytest.fixture
def workspace(clock: StoppedClock) -> FakeWorkspace:
    return FakeWorkspace(clock)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Show a widget in a window of its own size and wait until it is there."""

    def show(widget: QWidget, width: int = 1100, height: int = 760) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def toasts(desk: Desk) -> list[tuple[str, bool]]:
    said: list[tuple[str, bool]] = []
    desk.toast_asked.connect(lambda words, undo: said.append((words, undo)))
    return said
