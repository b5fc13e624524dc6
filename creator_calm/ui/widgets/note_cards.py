"""Own notes: plain text, kept as they are written, searched only here, never scanned for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.frames import Card
from creator_calm.ui.widgets.texts import text
from creator_calm.wording import _

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QHideEvent

    from creator_calm.domain.care import Note
    from creator_calm.ui.desk import Desk

CAP = 100_000
SAVE_MS = 1_200
"""Kept this long after the last key, at the latest within two seconds of a pause in writing."""
LATEST_MS = 2_000
"""Somebody who writes on without a pause is saved this often."""
LEAST_LINES, MOST_LINES = 3, 14


class NoteCard(Card):
    """One note. `kept` carries its id (None while it is new) and its words, once they changed."""

    kept = Signal(object)
    removed = Signal(object)

    def __init__(self, desk: Desk, note: Note | None, when: str = "") -> None:
        super().__init__(desk, padding=14)
        self._desk = desk
        self.id: int | None = note.id if note is not None else None
        self.editor = safe_text.editor(CAP, self._does_not_fit)
        desk.theme.set_font(self.editor, FontRole.COMMENT)
        safe_text.placeholder(self.editor, _("Write here. It is kept as you write."))
        safe_text.name(self.editor, _("Note of {day}").format(day=when) if when else _("New note"))
        if note is not None:
            safe_text.fill(self.editor, note.text)
        self._saved = self.editor.toPlainText()
        self.problem = problem_line(desk)
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(SAVE_MS)
        self.latest = QTimer(self)
        self.latest.setSingleShot(True)
        self.latest.setInterval(LATEST_MS)
        self.pause.timeout.connect(self.keep)
        self.latest.timeout.connect(self.keep)
        self.editor.textChanged.connect(self._changed)
        self.editor.installEventFilter(self)
        self.column.addWidget(self.editor)
        self.column.addWidget(self.problem)
        self.column.addLayout(self._foot(when))
        self._fit()

    def words(self) -> str:
        """Return what is written."""
        return self.editor.toPlainText()

    def changed(self) -> bool:
        """Say whether something was written that is not kept yet."""
        return self.words() != self._saved

    def keep(self) -> None:
        """Hand over what changed, if anything did."""
        self.pause.stop()
        self.latest.stop()
        if self.changed():
            self.kept.emit(self)

    def was_kept(self, note_id: int | None) -> None:
        """Note that the words are safe, and under which number."""
        self.id = note_id if note_id is not None else self.id
        self._saved = self.words()
        say_problem(self.problem, "")

    def say(self, sentence: str) -> None:
        """Say why it could not be kept. The words stay in the field."""
        say_problem(self.problem, sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep what was written when the field is left."""
        if event.type() == event.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what was written when the page is left."""
        super().hideEvent(event)
        self.keep()

    def _does_not_fit(self, _pasted: str) -> None:
        """Refuse a paste that would be cut: it is still on the clipboard, whole."""
        self.say(
            _(
                "That does not fit into this note, so nothing of it was pasted. It is still on the"
                " clipboard: put it into a new note, or in parts."
            )
        )

    def _foot(self, when: str) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(text(self._desk, when, FontRole.META, ink="muted"), 1)
        remove = Button(self._desk, _("Remove"), ButtonKind.GHOST)
        safe_text.name(remove, _("Remove this note") + (f", {when}" if when else ""))
        remove.clicked.connect(lambda: self.removed.emit(self))
        foot.addWidget(remove)
        return foot

    def _changed(self) -> None:
        self._fit()
        if not self.changed():
            return
        self.pause.start()
        if not self.latest.isActive():
            self.latest.start()

    def _fit(self) -> None:
        """Grow with the lines, up to a point."""
        line = self._desk.theme.line(FontRole.COMMENT)
        lines = min(max(self.editor.blockCount() + 1, LEAST_LINES), MOST_LINES)
        self.editor.setFixedHeight(round(line * lines) + self._desk.theme.px(22))
