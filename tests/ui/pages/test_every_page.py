"""What holds for every page here: names, focus, both languages, large text."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from creator_calm.domain.care import Note, ScheduleItem, SupportContact
from creator_calm.domain.intake import Source
from creator_calm.ui.pages.breathe import BreathePage
from creator_calm.ui.pages.bring_in import BringInPage
from creator_calm.ui.pages.notes_support import NotesSupportPage
from creator_calm.ui.pages.promises import PromisesPage
from creator_calm.ui.pages.rules import RulesPage
from creator_calm.ui.pages.settings import SettingsPage
from creator_calm.ui.pages.today import TodayPage
from creator_calm.ui.widgets.break_card import BreakCard
from creator_calm.wording import use_language
from tests.ui.pages.fakes import FakeJob, FakeWorkspace, busy_today, paste_preview, promised

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

EVERY = frozenset(range(7))


def today(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    workspace.inbox.now = busy_today()
    workspace.care.items[1] = ScheduleItem(
        1, "Lunch away from the screen", EVERY, time(9), 45, "Soup"
    )
    return TodayPage(workspace.real(), desk)


def empty_today(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    return TodayPage(workspace.real(), desk)


def promises(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    workspace.promises.made = promised()
    page = PromisesPage(workspace.real(), desk)
    page.fold.click()
    page.write()
    return page


def promises_later(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    workspace.promises.made = promised()
    page = PromisesPage(workspace.real(), desk)
    page.choose(2)
    page.cards[2].tools["later"].click()
    return page


def breathe(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    return BreathePage(workspace.real(), desk)


def notes(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    care = workspace.care
    care.people[1] = SupportContact(1, "Sam", "070-000 00 00", "Evenings", "Walks", "Advice", True)
    care.items[1] = ScheduleItem(1, "Lunch away from the screen", EVERY, time(12), 45)
    care.written[1] = Note(1, "Answer in the morning.", workspace.care.clock.utc())
    return NotesSupportPage(workspace.real(), desk)


def notes_forms(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    page = NotesSupportPage(workspace.real(), desk)
    page.people.add.click()
    page.schedule.add.click()
    page.schedule.form.at.fill("noon")  # type: ignore[union-attr]
    page.schedule.form.save.click()  # type: ignore[union-attr]
    return page


def settings(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    return SettingsPage(workspace.real(), desk)


def bring_in(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    return BringInPage(workspace.real(), desk)


def bring_in_table(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    page = BringInPage(workspace.real(), desk)
    page.open(Source(path="/x/comments.csv", name="comments.csv"))
    page.poll()
    page.poll()
    return page


def bring_in_paste(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    workspace.importing.next_preview = lambda: FakeJob(paste_preview())
    page = BringInPage(workspace.real(), desk)
    page.paste("some words")
    page.poll()
    page.poll()
    return page


def pause(_workspace: FakeWorkspace, desk: Desk) -> QWidget:
    card = BreakCard(desk)
    card.show_left(4)
    return card


def rules(workspace: FakeWorkspace, desk: Desk) -> QWidget:
    return RulesPage(workspace.real(), desk)


PAGES = [
    today, empty_today, breathe, notes, notes_forms, settings, bring_in, bring_in_table,
    bring_in_paste, pause, rules, promises, promises_later,
]  # fmt: skip


@pytest.fixture(params=PAGES, ids=lambda make: str(make.__name__))
def make(request: pytest.FixtureRequest) -> Callable[[FakeWorkspace, Desk], QWidget]:
    made: Callable[[FakeWorkspace, Desk], QWidget] = request.param
    return made


def visible(page: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [one for one in page.findChildren(kind) if one.isVisibleTo(page)]


@pytest.mark.parametrize("language", ["en", "sv"])
def test_everything_that_takes_the_focus_has_a_name(
    make: Callable[[FakeWorkspace, Desk], QWidget], workspace: FakeWorkspace, desk: Desk,
    shown: Callable[..., QWidget], language: str,
) -> None:  # fmt: skip
    use_language(language)
    page = make(workspace, desk)
    shown(page)
    QApplication.processEvents()
    nameless = [
        one
        for one in visible(page)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not one.accessibleName()
        and not (isinstance(one, QAbstractButton) and one.text())
    ]
    assert [type(one).__name__ for one in nameless] == []


def test_no_page_takes_the_focus_by_itself(
    make: Callable[[FakeWorkspace, Desk], QWidget], workspace: FakeWorkspace, desk: Desk,
    shown: Callable[..., QWidget],
) -> None:  # fmt: skip
    window, mine = QWidget(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(mine)
    shown(window)
    window.activateWindow()
    mine.setFocus()
    assert mine.hasFocus()
    page = make(workspace, desk)
    column.addWidget(page)
    QApplication.processEvents()
    assert page.isVisible()
    for name in ("refresh", "retranslate"):
        call = getattr(page, name, None)
        if call is not None:
            call(None) if name == "refresh" else call()
        QApplication.processEvents()
    assert mine.hasFocus()


def test_titles_and_words_follow_the_language(
    make: Callable[[FakeWorkspace, Desk], QWidget], workspace: FakeWorkspace, desk: Desk,
    shown: Callable[..., QWidget],
) -> None:  # fmt: skip
    page = make(workspace, desk)
    shown(page)
    before = said(page)
    use_language("sv")
    page.retranslate()  # type: ignore[attr-defined]
    QApplication.processEvents()
    assert len(said(page)) == len(before)
    use_language("en")
    page.retranslate()  # type: ignore[attr-defined]
    QApplication.processEvents()
    assert said(page) == before


def said(page: QWidget) -> list[str]:
    return [one.text() for one in visible(page, QLabel) if one.text()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("scale", "width"), [(150, 900), (200, 900), (200, 590)])
def test_nothing_is_clipped_at_large_text(
    make: Callable[[FakeWorkspace, Desk], QWidget], workspace: FakeWorkspace,
    make_desk: Callable[[int], Desk], shown: Callable[..., QWidget], scale: int, width: int,
    clock: StoppedClock,
) -> None:  # fmt: skip
    desk = make_desk(scale)
    page = make(workspace, desk)
    shown(page, width, 700)
    QApplication.processEvents()
    assert page.width() == width
    assert [clipped for one in visible(page) if (clipped := clip(one, page))] == []


def clip(widget: QWidget, page: QWidget) -> str:
    """Say what of a widget is cut off, "" if nothing is."""
    if isinstance(widget, QScrollArea) and not isinstance(widget, QAbstractItemView):
        inner = widget.widget()
        if inner is not None and inner.width() > widget.viewport().width():
            return f"{type(widget).__name__} scrolls sideways by {inner.width() - widget.viewport().width()}"
    corner = widget.mapTo(page, QRect(widget.rect()).topRight())
    if (
        isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox)
        and corner.x() > page.width()
    ):
        return f"{type(widget).__name__} {text_of(widget)!r} ends at {corner.x()} of {page.width()}"
    if isinstance(widget, QLabel) and widget.text():
        return clipped_label(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        needs = widget.sizeHint()
        if needs.width() > widget.width() + 1 or needs.height() > widget.height() + 1:
            return f"button {widget.text()!r} has {widget.width()} of {needs.width()}"
    return ""


def clipped_label(label: QLabel) -> str:
    inner = label.contentsRect()
    metrics = QFontMetrics(label.font())
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    box = metrics.boundingRect(QRect(0, 0, max(inner.width(), 1), 100_000), flags, label.text())
    if box.height() > inner.height() + 3:
        return f"label {label.text()[:30]!r} is {inner.height()} high of {box.height()}"
    if box.width() > inner.width() + 3:
        return f"label {label.text()[:30]!r} is {inner.width()} wide of {box.width()}"
    return ""


def text_of(widget: QWidget) -> str:
    return str(getattr(widget, "text", lambda: "")())[:30]
