"""Choices and numbers that do not change because somebody scrolled past them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.buttons import Button
from creator_calm.wording import _

if TYPE_CHECKING:
    from creator_calm.ui.desk import Desk


class CalmCombo(QComboBox):
    """A combo box with a chevron of our own; the style sheet leaves none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        desk.theme.set_font(self, FontRole.BODY)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that large text can fall back to; the open list shows the whole words."""
        return QSize(self._desk.theme.px(110), super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page unless the choice is being used."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the box and the chevron."""
        super().paintEvent(event)
        theme = self._desk.theme
        size = theme.px(14)
        left = self.width() - size - theme.px(9)
        box = QRectF(left, (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        self._desk.icons.draw(painter, "chevron-down", theme.ink("muted", on="surface"), box)
        painter.end()


class CalmSpin(QSpinBox):
    """The number itself; `Stepper` puts the buttons beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        # No NoButtons here: with a style sheet Qt then gives the number a field one pixel wide.
        # The sheet makes the buttons 0 wide instead.
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        desk.theme.set_font(self, FontRole.BODY)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page unless the number is being used."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class Stepper(QWidget):
    """A number between a minus and a plus. `changed` carries it once it is chosen."""

    changed = Signal(int)

    def __init__(self, desk: Desk, low: int, high: int, step: int = 1, unit: str = "") -> None:
        super().__init__()
        self.spin = CalmSpin(desk)
        self.spin.setRange(low, high)
        self.spin.setSingleStep(step)
        self.spin.setSuffix(f" {unit}" if unit else "")
        self.less = Button(desk, "−")
        self.more = Button(desk, icon="plus")
        for button, way in ((self.less, -1), (self.more, 1)):
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, way=way: self.spin.stepBy(way))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.theme.px(6))
        for part in (self.less, self.spin, self.more):
            row.addWidget(part)
        self.spin.setMinimumWidth(desk.theme.px(110))
        self.spin.valueChanged.connect(self.changed)

    def named(self, label: str) -> None:
        """Name number and buttons for screen readers."""
        safe_text.name(self.spin, label)
        safe_text.name(self.spin.lineEdit(), label)
        safe_text.name(self.less, _("Less: {what}").format(what=label))
        safe_text.name(self.more, _("More: {what}").format(what=label))

    def off_at_zero(self) -> None:
        """Say "Off" instead of the smallest number."""
        self.spin.setSpecialValueText(_("Off"))
