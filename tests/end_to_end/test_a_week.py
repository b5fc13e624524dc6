"""A week of use with a stopped clock: every line the window would say, in order.

Run with `CREATOR_CALM_WEEK=file` the log is written there, to be read through for annoyance.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from creator_calm.domain.care import ScheduleItem
from creator_calm.domain.inbox import InboxQuery, Pile
from tests.clock import StoppedClock
from tests.end_to_end.desk import bring_in, inbox, program

if TYPE_CHECKING:
    from creator_calm.ui.program import Program
    from creator_calm.ui.widgets.break_banner import Asked
    from creator_calm.workspace import Workspace

STOCKHOLM = ZoneInfo("Europe/Stockholm")
MONDAY = datetime(2026, 10, 19, 7, 0, tzinfo=UTC)
"""09:00 in Stockholm; the week ends with the Sunday on which summer time ends."""
PASTED = (
    "Thank you so much!\n\nWhat brush do you use?\n\nyou're such a pathetic loser, nobody likes you"
)
MINUTE = 60


class Week:
    """Plays a person at the window and writes down what the window says."""

    def __init__(self, one: Program, desk: Workspace, clock: StoppedClock) -> None:
        self.one, self.desk, self.clock = one, desk, clock
        self.log: list[str] = []
        self.banners: list[str] = []
        self._bar = ""
        after = one.window.after
        assert after is not None
        self.after = after
        one.desk.toast_asked.connect(lambda words, _undo: self.note("toast", words))
        said = after.breaks.banner.ask

        def ask(asked: Asked) -> None:
            said(asked)
            self.banners.append(self.stamp()[:3])
            self.note("STRIP", after.breaks.banner.words.text())

        after.breaks.banner.ask = ask  # type: ignore[method-assign]

    def stamp(self) -> str:
        return f"{self.clock.utc().astimezone(self.clock.zone()):%a %H:%M}"

    def note(self, what: str, words: str) -> None:
        self.log.append(f"{self.stamp()}  {what:6} {words}")

    def look(self) -> None:
        self.after.breaks.ticker.look()
        self.after.reminders.look()
        bar = self.after.breaks.bar.state.text()
        if bar.split("about")[0] != self._bar.split("about")[0]:
            self.note("bar", bar)
        self._bar = bar

    def read(self, minutes: float, *, typing: bool = False) -> None:
        if self.one.window.stack.current != "inbox":
            inbox(self.one)
        for _second in range(round(minutes * MINUTE)):
            self.clock.advance(1)
            self.after.breaks.ticker.touched(typing=typing)
            self.after.breaks.ticker.look()
        self.look()

    def away(self, minutes: float) -> None:
        """Leave the window alone, as a machine that sleeps does: nothing ticks."""
        self.clock.advance(minutes * MINUTE)
        self.look()

    def until(self, hour: int, minute: int = 0) -> None:
        now = self.clock.utc().astimezone(self.clock.zone())
        then = now.replace(hour=hour, minute=minute, second=0)
        if then <= now:
            then = datetime.combine(now.date() + timedelta(days=1), time(hour, minute), now.tzinfo)
        self.away((then.astimezone(UTC) - now.astimezone(UTC)).total_seconds() / MINUTE)
        self.one.window.open_page("today")
        self.today()

    def today(self) -> None:
        page = self.one.window.stack.pages.get("today")
        assert page is not None
        page.refresh(None)  # type: ignore[attr-defined]
        QTest.qWait(1)
        lines = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
        kept = [line for line in lines if line and not line.startswith(("Thank", "What", "“"))]
        self.note("today", " / ".join(kept))

    def answer(self, words: str) -> None:
        self.clock.advance(3)
        banner = self.after.breaks.banner
        (button,) = [b for b in banner._buttons if b.text() == words and not b.isHidden()]
        button.click()
        self.note("you", words)
        self.look()


def play(week: Week) -> None:
    """Seven days as a person might have them."""
    desk = week.desk
    # Monday: an ordinary day, pauses taken.
    week.until(9, 5)
    week.read(21)
    week.answer("Take five minutes")
    week.away(6)
    week.answer("Fine")
    week.until(13)
    week.read(12)
    week.until(17, 30)
    week.read(21)
    week.answer("Skip this one")
    week.read(5)
    week.after._done()
    week.note("you", "I’m done for today")
    week.one.window.stack.uncover()
    # Tuesday: postponing.
    week.until(9)
    week.read(20.1)
    week.answer("In five minutes")
    week.read(5.2)
    week.answer("In five minutes")
    week.read(5.2)
    week.answer("Keep them")
    week.read(23, typing=True)
    week.answer("Take five minutes")
    week.away(3)
    week.after.breaks.card.end.click()
    week.note("you", "End now")
    week.look()
    week.until(20)
    # Wednesday: a hard day, put-away ones opened.
    week.until(9)
    week.read(2)
    away = desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0)
    for _time in range(6):
        desk.inbox.reveal(away[0].key)
        week.read(0.2)
    week.answer("Go on")
    week.read(12)
    # Thursday: live all afternoon, over a due pause and a planned walk.
    week.until(9)
    week.until(13)
    week.read(19)
    week.after.covering.cover()
    week.note("you", "Ctrl+Shift+H")
    week.away(3 * 60)
    week.after.covering.uncover()
    week.note("you", "Show again")
    week.read(22)
    # Friday: asked for quiet, slept through its end.
    week.until(9)
    desk.care.breaks.quiet_for(3600)
    week.note("you", "No offers for an hour")
    week.read(30)
    week.away(9 * 60)
    week.read(10)
    # Saturday: nothing is read; the window stands open.
    week.until(10)
    week.until(15)
    # Sunday: the clock goes back in the night; quiet hours are set meanwhile.
    desk.preferences.set("care.quiet_hours", "22-7")
    week.until(1, 30)
    week.read(15)
    week.until(9)
    week.read(45)


def test_a_week_says_little(tmp_path: Path, qapp: QApplication) -> None:
    clock = StoppedClock(MONDAY, zone=STOCKHOLM)
    with program(tmp_path / "home", clock) as (one, desk):
        bring_in(one, PASTED)
        desk.care.save_item(ScheduleItem(0, "a walk", frozenset(range(5)), time(16), 30))
        one.window.toast.put_down()
        week = Week(one, desk, clock)
        try:
            play(week)
        finally:
            wanted = os.environ.get("CREATOR_CALM_WEEK")
            if wanted:
                Path(wanted).write_text("\n".join(week.log), encoding="utf-8")
        QTest.qWait(10)
    assert week.log
    for day in set(week.banners):
        assert week.banners.count(day) <= 6, "\n".join(week.log)
    assert "Sat" not in week.banners, "nothing is said where nothing is read"
    said = "\n".join(week.log)
    assert "pathetic" not in said
    assert "!" not in said.replace("Thank you so much!", "")
    live = [line for line in week.log if line.startswith(("Thu 14", "Thu 15"))]
    assert not [line for line in live if "STRIP" in line or "toast" in line]
