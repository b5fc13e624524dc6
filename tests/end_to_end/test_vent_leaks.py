"""What is typed into the box for what one would like to say is nowhere afterwards, and nearly nowhere before."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from creator_calm import log
from creator_calm.ui.pages.reply_vent import VentBlock
from tests.end_to_end.desk import bring_in, inbox, program
from tests.end_to_end.test_leaks import _walk

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.ui.program import Program
    from tests.clock import StoppedClock

MARKER = "zorkvent"
PASTED = "The audio is too quiet at 3:20, I could hardly hear you."
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _said(one: Program) -> str:
    """Everything a screen reader, a tooltip, a title or a widget can give away."""
    said: list[str] = []
    _walk(QAccessible.queryAccessibleInterface(one.window), said)
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            said += [widget.toolTip(), widget.accessibleDescription(), widget.windowTitle()]
            if isinstance(widget, QLabel | QLineEdit):
                said.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                said.append(widget.toPlainText())
    return "\n".join(said)


def _copied() -> str:
    clipboard = QApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if clipboard.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    return "\n".join(clipboard.text(mode) for mode in modes)


def _no_file_holds_it(*folders: Path) -> None:
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        for marker in (MARKER.encode(), MARKER.encode("utf-16-le"), MARKER.encode("utf-32-le")):
            assert marker not in content, file.name


@pytest.mark.parametrize("way", ["closed", "covered", "live", "quit"])
def test_it_is_nowhere(
    way: str,
    tmp_path: Path,
    clock: StoppedClock,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home, scratch = tmp_path / "home", tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with program(home, clock) as (one, _desk):
        bring_in(one, PASTED)
        page = inbox(one)
        page.list.choose_first()
        QTest.qWait(20)
        vent = next(block for block in page.panel.blocks if isinstance(block, VentBlock))
        vent.ask.click()
        QTest.keyClicks(vent.field, f"you absolute {MARKER}")
        QTest.keyClick(vent.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(vent.field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert MARKER in "".join(vent.field._signs), "or nothing is tried"
        assert MARKER not in _said(one), "not even while it is open"
        assert MARKER not in _copied()
        signs = vent.field._signs
        _leave(one, vent, way)
        assert signs == [], "at once, before the event loop turns"
        QTest.qWait(20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if way != "quit":
            assert MARKER not in _said(one)
        _no_file_holds_it(home)
    assert MARKER not in _copied()
    assert MARKER not in repr(log.recent())
    _no_file_holds_it(home, scratch)


def _leave(one: Program, vent: VentBlock, way: str) -> None:
    handle = one.window.windowHandle()
    assert handle is not None
    if way == "closed":
        vent.close_it.click()
    elif way == "covered":
        QTest.keyClick(handle, Qt.Key.Key_H, CTRL_SHIFT)
    elif way == "live":
        assert one.window.breaks is not None
        one.window.breaks.bar.live.click()
    else:
        one.window.close()
