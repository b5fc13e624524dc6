"""The cards of Today: something planned, a kind comment, something that needs the creator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from creator_calm.domain.care import Answer
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.texts import large, quoted, text
from creator_calm.wording import (
    _,
    age_words,
    card_name,
    chip_word,
    meta_line,
    ngettext,
    number,
    resting_line,
    wants_line,
)
from creator_calm.wording.care import answer_word

if TYPE_CHECKING:
    from creator_calm.domain.care import PlannedItem
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk


def picture(desk: Desk, name: str, size: int = 17, *, ink: str = "accent") -> QLabel:
    """Return a label with an icon that says nothing the words beside it do not say."""
    made = text(desk, wrap=False)
    side = desk.theme.px(size)
    made.setPixmap(desk.icons.pixmap(name, desk.theme.ink(ink, on="surface"), side, 2.0))
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made


class PlannedCard(Card):
    """Something the creator planned. Three answers of the same weight; none of them is a failure."""

    answered = Signal(int, object)

    def __init__(self, desk: Desk, plan: PlannedItem) -> None:
        super().__init__(desk, padding=14)
        item = plan.item
        at = f"{item.at:%H:%M}"
        length = ngettext("{n} min", "{n} min", item.minutes).format(n=number(item.minutes))
        head = QHBoxLayout()
        head.setSpacing(desk.theme.px(10))
        head.addWidget(picture(desk, "clock"))
        head.addWidget(quoted(desk, item.title, FontRole.CARD_TITLE, cap=120), 1)
        head.addWidget(text(desk, f"{at} · {length}", FontRole.META, ink="muted", wrap=False))
        self.column.addLayout(head)
        if item.note:
            self.column.addWidget(quoted(desk, item.note, FontRole.BODY, cap=300))
        answers = Pane("none")
        flow = Flow(answers, desk.theme.px(8))
        self.buttons: dict[Answer, Button] = {}
        for answer in Answer:
            kind = ButtonKind.SOFT if answer is Answer.DONE else ButtonKind.PLAIN
            button = self.buttons[answer] = Button(desk, answer_word(answer), kind)
            title = safe_text.accessible(item.title)
            safe_text.name(button, f"{answer_word(answer)}: {title}")
            button.clicked.connect(
                lambda _on=False, answer=answer: self.answered.emit(item.id, answer)
            )
            flow.addWidget(button)
        self.column.addWidget(answers)


class CommentCard(Card):
    """A comment that is not put away, with one button that opens it."""

    opened = Signal(int)

    def __init__(self, desk: Desk, row: InboxRow, *, icon: str = "") -> None:
        super().__init__(desk, padding=14)
        now, zone = desk.clock.utc(), desk.clock.zone()
        head = QHBoxLayout()
        head.setSpacing(desk.theme.px(8))
        if icon:
            head.addWidget(picture(desk, icon), 0, Qt.AlignmentFlag.AlignVCenter)
        # Where the words may not be shown the row has none: only its sort is said then.
        author = "" if row.put_away else (row.author or "")
        head.addWidget(quoted(desk, author or chip_word(row), FontRole.STRONG, cap=60))
        meta = meta_line(row, age_words(row.written_at, now, zone))
        below = text(desk, meta, FontRole.META, ink="muted")
        if large(desk):
            head.addStretch(1)
        else:
            head.addWidget(below, 1)
        self.open = Button(desk, _("Open"), ButtonKind.GHOST, height=26)
        safe_text.name(self.open, _("Open: {what}").format(what=card_name(row)))
        self.open.clicked.connect(lambda: self.opened.emit(row.key))
        head.addWidget(self.open)
        self.column.addLayout(head)
        if large(desk):
            self.column.addWidget(below)
        if row.text and not row.put_away:
            self.column.addWidget(quoted(desk, safe_text.row_text(row.text)))
        elif row.resting and not row.put_away:
            self.column.addWidget(text(desk, resting_line(), FontRole.BODY, ink="muted"))
        wants = wants_line(row.points)
        if wants:
            foot = QHBoxLayout()
            foot.setSpacing(desk.theme.px(6))
            foot.addWidget(picture(desk, "leaf", 14))
            foot.addWidget(text(desk, wants, FontRole.META_STRONG, ink="accent"), 1)
            self.column.addLayout(foot)


class SafetyCard(Card):
    """Says that something may need the creator: no words of it, no number, no red."""

    steps = Signal()
    later = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, padding=14)
        row = QHBoxLayout()
        row.setSpacing(desk.theme.px(10))
        row.addWidget(picture(desk, "shield"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text(desk, _("Something may need you"), FontRole.CARD_TITLE), 1)
        self.steps_button = Button(desk, _("Steps"), ButtonKind.SOFT)
        self.later_button = Button(desk, _("Later"))
        self.steps_button.clicked.connect(self.steps)
        self.later_button.clicked.connect(self.later)
        self.column.addLayout(row)
        buttons = QHBoxLayout() if large(desk) else row
        for button in (self.steps_button, self.later_button):
            buttons.addWidget(button)
        if buttons is not row:
            buttons.addStretch(1)
            self.column.addLayout(buttons)


def section(desk: Desk, title: str) -> QWidget:
    """Return the heading of a part of a page."""
    made = text(desk, title, FontRole.PANEL_TITLE)
    made.setContentsMargins(3, desk.theme.px(10), 0, 0)
    return made
