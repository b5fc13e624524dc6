"""The to-do list beside a comment: what is true, the button, the keys, several at once, the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from creator_calm.domain.assessment import Kind, Lane, Point
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import Pill
from creator_calm.domain.reply import Intent
from creator_calm.ui.pages.inbox_commands import IN_MENU
from creator_calm.ui.pages.reply_to_do import OnToDo
from creator_calm.ui.pages.reply_true import TrueInIt
from creator_calm.ui.shortcuts import BY_ID
from creator_calm.wording import use_language
from tests.ui.conftest import settle
from tests.ui.fakes import CANARY, FakeWorkspace, filled, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.inbox import InboxPage
    from tests.clock import StoppedClock

CRITIQUE, PRAISE, QUESTION, HARSH = map(CommentKey, (1, 2, 4, 5))


@pytest.fixture
def page(window: MainWindow) -> InboxPage:
    found = window.inbox()
    assert found is not None
    settle()
    return found


def true_of(page: InboxPage) -> TrueInIt:
    return next(one for one in page.panel.blocks if isinstance(one, TrueInIt))


def list_of(page: InboxPage) -> OnToDo:
    return next(one for one in page.panel.blocks if isinstance(one, OnToDo))


@pytest.fixture
def said(page: InboxPage) -> list[str]:
    """Every toast."""
    words: list[str] = []
    page._desk.toast_asked.connect(lambda text, _undo: words.append(text))
    return words


def choose(page: InboxPage, key: CommentKey) -> None:
    page.open_comment(key)
    settle()


# what is true in it


def test_what_is_true_is_kept_as_typed(page: InboxPage, workspace: FakeWorkspace) -> None:
    choose(page, CRITIQUE)
    true = true_of(page)
    assert true.isVisible()
    field = true.field.field
    QTest.keyClicks(field, "It is quiet ")
    assert workspace.to_do.true == {}
    true.save()
    settle()
    assert workspace.to_do.true == {CRITIQUE: "It is quiet"}
    assert true.field.words() == "It is quiet ", "a blank on the way to the next word stays"
    QTest.keyClicks(field, "at 3:20")
    choose(page, QUESTION)
    assert workspace.to_do.true[CRITIQUE] == "It is quiet at 3:20"
    assert true.field.words() == ""
    choose(page, CRITIQUE)
    assert true.field.words() == "It is quiet at 3:20"


def test_it_is_asked_only_where_there_is_something(
    page: InboxPage, workspace: FakeWorkspace
) -> None:
    choose(page, PRAISE)
    assert not true_of(page).isVisible()
    assert not list_of(page).isVisible()
    choose(page, HARSH)
    assert true_of(page).isVisible()
    assert workspace.to_do.true == {}


def test_safety_is_never_asked_about(
    open_window: Callable[..., MainWindow], clock: StoppedClock
) -> None:
    workspace = filled(clock, safety=True)
    page = open_window(workspace).inbox()
    assert page is not None
    sound = (Point("sound"),)
    doubted = workspace.add("x", "y", Kind.CRITIQUE, lane=Lane.SAFETY, points=sound)
    for key in (workspace.inbox.safety()[0].key, doubted):
        choose(page, key)
        assert not true_of(page).isVisible()
        assert not list_of(page).isVisible()


# putting on the list


def test_the_button_puts_the_comment_on_the_list(page: InboxPage, workspace: FakeWorkspace) -> None:
    choose(page, CRITIQUE)
    on_list = list_of(page)
    assert on_list.add.isVisible()
    on_list.add.click()
    settle()
    assert workspace.to_do.listed == [CRITIQUE]
    assert not on_list.add.isVisible()
    assert on_list.line.text() == "On the to-do list: The sound"
    use_language("sv")
    page.panel.retranslate()
    assert on_list.line.text() == "På att göra-listan: Ljudet"


def test_what_is_done_can_be_told_from_here(page: InboxPage, workspace: FakeWorkspace) -> None:
    choose(page, QUESTION)
    workspace.to_do.listed.append(CRITIQUE)
    workspace.to_do.draft = suggestion(Intent.PAY_BACK, "You asked, and it's done: it is level.")
    choose(page, CRITIQUE)
    on_list = list_of(page)
    assert on_list.tell.isVisible()
    on_list.tell.click()
    assert page.panel.editor.text() == "You asked, and it's done: it is level."
    page.panel.copy.click()
    assert workspace.replying.copies[-1] == "You asked, and it's done: it is level."


def test_t_puts_the_chosen_comment_on_the_list(
    page: InboxPage, workspace: FakeWorkspace, said: list[str]
) -> None:
    choose(page, CRITIQUE)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_T)
    settle()
    assert workspace.to_do.listed == [CRITIQUE]
    assert said == ["On the to-do list."]
    QTest.keyClick(page.list, Qt.Key.Key_T)
    assert said[-1] == "On the to-do list already."
    choose(page, PRAISE)
    page.commands.act("to_do")
    assert said[-1] == "There is no point in it to put on the list."


def test_several_are_selected_and_go_on_the_list_together(
    page: InboxPage, workspace: FakeWorkspace
) -> None:
    choose(page, CRITIQUE)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_X)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert len(page.picks) == 3
    assert page.header.line.text() == "3 selected. Esc ends it."
    model = page.list.model()
    assert str(model.data(model.index(0, 0))).startswith("Selected. ")
    assert not str(model.data(model.index(5, 0))).startswith("Selected. ")
    QTest.keyClick(page.list, Qt.Key.Key_T)
    settle()
    assert CRITIQUE in workspace.to_do.listed
    assert PRAISE not in workspace.to_do.listed, "without a point"
    assert len(page.picks) == 0
    assert "to read" in page.header.line.text()


def test_esc_and_another_list_end_a_selection(page: InboxPage) -> None:
    choose(page, CRITIQUE)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_X)
    assert len(page.picks) == 1
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert len(page.picks) == 0
    QTest.keyClick(page.list, Qt.Key.Key_X)
    page.header.pill_chosen.emit(Pill.QUESTIONS)
    assert len(page.picks) == 0


def test_a_selection_is_archived_as_one_step(page: InboxPage, workspace: FakeWorkspace) -> None:
    choose(page, CRITIQUE)
    for key in (CRITIQUE, QUESTION):
        page.picks.add(key)
    page.commands.act("done")
    assert [workspace.inbox.row(key).done for key in (CRITIQUE, QUESTION, PRAISE)] == [
        True, True, False,
    ]  # fmt: skip


def test_put_away_ones_can_be_selected_without_a_word(
    page: InboxPage, workspace: FakeWorkspace
) -> None:
    page.open_put_away()
    page.list.choose_first()
    settle()
    for _ in range(4):
        page.commands.keys()["pick_down"]()
    settle()
    model = page.list.model()
    spoken = " ".join(str(model.data(model.index(n, 0))) for n in range(model.rowCount()))
    assert spoken.count("Selected. ") == len(page.picks) > 2
    assert CANARY not in spoken
    page.commands.act("to_do")
    assert workspace.to_do.listed == [HARSH]


def test_the_menu_names_every_command_with_its_key(page: InboxPage) -> None:
    choose(page, CRITIQUE)
    menu = page.commands.menu()
    titles = [action.text() for action in menu.actions()]
    assert titles == [BY_ID[command].title for command in IN_MENU]
    assert len(titles) <= 9
    assert all(not action.shortcut().isEmpty() for action in menu.actions())
    menu.deleteLater()


def test_the_menu_opens_on_the_comment_below_the_mouse(
    page: InboxPage, workspace: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: opened.append(menu))
    choose(page, PRAISE)
    number = page._model.find(QUESTION)
    assert number is not None
    place = page.list.visualRect(page._model.index(number)).center()
    page.list.customContextMenuRequested.emit(QPoint(place))
    (menu,) = opened
    row = page.row()
    assert row is not None
    assert row.key == QUESTION
    next(one for one in menu.actions() if one.text() == BY_ID["to_do"].title).trigger()
    menu.deleteLater()
    assert workspace.to_do.listed == [QUESTION]


# the filter


def test_the_pill_shows_what_is_not_answered(page: InboxPage, workspace: FakeWorkspace) -> None:
    page.header.pill_chosen.emit(Pill.NOT_ANSWERED)
    settle()
    assert page._model.comments == workspace.inbox.count(page._query) == 3
    page.open_comment(CRITIQUE)
    page.panel.choose_suggestion(0)
    page.panel.copy.click()
    settle()
    assert page._model.comments == 2
