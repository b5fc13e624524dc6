"""Asked once, in place, before a reply is copied that may do harm or that rests. Never a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.change import Deed
from creator_calm.domain.draft import FindingLevel
from creator_calm.ui import safe_text
from creator_calm.ui.pages._reply_block import ReplyBlock
from creator_calm.ui.theme import FontRole
from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.flow import Flow
from creator_calm.ui.widgets.frames import Notice
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _
from creator_calm.wording.resting import copy_line

if TYPE_CHECKING:
    from creator_calm.domain.change import Change
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.draft import DraftFinding
    from creator_calm.domain.inbox import CommentView
    from creator_calm.domain.reply import ReplyPlan, Suggestion
    from creator_calm.domain.resting import Rest
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.workspace import Workspace


class CopyQuestion(ReplyBlock):
    """Above the buttons: one line and "Copy anyway". The same key again copies as well."""

    def __init__(self, workspace: Workspace, desk: Desk) -> None:
        super().__init__(workspace, desk)
        self._key: CommentKey | None = None
        self._findings: tuple[DraftFinding, ...] = ()
        self._about = ""
        self._line = text(desk, role=FontRole.BODY)
        self.anyway = Button(desk, kind=ButtonKind.PLAIN, height=28)
        self.back = Button(desk, kind=ButtonKind.LINK, height=28)
        self.anyway.clicked.connect(self._copy)
        self.back.clicked.connect(self._go_on)
        notice = Notice(desk, "warn_bg")
        notice.column.setSpacing(desk.theme.px(8))
        ways = QWidget()
        flow = Flow(ways, desk.theme.px(10))
        flow.addWidget(self.anyway)
        flow.addWidget(self.back)
        notice.column.addWidget(self._line)
        notice.column.addWidget(ways)
        column = QVBoxLayout(self)
        px = desk.theme.px
        column.setContentsMargins(px(24), px(10), px(24), 0)
        column.addWidget(notice)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.anyway.say(_("Copy anyway"))
        self.back.say(_("Go on writing"))
        self._put_down()

    def show_for(self, view: CommentView, _plan: ReplyPlan, *, writing: bool) -> None:
        """Belong to another comment, or to nothing that is written."""
        if view.row.key != self._key or not writing:
            self._key, self._findings = view.row.key, ()
            self._put_down()

    def draft_changed(self, written: str) -> None:
        """Ask no longer about words that have changed."""
        if written.strip() != self._about:
            self._put_down()

    def draft_looked_at(self, findings: tuple[DraftFinding, ...]) -> None:
        """Know what the draft holds."""
        self._findings = findings

    def refresh(self, change: Change) -> None:
        """Ask no longer once it is copied, or about another rest."""
        if change.deed in {Deed.COPIED, Deed.REST_STARTED, Deed.REST_ENDED}:
            self._put_down()

    def holds_copy(self, written: str, start: Suggestion | None) -> bool:
        """Ask, unless this very question stands there already."""
        if self._about == written and not self.isHidden():
            return False
        line = " ".join(self._reasons(written, start))
        if line:
            self._about = written
            safe_text.say(self._line, line)
            self.show()
            announce(self, line)
        return bool(line)

    def _reasons(self, written: str, start: Suggestion | None) -> list[str]:
        strong = [one.rule for one in self._findings if one.level is FindingLevel.STRONG]
        said = []
        if "private_data" in strong:
            said.append(_("It holds something private, and everyone can read it."))
        if any(rule != "private_data" for rule in strong):
            said.append(_("One part may sound like an insult or a threat."))
        rest = self._rest(written, start)
        if rest is not None:
            said.append(copy_line(rest, self._desk.clock.zone()))
        return said

    def _rest(self, written: str, start: Suggestion | None) -> Rest | None:
        key, asks = self._key, self._workspace.resting
        if key is None or asks.may_go_now(start, written, self._findings):
            return None
        rest = attempt(self._desk, lambda: asks.rest(key))
        return None if rest is None or rest.over else rest

    def _copy(self) -> None:
        self._put_down()
        self.copy_asked.emit(True)

    def _go_on(self) -> None:
        self._put_down()
        self.write_asked.emit()

    def _put_down(self) -> None:
        self._about = ""
        self.hide()
