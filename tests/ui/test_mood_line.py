"""The question in the bar and its strip: no numbers, no focus, no trace when it is skipped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from creator_calm.domain.care import Phase
from creator_calm.ui.widgets.mood_strip import MoodStrip
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.domain.moods import Mood
    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow


@pytest.fixture
def noted() -> list[Mood]:
    return []


@pytest.fixture
def strip(desk: Desk, qtbot: QtBot, noted: list[Mood]) -> MoodStrip:
    made = MoodStrip(desk, noted.append)
    qtbot.addWidget(made)
    made.resize(1200, 120)
    made.open(("tired", "glad"))
    settle()
    return made


def test_what_is_not_set_is_not_noted(strip: MoodStrip, noted: list[Mood]) -> None:
    QTest.keyClick(strip.pleasant, Qt.Key.Key_Right)
    strip.words[0][1].click()
    strip.note_field.setText("a walk")
    strip.keep.click()
    (mood,) = noted
    assert (mood.pleasant, mood.calm) == (55, None)
    assert (mood.words, mood.note) == (("tired",), "a walk")
    assert strip.isHidden()


def test_skipping_leaves_no_trace(strip: MoodStrip, noted: list[Mood]) -> None:
    QTest.keyClick(strip.calm, Qt.Key.Key_Left)
    strip.note_field.setText("a secret")
    strip.skip.click()
    assert noted == []
    assert strip.note_field.text() == ""
    assert strip.calm.found() is None
    strip.open()
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.isHidden()


def test_it_shows_no_number_and_takes_no_focus(strip: MoodStrip) -> None:
    QTest.mouseClick(strip.pleasant, Qt.MouseButton.LeftButton, pos=strip.pleasant.rect().center())
    said = " ".join(label.text() for label in strip.findChildren(QLabel))
    assert not any(sign.isdigit() for sign in said)
    assert strip.pleasant.accessibleName() in {"pleasant, 49 of 100", "pleasant, 50 of 100"}
    assert strip.calm.accessibleName() == "From restless to calm, not set"


def test_opening_it_takes_no_focus(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    assert window.after is not None
    before = QApplication.focusWidget()
    window._desk.ask_mood()
    settle()
    strip = window.after.mood.strip
    assert strip.isVisible()
    assert QApplication.focusWidget() is before
    hidden: list[bool] = []
    monkeypatch.setattr(window, "repaint", lambda: hidden.append(strip.isHidden()))
    window._desk.cover()
    assert hidden == [True], "it is gone in the first frame"


def test_the_bar_asks_when_reading_begins_and_when_it_ends(window: MainWindow) -> None:
    assert window.after is not None
    assert window._workspace is not None
    breaks, bar, line = window._workspace.care.breaks, window.after.breaks.bar, window.after.mood

    def go(phase: Phase) -> bool:
        breaks._state = breaks.state = replace(breaks.state, phase=phase)  # type: ignore[misc]
        line.look()
        return bar.mood.isVisible()

    assert not go(Phase.IDLE)
    assert go(Phase.READING)
    assert go(Phase.READING)
    bar.mood.click()
    assert not bar.mood.isVisible()
    line.strip.skip.click()
    assert not go(Phase.READING)
    assert not go(Phase.DUE)
    assert go(Phase.RESTING)
    window._workspace.preferences.set("care.mood", "off")
    assert not go(Phase.RESTING)
    assert not go(Phase.IDLE)
    assert not go(Phase.READING)


def test_keys_set_and_unset(strip: MoodStrip) -> None:
    QTest.keyClick(strip.pleasant, Qt.Key.Key_Space)
    assert strip.pleasant.found() == 50
    QTest.keyClick(strip.pleasant, Qt.Key.Key_Home)
    assert strip.pleasant.found() == 0
    QTest.keyClick(strip.pleasant, Qt.Key.Key_Delete)
    assert strip.pleasant.found() is None
