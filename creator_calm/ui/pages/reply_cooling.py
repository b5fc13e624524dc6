"""While a reply rests and afterwards: one line above the buttons, and the ways on. Nothing is locked.

The comment is folded away meanwhile, breathing is one click away, and the reply can be written on,
copied or left at any time. Nothing is announced when the time has passed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import ButtonKind
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import text
from creator_calm.ui.widgets.ways import Ways
from creator_calm.wording import _, change_sentence
from creator_calm.wording.resting import rest_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.domain.resting import Rest
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

TOLD_MS = 15_000


class CoolingBlock(ReplyBlock):
    """Above the buttons, where it is always seen; absent without a rest."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._view: CommentView | None = None
        self._writing = False
        self._open = False
        notice = Notice(desk)
        notice.column.setSpacing(desk.theme.px(8))
        self.line = text(desk, role=FontRole.BODY)
        self.ways = Ways(desk)
        notice.column.addWidget(self.line)
        notice.column.addWidget(self.ways)
        column = QVBoxLayout(self)
        px = desk.theme.px
        column.setContentsMargins(px(24), px(10), px(24), 0)
        column.addWidget(notice)
        self.timer = QTimer(self)
        self.timer.setInterval(TOLD_MS)
        self.timer.timeout.connect(self._show)
        self.hide()

    # what the panel tells

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:
        """Show what stands for this comment."""
        if self._view is None or self._view.row.key != view.row.key:
            self._open = False
        self._view, self._writing = view, writing
        self._show()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.ways.forget()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the time while it is seen."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Wake nothing up while it is not seen; the comment folds again."""
        super().hideEvent(event)
        self.timer.stop()
        if self._open:
            self._turn()

    # showing

    def _show(self) -> None:
        view, rest = self._view, None
        if view is not None and self._writing and view.row.resting:
            key, ask = view.row.key, self._workspace.resting.rest
            rest = attempt(self._desk, lambda: ask(key))
        running = rest is not None and not rest.over and self.isVisible()
        if running != self.timer.isActive():
            (self.timer.start if running else self.timer.stop)()
        self.setVisible(rest is not None)
        if rest is not None and view is not None:
            self._show_rest(rest, put_away=view.row.put_away)

    def _show_rest(self, rest: Rest, *, put_away: bool) -> None:
        safe_text.say(self.line, rest_line(rest, self._desk.clock.zone()))
        fold = _("Fold the comment away") if self._open else _("Show the comment")
        see = () if put_away else ((fold, ButtonKind.LINK, self._turn),)
        if rest.over:
            self.ways.offer(
                (_("Use it"), ButtonKind.PRIMARY, lambda: self.copy_asked.emit(False)),
                (_("Change it"), ButtonKind.PLAIN, self._change),
                (_("Leave it"), ButtonKind.PLAIN, self._leave),
                *see,
            )
        else:
            self.ways.offer(
                (_("Breathe for a minute"), ButtonKind.SOFT, self._desk.breathe),
                *see,
                (_("End the rest"), ButtonKind.LINK, self._end),
            )

    # doing

    def _end(self) -> None:
        self._do(self._workspace.resting.end)

    def _change(self) -> None:
        self._end()
        self.write_asked.emit()

    def _leave(self) -> None:
        self._do(self._workspace.resting.leave)

    def _turn(self) -> None:
        self._open = not self._open
        self.comment_asked.emit(self._open)
        self._show()

    def _do(self, command: Callable[[CommentKey], Change]) -> None:
        view = self._view
        if view is None:
            return
        key = view.row.key
        change = attempt(self._desk, lambda: command(key))
        if change is not None:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
