"""Fields with their label above, help below, and room for one plain sentence when something will not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.texts import text

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


class Field(QWidget):
    """A labelled field. What was typed stays whatever the problem line says."""

    def __init__(self, desk: Desk, label: str, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__()
        self.field = field
        self.label = text(desk, label, FontRole.META_STRONG, ink="muted")
        self.label.setBuddy(field)
        safe_text.name(field, label)
        desk.theme.set_font(field, FontRole.BODY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(4))
        column.addWidget(self.label)
        column.addWidget(field)

    def words(self) -> str:
        """Return what was typed."""
        if isinstance(self.field, QLineEdit):
            return self.field.text()
        return self.field.toPlainText()

    def fill(self, words: str) -> None:
        """Show what is kept."""
        safe_text.fill(self.field, words)


def problem_line(desk: Desk) -> QLabel:
    """Return a line for what will not do; hidden until it has something to say."""
    line = text(desk, role=FontRole.META_STRONG, ink="warn")
    line.hide()
    return line


def say_problem(line: QLabel, sentence: str) -> None:
    """Show a sentence in place, or take it away with ""."""
    safe_text.say(line, sentence)
    line.setVisible(bool(sentence))


def small_editor(desk: Desk, cap: int, lines: int = 3) -> QPlainTextEdit:
    """Return an editor of a few lines."""
    field = safe_text.editor(cap)
    desk.theme.set_font(field, FontRole.BODY)

    def measure() -> None:
        if isValid(field):
            height = round(desk.theme.line(FontRole.BODY) * lines) + desk.theme.px(22)
            field.setFixedHeight(height)
        else:
            desk.theme.changed.disconnect(measure)

    desk.theme.changed.connect(measure)
    measure()
    return field
