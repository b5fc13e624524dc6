"""The slots of a saved reply, one line each; nothing is put in before all of them have words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from creator_calm.domain.slots import VALUE_MAX, filled, open_slots, slots
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.forms import Field
from creator_calm.ui.widgets.texts import clear, text
from creator_calm.wording import _, listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from creator_calm.ui.desk import Desk

PREVIEW = 600


class SlotForm(QWidget):
    """`filled_in` carries the finished text; `left` goes back without one."""

    filled_in = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._text = ""
        self.fields: dict[str, Field] = {}
        self.preview = text(desk, role=FontRole.META, ink="muted")
        self.missing = text(desk, role=FontRole.META_STRONG, ink="muted")
        self.insert = Button(desk, kind=ButtonKind.SOFT, height=32)
        self.back = Button(desk, kind=ButtonKind.GHOST, height=32)
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(6))
        row = QHBoxLayout()
        row.addWidget(self.insert)
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.theme.px(6))
        column.addLayout(self._list)
        column.addWidget(self.preview)
        column.addWidget(self.missing)
        column.addLayout(row)
        self.insert.clicked.connect(self._finish)
        self.back.clicked.connect(self.left)
        self.retranslate()

    def open(self, reply_text: str, known: Mapping[str, str]) -> None:
        """Ask for the slots of a text; what is known stands there already and can be changed."""
        self._text = reply_text
        clear(self._list)
        self.fields = {}
        for slot in slots(reply_text):
            line = safe_text.line_field(VALUE_MAX)
            field = self.fields[slot] = Field(self._desk, slot, line)
            field.fill(known.get(slot, ""))
            line.textChanged.connect(self._say)
            line.returnPressed.connect(self._on)
            line.installEventFilter(self)
            self._list.addWidget(field)
        self._say()
        self._on()

    def words(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {slot: field.words() for slot, field in self.fields.items()}

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.insert.say(_("Insert"))
        self.back.say(_("Back to your replies"))
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go back with Esc before the panel hears it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() == QEvent.Type.KeyPress:
                self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        words = self.words()
        still = open_slots(self._text, words)
        shown = {slot: words.get(slot, "").strip() or f"{{{slot}}}" for slot in slots(self._text)}
        safe_text.words(self.preview, filled(self._text, shown), PREVIEW)
        self.insert.setEnabled(not still)
        names = listing([safe_text.inline(slot) for slot in still])
        safe_text.say(self.missing, _("Still to fill in: {slots}.").format(slots=names))
        self.missing.setVisible(bool(still))

    def _on(self) -> None:
        """Go to the next field without words; when there is none, to the last or to the end."""
        still = open_slots(self._text, self.words())
        if still:
            self.fields[still[0]].field.setFocus()
        elif isinstance(self.window().focusWidget(), QLineEdit) and self.isAncestorOf(
            self.window().focusWidget()
        ):
            self._finish()
        elif self.fields:
            next(iter(self.fields.values())).field.setFocus()

    def _finish(self) -> None:
        if not open_slots(self._text, self.words()):
            self.filled_in.emit(filled(self._text, self.words()))
