"""An offer below the draft: let it rest before it is posted. In place, once, and easily waved away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from creator_calm.domain.change import Deed
from creator_calm.domain.resting import RestReason, Wait
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import ButtonKind
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import text
from creator_calm.ui.widgets.ways import Ways
from creator_calm.wording import _, change_sentence
from creator_calm.wording.resting import offer_line, wait_words

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftFinding
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.domain.resting import RestOffer
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

OF_THE_DAY = frozenset({RestReason.LOW_DAY, RestReason.LATE})
"""Reasons that hold for every comment: waved away once, they are not brought up again."""


class WaitBlock(ReplyBlock):
    """Absent without a reason, without words, and once it was waved away."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._writing = False
        self._findings: tuple[DraftFinding, ...] = ()
        self._written = ""
        self._waved_away: set[CommentKey] = set()
        self._not_today: set[RestReason] = set()
        notice = Notice(desk)
        notice.column.setSpacing(desk.theme.px(8))
        self.line = text(desk, role=FontRole.BODY)
        self.ways = Ways(desk)
        notice.column.addWidget(self.line)
        notice.column.addWidget(self.ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(notice)
        self.hide()

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:
        """Belong to a comment."""
        if self._key != view.row.key:
            self._findings, self._written = (), ""
        self._key, self._writing = view.row.key, writing
        self._show()

    def draft_changed(self, written: str) -> None:
        """Offer nothing for an empty draft."""
        turned = bool(written.strip()) != bool(self._written.strip())
        self._written = written
        if turned:
            self._show()

    def draft_looked_at(self, findings: tuple[DraftFinding, ...]) -> None:
        """Offer a rest for what was found."""
        self._findings = findings
        self._show()

    def refresh(self, change: Change) -> None:
        """Offer it no more for a comment once a reply to it has rested or does."""
        if change.deed in {Deed.REST_STARTED, Deed.REST_ENDED}:
            self._wave_away()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.ways.forget()
        self._show()

    def _show(self) -> None:
        offer = self._offer()
        self.setVisible(offer is not None)
        if offer is None:
            return
        safe_text.say(self.line, offer_line(offer))
        proposed = offer.proposed
        others = [wait for wait in Wait if wait not in {Wait.OFF, proposed}]
        first = _("Rest: {wait}").format(wait=wait_words(proposed))
        self.ways.offer(
            (first, ButtonKind.SOFT, lambda: self._start(proposed)),
            *(
                (wait_words(wait), ButtonKind.LINK, lambda wait=wait: self._start(wait))
                for wait in others
            ),
            (_("No need"), ButtonKind.LINK, lambda: self._wave_away(offer)),
        )

    def _offer(self) -> RestOffer | None:
        key, findings = self._key, self._findings
        if key is None or not self._writing or not self._written.strip():
            return None
        if key in self._waved_away:
            return None
        ask = self._workspace.resting.offer
        offer = attempt(self._desk, lambda: ask(key, findings))
        return None if offer is None or set(offer.reasons) <= self._not_today else offer

    def _start(self, wait: Wait) -> None:
        key = self._key
        if key is None:
            return
        change = attempt(self._desk, lambda: self._workspace.resting.start(key, wait))
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)

    def _wave_away(self, offer: RestOffer | None = None) -> None:
        if self._key is not None:
            self._waved_away.add(self._key)
        if offer is not None:
            self._not_today |= set(offer.reasons) & OF_THE_DAY
        self._show()
