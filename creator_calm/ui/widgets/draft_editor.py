"""The field for a reply: marks of what may deserve a second look, a line of words, autosave.

Marks are a wave underline and a ground, and each has its entry in the list below: colour is never
the only sign, and nothing is scored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.domain.change import Area
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.draft_findings import DraftFindings
from creator_calm.ui.widgets.draft_marks import DraftMarks
from creator_calm.ui.widgets.mark_menu import mark_menu
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _, findings_line, listing, positive_word, unseen_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    from creator_calm.domain.change import Change
    from creator_calm.domain.draft import DraftFinding, DraftReport
    from creator_calm.ui.desk import Desk

CHECK_MS = 250
SAVE_MS = 1500
"""From the first key that is not kept yet, so that typing on and on is kept as well."""
LOW = 124
HIGH = 320


class DraftEditor(QWidget):
    """`check(text)` looks at a draft, `saved(text)` asks to keep it at most 1.5 s after a key.

    `hushed(rule)` asks to look for a thing in no draft any more, `looked(report)` hands on what a
    look found and the creator has not waved away.
    """

    saved = Signal(str)
    edited = Signal()
    hushed = Signal(str)
    looked = Signal(object)

    def __init__(self, desk: Desk, check: Callable[[str], DraftReport | None]) -> None:
        super().__init__()
        self._desk = desk
        self._check = check
        self._report: DraftReport | None = None
        self._ignored: set[tuple[str, str]] = set()
        self._kept = ""
        self._put: str | None = None
        self._full = False
        self.field = safe_text.editor()
        self.line = text(desk, role=FontRole.META, ink="muted")
        self._marks = DraftMarks(desk, self.field)
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
        self.field.installEventFilter(self)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.field.customContextMenuRequested.connect(self._open_menu)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep what is written when the keyboard goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        safe_text.name(self.field, _("Your reply"))
        safe_text.placeholder(self.field, _("Write your own words, or start from one above."))
        self._say()

    def text(self) -> str:
        """Return what is written."""
        return self.field.toPlainText()

    @property
    def unsaved(self) -> bool:
        """Say whether something stands there that nobody was asked to keep yet."""
        return self.text() != self._kept

    def open(self, draft: str) -> None:
        """Begin with a kept draft; what stood here before does not come back by undo."""
        self._stop()
        self._kept = draft
        self._put = None
        self._ignored.clear()
        self._findings.fold()
        blocked = self.field.blockSignals(True)
        safe_text.fill(self.field, draft)
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        self.field.blockSignals(blocked)
        self._measure()
        self.look()

    def start_from(self, suggestion: str, offered: Collection[str] = ()) -> bool:
        """Begin with a suggestion; True when it is all that stands there now.

        It takes the place of nothing, and of a suggestion that was not touched: the last one put
        in, or one of `offered`. What the creator wrote stays, and it is put in at the cursor.
        """
        written = self.text().strip()
        if written and written != self._put and written not in offered:
            self.insert(suggestion)
            return False
        self.put(suggestion)
        self._put = suggestion.strip()
        return True

    def put(self, words: str) -> None:
        """Put words in the place of all; Ctrl+Z in the field brings back what was written."""
        safe_text.insert(self.field, words, instead_of_all=True)
        self.look()

    def insert(self, words: str) -> None:
        """Put words where the cursor stands; nothing that was written goes. One step to undo."""
        cursor = self.field.textCursor()
        cursor.setPosition(cursor.selectionEnd())  # what is selected was written too
        self.field.setTextCursor(cursor)
        beside = self.field.document().characterAt
        before = beside(cursor.position() - 1) if cursor.position() else " "
        after = beside(cursor.position())
        left = "" if not words or before.isspace() else " "
        right = "" if not words or not after.isprintable() or after.isspace() else " "
        safe_text.insert(self.field, f"{left}{words}{right}")
        self.look()

    def save(self) -> None:
        """Keep what is written, if it changed since it was kept."""
        self._saving.stop()
        if self.text() != self._kept:
            self._kept = self.text()
            self.saved.emit(self._kept)

    def look(self) -> None:
        """Look at the draft now, or once an input method is through with the word being made."""
        if self._composing():
            self._checking.start()
            return
        self._checking.stop()
        self._report = self._check(self.text()) if self.text().strip() else None
        self._show()

    def _composing(self) -> bool:
        return bool(self.field.textCursor().block().layout().preeditAreaText())

    def next_mark(self) -> None:
        """Move the cursor to the next mark, round and round."""
        self._go_to(self._marks.after(self.field.textCursor().position()))

    def previous_mark(self) -> None:
        """Move the cursor to the mark before, round and round."""
        self._go_to(self._marks.before(self.field.textCursor().position()))

    def _go_to(self, found: DraftFinding | None) -> None:
        if found is None:
            return
        cursor = self.field.textCursor()
        cursor.setPosition(safe_text.select(self.field, found.start, found.start).position())
        self.field.setTextCursor(cursor)
        self.field.setFocus()
        announce(self.field, found.message)

    def _typed(self) -> None:
        self._full = self._cut()
        self._measure()
        self._checking.start()
        if not self._saving.isActive():
            self._saving.start()
        self.edited.emit()

    def _cut(self) -> bool:
        """Take back what was typed beyond the longest draft, and nothing else; say if it is full.

        Undo would not do: Qt counts everything that was typed without a pause as one step.
        """
        over = len(self.text()) - safe_text.DRAFT_CAP
        if over > 0:
            cursor = self.field.textCursor()
            cursor.joinPreviousEditBlock()
            for _sign in range(over):
                cursor.deletePreviousChar()
            cursor.endEditBlock()
        return over >= 0

    def _stop(self) -> None:
        self._checking.stop()
        self._saving.stop()

    def _measure(self) -> None:
        """Grow with the text between two heights."""
        px = self._desk.theme.px
        lines = self.field.document().size().height()
        needed = int(lines * self.field.fontMetrics().lineSpacing()) + px(34)
        self.field.setFixedHeight(min(max(needed, px(LOW)), px(HIGH)))

    def _shown(self) -> tuple[DraftFinding, ...]:
        if self._report is None:
            return ()
        written = self.text()
        return tuple(
            finding
            for finding in self._report.findings
            if (finding.rule, written[finding.start : finding.end]) not in self._ignored
        )

    def _show(self) -> None:
        self._marks.show(self._shown())
        self._say()
        self.looked.emit(self._shown())

    def _say(self) -> None:
        findings = self._shown()
        self._findings.show_findings(self.text(), findings)
        self.line.setVisible(self._report is not None)
        if self._report is not None:
            good = [word for code in self._report.positives if (word := positive_word(code))]
            line = findings_line(findings)
            if self._full:
                line = _("That is as long as a draft can be. Everything up to here is kept.")
            elif good:
                # TRANSLATORS: {line} is a whole sentence, {good} like "short and names the topic"
                line = _("{line} Good: {good}.").format(line=line, good=listing(good))
            if self._report.unseen:
                line += "\n" + unseen_line(len(self.text()) - self._report.unseen)
            safe_text.say(self.line, line)

    def _change(self, finding: DraftFinding, better: str) -> None:
        safe_text.replace_part(self.field, finding.start, finding.end, better)
        self.look()

    def _leave(self, finding: DraftFinding) -> None:
        self._ignored.add((finding.rule, self.text()[finding.start : finding.end]))
        self._show()

    def menu_at(self, at: QPoint) -> QMenu:
        """Return what can be done with the mark below the mouse or the cursor, above the usual."""
        menu = self.field.createStandardContextMenu()
        found = self._marks.at(self.field.cursorForPosition(at).position())
        if found is not None:
            mark_menu(menu, found, self._change, self._leave, self.hushed.emit)
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu_at(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.field.viewport().mapToGlobal(at))
