"""The overview of keys, made from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from creator_calm.ui import safe_text
from creator_calm.ui.shortcuts import COMMANDS, SCOPE_TITLES, Scope, key_words
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.frames import Card, Column, Middle
from creator_calm.ui.widgets.texts import clear, page_margins, text
from creator_calm.wording import _
from creator_calm.wording.catalogue import marked

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


WIDTH = 720


class KeysPage(Column):
    """One card for each place where keys work."""

    def __init__(self, _workspace: Workspace, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.theme.px
        self.heading = text(desk, role=FontRole.TITLE)
        self.line = text(desk, role=FontRole.BODY, ink="muted")
        self.column.setContentsMargins(page_margins(desk))
        middle = Middle(desk, WIDTH)
        middle.column.setSpacing(px(12))
        self.column.addWidget(middle)
        self._grids: dict[Scope, QGridLayout] = {}
        middle.column.addWidget(self.heading)
        middle.column.addWidget(self.line)
        for scope in Scope:
            card = Card(desk)
            grid = self._grids[scope] = QGridLayout()
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, px(150))
            grid.setHorizontalSpacing(px(24))
            grid.setVerticalSpacing(px(7))
            card.column.addLayout(grid)
            middle.column.addWidget(card)
        middle.column.addStretch(1)
        self.retranslate()

    def title(self) -> str:
        """Return the page's name."""
        return _("Keys")

    def refresh(self, change: Change | None) -> None:
        """Nothing here changes with the library."""

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self.heading, _("Keys"))
        safe_text.say(
            self.line,
            _("Single letters work while no text is being written. Settings turn them off."),
        )
        for scope, grid in self._grids.items():
            self._fill(scope, grid)

    def _fill(self, scope: Scope, grid: QGridLayout) -> None:
        clear(grid)
        grid.addWidget(
            text(self._desk, marked(SCOPE_TITLES[scope]), FontRole.CARD_TITLE), 0, 0, 1, 2
        )
        rows = [command for command in COMMANDS if command.scope is scope]
        for number, command in enumerate(rows, start=1):
            keys = text(self._desk, key_words(command), FontRole.STRONG, wrap=False)
            words = text(self._desk, marked(command.title), FontRole.BODY, ink="muted")
            grid.addWidget(keys, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, number, 1)
