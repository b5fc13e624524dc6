"""Trouble in words: expected trouble as a toast or a page, a fault of the program as a calm sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from creator_calm import wording
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card, Middle, Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk

T = TypeVar("T")


def attempt(desk: Desk, call: Callable[[], T]) -> T | None:
    """Do something that may meet expected trouble; say it in a toast and return None then."""
    try:
        return call()
    except Problem as problem:
        desk.toast(wording.problem_sentence(problem))
        return None


class Sheet(Pane):
    """Covers the page with one card. The first button is the harmless one and has the focus."""

    quit_asked = Signal()

    def __init__(self, desk: Desk, heading: str, line: str) -> None:
        super().__init__("bg")
        self._desk = desk
        self.card = Card(desk, padding=24)
        self.card.column.setSpacing(desk.theme.px(12))
        self.card.column.addWidget(text(desk, heading, FontRole.PANEL_TITLE))
        self.card.column.addWidget(text(desk, line, FontRole.BODY, ink="muted"))
        self.first: Button | None = None
        column = QVBoxLayout(self)
        column.addStretch(1)
        middle = Middle(desk, 620)
        middle.column.addWidget(self.card)
        column.addWidget(middle)
        column.addStretch(2)

    def add_buttons(self, *choices: tuple[str, ButtonKind, Callable[[], object]]) -> None:
        """Add the row of answers."""
        row = QHBoxLayout()
        row.setSpacing(self._desk.theme.px(8))
        for words, kind, answer in choices:
            button = Button(self._desk, words, kind)
            button.clicked.connect(lambda _on=False, answer=answer: answer())
            row.addWidget(button)
            self.first = self.first or button
        row.addStretch(1)
        self.card.column.addLayout(row)


class FaultSheet(Sheet):
    """After an unexpected fault. The report is shown whole before it can be copied."""

    closed = Signal()

    def __init__(self, desk: Desk, report: str) -> None:
        super().__init__(
            desk,
            _("The program met a fault. What was saved stays saved."),
            _("The report names places in the program, and no word of a comment."),
        )
        shown = safe_text.reader()
        safe_text.read_out(shown, report)
        safe_text.name(shown, _("Report"))
        shown.setFixedHeight(desk.theme.px(160))
        self.card.column.addWidget(shown)
        self.add_buttons(
            (_("Continue"), ButtonKind.SOFT, self.closed.emit),
            (_("Copy report"), ButtonKind.PLAIN, lambda: safe_text.copy(report)),
            (_("Quit"), ButtonKind.GHOST, self.quit_asked.emit),
        )


class LibrarySheet(Sheet):
    """Instead of the pages when the library cannot be opened. Nothing was changed."""

    again_asked = Signal()

    def __init__(self, desk: Desk, problem: Problem) -> None:
        heading = _("Your library is not open")
        if problem.code is ProblemCode.ALREADY_OPEN:
            heading = _("Creator Calm is open already")
        super().__init__(desk, heading, wording.problem_sentence(problem))
        self.add_buttons(
            (_("Try again"), ButtonKind.SOFT, self.again_asked.emit),
            (_("Quit"), ButtonKind.GHOST, self.quit_asked.emit),
        )
