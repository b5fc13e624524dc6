"""Saving something of the creator's own as a file: a button for each sort, one honest line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from creator_calm.domain.problems import Problem
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, problem_sentence

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


class FileSaving(QWidget):
    """Asks where, writes, and says in place why it cannot be. `names` are the files suggested."""

    def __init__(self, desk: Desk, *names: str) -> None:
        super().__init__()
        self._desk = desk
        self.line = text(desk, role=FontRole.META, ink="muted")
        self.problem = problem_line(desk)
        self.buttons = tuple(Button(desk) for _name in names)
        for button, name in zip(self.buttons, names, strict=True):
            button.clicked.connect(
                lambda _on=False, button=button, name=name: self._ask(button.text(), name)
            )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        for part in (row_of(desk, *self.buttons), self.line, self.problem):
            column.addWidget(part)

    def write_file(self, path: Path) -> None:
        """Write what the ending of the name asks for. Raises Problem."""
        raise NotImplementedError

    def write(self, path: Path) -> None:
        """Write the file, or say in place why that cannot be."""
        say_problem(self.problem, "")
        try:
            self.write_file(path)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(_("Saved."))

    def _ask(self, title: str, name: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _filter = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name))
        if path:
            self.write(Path(path))
