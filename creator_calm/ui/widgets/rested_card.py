"""On Today: a reply has rested. The quiet way back to it; nothing else ever says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import text
from creator_calm.ui.widgets.today_cards import picture
from creator_calm.wording import _, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk


class RestedCard(Card):
    """One line and a button to the one that has waited longest; no words of any comment."""

    def __init__(self, desk: Desk, keys: Sequence[CommentKey], *, numbers: bool) -> None:
        super().__init__(desk, padding=14)
        count = len(keys) if numbers else 1
        words = ngettext(
            "A reply of yours has rested.", "{n} replies of yours have rested.", count
        ).format(n=number(count))
        self.open = Button(desk, _("Open it"), ButtonKind.PLAIN, height=28)
        self.open.clicked.connect(lambda: desk.open_comment(keys[0]))
        row = QHBoxLayout()
        row.setSpacing(desk.theme.px(10))
        row.addWidget(picture(desk, "reply"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text(desk, words, FontRole.BODY), 1)
        row.addWidget(self.open)
        self.column.addLayout(row)
