"""The left half of the inbox: its head, and below it the list or the sentence in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from creator_calm.ui.widgets.texts import large

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

LIST_LEAST = 64
"""Pixels that the list keeps in the smallest window at the largest text size."""


class InboxLeft(QWidget):
    """The list gives way before the words above it are cut: it scrolls, they do not."""

    def __init__(self, desk: Desk, head: QWidget, *below: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.middle = QStackedWidget()
        self.middle.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.middle.setMinimumHeight(LIST_LEAST)
        for part in below:
            self.middle.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addWidget(head)
        self._column.addWidget(self.middle, 1)
        desk.theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        """Give space to words before space around them where the text is large."""
        px, narrow = self._desk.theme.px, large(self._desk)
        around = (20, 12, 12, 0) if narrow else (px(28), px(20), px(16), 0)
        self._column.setContentsMargins(*around)
        self._column.setSpacing(8 if narrow else px(12))
