"""One put-away comment shown on purpose, in the place of its row, and put away again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from creator_calm.ui.troubles import attempt
from creator_calm.ui.widgets.away import RevealedCard

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.widgets.comment_list import CommentList
    from creator_calm.workspace.workspace import Workspace


class Revealing(QObject):
    """At most one at a time. Whoever leaves the row, the page or the window calls `put_back`."""

    def __init__(self, workspace: Workspace, desk: Desk, view: CommentList) -> None:
        super().__init__(view)
        self._workspace = workspace
        self._desk = desk
        self._view = view
        self._card: RevealedCard | None = None
        self.key: CommentKey | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.put_back)

    def turn(self, key: CommentKey) -> None:
        """Show a comment, or put it away again when it is the one that is shown."""
        shown = self.key
        self.put_back()
        if shown != key:
            self._show(key)

    def put_back(self) -> None:
        """Put away what is shown; its words leave the widget before the widget goes."""
        self.timer.stop()
        card, self._card, self.key = self._card, None, None
        if card is None:
            return
        had_focus = card.isAncestorOf(self._view.window().focusWidget())
        card.forget()
        self._view.stand_in(None)
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, key: CommentKey) -> None:
        view = attempt(self._desk, lambda: self._workspace.inbox.reveal(key))
        if view is None:
            return
        card = self._card = RevealedCard(self._desk, view)
        card.away_asked.connect(self.put_back)
        self.key = key
        self._view.stand_in(key, card)
        self._view.choose(key)
        self._view.scrollTo(self._view.currentIndex())
        seconds = int(self._workspace.preferences.get("list.reveal_seconds"))
        self.timer.start(seconds * 1000)
