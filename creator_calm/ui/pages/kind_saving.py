"""Saving the kind shelf as a file: text, Markdown, or a picture to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.ui import safe_text
from creator_calm.ui.widgets.file_saving import FileSaving
from creator_calm.ui.widgets.kind_sheet import sheet_png
from creator_calm.wording import _
from creator_calm.wording.kind_words import shelf_as_markdown, shelf_as_text

if TYPE_CHECKING:
    from pathlib import Path

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


class KindSaving(FileSaving):
    """What is saved or printed can be read by whoever has it."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(desk, "kind-words.md", "kind-words.png")
        self.text, self.picture = self.buttons
        self._care = workspace.care

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

    def write_file(self, path: Path) -> None:
        """Write the shelf as what the ending of the name asks for."""
        shelf = self._care.kind_shelf.all()
        if path.suffix.lower() == ".png":
            content = sheet_png(self._desk, shelf)
        elif path.suffix.lower() == ".txt":
            content = shelf_as_text(shelf).encode("utf-8", "replace")
        else:
            content = shelf_as_markdown(shelf).encode("utf-8", "replace")
        self._care.own_things.write(path, content)
