"""Trouble in words: expected trouble as a toast, a fault of the program as a calm sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.wording import _, problem_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from creator_calm.ui.desk import Desk

T = TypeVar("T")


def attempt(desk: Desk, call: Callable[[], T]) -> T | None:
    """Do something that may meet expected trouble; say it in a toast and return None then."""
    try:
        return call()
    except Problem as problem:
        desk.toast(problem_sentence(problem))
        return None


class FaultSheet(QWidget):
    """Covers the page after an unexpected fault. The report is shown whole before it is copied."""

    closed = Signal()
    quit_asked = Signal()

    def __init__(self, desk: Desk, report: str) -> None:
        super().__init__()
        self._desk = desk
        self._report = report
        card = Card(desk, padding=24)
        card.setMaximumWidth(desk.theme.px(620))
        heading = safe_text.label(
            _("The program met a fault. What was saved stays saved."), wrap=True
        )
        desk.theme.set_font(heading, FontRole.PANEL_TITLE)
        line = safe_text.label(
            _("The report below names places in the program, and no word of a comment."),
            wrap=True,
            ink="muted",
        )
        self._text = safe_text.reader()
        safe_text.read_out(self._text, report)
        safe_text.name(self._text, _("Report"))
        self._text.setMaximumHeight(desk.theme.px(160))
        row = QHBoxLayout()
        go_on = Button(desk, _("Continue"), ButtonKind.SOFT)
        copy = Button(desk, _("Copy report"), ButtonKind.PLAIN)
        quit_button = Button(desk, _("Quit"), ButtonKind.GHOST)
        for button in (go_on, copy, quit_button):
            row.addWidget(button)
        row.addStretch(1)
        go_on.clicked.connect(self._close)
        copy.clicked.connect(lambda: safe_text.copy(self._report))
        quit_button.clicked.connect(self.quit_asked)
        for widget in (heading, line, self._text):
            card.column.addWidget(widget)
        card.column.addLayout(row)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        go_on.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Cover what lies behind: it may be half-drawn."""
        painter = shapes.smooth(QPainter(self))
        painter.fillRect(QRectF(self.rect()), self._desk.theme.paint("bg"))
        painter.end()

    def _close(self) -> None:
        self.hide()
        self.deleteLater()
        self.closed.emit()
