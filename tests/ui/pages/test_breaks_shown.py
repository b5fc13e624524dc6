from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from creator_calm.domain.care import BreakEvent, BreakRule, BreakState, Phase
from creator_calm.ui.break_ticker import BreakTicker
from creator_calm.ui.breaks_shown import BreaksShown
from creator_calm.ui.widgets.break_banner import Asked, BreakBanner
from creator_calm.ui.widgets.calm_bar import CalmBar
from creator_calm.wellbeing import breaks as rules
from creator_calm.workspace.looking_after import outlook

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock
    from tests.ui.pages.fakes import FakeWorkspace

OFFER = Asked(BreakEvent.OFFER, minutes=20)


class Home(QWidget):
    """A window as the main window builds it: comments, strip, bar."""

    def __init__(self, workspace: FakeWorkspace, desk: Desk) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.reading = True
        self.parts = BreaksShown(workspace.care.breaks, desk, self, lambda: self.reading)
        column = QVBoxLayout(self)
        for part in (self.field, self.parts.card, self.parts.banner, self.parts.bar):
            column.addWidget(part)


@pytest.fixture
def home(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> Home:
    window = Home(workspace, desk)
    shown(window)
    window.activateWindow()
    QApplication.processEvents()
    return window


def read(home: Home, clock: StoppedClock, seconds: int, *, typing: bool = False) -> None:
    for _ in range(seconds):
        clock.advance(1)
        home.parts.ticker.touched(typing=typing)
        home.parts.ticker.look()


def press(banner: BreakBanner, words: str) -> None:
    (button,) = [b for b in banner._buttons if b.text() == words and not b.isHidden()]
    button.click()


def test_the_strip_is_inert_for_two_seconds(
    desk: Desk, clock: StoppedClock, shown: Callable[..., QWidget]
) -> None:
    banner = BreakBanner(desk)
    shown(banner, 900, 60)
    taken: list[bool] = []
    banner.taken.connect(lambda: taken.append(True))
    banner.ask(OFFER)
    clock.advance(1.99)
    press(banner, "Take five minutes")
    assert taken == []
    assert banner.asked is OFFER
    clock.advance(0.01)
    press(banner, "Take five minutes")
    assert taken == [True]
    assert banner.isHidden()


def test_esc_and_enter_do_nothing_to_the_strip(home: Home, clock: StoppedClock) -> None:
    home.field.setFocus()
    home.parts.banner.ask(OFFER)
    clock.advance(10)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(home.field, key)
    assert home.parts.banner.asked is OFFER
    assert not any(
        button.isDefault() or button.autoDefault() for button in home.parts.banner._buttons
    )


def test_offers_and_breaks_never_move_the_focus(home: Home, clock: StoppedClock) -> None:
    home.field.setFocus()
    assert home.field.hasFocus()
    read(home, clock, 20 * 60)
    assert home.parts.banner.asked is not None
    assert home.field.hasFocus()
    clock.advance(3)
    home.parts.banner._answer(0)
    assert home.field.hasFocus()
    for _ in range(301):
        clock.advance(1)
        home.parts.ticker.look()
    assert home.parts.banner.asked is not None
    assert home.parts.banner.asked.event is BreakEvent.BREAK_OVER
    assert home.field.hasFocus()


def test_postpone_and_skip_are_two_things(
    home: Home, clock: StoppedClock, workspace: FakeWorkspace
) -> None:
    read(home, clock, 20 * 60)
    clock.advance(3)
    press(home.parts.banner, "In five minutes")
    assert workspace.care.breaks.phase() is Phase.POSTPONED
    read(home, clock, 5 * 60 + 5)
    assert home.parts.banner.asked is not None
    clock.advance(3)
    press(home.parts.banner, "Skip this one")
    assert workspace.care.breaks.phase() is Phase.READING
    assert workspace.care.breaks.state.active_s < 5


def test_the_comments_are_covered_while_resting(home: Home, clock: StoppedClock) -> None:
    covered: list[bool] = []
    home.parts.resting.connect(covered.append)
    read(home, clock, 20 * 60)
    clock.advance(3)
    press(home.parts.banner, "Take five minutes")
    assert covered == [True]
    assert home.parts.card.left.text() == "About 5 minutes left."
    home.parts.card.end.click()
    assert covered == [True, False]


def test_an_unanswered_offer_shrinks_to_the_bar(home: Home, clock: StoppedClock) -> None:
    read(home, clock, 20 * 60 + 5)
    assert home.parts.bar.pause.isHidden()
    read(home, clock, 601)
    assert home.parts.banner.isHidden()
    assert home.parts.bar.state.text() == "A pause whenever it suits you"
    assert not home.parts.bar.pause.isHidden()
    home.parts.bar.pause.click()
    assert home.parts.bar.state.text() == "Pause, about 5 min left"


def test_opened_comments_lead_to_one_question(
    home: Home, clock: StoppedClock, workspace: FakeWorkspace
) -> None:
    read(home, clock, 5)
    kept = workspace.care.breaks
    for _ in range(6):
        home.parts.happened(kept._step(rules.revealed(kept.state, kept.rule)))
    assert home.parts.banner.words.text() == "You have opened five put-away comments. Pause here?"
    clock.advance(3)
    press(home.parts.banner, "Go on")
    home.parts.happened(kept._step(rules.revealed(kept.state, kept.rule)))
    assert home.parts.banner.asked is None


def test_the_days_line_is_said_with_the_offer(
    home: Home, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    workspace.care.breaks.rule = BreakRule(day_s=20 * 60)
    read(home, clock, 20 * 60 + 1)
    assert home.parts.banner.words.text() == (
        "Time for a pause? You have read for 20 minutes. 20 minutes today."
    )


def test_no_timer_without_a_reason(
    home: Home, clock: StoppedClock, workspace: FakeWorkspace
) -> None:
    ticker = home.parts.ticker
    assert not ticker.timer.isActive()
    ticker.touched()
    assert ticker.timer.isActive()
    assert workspace.care.breaks.phase() is Phase.READING
    home.hide()
    assert not ticker.timer.isActive()
    home.show()
    home.activateWindow()
    ticker.touched()
    assert ticker.timer.isActive()
    home.reading = False
    for _ in range(301):
        clock.advance(1)
        ticker.look()
    assert workspace.care.breaks.phase() is Phase.IDLE
    assert not ticker.timer.isActive()


def test_only_the_comments_page_counts(home: Home, workspace: FakeWorkspace) -> None:
    home.reading = False
    home.parts.ticker.touched()
    assert workspace.care.breaks.phase() is Phase.IDLE
    assert not home.parts.ticker.timer.isActive()


def test_a_minute_without_input_pauses_the_count(
    home: Home, clock: StoppedClock, workspace: FakeWorkspace
) -> None:
    ticker = home.parts.ticker
    ticker.touched()
    for _ in range(120):
        clock.advance(1)
        ticker.look()
    assert workspace.care.breaks.state.active_s == 60


def test_input_is_seen_at_the_native_window(home: Home, clock: StoppedClock) -> None:
    ticker = home.parts.ticker
    home.field.setFocus()
    clock.advance(100)
    assert not ticker.typing()
    QTest.keyClick(home.windowHandle(), Qt.Key.Key_A)
    assert ticker.typing()
    assert ticker.active()
    clock.advance(5)
    assert not ticker.typing()


def test_one_tick_writes_the_bar_only_when_words_change(home: Home, clock: StoppedClock) -> None:
    read(home, clock, 30)
    before = home.parts.bar.state.text()
    said: list[str] = []
    home.parts.bar._say_state = lambda: said.append("again")  # type: ignore[method-assign]
    home.parts.show_state()
    home.parts.show_state()
    assert said == []
    assert home.parts.bar.state.text() == before == "Next pause in about 20 min"


def test_live_mode_stops_the_timer_and_the_strip(
    home: Home, clock: StoppedClock, workspace: FakeWorkspace
) -> None:
    read(home, clock, 20 * 60)
    kept = workspace.care.breaks
    home.parts.happened(kept._step(rules.enter_live(kept.state, kept.rule)))
    assert home.parts.banner.isHidden()
    home.parts.ticker.look()
    assert not home.parts.ticker.timer.isActive()


@pytest.mark.parametrize("width", [900, 500])
def test_the_bar_stays_on_one_line(desk: Desk, shown: Callable[..., QWidget], width: int) -> None:
    bar = CalmBar(desk)
    bar.show_outlook(outlook(BreakState(Phase.READING, active_s=490, today_s=1100), BreakRule()))
    shown(bar, width, 64)
    assert bar.state.text() == "Next pause in about 12 min"
    assert bar.so_far.text() == "18 minutes here so far"
    assert bar.width() == width
    assert bar._row.minimumSize().width() <= width
    assert bar.breathe.text() or bar.breathe.accessibleName() == "Breathe for a minute"
    assert bar.done.accessibleName() == "I’m done for today"
    assert (bar.done.text() == "") is (width == 500)


def test_the_ticker_survives_a_window_without_a_handle(
    workspace: FakeWorkspace, desk: Desk, qtbot: object
) -> None:
    window = QWidget()
    ticker = BreakTicker(workspace.care.breaks, window, desk.clock, lambda: True)
    ticker.look()
    assert not ticker.timer.isActive()
    window.deleteLater()
