"""A promise that was come back to, as one line: who, what, how it turned out. No rate, no count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.texts import quoted
from creator_calm.wording import _
from creator_calm.wording.promises import closed_line, promise_name

if TYPE_CHECKING:
    from creator_calm.domain.promise_view import PromiseView
    from creator_calm.ui.desk import Desk


class ClosedLine(QWidget):
    """The line, and a way to take it away."""

    removed = Signal()

    def __init__(self, desk: Desk, view: PromiseView, *, removable: bool = True) -> None:
        super().__init__()
        zone = desk.clock.zone()
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 0, 0, 0)
        row.setSpacing(desk.theme.px(10))
        row.addWidget(quoted(desk, closed_line(view, zone), FontRole.BODY, cap=300), 1)
        self.remove = Button(desk, _("Remove"), ButtonKind.GHOST, height=26)
        safe_text.name(self.remove, _("Remove: {what}").format(what=promise_name(view, zone)))
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.setVisible(removable)
