"""Where the window stood last: a small file in the state folder, of numbers only."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

FILE_NAME = "window.json"
OPENS = QSize(1360, 860)
SMALLEST = QSize(900, 600)


def restore(window: QWidget, folder: Path) -> None:
    """Put a window where it was, as far as it is still on a screen; else let the system place it."""
    window.resize(_fitting(OPENS))
    found = _read(folder / FILE_NAME)
    if found is None:
        return
    box = QRect(found["x"], found["y"], found["width"], found["height"])
    screen = QGuiApplication.screenAt(box.center())
    if screen is None:
        return
    window.setGeometry(box.intersected(screen.availableGeometry()))
    if found["maximised"]:
        window.showMaximized()


def keep(window: QWidget, folder: Path) -> None:
    """Remember where a window stands. A folder that cannot be written to is no trouble."""
    box = window.normalGeometry() if window.isMaximized() else window.geometry()
    numbers = {
        "x": box.x(),
        "y": box.y(),
        "width": box.width(),
        "height": box.height(),
        "maximised": int(window.isMaximized()),
    }
    try:
        (folder / FILE_NAME).write_text(json.dumps(numbers), encoding="utf-8")
    except OSError:
        return


def _read(path: Path) -> dict[str, int] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    wanted = ("x", "y", "width", "height", "maximised")
    if not isinstance(found, dict) or not all(type(found.get(name)) is int for name in wanted):
        return None
    return {name: min(max(found[name], -32_000), 32_000) for name in wanted}


def _fitting(size: QSize) -> QSize:
    return size.boundedTo(QGuiApplication.primaryScreen().availableSize())
