"""A slider without numbers, which begins as "not set": nothing is noted that nobody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSlider

from creator_calm.ui import safe_text
from creator_calm.ui.widgets import shapes
from creator_calm.wording.moods import slider_words

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk

KNOB, TRACK = 20, 4
STEP = 5


class MoodSlider(QSlider):
    """0 to 100 between two words. `low` and `high` are codes of the words at its ends."""

    touched = Signal()

    def __init__(self, desk: Desk, low: str, high: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._desk = desk
        self._ends = (low, high)
        self._set = False
        self.setRange(0, 100)
        self.setSingleStep(STEP)
        self.setPageStep(STEP * 4)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(self._say)
        self.clear()

    def clear(self) -> None:
        """Be not set again, with the knob in the middle."""
        self._set = False
        self.blockSignals(True)
        self.setValue(50)
        self.blockSignals(False)
        self._say()

    def found(self) -> int | None:
        """Return what was chosen, None where nothing was."""
        return self.value() if self._set else None

    def retranslate(self) -> None:
        """Say everything again in the language in use."""
        self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to where it is clicked."""
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the pointer."""
        self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Leave it where it is."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move; Space says "the middle"; Delete says "not set" again."""
        if event.key() == Qt.Key.Key_Space:
            self._touch()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
            self.touched.emit()
        else:
            before = self.value()
            super().keyPressEvent(event)
            if self.value() != before:
                self._touch()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page: scrolling past says nothing about anybody."""
        event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a size that can be hit."""
        return QSize(self._desk.theme.px(150), self._desk.theme.px(30))

    minimumSizeHint = sizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint track and knob; a hollow, dashed knob means "not set"."""
        theme, px = self._desk.theme, self._desk.theme.px
        painter = shapes.smooth(QPainter(self))
        size = px(KNOB)
        room = self.width() - size
        track = QRectF(size / 2, (self.height() - px(TRACK)) / 2, room, px(TRACK))
        shapes.rounded(painter, track, px(TRACK), theme.ink("edge", on="surface"))
        left = room * self.value() / 100
        knob = QRectF(left, (self.height() - size) / 2, size, size).adjusted(2, 2, -2, -2)
        if self._set:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ink("accent", on="surface"))
        else:
            pen = QPen(theme.ink("edge", on="surface"), 2)
            pen.setDashPattern([2, 2])
            painter.setPen(pen)
            painter.setBrush(theme.paint("surface"))
        painter.drawEllipse(knob)
        if self.hasFocus():
            around = knob.adjusted(-3, -3, 3, 3)
            shapes.ring(painter, around, around.height(), theme.ink("accent", on="surface"), 2)
        painter.end()

    def _go_to(self, x: float) -> None:
        size = self._desk.theme.px(KNOB)
        share = (x - size / 2) / max(self.width() - size, 1)
        self.setValue(round(min(max(share, 0.0), 1.0) * 100))
        self._touch()

    def _touch(self) -> None:
        self._set = True
        self._say()
        self.touched.emit()

    def _say(self) -> None:
        safe_text.name(self, slider_words(*self._ends, self.found()))
        self.update()
