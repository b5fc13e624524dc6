"""Ask once to stop: quiet, opened on purpose, and gone for that author afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.times import short_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.domain.stopping import StopStep
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class StopBlock(ReplyBlock):
    """First the evidence, then one link, then one line of caution and one fixed sentence."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._step: StopStep | None = None
        self._open = False
        self._notice = Notice(desk)
        self.line = text(desk, role=FontRole.BODY)
        self.words = text(desk, role=FontRole.COMMENT)
        self.link = Button(desk, kind=ButtonKind.LINK, height=24)
        self.yes = Button(desk, kind=ButtonKind.PLAIN, height=32)
        self.no = Button(desk, kind=ButtonKind.GHOST, height=32)
        ways = QWidget()
        flow = Flow(ways, desk.theme.px(8))
        flow.addWidget(self.yes)
        flow.addWidget(self.no)
        self._ways = ways
        for part in (self.line, self.words, ways):
            self._notice.column.addWidget(part)
        self._notice.column.setSpacing(desk.theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.link)
        column.addWidget(self._notice)
        self.link.clicked.connect(lambda: self._turn(open_=True))
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self._decline)
        self.hide()

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:
        """Show where it stands for the author of this comment."""
        del plan, writing
        if view.row.key != self._key:
            self._key, self._open = view.row.key, False
        self._read()

    def refresh(self, change: Change) -> None:
        """Follow undo."""
        if Area.VOICE in change.areas:
            self._read()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._show()

    def _read(self) -> None:
        key = self._key
        ask = self._workspace.stopping.step
        self._step = None if key is None else attempt(self._desk, lambda: ask(key))
        self._show()

    def _show(self) -> None:
        step = self._step
        self.setVisible(step is not None)
        if step is None:
            return
        asked = step.asked_at is not None
        link = step.evidence_settled and not asked and not self._open
        self.link.setVisible(link)
        self.link.say(_("Ask once to stop"))
        self._notice.setVisible(not link)
        self.words.setVisible(self._open and not asked)
        self._ways.setVisible(not asked)
        safe_text.say(self.words, step.words)
        if step.asked_at is not None:
            clock = self._desk.clock
            day = step.asked_at.astimezone(clock.zone())
            date = short_date(day, clock.utc().astimezone(clock.zone()))
            safe_text.say(self.line, _("You asked them to stop on {date}.").format(date=date))
        elif not step.evidence_settled:
            safe_text.say(self.line, _("They have written before. Is it saved as evidence?"))
            self.yes.say(_("Yes, it is saved"))
            self.no.say(_("I do without"))
        else:
            safe_text.say(
                self.line,
                _(
                    "Some people get worse when they get an answer. It can matter for a report. You decide."
                ),
            )
            self.yes.say(_("Copy this sentence"))
            self.no.say(_("Not now"))

    def _turn(self, *, open_: bool) -> None:
        self._open = open_
        self._show()

    def _agree(self) -> None:
        key, step = self._key, self._step
        if key is None or step is None:
            return
        stopping = self._workspace.stopping
        if not step.evidence_settled:
            self._do(lambda: stopping.settle_evidence(key, saved=True))
            return
        safe_text.copy(step.words)
        self._open = False
        self._do(lambda: stopping.asked(key))

    def _decline(self) -> None:
        key, step = self._key, self._step
        if key is not None and step is not None and not step.evidence_settled:
            self._do(lambda: self._workspace.stopping.settle_evidence(key, saved=False))
        else:
            self._turn(open_=False)

    def _do(self, command: Callable[[], Change]) -> None:
        change = attempt(self._desk, command)
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
            self._read()
