"""The marks in a draft: where they stand, how they look, which one is next.

They are selections beside the text and no part of it, so that undo knows nothing of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from creator_calm.domain.draft import FindingLevel
from creator_calm.ui import safe_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from creator_calm.domain.draft import DraftFinding
    from creator_calm.ui.desk import Desk


class DraftMarks:
    """The marks of one field, in the order of its text. Places are Qt's: UTF-16 units."""

    def __init__(self, desk: Desk, field: QPlainTextEdit) -> None:
        self._desk = desk
        self._field = field
        self._spans: list[tuple[int, int, DraftFinding]] = []

    def show(self, findings: tuple[DraftFinding, ...]) -> None:
        """Mark what was found, and nothing else."""
        self._spans = []
        marks = []
        for finding in findings:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = safe_text.select(self._field, finding.start, finding.end)
            mark.format = self._line_below(finding.level)
            marks.append(mark)
            self._spans.append((mark.cursor.selectionStart(), mark.cursor.selectionEnd(), finding))
        self._field.setExtraSelections(marks)

    def at(self, place: int) -> DraftFinding | None:
        """Return the mark at a place; its end belongs to it, as a cursor behind it does."""
        return next((one for start, end, one in self._spans if start <= place <= end), None)

    def after(self, place: int) -> DraftFinding | None:
        """Return the next mark, the first one behind the last; None without marks."""
        return next((one for start, _end, one in self._spans if start > place), self._end(0))

    def before(self, place: int) -> DraftFinding | None:
        """Return the mark before, the last one before the first; None without marks."""
        back = reversed(self._spans)
        return next((one for start, _end, one in back if start < place), self._end(-1))

    def _end(self, index: int) -> DraftFinding | None:
        return self._spans[index][2] if self._spans else None

    def _line_below(self, level: FindingLevel) -> QTextCharFormat:
        """Draw a wave on a ground; below a small thing only dots."""
        look = QTextCharFormat()
        look.setUnderlineColor(self._desk.theme.ink("warn", on="warn_bg"))
        if level is FindingLevel.HINT:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        else:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setBackground(self._desk.theme.paint("warn_bg"))
        return look
