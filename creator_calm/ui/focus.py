"""The keyboard stays where it was when a page is built again below it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Give the focus back once the page is built anew.

    It goes to what now bears the same name, as a button of the same card does; after a change of
    language to what now has the same place in the order of Tab.
    """
    before = QApplication.focusWidget()
    stops = _tab_stops(page)
    if before is None or before not in stops:
        yield
        return
    name, place = _name(before), stops.index(before)
    yield
    # New widgets are shown by their layout only when control is back in the event loop.
    QTimer.singleShot(0, page, lambda: _give_back(page, before, name, place))


def _give_back(page: QWidget, before: QWidget, name: str, place: int) -> None:
    if (isValid(before) and before.isVisible()) or not page.isVisible():
        return
    stops = _tab_stops(page)
    same = [stop for stop in stops if _name(stop) == name]
    if same or stops:
        (same or stops[min(place, len(stops) - 1) :])[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _tab_stops(page: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus
    return [w for w in page.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tab]


def _name(widget: QWidget) -> str:
    return widget.accessibleName()
