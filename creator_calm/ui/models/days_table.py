"""The days of looking back as a table: what the picture shows, for reading and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from creator_calm.wording import language
from creator_calm.wording.moods import day_cells, table_heads

if TYPE_CHECKING:
    from datetime import date

    from creator_calm.domain.moods import LookedBack, Mood

Index = QModelIndex | QPersistentModelIndex
_SAYS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class DaysTable(QAbstractTableModel):
    """A row for each day on which there was anything, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, ...]] = []

    def show_days(self, found: LookedBack) -> None:
        """Show these days."""
        self.beginResetModel()
        read = {one.day: one for one in found.read}
        kept = dict(found.kept)
        noted: dict[date, list[Mood]] = {}
        for day, mood in found.moods:
            noted.setdefault(day, []).append(mood)
        self._rows = []
        for day in sorted({*read, *kept, *noted}, reverse=True):
            qt_day = QDate(day.year, day.month, day.day)
            words = QLocale(language()).toString(qt_day, "d MMM yyyy")
            cells = day_cells(read.get(day), kept.get(day, 0), noted.get(day, []))
            self._rows.append((words, *cells))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of days."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        """Return the number of columns."""
        return 0 if parent.isValid() else len(table_heads())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a cell."""
        return self._rows[index.row()][index.column()] if role in _SAYS else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return the head of a column."""
        across = orientation is Qt.Orientation.Horizontal
        return table_heads()[section] if across and role in _SAYS else None
