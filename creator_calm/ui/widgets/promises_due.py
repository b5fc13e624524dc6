"""A line on Today when something promised has its day: quiet, and not in quiet hours or on a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from creator_calm.domain.care import TimeOff
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _
from creator_calm.wording.promises import due_line
from creator_calm.workspace.looking_after import quiet_hours_end

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace

_AWAY = frozenset({TimeOff.DONE_TODAY, TimeOff.ON_BREAK})


class PromisesDue(QWidget):
    """The line and the way to the page."""

    def __init__(self, desk: Desk, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(3, desk.theme.px(6), 0, 0)
        row.setSpacing(desk.theme.px(10))
        self.line = text(desk, words, FontRole.BODY, wrap=False)
        self.open = Button(desk, _("Open promises"), ButtonKind.LINK)
        self.open.clicked.connect(lambda: desk.go("promises"))
        row.addWidget(self.line)
        row.addWidget(self.open)
        row.addStretch(1)


def promises_due(workspace: Workspace, desk: Desk) -> PromisesDue | None:
    """Return the line; None where there is nothing to say, or now is no time to say it."""
    clock, rule = desk.clock, workspace.care.breaks.rule
    quiet = quiet_hours_end(clock.utc(), clock.zone(), rule) is not None
    if quiet or workspace.care.time_off.standing() in _AWAY:
        return None
    numbers = bool(workspace.preferences.get("look.numbers"))
    words = due_line(workspace.promises.due(), numbers=numbers)
    return PromisesDue(desk, words) if words else None
