"""Cards of the kind shelf: one kept thing, one that may be worth keeping or answering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.forms import Field, problem_line, say_problem, small_editor
from creator_calm.ui.widgets.frames import Card, Pane
from creator_calm.ui.widgets.texts import copyable, quoted, text
from creator_calm.wording import _
from creator_calm.wording.kind_words import origin

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.inbox import InboxRow
    from creator_calm.domain.kind_words import KindWords
    from creator_calm.ui.desk import Desk

TEXT_CAP = 10_000
TAG_CAP, WHY_CAP = 60, 500
SHOWN_CAP = 2_000


class KindCard(Card):
    """Words that were kept. `edited` and `removed` carry their id."""

    edited = Signal(int)
    removed = Signal(int)

    def __init__(self, desk: Desk, words: KindWords, *, buttons: bool = True) -> None:
        super().__init__(desk)
        self.column.addWidget(copyable(quoted(desk, words.text, cap=SHOWN_CAP)))
        below = " · ".join(part for part in (origin(words), words.tag) if part)
        if below:
            self.column.addWidget(quoted(desk, below, FontRole.META))
        if words.why:
            self.column.addWidget(quoted(desk, words.why, FontRole.BODY, cap=WHY_CAP))
        if not buttons:
            return
        start = safe_text.accessible(words.text[:60])
        self.edit = Button(desk, _("Tag and why"), ButtonKind.GHOST)
        self.remove = Button(desk, _("Remove"), ButtonKind.GHOST)
        safe_text.name(self.edit, _("Tag and why: {what}").format(what=start))
        safe_text.name(self.remove, _("Remove: {what}").format(what=start))
        self.edit.clicked.connect(lambda: self.edited.emit(words.id))
        self.remove.clicked.connect(lambda: self.removed.emit(words.id))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        self.column.addLayout(row)


class KindForm(Card):
    """The creator's own tag and line why; for words written down by hand also the words.

    `saved` says that it is to be kept. What was typed stays until it is.
    """

    saved = Signal()
    cancelled = Signal()

    def __init__(self, desk: Desk, words: KindWords | None = None) -> None:
        super().__init__(desk)
        self.id = words.id if words is not None else 0
        self.words = Field(desk, _("What was said"), small_editor(desk, TEXT_CAP, 4))
        self.author = Field(desk, _("Who said it"), safe_text.line_field(TAG_CAP))
        self.tag = Field(desk, _("Tag"), safe_text.line_field(TAG_CAP))
        self.why = Field(desk, _("Why it is worth keeping"), small_editor(desk, WHY_CAP, 2))
        self.problem = problem_line(desk)
        if words is None:
            self.column.addWidget(self.words)
            self.column.addWidget(self.author)
        else:
            self.column.addWidget(quoted(desk, words.text, cap=SHOWN_CAP))
            self.tag.fill(words.tag)
            self.why.fill(words.why)
            self.column.addWidget(self.tag)
            self.column.addWidget(self.why)
        self.column.addWidget(self.problem)
        self.save = Button(desk, _("Save"), ButtonKind.SOFT)
        self.cancel = Button(desk, _("Cancel"), ButtonKind.GHOST)
        self.save.clicked.connect(self.saved)
        self.cancel.clicked.connect(self.cancelled)
        self.column.addWidget(row_of(desk, self.save, self.cancel))

    def say(self, sentence: str) -> None:
        """Say in place why it cannot be kept."""
        say_problem(self.problem, sentence)

    @property
    def first(self) -> QWidget:
        """Return the field to write in first."""
        return self.tag.field if self.id else self.words.field


class KindRow(Card):
    """A kind comment of the inbox, with what can be done with it here."""

    chosen = Signal(int)
    waved = Signal(int)

    def __init__(self, desk: Desk, row: InboxRow, act: str, wave: str = "") -> None:
        super().__init__(desk, padding=14)
        words = row.text or ""
        self.column.addWidget(quoted(desk, words))
        if row.author:
            self.column.addWidget(quoted(desk, row.author, FontRole.META, cap=60))
        start = safe_text.accessible(words[:60])
        self.act = Button(desk, act, ButtonKind.SOFT)
        safe_text.name(self.act, f"{act}: {start}")
        self.act.clicked.connect(lambda: self.chosen.emit(row.key))
        buttons = [self.act]
        if wave:
            self.wave = Button(desk, wave, ButtonKind.GHOST)
            safe_text.name(self.wave, f"{wave}: {start}")
            self.wave.clicked.connect(lambda: self.waved.emit(row.key))
            buttons.append(self.wave)
        self.column.addWidget(row_of(desk, *buttons))


def row_of(desk: Desk, *parts: QWidget) -> Pane:
    """Return things side by side, on more lines where there is no room."""
    holder = Pane("none")
    flow = Flow(holder, desk.theme.px(8))
    for part in parts:
        flow.addWidget(part)
    return holder


def heading(desk: Desk, words: str) -> QWidget:
    """Return the heading of a part of the page."""
    made = text(desk, words, FontRole.PANEL_TITLE)
    made.setContentsMargins(3, desk.theme.px(10), 0, 0)
    return made
