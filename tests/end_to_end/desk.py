"""The real program on a folder of its own: what the end-to-end tests drive."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creator_calm import paths
from creator_calm.ui.pages.bring_in import BringInPage, Stage
from creator_calm.ui.pages.inbox import InboxPage
from creator_calm.ui.program import Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from creator_calm.domain.clock import Clock
    from creator_calm.workspace import Workspace

PATIENCE_S = 30.0


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the event loop run until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, "it did not happen"
        QTest.qWait(10)


@contextmanager
def program(home: Path, clock: Clock) -> Iterator[tuple[Program, Workspace]]:
    """Start the program as `creator-calm` does and close it as its window does."""
    before = QApplication.instance()
    assert before is not None, "pytest-qt makes the application"
    one = Program(paths.folders(home), clock, [])
    one.show()
    one.window.resize(1360, 860)  # three panes, although the offscreen platform's screen is smaller
    wait_for(lambda: one.workspace is not None)
    assert one.workspace is not None
    # A real screen without a window manager gives the keyboard to nobody by itself.
    assert QTest.qWaitForWindowExposed(one.window)
    one.window.activateWindow()
    wait_for(one.window.isActiveWindow)
    try:
        yield one, one.workspace
    finally:
        one.window.close()
        QTest.qWait(20)
        one.close()
        one.window.deleteLater()
        QTest.qWait(0)


def bring_in(one: Program, pasted: str) -> None:
    """Paste comments through the clipboard and the preview page."""
    QApplication.clipboard().setText(pasted)
    one.window.paste()
    QApplication.clipboard().clear()
    page = one.window.stack.page("bring_in")
    assert isinstance(page, BringInPage)
    wait_for(lambda: page.stage is Stage.PREVIEW)
    page.confirm.click()
    workspace = one.workspace
    assert workspace is not None
    wait_for(lambda: workspace.inbox.counts().total > 0 and workspace.undoable() is not None)


def inbox(one: Program) -> InboxPage:
    """Open the inbox as a click on the rail does."""
    page = one.window.open_page("inbox")
    assert isinstance(page, InboxPage)
    QTest.qWait(20)
    return page
