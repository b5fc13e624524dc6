"""A number in the settings can be read: Qt gave its field one pixel once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSpinBox

from creator_calm.ui.widgets.quiet_controls import Stepper

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk


def test_a_number_has_room(desk: Desk, qtbot: QtBot) -> None:
    stepper = Stepper(desk, 0, 600, 10, "seconds")
    qtbot.addWidget(stepper)
    stepper.spin.setValue(600)
    stepper.show()
    for field in stepper.findChildren(QSpinBox):
        needed = QFontMetrics(field.font()).horizontalAdvance(field.text())
        assert field.lineEdit().width() >= needed
