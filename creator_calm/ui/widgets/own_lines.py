"""A few lines of the creator's own, kept when the field is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.widgets.forms import small_editor

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

SHOWN = 5


class OwnLines(QWidget):
    """`chosen` carries what was typed as soon as the keyboard goes elsewhere."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, cap: int) -> None:
        super().__init__()
        self.field = small_editor(desk, cap, SHOWN)
        # Tab leaves the field: nobody must be caught in it without a mouse.
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)

    def named(self, label: str) -> None:
        """Name the field for screen readers."""
        safe_text.name(self.field, label)

    def show_value(self, value: str) -> None:
        """Show what is kept, unless it stands there already."""
        if self.field.toPlainText() != value:
            safe_text.fill(self.field, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep what was typed when the field is left; never takes an event away."""
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.chosen.emit(self.field.toPlainText())
        return super().eventFilter(watched, event)
