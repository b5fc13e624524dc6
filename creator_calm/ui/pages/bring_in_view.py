"""What the page Bring in is made of, and how it stands; what it does is in `bring_in`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from creator_calm.ui.models.preview_lines import PreviewLines
from creator_calm.ui.pages.bring_in_parts import Asking, SourceList
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.choose_card import ChooseCard
from creator_calm.ui.widgets.forms import problem_line
from creator_calm.ui.widgets.found_panel import FoundPanel
from creator_calm.ui.widgets.frames import Column, Middle
from creator_calm.ui.widgets.imports_card import ImportsCard
from creator_calm.ui.widgets.line_view import lines_view
from creator_calm.ui.widgets.pasted_blocks import PastedBlocks
from creator_calm.ui.widgets.receipt_details import ReceiptDetails
from creator_calm.ui.widgets.texts import page_margins, text
from creator_calm.ui.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from creator_calm.domain.intake import FormatInfo
    from creator_calm.ui.desk import Desk

LIST_HEIGHT = 300


class BringInView(Column):
    """The parts of the page, in one column."""

    def __init__(self, desk: Desk, formats: tuple[FormatInfo, ...]) -> None:
        super().__init__()
        self._desk = desk
        self.heading = text(desk, role=FontRole.TITLE)
        self.what = text(desk, role=FontRole.COMMENT, ink="muted")
        self.problem = problem_line(desk)
        self.progress = WorkLine(desk)
        self.choose = ChooseCard(desk)
        self.sources = SourceList(desk)
        self.asking = Asking(desk)
        self.found = FoundPanel(desk, formats)
        self.model = PreviewLines(self)
        self.rows = lines_view(desk, self.model)
        self.blocks = PastedBlocks(desk)
        self.confirm = Button(desk, kind=ButtonKind.PRIMARY, icon="import", height=38)
        self.cancel = Button(desk, height=38)
        self.details = ReceiptDetails(desk)
        self.before = ImportsCard(desk)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons below the heading where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self._desk.theme.px(460)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        inner = Middle(self._desk, 900)
        column = inner.column
        column.setSpacing(theme.px(10))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.confirm)
        buttons.addStretch(0)
        self._head.addWidget(self.heading, 1)
        self._head.addLayout(buttons)
        column.addLayout(self._head)
        for part in (self.what, self.problem, self.progress, self.details, self.choose):
            column.addWidget(part)
        for below in (self.sources, self.asking, self.found):
            column.addWidget(below)
        self.rows.setMinimumHeight(theme.px(LIST_HEIGHT))
        self.blocks.list.setMinimumHeight(theme.px(LIST_HEIGHT))
        column.addWidget(self.rows, 1)
        column.addWidget(self.blocks, 1)
        column.addWidget(self.before)
        column.addStretch(0)
        self.column.setContentsMargins(page_margins(self._desk))
        self.column.addWidget(inner)
