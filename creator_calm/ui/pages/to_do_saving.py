"""Saving the to-do list as a file: a table or Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.ui import safe_text
from creator_calm.ui.widgets.file_saving import FileSaving
from creator_calm.wording import _
from creator_calm.wording.to_do import as_markdown, rows

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


class ToDoSaving(FileSaving):
    """What is saved can be read by whoever has the file."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(desk, "to-do.csv", "to-do.md")
        self.table, self.text = self.buttons
        self._to_do = workspace.to_do

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self.table.say(_("Save as a table"))
        self.text.say(_("Save as Markdown"))
        line = _(
            "Your own words and counts, no word of a comment. Whoever has the file can read it."
        )
        safe_text.say(self.line, line)

    def write_file(self, path: Path) -> None:
        """Write the list, a table for `.csv` and Markdown otherwise."""
        board, clock = self._to_do.board(), self._desk.clock
        markdown = as_markdown(board, clock.utc(), clock.zone())
        self._to_do.save(path, rows(board, clock.zone()), markdown)
