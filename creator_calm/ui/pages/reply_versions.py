"""Earlier versions of the reply being written: behind a link, with time and first words, put back in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import _, change_sentence
from creator_calm.wording.times import moment_words

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftVersion
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace

FIRST_WORDS = 90
SHOWN = 5
"""So many at first; the older ones wait behind a link."""


class VersionsBlock(ReplyBlock):
    """Absent while there is none."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._writing = False
        self._open = self._all = False
        self._versions: tuple[DraftVersion, ...] = ()
        self.turn = Button(desk, kind=ButtonKind.LINK, height=24)
        self.turn.clicked.connect(self._turn)
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(desk.theme.px(6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addWidget(self.turn)
        column.addWidget(self.list)
        self.hide()

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:
        """Belong to a comment; another one finds the list closed."""
        if view.row.key != self._key:
            self._open = self._all = False
        self._key, self._writing = view.row.key, writing
        self._read()

    def refresh(self, change: Change) -> None:
        """Follow what was saved."""
        if change.areas & Area.DRAFTS:
            self._read()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self._show()

    def _read(self) -> None:
        key = self._key
        found = None
        if key is not None and self._writing:
            found = attempt(self._desk, lambda: self._workspace.draft_history.versions(key))
        if found != self._versions or not found:
            self._versions = found or ()
            self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._versions))
        self.turn.say(_("Hide the earlier versions") if self._open else _("Earlier versions"))
        self.list.setVisible(self._open)
        with focus_kept(self):
            clear(self._rows)
            if not self._open:
                return
            shown = self._versions if self._all else self._versions[:SHOWN]
            for version in shown:
                self._rows.addWidget(self._row(version))
            if len(shown) < len(self._versions):
                older = Button(self._desk, _("Older ones"), ButtonKind.LINK, height=24)
                older.clicked.connect(self._show_all)
                self._rows.addWidget(older)

    def _row(self, version: DraftVersion) -> QWidget:
        desk, clock = self._desk, self._desk.clock
        row = Notice(desk, padding=12)
        when = moment_words(version.saved_at, clock.utc(), clock.zone())
        head = QHBoxLayout()
        head.setSpacing(desk.theme.px(8))
        head.addWidget(text(desk, when, FontRole.META, ink="muted"), 1)
        back = Button(desk, _("Put it back"), ButtonKind.LINK, height=24)
        safe_text.name(back, _("Put it back: {when}").format(when=when))
        back.clicked.connect(lambda: self._put_back(version.id))
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        row.column.addLayout(head)
        row.column.addWidget(
            quoted(desk, safe_text.inline(version.text, FIRST_WORDS), FontRole.BODY)
        )
        return row

    def _turn(self) -> None:
        self._open = not self._open
        self._all = False
        self._show()
        self.bring_into_view(self)

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def _put_back(self, version_id: int) -> None:
        key = self._key
        if key is None:
            return
        self.save_asked.emit()
        history = self._workspace.draft_history
        change = attempt(self._desk, lambda: history.put_back(key, version_id))
        if change is not None and change.count:
            self._desk.publish(change)
            self._desk.toast(change_sentence(change), change.undo is not None)
