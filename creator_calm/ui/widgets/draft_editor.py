"""The field for a reply: marks of what may deserve a second look, a line of words, autosave.

Marks are a wave underline and a ground, and each has its entry in the list below: colour is never
the only sign, and nothing is scored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.domain.draft import FindingLevel
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.draft_findings import DraftFindings
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _, findings_line, listing, positive_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.change import Change
    from creator_calm.domain.draft import DraftFinding, DraftReport
    from creator_calm.ui.desk import Desk

CHECK_MS = 250
SAVE_MS = 1500
LOW = 172
HIGH = 320


class DraftEditor(QWidget):
    """`check(text)` looks at a draft, `saved(text)` asks to keep it 1.5 s after the last key.

    `hushed(rule)` asks to look for a thing in no draft any more.
    """

    saved = Signal(str)
    edited = Signal()
    hushed = Signal(str)

    def __init__(self, desk: Desk, check: Callable[[str], DraftReport | None]) -> None:
        super().__init__()
        self._desk = desk
        self._check = check
        self._report: DraftReport | None = None
        self._ignored: set[tuple[str, str]] = set()
        self._kept = ""
        self.field = safe_text.editor()
        self.line = text(desk, role=FontRole.META, ink="muted")
        self._findings = DraftFindings(desk)
        self._findings.changed.connect(self._change)
        self._findings.left.connect(self._leave)
        self._findings.hushed.connect(self.hushed)
        self._checking = self._timer(CHECK_MS, self.look)
        self._saving = self._timer(SAVE_MS, self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(8))
        for widget in (self.field, self.line, self._findings):
            column.addWidget(widget)
        desk.theme.set_font(self.field, FontRole.COMMENT)
        self.field.textChanged.connect(self._typed)
        desk.theme.changed.connect(self._measure)
        desk.changed.connect(self._settings_changed)
        self._measure()

    def _settings_changed(self, change: Change) -> None:
        if Area.SETTINGS in change.areas:
            self.look()

    def _timer(self, milliseconds: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.name(self.field, _("Your reply"))
        safe_text.placeholder(self.field, _("Write your own words, or start from one above."))
        self._say()

    def text(self) -> str:
        """Return what is written."""
        return self.field.toPlainText()

    def open(self, draft: str) -> None:
        """Begin with a kept draft; what stood here before does not come back by undo."""
        self._stop()
        self._kept = draft
        self._ignored.clear()
        self._findings.fold()
        blocked = self.field.blockSignals(True)
        safe_text.fill(self.field, draft)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.blockSignals(blocked)
        self._measure()
        self.look()

    def start_from(self, suggestion: str) -> None:
        """Put a suggestion into the field; Ctrl+Z there brings back what was written."""
        safe_text.insert(self.field, suggestion, instead_of_all=True)
        self.look()

    def insert(self, words: str) -> None:
        """Put words where the cursor stands; nothing that was written goes. One step to undo."""
        safe_text.insert(self.field, words)
        self.look()

    def save(self) -> None:
        """Keep what is written, if it changed since it was kept."""
        self._saving.stop()
        if self.text() != self._kept:
            self._kept = self.text()
            self.saved.emit(self._kept)

    def look(self) -> None:
        """Look at the draft now."""
        self._checking.stop()
        self._report = self._check(self.text()) if self.text().strip() else None
        self._mark()
        self._say()

    def next_mark(self) -> None:
        """Move the cursor to the next mark, round and round."""
        findings = self._shown()
        if not findings:
            return
        at = self.field.textCursor().position()
        starts = [(safe_text.select(self.field, f.start, f.start).position(), f) for f in findings]
        found = next((f for start, f in starts if start > at), findings[0])
        cursor = self.field.textCursor()
        cursor.setPosition(safe_text.select(self.field, found.start, found.start).position())
        self.field.setTextCursor(cursor)
        self.field.setFocus()

    def _typed(self) -> None:
        if len(self.text()) > safe_text.DRAFT_CAP:
            self.field.undo()
            return
        self._measure()
        self._checking.start()
        self._saving.start()
        self.edited.emit()

    def _stop(self) -> None:
        self._checking.stop()
        self._saving.stop()

    def _measure(self) -> None:
        """Grow with the text between two heights."""
        px = self._desk.theme.px
        lines = self.field.document().size().height()
        needed = int(lines * self.field.fontMetrics().lineSpacing()) + px(34)
        self.field.setFixedHeight(min(max(needed, px(LOW)), px(HIGH)))

    def _shown(self) -> list[DraftFinding]:
        if self._report is None:
            return []
        written = self.text()
        return [
            finding
            for finding in self._report.findings
            if (finding.rule, written[finding.start : finding.end]) not in self._ignored
        ]

    def _mark(self) -> None:
        marks = []
        for finding in self._shown():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = safe_text.select(self.field, finding.start, finding.end)
            mark.format = self._line_below(finding.level)
            marks.append(mark)
        self.field.setExtraSelections(marks)

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

    def _say(self) -> None:
        findings = self._shown()
        self._findings.show_findings(self.text(), findings)
        self.line.setVisible(self._report is not None)
        if self._report is not None:
            good = [word for code in self._report.positives if (word := positive_word(code))]
            line = findings_line(len(findings))
            if good:
                # TRANSLATORS: {line} is a whole sentence, {good} like "short and names the topic"
                line = _("{line} Good: {good}.").format(line=line, good=listing(good))
            safe_text.say(self.line, line)

    def _change(self, finding: DraftFinding, better: str) -> None:
        safe_text.replace_part(self.field, finding.start, finding.end, better)
        self.look()

    def _leave(self, finding: DraftFinding) -> None:
        self._ignored.add((finding.rule, self.text()[finding.start : finding.end]))
        self._mark()
        self._say()
