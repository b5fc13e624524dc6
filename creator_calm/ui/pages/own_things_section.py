"""The last part of Notes & support: everything of one's own as a file, or deleted, in one place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from creator_calm.domain.problems import Problem
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.kind_cards import row_of
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, change_sentence, problem_sentence

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

FILE_NAME = "creator-calm-my-things.json"


class OwnThingsSection(QWidget):
    """Deleting asks once in place, and can be undone until the program is closed."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._care = workspace.care
        self._desk = desk
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.line = text(desk, role=FontRole.BODY, ink="muted")
        self.save = Button(desk, icon="lock")
        self.delete = Button(desk, kind=ButtonKind.GHOST)
        self.sure = text(desk, role=FontRole.BODY)
        self.yes = Button(desk)
        self.no = Button(desk, kind=ButtonKind.SOFT)
        self.problem = problem_line(desk)
        self.asking = row_of(desk, self.yes, self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        for part in (
            self.heading, self.line, row_of(desk, self.save, self.delete), self.sure, self.asking,
            self.problem,
        ):  # fmt: skip
            column.addWidget(part)
        self.save.clicked.connect(self._ask_where)
        self.delete.clicked.connect(lambda: self._ask(asking=True))
        self.no.clicked.connect(lambda: self._ask(asking=False))
        self.yes.clicked.connect(self._erase)
        self._ask(asking=False)

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.heading, _("All of this is yours"))
        safe_text.say(
            self.line,
            _(
                "Notes, moods, people, kind words, help lines, what you planned, your to-do list and"
                " what was read."
                " A file of it can be read by whoever has it."
            ),
        )
        self.save.say(_("Save all of it as a file"))
        self.delete.say(_("Delete all of it"))
        safe_text.say(
            self.sure,
            _("Delete all of it? It can be undone until the program is closed, not after that."),
        )
        self.yes.say(_("Delete"))
        self.no.say(_("Keep all of it"))

    def write(self, path: Path) -> None:
        """Write the file, or say in place why that cannot be."""
        say_problem(self.problem, "")
        try:
            self._care.own_things.save(path)
        except Problem as problem:
            say_problem(self.problem, problem_sentence(problem))
            return
        self._desk.toast(_("Saved."))

    def _ask(self, *, asking: bool) -> None:
        self.sure.setVisible(asking)
        self.asking.setVisible(asking)
        self.delete.setEnabled(not asking)

    def _erase(self) -> None:
        self._ask(asking=False)
        change = attempt(self._desk, self._care.own_things.erase)
        if change is None:
            return
        words = change_sentence(change) if change.count else _("There is nothing to delete.")
        self._desk.toast(words, change.undo is not None)

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _filter = QFileDialog.getSaveFileName(
            self, self.save.text(), str(Path(folder) / FILE_NAME)
        )
        if path:
            self.write(Path(path))
