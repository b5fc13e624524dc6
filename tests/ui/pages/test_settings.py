from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.settings import SETTINGS, Form, Section, Setting
from creator_calm.ui.pages.settings import TRIED_FIRST, SettingsPage
from creator_calm.ui.widgets.choices import PillGroup, Switch
from creator_calm.ui.widgets.own_lines import OwnLines
from creator_calm.ui.widgets.quiet_controls import CalmCombo, Stepper
from creator_calm.wording import setting_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from tests.ui.pages.fakes import FakeWorkspace


@pytest.fixture
def page(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> SettingsPage:
    made = SettingsPage(workspace.real(), desk)
    shown(made)
    return made


def test_every_setting_has_its_row_and_a_label_of_its_own(page: SettingsPage) -> None:
    assert set(page.rows) == {setting.key for setting in SETTINGS}
    labels = [setting_label(setting.key) for setting in SETTINGS]
    assert len(set(labels)) == len(labels)
    assert not [label for label in labels if "." in label]


def test_each_control_fits_its_kind_and_changes_at_once(
    page: SettingsPage, workspace: FakeWorkspace, toasts: list[tuple[str, bool]]
) -> None:
    for setting in SETTINGS:
        if setting.key == TRIED_FIRST:
            continue
        toasts.clear()
        choose_another(page.rows[setting.key].control, setting)
        kept = workspace.preferences.kept[setting.key]
        assert kept != setting.default, setting.key
        assert setting.accepts(kept), setting.key
        assert toasts == [("Setting changed.", True)], setting.key


def test_the_dial_is_tried_before_it_counts(
    page: SettingsPage, workspace: FakeWorkspace, desk: Desk
) -> None:
    asked: list[str] = []
    desk.level_asked.connect(asked.append)
    control = page.rows[TRIED_FIRST].control
    assert isinstance(control, PillGroup)
    control._pills["strict"].click()
    assert asked == ["strict"]
    assert workspace.preferences.kept == {}
    assert control.current() == "balanced"


def choose_another(control: QWidget, setting: Setting) -> None:
    """Do what a person would do with this kind of control."""
    if isinstance(control, Switch):
        control.click()
    elif isinstance(control, Stepper):
        control.more.click()
    elif isinstance(control, PillGroup):
        control._pills[next(one for one in setting.choices if one != setting.default)].click()
    elif isinstance(control, CalmCombo):
        control.setCurrentIndex(1)
        control.activated.emit(1)
    elif isinstance(control, OwnLines):
        control.field.setPlainText("  water the plants\n\n tea ")
        control.chosen.emit(control.field.toPlainText())
    else:
        assert isinstance(control, QLineEdit)
        typed = {
            Form.TIMES: "8, 20.30", Form.SPAN: "22 to 7", Form.COUNTRIES: "SE NO",
            Form.BREATH: "4, 1, 6, 0",
        }.get(setting.form)  # fmt: skip
        control.setText(typed or "  some words ")
        control.editingFinished.emit()


def test_showing_a_kept_value_changes_nothing(page: SettingsPage, workspace: FakeWorkspace) -> None:
    workspace.preferences.kept["breaks.sitting_minutes"] = 35
    workspace.preferences.kept["look.theme"] = "dark"
    page.refresh(None)
    assert page.rows["breaks.sitting_minutes"].control.spin.value() == 35  # type: ignore[attr-defined]
    assert len(workspace.preferences.kept) == 2


def test_zero_reads_as_off(page: SettingsPage) -> None:
    control = page.rows["breaks.sitting_minutes"].control
    assert isinstance(control, Stepper)
    control.spin.setValue(0)
    assert control.spin.text() == "Off"


def test_a_value_that_will_not_do_is_said_in_place(
    page: SettingsPage, workspace: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_key: str, _value: object) -> None:
        raise Problem(ProblemCode.SETTING_INVALID)

    monkeypatch.setattr(workspace.preferences, "set", refuse)
    row = page.rows["triage.creator_names"]
    row.control.setText("Mira")  # type: ignore[attr-defined]
    row.control.editingFinished.emit()  # type: ignore[attr-defined]
    assert not row.problem.isHidden()
    assert row.control.text() == "Mira"  # type: ignore[attr-defined]


def test_search(page: SettingsPage) -> None:
    page.search.setText("text SIZE")
    shown_keys = [key for key, row in page.rows.items() if not row.isHidden()]
    assert shown_keys == ["look.text_scale"]
    assert page._cards[Section.CARE].isHidden()
    page.search.setText("zzz")
    assert not page.none.isHidden()
    page.search.setText("")
    assert not [key for key, row in page.rows.items() if row.isHidden()]


def test_the_wheel_scrolls_the_page_and_changes_nothing(
    page: SettingsPage, workspace: FakeWorkspace
) -> None:
    for key in ("look.theme", "breaks.sitting_minutes"):
        control = page.rows[key].control
        target = control.spin if isinstance(control, Stepper) else control
        event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
                            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                            Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(target, event)
    assert workspace.preferences.kept == {}


def test_parts_are_reached_from_the_list(page: SettingsPage) -> None:
    page.show_section(Section.KEYS)
    bar = page.view.verticalScrollBar()
    assert bar.value() > 0
