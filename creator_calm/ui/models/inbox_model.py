"""The list of comments for Qt: a count and a few pages of rows, never the whole library.

Every role is answered from what the workspace hands out. A put-away row has no words there, so
there are none here: not for a screen reader, not for Ctrl+C, not for a drag (trust.md section 4).
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from creator_calm.domain.inbox import InboxQuery
from creator_calm.ui import safe_text
from creator_calm.ui.models.picks import Picks
from creator_calm.wording import _, card_name

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.inbox import InboxRow
    from creator_calm.workspace.inbox import Inbox

PAGE = 100
PAGES = 16
Index = QModelIndex | QPersistentModelIndex
_NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class InboxModel(QAbstractListModel):
    """Rows of one query, by page. `tail` adds a last row that stands for the put-away group."""

    def __init__(
        self,
        inbox: Inbox | None = None,
        query: InboxQuery | None = None,
        picks: Picks | None = None,
    ) -> None:
        super().__init__()
        self._picks = Picks() if picks is None else picks
        self._inbox = inbox
        self.query = query or InboxQuery()
        self._pages: OrderedDict[int, tuple[InboxRow, ...]] = OrderedDict()
        self._count = 0
        self._tail = False

    def open(self, inbox: Inbox, query: InboxQuery, *, tail: bool = False) -> None:
        """Show the rows of a query."""
        self.beginResetModel()
        self._inbox = inbox
        self.query = query
        self._tail = tail
        self._pages.clear()
        self._count = inbox.count(query)
        self.endResetModel()

    def refresh(self, *, tail: bool | None = None) -> None:
        """Read again after a change; a reset only where rows came, went or moved."""
        if self._inbox is None:
            return
        count = self._inbox.count(self.query)
        wanted = self._tail if tail is None else tail
        if count == self._count and wanted == self._tail and self._reread():
            self.dataChanged.emit(self.index(0), self.index(max(self.rowCount() - 1, 0)))
            return
        self.open(self._inbox, self.query, tail=wanted)

    def _reread(self) -> bool:
        """Fetch the kept pages once more; say whether they still hold the same comments."""
        assert self._inbox is not None
        fresh: OrderedDict[int, tuple[InboxRow, ...]] = OrderedDict()
        for number, rows in self._pages.items():
            fresh[number] = self._inbox.page(self.query, number * PAGE, PAGE)
            if [row.key for row in fresh[number]] != [row.key for row in rows]:
                return False
        self._pages = fresh
        return True

    @property
    def comments(self) -> int:
        """Return how many comments there are, without the tail."""
        return self._count

    def is_tail(self, number: int) -> bool:
        """Say whether row `number` stands for the put-away group."""
        return self._tail and number == self._count

    def row(self, number: int) -> InboxRow | None:
        """Return a row, or None for the tail and for rows that are gone."""
        if self._inbox is None or not 0 <= number < self._count:
            return None
        page, place = divmod(number, PAGE)
        rows = self._page(page)
        return rows[place] if place < len(rows) else None

    def find(self, key: CommentKey) -> int | None:
        """Return the place of a comment in this query."""
        if self._inbox is None:
            return None
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.key == key:
                    return page * PAGE + place
        return self._inbox.position(self.query, key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of rows."""
        return 0 if parent.isValid() else self._count + int(self._tail)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the spoken name of a row; of a put-away row its mask. No other role has anything."""
        if role not in _NAMES or not index.isValid():
            return None
        if self.is_tail(index.row()):
            return _("Some are put away, and can wait.")
        row = self.row(index.row())
        if row is None:
            return None
        name = safe_text.accessible(card_name(row))
        # TRANSLATORS: spoken before a comment that is selected together with others
        return f"{_('Selected.')} {name}" if row.key in self._picks else name

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen, never dragged or edited."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _page(self, number: int) -> tuple[InboxRow, ...]:
        assert self._inbox is not None
        rows = self._pages.get(number)
        if rows is None:
            rows = self._inbox.page(self.query, number * PAGE, PAGE)
            self._pages[number] = rows
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return rows
