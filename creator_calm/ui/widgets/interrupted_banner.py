"""A strip at the foot of the window after a crash during an import: read it again, or leave it out.

It waits and takes nothing: no focus, no default button. Leaving it there is an answer too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.intake import Source
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Pane
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _
from creator_calm.wording.intake import interrupted_sentence

if TYPE_CHECKING:
    from creator_calm.domain.imported import Interrupted
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.importing import Importing


class InterruptedBanner(Pane):
    """One interrupted act at a time; `again` carries the sources to look at."""

    again = Signal(object)

    def __init__(self, importing: Importing, desk: Desk) -> None:
        super().__init__("accent_soft")
        self._importing = importing
        self._now: Interrupted | None = None
        self.words = text(desk, role=FontRole.STRONG)
        self.read = Button(desk, kind=ButtonKind.SOFT)
        self.leave = Button(desk, kind=ButtonKind.PLAIN)
        answers = Pane("accent_soft")
        flow = Flow(answers, desk.theme.px(8))
        for button in (self.read, self.leave):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(desk.theme.px(24), desk.theme.px(10), desk.theme.px(24), 10)
        column.addWidget(self.words)
        column.addWidget(answers)
        self.read.clicked.connect(lambda: self._answer(again=True))
        self.leave.clicked.connect(lambda: self._answer(again=False))
        self._next()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.read.say(_("Read it again"))
        self.leave.say(_("Leave it out"))
        if self._now is not None:
            safe_text.say(self.words, interrupted_sentence(self._now))

    def _next(self) -> None:
        waiting = self._importing.interrupted()
        self._now = waiting[0] if waiting else None
        self.setVisible(self._now is not None)
        if self._now is None:
            return
        # A paste is nowhere any more, and a file can be gone: then there is only one answer.
        self.read.setVisible(bool(self._now.paths))
        self.retranslate()
        announce(self, self.words.text())

    def _answer(self, *, again: bool) -> None:
        now = self._now
        if now is None:
            return
        self._importing.decided(now)
        self._next()
        if again:
            names = zip(now.paths, now.names, strict=False)
            self.again.emit(tuple(Source(path=path, name=name) for path, name in names))
