"""What is planned is said once when its time comes, quietly, and never from a window nobody sees."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from creator_calm.domain.care import Answer, ScheduleItem
from creator_calm.ui.reminders import Reminders
from tests.ui.conftest import settle
from tests.ui.pages.fakes import FakeWorkspace as Pages

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

EVERY = frozenset(range(7))


class Scene:
    """A window with a field, items at 09:00 and in five minutes, and what was said."""

    def __init__(self, desk: Desk, clock: StoppedClock, qtbot: QtBot) -> None:
        self.clock = clock
        self.care = Pages(clock).care
        now = clock.utc().astimezone(clock.zone())
        soon = (now + timedelta(minutes=5)).time().replace(second=0, microsecond=0)
        self.care.items[1] = ScheduleItem(1, "Breakfast", EVERY, time(4, 30))
        self.care.items[2] = ScheduleItem(2, "Lunch", EVERY, soon)
        self.said: list[str] = []
        self.on_today = False
        desk.toast_asked.connect(lambda words, _undo: self.said.append(words))
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.field = QLineEdit(self.window)
        self.window.show()
        self.field.setFocus()
        self.reminders = Reminders(
            self.care.planned_today, desk, self.window, lambda: self.on_today
        )

    def later(self, minutes: int) -> None:
        """Let time pass and the timer ring, if it runs."""
        self.clock.advance(minutes * 60)
        if self.reminders.timer.isActive():
            self.reminders.timer.timeout.emit()


@pytest.fixture
def scene(desk: Desk, clock: StoppedClock, qtbot: QtBot) -> Scene:
    return Scene(desk, clock, qtbot)


def test_it_is_said_once_and_without_its_words(scene: Scene) -> None:
    before = QApplication.focusWidget()
    scene.later(1)
    assert scene.said == [], "breakfast was due before"
    scene.later(5)
    scene.later(1)
    assert len(scene.said) == 1
    assert "Lunch" not in scene.said[0]
    assert QApplication.focusWidget() is before
    assert not scene.reminders.timer.isActive(), "nothing more comes today"


def test_put_off_for_later_it_comes_back(scene: Scene, desk: Desk) -> None:
    scene.later(6)
    desk.publish(scene.care.answer(2, Answer.LATER))
    scene.later(5)
    assert len(scene.said) == 1
    scene.later(6)
    assert len(scene.said) == 2


def test_nothing_is_said_where_it_can_be_seen_or_by_nobody(scene: Scene) -> None:
    scene.on_today = True
    scene.later(6)
    assert scene.said == []
    scene.window.hide()
    settle()
    assert not scene.reminders.timer.isActive()


def test_what_became_due_while_nobody_looked_is_not_said_late(scene: Scene) -> None:
    scene.later(3 * 60)
    assert scene.said == [], "after a sleep of three hours it stands on Today, unsaid"


def test_a_window_left_open_over_night_begins_the_new_day(scene: Scene) -> None:
    scene.later(6)
    assert not scene.reminders.timer.isActive()
    scene.clock.advance(20 * 3600)
    QApplication.sendEvent(scene.window, QEvent(QEvent.Type.ActivationChange))
    assert scene.reminders.timer.isActive()
    assert len(scene.said) == 1


def test_not_today_is_the_end_of_it(scene: Scene, desk: Desk) -> None:
    desk.publish(scene.care.answer(2, Answer.NOT_TODAY))
    scene.later(6)
    assert scene.said == []
