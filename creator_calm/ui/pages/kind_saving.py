"""Saving the kind shelf as a file: text, Markdown, or a picture to print."""

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
from creator_calm.ui.widgets.kind_sheet import sheet_png
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, problem_sentence
from creator_calm.wording.kind_words import shelf_as_markdown, shelf_as_text

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

TEXT_FILE, PICTURE_FILE = "kind-words.md", "kind-words.png"


class KindSaving(QWidget):
    """Two buttons and one honest line: what is saved can be read by whoever has the file."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._care = workspace.care
        self._desk = desk
        self.line = text(desk, role=FontRole.META, ink="muted")
        self.text = Button(desk)
        self.picture = Button(desk)
        self.problem = problem_line(desk)
        self.text.clicked.connect(lambda: self._ask(self.text.text(), TEXT_FILE))
        self.picture.clicked.connect(lambda: self._ask(self.picture.text(), PICTURE_FILE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addWidget(row_of(desk, self.text, self.picture))
        column.addWidget(self.line)
        column.addWidget(self.problem)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.text.say(_("Save as text"))
        self.picture.say(_("Save as a picture to print"))
        safe_text.say(
            self.line,
            _(
                "As .txt it is plain text, as .md Markdown. Whoever has the file or the paper can read it."
            ),
        )

    def write(self, path: Path) -> None:
        """Write what the ending asks for, or say in place why that cannot be."""
        say_problem(self.problem, "")
        shelf = self._care.kind_shelf.all()
        if path.suffix.lower() == ".png":
            content = sheet_png(self._desk, shelf)
        elif path.suffix.lower() == ".txt":
            content = shelf_as_text(shelf).encode("utf-8", "replace")
        else:
            content = shelf_as_markdown(shelf).encode("utf-8", "replace")
        try:
            self._care.own_things.write(path, content)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(_("Saved."))

    def _ask(self, title: str, name: str) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _filter = QFileDialog.getSaveFileName(self, title, str(Path(folder) / name))
        if path:
            self.write(Path(path))
