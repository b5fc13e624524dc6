"""What a comment answers and how many answer it, in a few quiet lines above the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.texts import text
from creator_calm.wording.threads import answers_line, away_line, replies_line

if TYPE_CHECKING:
    from creator_calm.domain.inbox import Thread
    from creator_calm.ui.desk import Desk

FIRST_LINES = 160
"""Characters of the answered comment: enough to know it again."""


class ThreadLines(QWidget):
    """Absent where the comment stands alone. Of a put-away comment it says what the mask says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._answers = text(desk, role=FontRole.META_STRONG, ink="muted")
        self._words = text(desk, role=FontRole.BODY, ink="muted")
        self._replies = text(desk, role=FontRole.META, ink="muted")
        self._parts = (self._answers, self._words, self._replies)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(3))
        for part in self._parts:
            column.addWidget(part)

    def show_thread(self, thread: Thread | None) -> None:
        """Show a comment's thread; None hides the block."""
        for part in self._parts:
            safe_text.say(part, "")
        if thread is not None:
            parent = thread.parent
            name = "" if parent is None else safe_text.inline(parent.author or "", 60)
            safe_text.say(self._answers, answers_line(thread, name))
            safe_text.say(self._replies, replies_line(thread))
            if parent is not None and parent.put_away:
                safe_text.say(self._words, away_line(parent))
            elif parent is not None:
                safe_text.words(self._words, _first_lines(parent.text or ""), FIRST_LINES + 1)
        for part in self._parts:
            part.setVisible(bool(part.text()))
        self.setVisible(any(part.text() for part in self._parts))


def _first_lines(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= FIRST_LINES else joined[:FIRST_LINES].rstrip() + "…"
