"""Write what you would like to say first: never kept, never checked, gone when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import text
from creator_calm.ui.widgets.vent_field import VentField
from creator_calm.wording import _

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

QUIET_MS = 10 * 60 * 1000
"""So long without a key, and it closes by itself."""


class VentBlock(ReplyBlock):
    """A quiet link; a box behind it; afterwards one line and the way to the reply.

    Nothing of it is counted, looked at or remembered, not even that it was opened.
    """

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._may_write = False
        self.ask = Button(desk, kind=ButtonKind.LINK, height=24)
        self.box = Notice(desk)
        self._about = text(desk, role=FontRole.META, ink="muted")
        self.field = VentField(desk)
        self.close_it = Button(desk, kind=ButtonKind.PLAIN, height=28)
        self.after = QWidget()
        self._then = text(desk, role=FontRole.BODY)
        self.calm = Button(desk, kind=ButtonKind.SOFT, height=28)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(QUIET_MS)
        self._lay_out()
        self.ask.clicked.connect(self._open)
        self.close_it.clicked.connect(self._close)
        self.calm.clicked.connect(self._calm)
        self.field.typed.connect(self.timer.start)
        self.timer.timeout.connect(self._close)
        self.retranslate()
        self.put_away()

    def _lay_out(self) -> None:
        px = self._desk.theme.px
        self.box.column.setSpacing(px(8))
        ways = QWidget()
        Flow(ways, px(8)).addWidget(self.close_it)
        for part in (self._about, self.field, ways):
            self.box.column.addWidget(part)
        row = QHBoxLayout(self.after)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self._then, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.calm, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._then.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        for widget in (self.ask, self.box, self.after):
            column.addWidget(widget)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        about = _("Write what you would like to say. It is never saved and cannot be copied.")
        self.ask.say(_("Write what you would like to say first"))
        safe_text.say(self._about, about)
        safe_text.name(self.field, _("What you would like to say"))
        safe_text.describe(self.field, about)
        self.close_it.say(_("Close and let it go"))
        safe_text.say(self._then, _("Now the calm one?"))
        self.calm.say(_("Write it"))

    def show_for(self, view: CommentView, plan: ReplyPlan, *, writing: bool) -> None:  # noqa: ARG002
        """Belong to one comment; another one finds it closed."""
        if view.row.key != self._key:
            self.put_away()
        self._key = view.row.key
        self._may_write = plan.may_write

    def save(self) -> None:
        """Keep nothing: whatever is saved before something happens, this is let go of."""
        self.put_away()

    def put_away(self) -> None:
        """Let go of the words and stand closed, with nothing said afterwards."""
        self._let_go()
        self.ask.show()
        self.after.hide()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Let go at once when the page, the comment or everything is covered or left."""
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised shows it again as it was
            self.put_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close with Esc, as everything that can be closed."""
        if not self.box.isHidden() and event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        self.ask.hide()
        self.after.hide()
        self.box.show()
        self.field.setFocus()
        self.bring_into_view(self.box)
        self.timer.start()

    def _close(self) -> None:
        """Let go of the words; one line leads on to the reply, and nothing is carried over."""
        had_focus = self.isAncestorOf(self.window().focusWidget())
        wrote = not self.field.empty
        self.put_away()
        self.after.setVisible(wrote and self._may_write)
        if had_focus:
            (self.calm if self.calm.isVisible() else self.ask).setFocus()

    def _let_go(self) -> None:
        self.timer.stop()
        self.field.forget()
        self.box.hide()

    def _calm(self) -> None:
        self.after.hide()
        self.write_asked.emit()
