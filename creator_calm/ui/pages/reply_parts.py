"""What the reply panel is made of and where it stands; what it does is in reply_panel.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.pages.reply_blocks import Quote, Reading, Starts, Steps
from creator_calm.ui.pages.reply_extras import Place
from creator_calm.ui.shortcuts import main_key
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.audience_band import AudienceBand
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.corrections import Others
from creator_calm.ui.widgets.draft_editor import DraftEditor
from creator_calm.ui.widgets.empty import Empty
from creator_calm.ui.widgets.facts import Facts
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Column, Hairline, Pane
from creator_calm.ui.widgets.texts import text
from creator_calm.ui.widgets.thread import ThreadLines
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.draft import DraftReport
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.pages._reply_block import ReplyBlock

WIDTH = 440
NO_LIMIT = 16_777_215
"""Qt's own number for "as wide as you like"."""


class ReplyParts(Pane):
    """The widgets of the panel: head, a column that scrolls, foot; or one quiet sentence."""

    def __init__(
        self,
        desk: Desk,
        check: Callable[[str], DraftReport | None],
        extras: dict[Place, list[ReplyBlock]],
    ) -> None:
        super().__init__("surface")
        self._desk = desk
        self._extras = extras
        self.blocks = tuple(block for blocks in extras.values() for block in blocks)
        self.narrow = False
        self._make_parts(desk, check)
        self._lay_out()
        desk.theme.changed.connect(self._measure)
        self._measure()

    def say(self) -> None:
        """Say what stands whatever the comment is."""
        self.empty.say(_("Choose a comment, and its advice is shown here."))
        self.back.say(_("Back to the list"))
        self.why.say(_("Why?"))
        self.archive.named(_("Archive"), main_key("done"))
        self.more.say(_("Other words"))
        self.write.say(_("Write a reply anyway"))
        self.copy.say(_("Copy reply"))
        self.keep.say(_("Save draft"))
        self.rest.say(_("Let it rest"))
        self.others.retranslate()
        safe_text.say(self.facts_label, _("Tick what holds, and the words follow."))
        self.band.retranslate()
        safe_text.say(self.starts_label, _("Start from"))

    def make_room(self, *, narrow: bool) -> None:
        """Take the whole page in a narrow window, with a way back."""
        self.narrow = narrow
        self.back.setVisible(narrow)
        self._measure()

    def _measure(self) -> None:
        width = round(WIDTH * min(max(self._desk.theme.scale / 1.25, 1.0), 1.25))
        self.setMinimumWidth(0 if self.narrow else width)
        self.setMaximumWidth(NO_LIMIT if self.narrow else width)

    def _make_parts(self, desk: Desk, check: Callable[[str], DraftReport | None]) -> None:
        self.empty = Empty(desk, "reply")
        self.heading = text(desk, role=FontRole.PANEL_TITLE)
        self.back = Button(desk, kind=ButtonKind.GHOST, icon="chevron-left")
        self.why = Button(desk, kind=ButtonKind.LINK)
        self.archive = Button(desk, kind=ButtonKind.GHOST, icon="archive")
        self.column = Column("surface")
        self.thread_lines = ThreadLines(desk)
        self.quote = Quote(desk)
        self.reading = Reading(desk)
        self.others = Others(desk)
        self.steps = Steps(desk)
        self.facts_label = text(desk, role=FontRole.META_STRONG, ink="muted")
        self.facts = Facts(desk)
        self.starts_label = text(desk, role=FontRole.META_STRONG, ink="muted", wrap=False)
        self.starts = Starts(desk)
        self.more = Button(desk, kind=ButtonKind.LINK, height=24)
        self.write = Button(desk, kind=ButtonKind.LINK, height=24)
        self.band = AudienceBand(desk)
        self.editor = DraftEditor(desk, check)
        self.band.turned.connect(self.editor.look)
        self.afterwards = Steps(desk)
        self.copy = Button(desk, kind=ButtonKind.PRIMARY, icon="copy", height=38)
        self.keep = Button(desk, kind=ButtonKind.PLAIN, height=38)
        self.rest = Button(desk, kind=ButtonKind.GHOST, height=38)
        self.head, self.foot = QWidget(), QWidget()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._lay_out_head()
        self._lay_out_body()
        self._lay_out_foot()
        column.addWidget(self.empty, 1)
        column.addWidget(self.head)
        column.addWidget(self.column, 1)
        column.addWidget(self.foot)

    def _lay_out_head(self) -> None:
        px = self._desk.theme.px
        head = QHBoxLayout(self.head)
        head.setContentsMargins(px(24), px(20), px(20), px(10))
        head.setSpacing(px(6))
        head.addWidget(self.back)
        head.addWidget(self.heading, 1)
        head.addWidget(self.why)
        head.addWidget(self.archive)

    def _lay_out_body(self) -> None:
        px = self._desk.theme.px
        body = self.column.column
        body.setContentsMargins(px(24), px(2), px(24), px(16))
        body.setSpacing(px(12))
        more = QHBoxLayout()
        more.addWidget(self.starts_label)
        more.addStretch(1)
        more.addWidget(self.more)
        above = (
            self.others,
            self.thread_lines,
            self.quote,
            self.reading,
            *self._extras[Place.READING],
            self.steps,
            self.facts_label,
            self.facts,
            *self._extras[Place.STARTS],
        )
        below = (
            self.starts,
            self.write,
            self.band,
            self.editor,
            *self._extras[Place.EDITOR],
            self.afterwards,
            *self._extras[Place.AFTERWARDS],
        )
        for part in above:
            body.addWidget(part)
        body.addLayout(more)
        for other in below:
            body.addWidget(other)
        body.addStretch(1)

    def _lay_out_foot(self) -> None:
        px = self._desk.theme.px
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(Hairline(self._desk, token="hairline"))  # noqa: S106 - a colour's name
        for block in self._extras[Place.FOOT]:
            foot.addWidget(block)
        answers = QWidget()
        flow = Flow(answers, px(8))
        flow.setContentsMargins(px(24), px(8), px(24), px(14))
        for button in (self.copy, self.keep, self.rest):
            flow.addWidget(button)
        foot.addWidget(answers)
