"""F6: from region to region of the window, round and round."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def first_focus(part: QWidget | None) -> list[QWidget]:
    """Return the first widget below `part` that the Tab key would reach, as a list of one or none."""
    if part is None or not part.isVisible():
        return []
    for child in part.findChildren(QWidget):
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return [child]
    return []


def step(regions: list[QWidget], by: int) -> None:
    """Put the keyboard into the next region (`by` 1) or the one before (-1)."""
    if not regions:
        return
    focus = QApplication.focusWidget()
    here = [
        number
        for number, part in enumerate(regions)
        if focus is not None and (part is focus or part.isAncestorOf(focus))
    ]
    number = (here[0] + by) % len(regions) if here else 0
    regions[number].setFocus(Qt.FocusReason.TabFocusReason)
