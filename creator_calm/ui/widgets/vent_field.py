"""A field whose words go nowhere: they can be typed and taken back, and nothing else.

It is no text field of Qt's: those can select, copy, drag, undo, print, and hand their words to the
clipboard and to screen readers. What is not there cannot leak. Where a system offers an input
method, it is told that the words are sensitive and none of them is handed back to it.

The honest limit: Python and Qt copy words while they are typed and painted, and neither can wipe
the memory they used. The list that holds them here is overwritten before it is emptied.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets import shapes

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QMouseEvent, QPaintEvent

    from creator_calm.ui.desk import Desk

CAP = 5_000
HEIGHT = 132
SIDE = 12
_JOINER = "\u200d"
_FOR_OTHERS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class VentField(QWidget):
    """Words to be typed and let go of. `typed` tells that a key was pressed, never which."""

    typed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._signs: list[str] = []
        self._at = 0
        self._making = ""
        self._scrolled = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhMultiLine
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        desk.theme.set_font(self, FontRole.COMMENT)

    @property
    def empty(self) -> bool:
        """Say whether nothing stands in it."""
        return not self._signs and not self._making

    def forget(self) -> None:
        """Let go of everything: overwritten first, as far as that goes, then emptied."""
        self._signs[:] = ["\0"] * len(self._signs)
        self._signs.clear()
        self._at, self._making, self._scrolled = 0, "", 0.0
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size; the width is the layout's."""
        return QSize(self._desk.theme.px(240), self._desk.theme.px(HEIGHT))

    # keys

    def event(self, event: QEvent) -> bool:
        """Take every key that means a sign or a change, before it is a command elsewhere."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and _is_mine(cast("QKeyEvent", event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type, take back, move; nothing that would take words out of here."""
        key = event.key()
        if key in _FOR_OTHERS:
            super().keyPressEvent(event)
            return
        self.typed.emit()
        if key == Qt.Key.Key_Backspace:
            self._take_back(self._before(self._at), self._at)
        elif key == Qt.Key.Key_Delete:
            self._take_back(self._at, self._after(self._at))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._put("\n")
        elif key in _MOVES:
            self._move(Qt.Key(key))
        elif (
            event.text().isprintable() and not event.modifiers() & Qt.KeyboardModifier.MetaModifier
        ):
            self._put(event.text())
        self._seen()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Take what an input method made, and show what it is making."""
        self.typed.emit()
        self._making = event.preeditString()
        self._put(event.commitString())
        self._seen()
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 - Qt's name
        """Say where the cursor is, and none of the words around it."""
        match query:
            case Qt.InputMethodQuery.ImEnabled:
                return True
            case Qt.InputMethodQuery.ImCursorRectangle:
                return self._lay_out()[1].toRect()
            case Qt.InputMethodQuery.ImHints:
                return self.inputMethodHints().value
            case _:
                return None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cursor at the end: there is nothing to select."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._at = len(self._signs)
        self._seen()
        event.accept()

    def _put(self, words: str) -> None:
        fitting = words[: CAP - len(self._signs)]
        self._signs[self._at : self._at] = fitting
        self._at += len(fitting)

    def _take_back(self, start: int, end: int) -> None:
        del self._signs[start:end]
        self._at = start

    def _move(self, key: Qt.Key) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_Up: 0}
        if key == Qt.Key.Key_Left:
            self._at = self._before(self._at)
        elif key == Qt.Key.Key_Right:
            self._at = self._after(self._at)
        else:
            self._at = ends.get(key, len(self._signs))

    def _before(self, at: int) -> int:
        """Return the place before the sign that ends at `at`, joined and marked signs being one."""
        at = max(at - 1, 0)
        while at > 0 and (_clings(self._signs[at]) or self._signs[at - 1] == _JOINER):
            at -= 1
        return at

    def _after(self, at: int) -> int:
        at = min(at + 1, len(self._signs))
        while at < len(self._signs) and (
            _clings(self._signs[at]) or self._signs[at - 1] == _JOINER
        ):
            at += 1
        return at

    # paint

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the field and its words; they are laid out for this and forgotten again."""
        theme, box = self._desk.theme, QRectF(self.rect())
        painter = shapes.smooth(QPainter(self))
        shapes.rounded(
            painter, box, 10, theme.paint("surface"), QPen(theme.ink("edge", on="surface"), 1)
        )
        if self.hasFocus():
            shapes.ring(painter, box, 10, theme.ink("accent", on="surface"))
        inner = self._inner()
        layout, cursor = self._lay_out()
        painter.setClipRect(inner)
        painter.setPen(theme.ink("text", on="surface"))
        layout.draw(painter, QPointF(inner.left(), inner.top() - self._scrolled))
        if self.hasFocus():
            painter.fillRect(cursor, theme.ink("text", on="surface"))
        painter.end()

    def _inner(self) -> QRectF:
        side = self._desk.theme.px(SIDE)
        return QRectF(self.rect()).adjusted(side, side - 2, -side, -side + 2)

    def _lay_out(self) -> tuple[QTextLayout, QRectF]:
        """Return the words as lines, and where the cursor stands in this widget."""
        before = "".join(self._signs[: self._at]) + self._making
        words = before + "".join(self._signs[self._at :])
        layout = QTextLayout(words.replace("\n", "\u2028"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        inner, height = self._inner(), 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(inner.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        units = len(before.encode("utf-16-le", "surrogatepass")) // 2
        found = layout.lineForTextPosition(units)
        if not found.isValid():
            return layout, QRectF(inner.left(), inner.top(), 2, self.fontMetrics().height())
        left = _first(found.cursorToX(units))
        top = inner.top() + found.y() - self._scrolled
        return layout, QRectF(inner.left() + left, top, 2, found.height())

    def _seen(self) -> None:
        """Scroll so that the cursor can be seen."""
        inner, cursor = self._inner(), self._lay_out()[1]
        if cursor.bottom() > inner.bottom():
            self._scrolled += cursor.bottom() - inner.bottom()
        elif cursor.top() < inner.top():
            self._scrolled = max(0.0, self._scrolled - (inner.top() - cursor.top()))
        self.update()


_MOVES = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End,
    }
)  # fmt: skip
_CHANGING = frozenset(
    {
        Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter,
        Qt.Key.Key_Escape,
    }
)  # fmt: skip
_EDITING = frozenset(
    {
        Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_A,
        Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Insert,
    }
)  # fmt: skip


def _is_mine(event: QKeyEvent) -> bool:
    """Say whether a key means this field, although it may be a command elsewhere.

    With Ctrl that is undo, copy, paste and the like: the field has none of them, and the window's
    own would undo or bring in something else.
    """
    key = Qt.Key(event.key())
    if event.modifiers() & _COMMANDS:
        return key in _EDITING
    typed = bool(event.text()) and event.text().isprintable()
    return typed or key in _MOVES or key in _CHANGING


def _clings(sign: str) -> bool:
    """Say whether a sign belongs to the one before it."""
    tone = "\U0001f3fb" <= sign <= "\U0001f3ff"
    return sign == _JOINER or tone or unicodedata.category(sign) in {"Mn", "Me", "Mc"}


def _first(place: object) -> float:
    """Return the x of a place in a line: Qt for Python hands it over with its position."""
    return float(cast("tuple[float, int]", place)[0])
