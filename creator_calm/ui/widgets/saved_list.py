"""A short list of saved replies to pick from: searched as one types, walked with the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.reply import Audience
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.search_field import SearchField
from creator_calm.ui.widgets.texts import clear, quoted, text
from creator_calm.wording import _, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.own_words import SavedReply
    from creator_calm.ui.desk import Desk

SHOWN = 8
START = 90
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SavedList(QWidget):
    """`chosen` carries a SavedReply; `left` says that the keyboard wants out."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, find: Callable[[str], tuple[SavedReply, ...]]) -> None:
        super().__init__()
        self._desk = desk
        self._find = find
        self.search = SearchField(desk)
        self.search.textChanged.connect(self.fill)
        self.search.left_down.connect(self._first)
        self.search.installEventFilter(self)
        self.rows: list[Button] = []
        self.none = text(desk, role=FontRole.META, ink="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addWidget(self.search)
        column.addLayout(self._list)
        column.addWidget(self.none)

    def open(self) -> None:
        """Show all of them and put the keyboard into the search."""
        self.search.clear()
        self.fill()
        self.search.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.placeholder(self.search, _("Search your replies"))
        safe_text.name(self.search, _("Search your replies"))

    def fill(self) -> None:
        """Show what fits the words typed."""
        clear(self._list)
        self.rows = []
        found = self._find(self.search.text())
        for reply in found[:SHOWN]:
            self._add(reply)
        left = len(found) - SHOWN
        if left > 0:
            more = ngettext("{n} more. Search to find it.", "{n} more. Search to find them.", left)
            safe_text.say(self.none, more.format(n=number(left)))
        else:
            safe_text.say(self.none, _("No saved reply matches."))
        self.none.setVisible(left > 0 or not found)

    def _add(self, reply: SavedReply) -> None:
        title = safe_text.inline(reply.title, 44)
        if reply.audience is Audience.PRIVATE:
            # TRANSLATORS: {title} is the title of a saved reply
            title = _("{title} · private").format(title=title)
        row = Button(self._desk, title, ButtonKind.LINK, height=24)
        safe_text.name(row, safe_text.accessible(f"{reply.title}: {reply.text[:80]}"))
        row.clicked.connect(lambda: self.chosen.emit(reply))
        row.installEventFilter(self)
        self.rows.append(row)
        self._list.addWidget(row)
        start = " ".join(reply.text[:START].split()) + ("…" if len(reply.text) > START else "")
        self._list.addWidget(quoted(self._desk, start, FontRole.META))

    def _first(self) -> None:
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Walk with the arrows, take with Enter, leave with Esc before the panel hears it."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and not self.search.text():
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        if event.type() == QEvent.Type.KeyPress and watched in self.rows:
            return self._walk(watched, event.key())
        return super().eventFilter(watched, event)

    def _walk(self, row: QObject, key: int) -> bool:
        at = next(place for place, one in enumerate(self.rows) if one is row)
        if key in _ENTER:
            self.rows[at].click()
        elif key == Qt.Key.Key_Down:
            self.rows[min(at + 1, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Up:
            target: QWidget = self.rows[at - 1] if at else self.search
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True
