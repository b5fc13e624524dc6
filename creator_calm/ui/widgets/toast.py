"""A word in passing at the bottom of the window, with Undo. It never takes the focus.

One at a time. Undo means the last step, so an offer of it takes the place of an older one at once:
two side by side would promise what only one can keep, and older steps stay on Ctrl+Z. What has
no Undo waits its turn: a sentence about trouble is neither pushed out nor pushes out an Undo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes
from creator_calm.ui.widgets.buttons import Button, ButtonKind
from creator_calm.ui.widgets.texts import announce, text
from creator_calm.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QEnterEvent, QHideEvent, QPaintEvent

    from creator_calm.ui.desk import Desk

STAYS_MS = 10_000
NOTICING_MS = 2_000
LETTER_MS = 90
"""Reading time of a letter, for somebody who reads slowly: long sentences stay for longer."""
WAITING_MOST = 3
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
        self._waiting: list[tuple[str, bool]] = []
        self._offers_undo = False
        self.clear_of: Callable[[], QRect] = QRect
        """Asked where not to stand, in coordinates of the parent; nowhere is an empty rectangle."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._next)
        self._undo.clicked.connect(self._take_back)
        self._close.clicked.connect(self._next)
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
        """Show our own words for ten seconds or longer and say them to screen readers once."""
        if self.isVisible() and not (undo and self._offers_undo):
            self._queue(own_wording, undo=undo)
            return
        self._offers_undo = undo
        safe_text.say(self._words, own_wording)
        self._undo.say(_("Undo"))
        self._close.named(_("Close"))
        self._undo.setVisible(undo)
        self.place()
        self.show()
        self.raise_()
        self._timer.start(max(STAYS_MS, _reading_ms(own_wording)))
        announce(self, own_wording)

    def put_down(self) -> None:
        """Take the words away, and what waits behind them."""
        self._waiting.clear()
        self._timer.stop()
        self.hide()

    def _queue(self, own_wording: str, *, undo: bool) -> None:
        """Let words wait: each sentence once, of all offers of Undo the last, the newest three."""
        if not self._offers_undo and own_wording == self._words.text():
            self._timer.start()
            return
        self._waiting = [
            one for one in self._waiting if one[0] != own_wording and not (undo and one[1])
        ]
        self._waiting.append((own_wording, undo))
        del self._waiting[:-WAITING_MOST]
        self._hurry()

    def _hurry(self) -> None:
        """Stay only for the reading, now that something waits."""
        if self._timer.isActive():  # not while the pointer or the keyboard is here
            shown = self._timer.interval() - self._timer.remainingTime()
            self._timer.start(max(0, _reading_ms(self._words.text()) - shown))

    def _next(self) -> None:
        """Take the words away and show what waits."""
        waiting = list(self._waiting)
        self.put_down()
        if waiting:
            words, undo = waiting.pop(0)
            self.show_words(words, undo=undo)
            self._waiting = waiting

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
        self._step_aside(self.clear_of())

    def _step_aside(self, taken: QRect) -> None:
        """Stand beside what must stay in reach, or above it where there is no room beside it."""
        if not self.geometry().intersects(taken):
            return
        if taken.left() > self.width():
            self.move((taken.left() - self.width()) // 2, self.y())
        else:
            self.move(self.x(), taken.top() - self.height() - self._desk.theme.px(4))

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
        self._next()
        self.undo_asked.emit()


def _reading_ms(words: str) -> int:
    return NOTICING_MS + LETTER_MS * len(words)
