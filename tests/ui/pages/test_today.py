from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from creator_calm.domain.assessment import Kind, Lane
from creator_calm.domain.care import Answer, ScheduleItem
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import Today
from creator_calm.ui.pages.today import TodayPage, greeting
from tests.ui.pages.fakes import CANARY, busy_today, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from tests.ui.pages.fakes import FakeWorkspace

EVERY = frozenset(range(7))


def says(page: QWidget) -> str:
    """Everything a person or a screen reader can get from a page."""
    words = []
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page):
            if isinstance(widget, QLabel | QAbstractButton):
                words.append(widget.text())
            words += [widget.accessibleName(), widget.toolTip(), widget.accessibleDescription()]
    return "\n".join(words)


def button(page: QWidget, words: str) -> QAbstractButton:
    found = [
        b for b in page.findChildren(QAbstractButton) if b.text() == words and b.isVisibleTo(page)
    ]
    return found[0]


def test_an_empty_library_is_calm(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert "Nothing here yet. Bring in some comments, or try the made-up ones." in says(page)
    asked: list[object] = []
    desk.source_asked.connect(asked.append)
    button(page, "Try with made-up comments").click()
    assert len(asked) == 1


def test_what_is_there(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> None:
    workspace.inbox.now = busy_today()
    page = TodayPage(workspace.real(), desk)
    shown(page)
    words = says(page)
    for expected in ("Good morning", "Something may need you", "Kind ones", "What needs you",
                     "@noor.sketch", "@lenapaints", "4 more in the inbox", "212"):  # fmt: skip
        assert expected in words
    opened: list[int] = []
    desk.comment_asked.connect(opened.append)
    button(page, "Open").click()
    assert opened == [4]


def test_without_numbers(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    workspace.inbox.now = busy_today()
    workspace.preferences.set("look.numbers", False)
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert "212" not in says(page)
    assert "More in the inbox" in says(page)


def test_a_put_away_row_never_brings_its_words(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    # Even if the workspace made a mistake: the page does not rely on it alone.
    leaking = replace(row(9, CANARY, CANARY), put_away=True)
    workspace.inbox.now = Today(
        needs_you=(leaking,), distress=(leaking,), kind=(leaking,), empty=False
    )
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert CANARY not in says(page)


def test_planned_things_are_answered(
    workspace: FakeWorkspace,
    desk: Desk,
    shown: Callable[..., QWidget],
    toasts: list[tuple[str, bool]],
) -> None:
    workspace.care.items = {
        n: ScheduleItem(n, f"Thing {n}", EVERY, time(8 + n)) for n in range(1, 6)
    }
    page = TodayPage(workspace.real(), desk)
    workspace.care.listeners.append(page.refresh)
    shown(page)
    assert "Thing 3" in says(page)
    assert "Thing 4" not in says(page)
    button(page, "Done").click()
    assert workspace.care.answers[1][0] is Answer.DONE
    assert toasts == [("Noted.", True)]
    QApplication.processEvents()  # Qt shows what was added in the next round
    assert "Thing 1" not in says(page)
    assert "Thing 4" in says(page)


def test_later_puts_the_safety_card_aside(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    workspace.inbox.now = busy_today()
    workspace.inbox.safe = (replace(row(77, "", ""), put_away=True, text=None, author=None),)
    page = TodayPage(workspace.real(), desk)
    shown(page)
    opened: list[int] = []
    desk.comment_asked.connect(opened.append)
    button(page, "Steps").click()
    assert opened == [77]
    button(page, "Later").click()
    assert "Something may need you" not in says(page)


def test_somebody_in_distress_is_there_without_words(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    hurt = row(8, "I don't want to be here anymore", "@owl", Kind.DISTRESS, lane=Lane.DISTRESS)
    workspace.inbox.now = Today(needs_you=(hurt,), distress=(hurt,), empty=False)
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert "Something may need you" in says(page)
    assert "anymore" not in says(page)
    opened: list[int] = []
    desk.comment_asked.connect(opened.append)
    button(page, "Steps").click()
    assert opened == [8]


def test_no_timer_while_hidden(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert page.timer.isActive()
    page.hide()
    assert not page.timer.isActive()


@pytest.mark.parametrize(
    ("hour", "words"),
    [(3, "Hello"), (4, "Good morning"), (10, "Good morning"), (12, "Hello"), (18, "Good evening"),
     (23, "Hello")],
)  # fmt: skip
def test_greetings(hour: int, words: str) -> None:
    assert greeting(hour) == words


def test_after_a_low_note_things_are_offered_and_nothing_is_explained(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert "Here if you like:" not in says(page)
    workspace.care.moods.low = True
    page.refresh(None)
    QApplication.processEvents()
    said = says(page)
    assert "Here if you like:" in said
    assert "Three kind ones" not in said  # none are kept
    asked: list[str] = []
    desk.page_asked.connect(asked.append)
    button(page, "People to turn to").click()
    assert asked == ["notes"]
    QApplication.processEvents()


def test_a_reply_that_has_rested_is_found_here_and_nowhere_announced(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    workspace.inbox.now = busy_today()
    page = TodayPage(workspace.real(), desk)
    shown(page)
    assert "rested" not in says(page)
    folded = replace(busy_today().needs_you[0], text=None, resting=True)
    workspace.inbox.now = replace(busy_today(), needs_you=(folded,))
    workspace.resting.over = (folded.key, CommentKey(3))
    page.refresh(None)
    QApplication.processEvents()
    assert "2 replies of yours have rested." in says(page)
    assert "Folded away while your reply rests." in says(page)
    assert "Love the topic" not in says(page)
    opened: list[int] = []
    desk.comment_asked.connect(opened.append)
    button(page, "Open it").click()
    assert opened == [folded.key]
    workspace.preferences.set("look.numbers", False)
    page.refresh(None)
    QApplication.processEvents()
    assert "A reply of yours has rested." in says(page)
