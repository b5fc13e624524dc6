"""A row of buttons that is made anew only where others are needed: the keyboard may be on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.texts import clear

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.buttons import ButtonKind


class Ways(QWidget):
    """What can be done now, like words on lines."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._labels: tuple[str, ...] = ()
        self._acts: dict[str, Callable[[], object]] = {}
        self._flow = Flow(self, desk.theme.px(8))

    def forget(self) -> None:
        """Make the buttons anew at the next offer, as after a change of language."""
        self._labels = ()

    def offer(self, *ways: tuple[str, ButtonKind, Callable[[], object]]) -> None:
        """Offer these, each a label, a kind and what it does."""
        self._acts = {label: act for label, _kind, act in ways}
        labels = tuple(self._acts)
        if labels == self._labels:
            return
        self._labels = labels
        with focus_kept(self):
            clear(self._flow)
            for label, kind, _act in ways:
                way = Button(self._desk, label, kind, height=28)
                safe_text.name(way, label)
                way.clicked.connect(lambda _on=False, label=label: self._acts[label]())
                self._flow.addWidget(way)
        self.updateGeometry()
