"""One row of the settings page per `Setting` line: label, help, and the control its kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from creator_calm.domain.settings import Form
from creator_calm.ui import safe_text
from creator_calm.ui.theme import FontRole
from creator_calm.ui.widgets.choices import Pill, PillGroup, Switch
from creator_calm.ui.widgets.forms import problem_line, say_problem
from creator_calm.ui.widgets.own_lines import OwnLines
from creator_calm.ui.widgets.quiet_controls import CalmCombo, Stepper
from creator_calm.ui.widgets.texts import large, text
from creator_calm.wording import (
    _,
    setting_choice,
    setting_help,
    setting_label,
    unit_word,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from creator_calm.domain.settings import Setting, SettingValue
    from creator_calm.ui.desk import Desk

PILLS_UP_TO = 3
CONTROL_WIDTH = 220
PILLS_WIDTH = 330
NARROW = 520


class SettingRow(QWidget):
    """`chosen` carries the key and the new value as soon as it is chosen."""

    chosen = Signal(str, object)

    def __init__(self, desk: Desk, setting: Setting, value: SettingValue) -> None:
        super().__init__()
        self._desk = desk
        self.setting = setting
        self._value = value
        self.label = text(desk, setting_label(setting.key), FontRole.CONTROL)
        self.help = text(desk, self._help_words(), FontRole.META, ink="muted")
        if not self._help_words():
            self.help.hide()
        self.problem = problem_line(desk)
        self.control = self._build()
        if isinstance(self.control, Stepper | OwnLines):
            self.control.named(setting_label(setting.key))
        else:
            safe_text.name(self.control, setting_label(setting.key))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)  # beside a tall field the words stay together
        for label in (self.label, self.help, self.problem):
            words.addWidget(label)
        words.addStretch(1)
        ways = QBoxLayout.Direction
        self._box = QBoxLayout(ways.TopToBottom if large(desk) else ways.LeftToRight, self)
        self._box.setContentsMargins(0, desk.theme.px(7), 0, desk.theme.px(7))
        self._box.setSpacing(desk.theme.px(16))
        self._box.addLayout(words, 1)
        self._box.addWidget(self.control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_value(value)

    def show_value(self, value: SettingValue) -> None:
        """Show what is kept, without telling anybody."""
        self._value = value
        quiet = self.control.spin if isinstance(self.control, Stepper) else self.control
        quiet.blockSignals(True)
        if isinstance(self.control, Switch):
            self.control.setChecked(bool(value))
        elif isinstance(self.control, Stepper):
            self.control.spin.setValue(int(value))
        elif isinstance(self.control, PillGroup):
            self.control.choose(str(value))
        elif isinstance(self.control, CalmCombo):
            self.control.setCurrentIndex(self.control.findData(str(value)))
        elif isinstance(self.control, QLineEdit) and self.control.text() != str(value):
            safe_text.fill(self.control, str(value))
        elif isinstance(self.control, OwnLines):
            self.control.show_value(str(value))
        quiet.blockSignals(False)

    def say(self, sentence: str) -> None:
        """Say in place why a value will not do."""
        say_problem(self.problem, sentence)

    def fits(self, words: list[str]) -> bool:
        """Say whether all these lower-case words occur in what the row says."""
        says = " ".join(
            (
                setting_label(self.setting.key),
                self._help_words(),
                *(setting_choice(self.setting.key, one) for one in self.setting.choices),
            )
        ).casefold()
        return all(word in says for word in words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the control below its words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = large(self._desk) or self.width() < self._desk.theme.px(NARROW)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def _help_words(self) -> str:
        return setting_help(self.setting.key)

    def _build(self) -> QWidget:
        setting = self.setting
        if isinstance(setting.default, bool):
            return self._switch()
        if isinstance(setting.default, int):
            return self._number()
        if setting.form is Form.LINES:
            return self._lines()
        if not setting.choices:
            return self._line()
        return self._pills() if len(setting.choices) <= PILLS_UP_TO else self._combo()

    def _switch(self) -> Switch:
        control = Switch(self._desk, "")
        control.toggled.connect(self._choose)
        return control

    def _number(self) -> Stepper:
        setting = self.setting
        unit = unit_word(setting.unit) if setting.unit else ""
        control = Stepper(self._desk, setting.low, setting.high, setting.step, unit)
        if setting.low == 0:
            control.off_at_zero()
        control.changed.connect(self._choose)
        return control

    def _line(self) -> QLineEdit:
        control = safe_text.line_field(self.setting.max_length)
        control.setMinimumWidth(self._desk.theme.px(CONTROL_WIDTH))
        self._desk.theme.set_font(control, FontRole.BODY)
        if self.setting.form in {Form.SPAN, Form.TIMES}:
            safe_text.placeholder(control, _("Off"))
        control.editingFinished.connect(lambda: self._choose(control.text().strip()))
        return control

    def _lines(self) -> OwnLines:
        control = OwnLines(self._desk, self.setting.max_length)
        control.setMinimumWidth(self._desk.theme.px(CONTROL_WIDTH))
        control.chosen.connect(self._choose)
        return control

    def _pills(self) -> PillGroup | CalmCombo:
        setting = self.setting
        choices = tuple((one, setting_choice(setting.key, one)) for one in setting.choices)
        control = PillGroup(self._desk, setting_label(setting.key), choices)
        gap = self._desk.theme.px(8)
        wide = sum(pill.sizeHint().width() + gap for pill in control.findChildren(Pill)) - gap
        if large(self._desk) or wide > self._desk.theme.px(PILLS_WIDTH):
            control.deleteLater()
            return self._combo()
        control.setMinimumWidth(wide)
        control.chosen.connect(self._choose)
        return control

    def _combo(self) -> CalmCombo:
        control = CalmCombo(self._desk)
        for one in self.setting.choices:
            safe_text.add_choice(control, setting_choice(self.setting.key, one), one)
        control.setMinimumWidth(self._desk.theme.px(CONTROL_WIDTH))
        control.activated.connect(lambda place: self._choose(control.itemData(place)))
        return control

    def _choose(self, value: SettingValue) -> None:
        if value != self._value:
            self._value = value
            self.chosen.emit(self.setting.key, value)
