"""A rest for a reply: offered in place, told while it runs, and afterwards the reply comes first.

Nothing is locked and nothing is announced. The comment is folded away meanwhile, breathing is one
click away, and the reply can be written on, copied or left at any time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.resting import RestReason, Wait
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.resting import offer_line, rest_line, wait_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftFinding
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.domain.resting import Rest, RestOffer
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

TOLD_MS = 15_000
OF_THE_DAY = frozenset({RestReason.LOW_DAY, RestReason.LATE})
"""Reasons that hold for every comment: waved away once, they are not brought up again."""


class CoolingBlock(ReplyBlock):
    """Below the editor: an offer, how long a rest goes on, or what to do with a rested reply."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._view: CommentView | None = None
        self._writing = False
        self._findings: tuple[DraftFinding, ...] = ()
        self._written = ""
        self._open = False
        self._waved_away: set[CommentKey] = set()
        self._not_today: set[RestReason] = set()
        self._shown: object = None
        self._notice = Notice(desk)
        self._line = text(desk, role=FontRole.BODY)
        self._words = text(desk, role=FontRole.COMMENT, ink="muted")
        self._ways = QWidget()
        self._flow = Flow(self._ways, desk.theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._notice)
        self._notice.column.setSpacing(desk.theme.px(8))
        for part in (self._line, self._words, self._ways):
            self._notice.column.addWidget(part)
        self.timer = QTimer(self)
        self.timer.setInterval(TOLD_MS)
        self.timer.timeout.connect(self._show)

    # what the panel tells

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:
        """Show what stands for this comment."""
        if self._view is None or self._view.row.key != view.row.key:
            self._open, self._findings, self._written = False, (), ""
        self._view, self._writing = view, writing
        self._show()

    def draft_changed(self, written: str) -> None:
        """Offer nothing for an empty draft."""
        empty = not written.strip()
        changed = empty != (not self._written.strip())
        self._written = written
        if changed:
            self._show()

    def draft_looked_at(self, findings: tuple[DraftFinding, ...]) -> None:
        """Offer a rest for what was found."""
        self._findings = findings
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._shown = None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the time while it is seen."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wake nothing up while it is not seen; the words of the comment go."""
        super().hideEvent(event)
        self.timer.stop()
        self._open, self._shown = False, None
        safe_text.say(self._words, "")

    # showing

    def _show(self) -> None:
        view, rest, offer = self._view, None, None
        if view is not None and self._writing:
            key, asks = view.row.key, self._workspace.resting
            rest = attempt(self._desk, lambda: asks.rest(key)) if view.row.resting else None
            if rest is None and self._written.strip() and key not in self._waved_away:
                offer = attempt(self._desk, lambda: asks.offer(key, self._findings))
        if offer is not None and set(offer.reasons) <= self._not_today:
            offer = None
        self._follow(running=rest is not None and not rest.over)
        self.setVisible(rest is not None or offer is not None)
        if rest is not None:
            self._show_rest(rest)
        elif offer is not None:
            self._show_offer(offer)

    def _follow(self, *, running: bool) -> None:
        if running and self.isVisible():
            if not self.timer.isActive():
                self.timer.start()
        else:
            self.timer.stop()

    def _show_offer(self, offer: RestOffer) -> None:
        safe_text.say(self._line, offer_line(offer))
        safe_text.say(self._words, "")
        self._words.hide()
        others = [wait for wait in Wait if wait not in {Wait.OFF, offer.proposed}]
        self._set_ways(
            offer,
            (_("Rest: {wait}").format(wait=wait_words(offer.proposed)), ButtonKind.SOFT,
             lambda: self._start(offer.proposed)),
            *((wait_words(wait), ButtonKind.LINK, lambda wait=wait: self._start(wait))
              for wait in others),
            (_("No need"), ButtonKind.LINK, lambda: self._wave_away(offer)),
        )  # fmt: skip

    def _show_rest(self, rest: Rest) -> None:
        view = self._view
        assert view is not None
        safe_text.say(self._line, rest_line(rest, self._desk.clock.zone()))
        safe_text.words(self._words, view.text if self._open else "")
        self._words.setVisible(self._open)
        fold = _("Fold the comment away") if self._open else _("Show the comment")
        see = () if view.row.put_away else ((fold, ButtonKind.LINK, self._turn),)
        if rest.over:
            ways = (
                (_("Use it"), ButtonKind.PRIMARY, lambda: self.copy_asked.emit(False)),
                (_("Change it"), ButtonKind.PLAIN, self._change),
                (_("Leave it"), ButtonKind.PLAIN, self._leave),
            )
            self._set_ways((rest.over, self._open), *ways, *see)
        else:
            ways = (
                (_("Breathe for a minute"), ButtonKind.SOFT, self._desk.breathe),
                *see,
                (_("End the rest"), ButtonKind.LINK, self._end),
            )
            self._set_ways((rest.over, self._open), *ways)

    def _set_ways(self, shown: object, *ways: tuple[str, ButtonKind, Callable[[], object]]) -> None:
        """Show the buttons, made anew only where others are needed: the keyboard may be on one."""
        if shown == self._shown:
            return
        self._shown = shown
        with focus_kept(self):
            clear(self._flow)
            for label, kind, act in ways:
                way = Button(self._desk, label, kind, height=28)
                safe_text.name(way, label)
                way.clicked.connect(lambda _on=False, act=act: act())
                self._flow.addWidget(way)
        self._ways.updateGeometry()

    # doing

    def _start(self, wait: Wait) -> None:
        self._do(lambda key: self._workspace.resting.start(key, wait))

    def _end(self) -> None:
        self._once_is_enough()
        self._do(self._workspace.resting.end)

    def _change(self) -> None:
        self._end()
        self.write_asked.emit()

    def _leave(self) -> None:
        self._do(self._workspace.resting.leave)

    def _turn(self) -> None:
        self._open = not self._open
        self._show()

    def _wave_away(self, offer: RestOffer) -> None:
        self._once_is_enough()
        self._not_today |= set(offer.reasons) & OF_THE_DAY
        self._show()

    def _once_is_enough(self) -> None:
        if self._view is not None:
            self._waved_away.add(self._view.row.key)

    def _do(self, command: Callable[[CommentKey], Change]) -> None:
        view = self._view
        if view is None:
            return
        key = view.row.key
        change = attempt(self._desk, lambda: command(key))
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
