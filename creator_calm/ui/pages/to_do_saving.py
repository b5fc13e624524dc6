"""Saving the to-do list as a file: a table or Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, problem_sentence
from creator_calm.wording.to_do import as_markdown, rows

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

TABLE_FILE, TEXT_FILE = "to-do.csv", "to-do.md"


class ToDoSaving(QWidget):
    """Two buttons and one honest line: what is saved can be read by whoever has the file."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._to_do = workspace.to_do
        self._desk = desk
        self.line = text(desk, role=FontRole.META, ink="muted")
        self.table = Button(desk)
        self.text = Button(desk)
        self.problem = problem_line(desk)
        self.table.clicked.connect(lambda: self._ask(self.table.text(), TABLE_FILE))
        self.text.clicked.connect(lambda: self._ask(self.text.text(), TEXT_FILE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        for part in (row_of(desk, self.table, self.text), self.line, self.problem):
            column.addWidget(part)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.table.say(_("Save as a table"))
        self.text.say(_("Save as Markdown"))
        line = _(
            "Your own words and counts, no word of a comment. Whoever has the file can read it."
        )
        safe_text.say(self.line, line)

    def write(self, path: Path) -> None:
        """Write what the ending asks for, or say in place why that cannot be."""
        say_problem(self.problem, "")
        board, clock = self._to_do.board(), self._desk.clock
        markdown = as_markdown(board, clock.utc(), clock.zone())
        try:
            self._to_do.save(path, rows(board, clock.zone()), markdown)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(_("Saved."))

    def _ask(self, title: str, name: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _filter = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name))
        if path:
            self.write(Path(path))
