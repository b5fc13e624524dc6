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
from creator_calm.ui.widgets.texts import clear, text
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
    recent_chosen = Signal(str)
    recent_forgotten = Signal()
    help_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, padding=20)
        self._desk = desk
        self.words = text(desk, role=FontRole.BODY, ink="muted")
        self.file = Button(desk, kind=ButtonKind.SOFT, icon="import", height=38)
        self.paste = Button(desk, icon="paste", height=38)
        self.made_up = Button(desk, icon="sprout", height=38)
        self.help = Button(desk, kind=ButtonKind.GHOST, height=38)
        ways = Pane("none")
        flow = Flow(ways, desk.theme.px(8))
        for button in (self.file, self.paste, self.made_up, self.help):
            flow.addWidget(button)
        editor = safe_text.editor(PASTE_CAP, self._take_all)
        editor.setMinimumHeight(desk.theme.px(150))
        self.field = Field(desk, "", editor)
        self.look = Button(desk, kind=ButtonKind.SOFT)
        self._folder = QStandardPaths.writableLocation(DOWNLOADS)
        self._paths: tuple[str, ...] = ()
        self.lately = text(desk, role=FontRole.META_STRONG, ink="muted")
        self.recent = Pane("none")
        self._recent_flow = Flow(self.recent, desk.theme.px(8))
        self.column.setSpacing(desk.theme.px(12))
        for part in (self.words, ways, self.lately, self.recent, self.field, self.look):
            self.column.addWidget(part)
        self.help.clicked.connect(self.help_asked)

    def _take_all(self, pasted: str) -> None:
        self.pasted_much.emit(self.field.words() + pasted)

    def ask(self) -> list[str]:
        """Ask for files with the system's own window; return their paths."""
        paths, _filter = QFileDialog.getOpenFileNames(
            self, _("Choose files with comments"), self._folder
        )
        if paths:
            self._folder = str(Path(paths[0]).parent)
        return paths

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """Offer files brought in lately, by their names."""
        self._paths = paths
        clear(self._recent_flow)
        for path in paths:
            button = Button(self._desk, kind=ButtonKind.PLAIN)
            button.say(safe_text.inline(Path(path).name, 40))
            button.clicked.connect(lambda _on=False, path=path: self.recent_chosen.emit(path))
            self._recent_flow.addWidget(button)
            button.show()
        if paths:
            forget = Button(self._desk, kind=ButtonKind.GHOST)
            forget.say(_("Forget these"))
            forget.clicked.connect(self.recent_forgotten)
            self._recent_flow.addWidget(forget)
            forget.show()
        self.lately.setVisible(bool(paths))
        self.recent.setVisible(bool(paths))

    def empty(self) -> None:
        """Empty the field: what stood in it is in the library now."""
        self.field.fill("")

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        safe_text.say(self.words, _("Drop files anywhere in the window, or:"))
        self.file.say(_("Choose files"))
        self.paste.say(_("Paste from the clipboard"))
        self.made_up.say(_("Try with made-up comments"))
        self.help.say(_("How to get each file"))
        safe_text.say(self.lately, _("Brought in lately"))
        self.show_recent(self._paths)
        safe_text.say(self.field.label, _("Or paste here"))
        safe_text.name(self.field.field, _("Or paste here"))
        self.look.say(_("Look at it"))
