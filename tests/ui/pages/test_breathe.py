from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creator_calm.ui.pages.breathe import FRAME_MS, BreathePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock
    from tests.ui.pages.fakes import FakeWorkspace


@pytest.fixture
def page(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> BreathePage:
    made = BreathePage(workspace.real(), desk)
    shown(made)
    made.timer.stop()
    return made


def go(page: BreathePage, clock: StoppedClock, seconds: float) -> None:
    for _ in range(round(seconds * 30)):
        clock.advance(1 / 30)
        page._frame()


def test_words_follow_the_pattern(page: BreathePage, clock: StoppedClock) -> None:
    page.begin()
    page._frame()
    assert (page.disc._word, page.disc._count) == ("Breathe in", "5")
    assert page.sentence.text() == "In for five, out for five. Six rounds left."
    go(page, clock, 5.2)
    assert (page.disc._word, page.disc._count) == ("Breathe out", "5")
    go(page, clock, 20)
    assert page.sentence.text() == "In for five, out for five. Four rounds left."


def test_it_ends_by_itself_and_says_nothing(page: BreathePage, clock: StoppedClock) -> None:
    ended: list[bool] = []
    page.ended.connect(lambda: ended.append(True))
    page.begin()
    page._frame()
    go(page, clock, 60.2)
    assert ended
    assert not page.running()


def test_esc_ends_at_once(page: BreathePage) -> None:
    page.begin()
    assert page.timer.interval() == FRAME_MS >= 33
    ended: list[bool] = []
    page.ended.connect(lambda: ended.append(True))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert ended == [True]
    assert not page.running()


def test_space_pauses_and_goes_on_with_a_new_breath(page: BreathePage, clock: StoppedClock) -> None:
    page.begin()
    page._frame()
    go(page, clock, 13)
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert not page.running()
    assert page.disc._word == "Paused"
    QTest.keyClick(page, Qt.Key.Key_Space)
    assert page.disc._word == "Breathe in"


def test_a_gap_begins_the_round_again(page: BreathePage, clock: StoppedClock) -> None:
    page.begin()
    page._frame()
    go(page, clock, 12)
    clock.advance(3600)
    page._frame()
    assert page._t == pytest.approx(10, abs=0.1)


def test_no_motion_shows_no_moving_pixel(page: BreathePage, clock: StoppedClock) -> None:
    page.still.setChecked(True)
    page.begin()
    page._frame()
    go(page, clock, 0.4)
    before = page.disc.grab().toImage()
    go(page, clock, 0.4)
    assert page.disc.grab().toImage() == before
    go(page, clock, 1.0)
    assert page.disc.grab().toImage() != before  # the counter went on


def test_the_disc_moves_otherwise(page: BreathePage, clock: StoppedClock) -> None:
    page.begin()
    page._frame()
    go(page, clock, 1.4)
    before = page.disc.grab().toImage()
    go(page, clock, 0.4)
    assert page.disc.grab().toImage() != before


def test_the_setting_no_motion_is_heard(workspace: FakeWorkspace, desk: Desk) -> None:
    workspace.preferences.set("look.motion", "none")
    assert BreathePage(workspace.real(), desk).still.isChecked()


def test_hidden_it_wakes_up_for_nothing(page: BreathePage) -> None:
    page.begin()
    assert page.running()
    page.hide()
    assert not page.running()


def test_the_note_is_said_once(page: BreathePage, workspace: FakeWorkspace, desk: Desk) -> None:
    assert not page.note.isHidden()
    page.note_gone.click()
    assert page.note.isHidden()
    assert BreathePage(workspace.real(), desk).note.isHidden()


def test_longer_and_without_numbers(page: BreathePage) -> None:
    page.begin()
    page.longer.click()
    assert page.heading.text() == "Two minutes for you"
    assert "Twelve rounds left." in page.sentence.text()
    page.no_numbers.setChecked(True)
    assert page.disc._count == ""
    assert "left" not in page.sentence.text()
    for _ in range(12):
        page.longer.click()
    assert page.heading.text() == "Ten minutes for you"


def test_holding_the_breath_is_only_by_choice(workspace: FakeWorkspace, desk: Desk) -> None:
    assert BreathePage(workspace.real(), desk)._pattern.hold_in == 0
    workspace.preferences.set("breathing.pattern", "box")
    page = BreathePage(workspace.real(), desk)
    assert (
        page.sentence.text()
        == "In for four, hold for four, out for four, hold for four. Four rounds left."
    )
