"""A word in passing at the bottom of the window, with Undo. It never takes the focus.

A new one takes the place of the old: Undo means the last step, so two of them side by side would
promise what only one can keep. Older steps stay on Ctrl+Z.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QEnterEvent, QHideEvent, QPaintEvent

    from creator_calm.ui.desk import Desk

STAYS_MS = 10_000
WIDEST = 560


class Toast(QWidget):
    """One line or two, 10 s, paused while the pointer or the keyboard is on it."""

    undo_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = parent
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words = text(desk, role=FontRole.CONTROL)
        self._undo = Button(desk, kind=ButtonKind.LINK)
        self._close = Button(desk, kind=ButtonKind.GHOST, icon="close", height=28)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.put_down)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self.put_down)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 10, 12)
        row.setSpacing(14)
        for widget in (self._words, self._undo, self._close):
            row.addWidget(widget)
        for button in (self._undo, self._close):
            button.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def show_words(self, own_wording: str, *, undo: bool) -> None:
        """Show our own words for ten seconds and say them to screen readers once."""
        safe_text.say(self._words, own_wording)
        self._undo.say(_("Undo"))
        self._close.named(_("Close"))
        self._undo.setVisible(undo)
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, own_wording)

    def put_down(self) -> None:
        """Take the words away."""
        self._timer.stop()
        self.hide()

    def place(self) -> None:
        """Stand at the bottom centre of the parent, as wide as the words need."""
        around = self._around.rect()
        theme = self._desk.theme
        most = min(theme.px(WIDEST), around.width() - 2 * theme.px(16))
        extra = 60 + (self._undo.sizeHint().width() + 14 if not self._undo.isHidden() else 0)
        extra += self._close.sizeHint().width()
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 4
        width = min(words + extra, most)
        self._words.setMinimumWidth(min(words, width - extra))
        self.resize(width, max(self.heightForWidth(width), self.minimumSizeHint().height()))
        self.move((around.width() - width) // 2, around.height() - self.height() - theme.px(10))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait while the keyboard is on a button of ours; follow the size of what is around."""
        if watched is self._around:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self.place()
        elif event.type() == QEvent.Type.FocusIn:
            self._timer.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Wait while the pointer is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Go on counting."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Count only while it can be seen."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground."""
        theme = self._desk.theme
        painter = shapes.smooth(QPainter(self))
        box = QRectF(self.rect()).adjusted(3, 1, -3, -4)
        shapes.shadow(painter, box, shapes.RADIUS_CARD, theme)
        edge = QPen(theme.ink("edge", on="surface"), 1)
        shapes.rounded(painter, box, shapes.RADIUS_CARD, theme.paint("surface"), edge)
        painter.end()

    def _take_back(self) -> None:
        self.put_down()
        self.undo_asked.emit()
