"""Lines of an import preview. What is put away reaches this model as the mask, never as words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from creator_calm.domain.preview import BlockState
from creator_calm.ui import safe_text
from creator_calm.wording import _, age_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime, tzinfo

    from creator_calm.domain.preview import PastedBlock, PreviewRow

AWAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class Line(NamedTuple):
    """What a row says, and whether it is the mask or set aside: those look alike on purpose."""

    words: str
    away: bool


Index = QModelIndex | QPersistentModelIndex


class PreviewLines(QAbstractListModel):
    """One line of plain text per row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's own
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | bool | None:
        """Return the line; the same words go to screen readers."""
        roles = Qt.ItemDataRole
        if index.isValid() and role in {roles.DisplayRole, roles.AccessibleTextRole}:
            return self._lines[index.row()].words
        if index.isValid() and role == AWAY_ROLE:
            return self._lines[index.row()].away
        return None


def row_line(row: PreviewRow, now: datetime, zone: tzinfo) -> Line:
    """Word one comment of the preview; the fixed mask where it is put away, whatever its length.

    Its time is there as it is read, so that a correction of dates can be seen.
    """
    if row.put_away or row.text is None:
        return Line(mask(), away=True)
    parts = (
        safe_text.inline(row.author, 60) if row.author else "",
        safe_text.row_text(row.text),
        age_words(row.written_at, now, zone),
        _("A reply") if row.is_reply else "",
        _("Already here") if row.known else "",
        _("Yours") if row.is_own else "",
    )
    return Line("  ·  ".join(part for part in parts if part), away=row.known)


def block_line(block: PastedBlock) -> Line:
    """Word one part of a paste, with what is proposed to become of it."""
    words = mask()
    if not block.put_away and block.source is not None:
        words = safe_text.row_text((block.text or block.source).strip()) or _("(an empty line)")
        author = safe_text.inline(block.author, 60) if block.author else ""
        words = f"{author}  ·  {words}" if author else words
    notes = {
        BlockState.COMMENT: "",
        BlockState.LEFT_OUT: _("Left out"),
        BlockState.EMPTY: _("No words in it"),
        BlockState.NOT_RECOGNISED: _("Not recognised"),
    }
    note = notes[block.state]
    away = block.put_away or block.state is not BlockState.COMMENT
    return Line(f"{note}:  {words}" if note else words, away=away)


def mask() -> str:
    """Return what stands for every put-away text."""
    return _("Put away")
