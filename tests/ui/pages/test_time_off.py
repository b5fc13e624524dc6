"""Time off as it is seen: on Today, on Notes & support, and the last sentence of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication

from creator_calm.domain.care import SocialBreak, TimeOff
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui.pages.time_off_section import CalendarSection, SocialBreakSection
from creator_calm.ui.pages.today import TodayPage
from creator_calm.ui.widgets.coming_back import ComingBackCard
from creator_calm.ui.widgets.done_sheet import DoneSheet
from creator_calm.wording import use_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from tests.ui.pages.fakes import FakeWorkspace

BREAK = SocialBreak(date(2026, 5, 21), date(2026, 6, 3), "Back in June.")


def cards(page: TodayPage) -> list[ComingBackCard]:
    return [card for card in page.findChildren(ComingBackCard) if not card.isHidden()]


def words(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel, QPushButton

    said = [label.text() for label in widget.findChildren(QLabel)]
    return " | ".join(said + [button.text() for button in widget.findChildren(QPushButton)])


@pytest.mark.parametrize(
    ("standing", "says"),
    [
        (
            TimeOff.DONE_TODAY,
            "You are done for today. Everything is where you left it. | Back after all",
        ),
        (TimeOff.NEXT_MORNING, "A new day. Everything is where you left it. | Fine"),
        (TimeOff.COMING, "Your break from social media begins on 21 May."),
        (TimeOff.ON_BREAK, "You are on a break from social media until 3 June."),
        (TimeOff.BACK, "Welcome back. Nothing here is urgent unless it says so. | Fine"),
    ],
)
def test_today_says_it_calmly(
    workspace: FakeWorkspace,
    desk: Desk,
    shown: Callable[..., QWidget],
    standing: TimeOff,
    says: str,
) -> None:
    workspace.care.time_off.now = standing
    workspace.care.time_off.planned = BREAK
    page = TodayPage(workspace.real(), desk)
    shown(page)
    (card,) = cards(page)
    assert words(card).startswith(says)
    with_line = standing in {TimeOff.COMING, TimeOff.ON_BREAK}
    assert ("Copy the line" in words(card)) is with_line


def test_ordinary_days_say_nothing(workspace: FakeWorkspace, desk: Desk, qtbot: object) -> None:
    page = TodayPage(workspace.real(), desk)
    assert cards(page) == []
    page.deleteLater()


def test_the_next_reading_time_is_named_and_can_be_off(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert "Next reading time 13:00." in words(page)
    workspace.preferences.set("care.reading_times", "")
    page.refresh(None)
    QApplication.sendPostedEvents(None, 0)
    assert not any("reading time" in label for label in _visible(page))


def _visible(page: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_a_break_is_noted_with_a_line_that_follows_the_day(
    workspace: FakeWorkspace,
    desk: Desk,
    shown: Callable[..., QWidget],
    toasts: list[tuple[str, bool]],
) -> None:
    part = SocialBreakSection(workspace.real(), desk)
    part.retranslate()
    shown(part)
    assert part.forget.isHidden()
    part.first.setDate(QDate(2026, 5, 21))
    part.last.setDate(QDate(2026, 6, 3))
    assert part.words.toPlainText() == "I’m taking a break until 3 June. See you after that."
    use_language("sv")
    part.retranslate()
    use_language("en")
    part.words.setPlainText("Own words")
    part.last.setDate(QDate(2026, 6, 4))
    part.first.setDate(QDate(2026, 5, 21))
    assert part.words.toPlainText() == "Own words"
    part.save.click()
    assert workspace.care.time_off.planned == SocialBreak(
        date(2026, 5, 21), date(2026, 6, 4), "Own words"
    )
    assert toasts[-1] == ("Your break is noted.", True)
    part.refresh()
    part.forget.click()
    assert workspace.care.time_off.planned is None


def test_impossible_days_are_said_in_place(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    part = SocialBreakSection(workspace.real(), desk)
    part.retranslate()
    shown(part)
    part.first.setDate(QDate(2026, 6, 3))
    part.last.setDate(QDate(2026, 5, 21))
    part.save.click()
    assert part.problem.text().startswith("The last day comes before the first one")
    assert part.first.date() == QDate(2026, 6, 3), "what was chosen stays"


def test_the_calendar_is_saved_or_says_why_not(
    workspace: FakeWorkspace,
    desk: Desk,
    shown: Callable[..., QWidget],
    toasts: list[tuple[str, bool]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    part = CalendarSection(workspace.real(), desk)
    part.retranslate()
    shown(part)
    asked: list[dict[str, object]] = []

    def save(path: Path, **more: object) -> None:
        asked.append(more)
        if path.name == "no.ics":
            raise Problem(ProblemCode.CANNOT_WRITE, name=path.name)

    monkeypatch.setattr(workspace.care.time_off, "save_calendar", save, raising=False)
    part.write(Path("no.ics"))
    assert "no.ics" in part.problem.text()
    part.private.click()
    part.remind.click()
    part.write(Path("yes.ics"))
    assert asked[-1] == {"private_title": "Private", "remind": True}
    assert part.problem.isHidden()
    assert toasts[-1][0] == "Saved. Open the file in your calendar program."


def test_the_last_sentence_of_a_day(desk: Desk, shown: Callable[..., QWidget]) -> None:
    heard: list[str] = []
    sheet = DoneSheet(desk, goes=True)
    sheet.gone.connect(lambda: heard.append("gone"))
    sheet.stayed.connect(lambda: heard.append("stayed"))
    shown(sheet)
    assert sheet.timer.isActive()
    assert "See you. Everything is where you left it." in words(sheet)
    assert sheet.first is not None
    sheet.first.click()
    assert not sheet.timer.isActive()
    sheet.timer.timeout.emit()
    assert heard == ["stayed", "gone"]
    sheet.timer.start(60_000)
    sheet.hide()
    assert not sheet.timer.isActive()
    assert not DoneSheet(desk, goes=False).timer.isActive()
