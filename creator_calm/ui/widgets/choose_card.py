"""Where comments come from: a file, the clipboard, the made-up ones, or words pasted by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import Field
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

PASTE_CAP = safe_text.DRAFT_CAP
"""What the field holds. One line of 1,000,000 characters would stop the window for 40 seconds."""
DOWNLOADS = QStandardPaths.StandardLocation.DownloadLocation
"""Where an export lies when it has just been fetched; afterwards the folder of the last file."""


class ChooseCard(Card):
    """Three ways in, and a field for those who would rather paste with their own hands.

    `pasted_much` gives everything when the field would hold too much: it is looked at right away.
    """

    pasted_much = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, padding=20)
        self.words = text(desk, role=FontRole.BODY, ink="muted")
        self.file = Button(desk, kind=ButtonKind.SOFT, icon="import", height=38)
        self.paste = Button(desk, icon="paste", height=38)
        self.made_up = Button(desk, icon="sprout", height=38)
        ways = Pane("none")
        flow = Flow(ways, desk.theme.px(8))
        for button in (self.file, self.paste, self.made_up):
            flow.addWidget(button)
        editor = safe_text.editor(PASTE_CAP, self._take_all)
        editor.setMinimumHeight(desk.theme.px(150))
        self.field = Field(desk, "", editor)
        self.look = Button(desk, kind=ButtonKind.SOFT)
        self._folder = QStandardPaths.writableLocation(DOWNLOADS)
        self.column.setSpacing(desk.theme.px(12))
        for part in (self.words, ways, self.field, self.look):
            self.column.addWidget(part)

    def _take_all(self, pasted: str) -> None:
        self.pasted_much.emit(self.field.words() + pasted)

    def ask(self) -> str:
        """Ask for a file with the system's own window; return its path, "" for none."""
        path, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a file with comments"), self._folder
        )
        if path:
            self._folder = str(Path(path).parent)
        return path

    def empty(self) -> None:
        """Empty the field: what stood in it is in the library now."""
        self.field.fill("")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.words, _("Drop a file anywhere in the window, or:"))
        self.file.say(_("Choose a file"))
        self.paste.say(_("Paste from the clipboard"))
        self.made_up.say(_("Try with made-up comments"))
        safe_text.say(self.field.label, _("Or paste here"))
        safe_text.name(self.field.field, _("Or paste here"))
        self.look.say(_("Look at it"))
