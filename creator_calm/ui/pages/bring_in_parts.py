"""Two parts of the page Bring in: the list of several files, and the question about a private one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.models.preview_lines import Line, PreviewLines
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice, Pane
from creator_calm.ui.widgets.line_view import lines_view
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _
from creator_calm.wording.intake import outcome_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages.bring_in_work import Item

LINES_SHOWN = 4
LINE_HEIGHT = 46


class SourceList(QWidget):
    """One line a file with what it holds; the chosen one's preview stands below."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: list[Line] = []
        self.hint = text(desk, role=FontRole.META, ink="muted")
        self.model = PreviewLines(self)
        self.list: QListView = lines_view(desk, self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.hint)
        column.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(
            lambda now, _before: self.chosen.emit(now.row()) if now.isValid() else None
        )

    def show_items(self, items: Sequence[Item], at: int) -> None:
        """Say what each file holds; the list stands still while nothing of it has changed."""
        if len(items) < 2:
            self._lines = []
            return
        lines = [
            Line(safe_text.row_text(outcome_line(one.source.name, one.outcome)), away=False)
            for one in items
        ]
        if lines == self._lines:
            return
        self._lines = lines
        safe_text.say(self.hint, _("These files come in together. Choose one to see it."))
        safe_text.name(self.list, _("Files to bring in"))
        self.list.setFixedHeight(
            self._desk.theme.px(LINE_HEIGHT) * min(len(items), LINES_SHOWN) + 4
        )
        blocked = self.list.selectionModel().blockSignals(True)
        self.model.show_lines(lines)
        self.list.setCurrentIndex(self.model.index(at))
        self.list.selectionModel().blockSignals(blocked)


class Asking(Notice):
    """A private conversation is read only after a yes; nothing of it is shown before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.line = text(desk, role=FontRole.STRONG)
        self.more = text(desk, role=FontRole.BODY, ink="muted")
        self.yes = Button(desk, kind=ButtonKind.SOFT)
        self.no = Button(desk, kind=ButtonKind.PLAIN)
        buttons = Pane("none")
        flow = Flow(buttons, desk.theme.px(8))
        for button in (self.yes, self.no):
            flow.addWidget(button)
        for part in (self.line, self.more, buttons):
            self.column.addWidget(part)
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.say(self.line, _("This is a private conversation."))
        safe_text.say(
            self.more,
            _("Nothing of it was read yet. You decide whether it is looked at, and again whether it comes in."),
        )  # fmt: skip
        self.yes.say(_("Look at it"))
        self.no.say(_("Leave it"))
