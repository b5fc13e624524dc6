"""Where the window stood last: a small file in the state folder, of numbers only."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

FILE_NAME = "window.json"
_MOST_BYTES = 4096
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)
"""Whatever lies in the file's place, a pipe for one, must not hold up the window."""
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
        handle = os.open(
            folder / FILE_NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _AT_ONCE, 0o600
        )
    except OSError:
        return
    with suppress(OSError), os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(json.dumps(numbers))


def _read(path: Path) -> dict[str, int] | None:
    try:
        handle = os.open(path, os.O_RDONLY | _AT_ONCE)
        with os.fdopen(handle, "rb") as file:
            found = json.loads(file.read(_MOST_BYTES) or b"{}")
    except (OSError, ValueError, RecursionError):
        return None
    wanted = ("x", "y", "width", "height", "maximised")
    if not isinstance(found, dict) or not all(type(found.get(name)) is int for name in wanted):
        return None
    return {name: min(max(found[name], -32_000), 32_000) for name in wanted}


def _fitting(size: QSize) -> QSize:
    return size.boundedTo(QGuiApplication.primaryScreen().availableSize())
