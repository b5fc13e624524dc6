"""The keyboard is where one looks: on the page that was opened, and there after it is built again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from creator_calm.ui.focus import focus_kept
from creator_calm.ui.pages.today import TodayPage
from creator_calm.wording import use_language
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.main_window import MainWindow


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_opening_a_page_takes_the_keyboard_there(window: MainWindow) -> None:
    for page_id in ("settings", "notes", "keys", "bring_in", "today", "inbox", "breathe"):
        window.rail.pages.setFocus()
        page = window.open_page(page_id)
        settle()
        assert page is not None
        assert page is focus() or page.isAncestorOf(focus()), page_id


def test_today_keeps_the_keyboard_when_it_looks_again(window: MainWindow) -> None:
    page = window.open_page("today")
    assert page is not None
    opener = next(b for b in page.findChildren(QPushButton) if b.isVisible())
    name = opener.accessibleName()
    opener.setFocus()
    assert isinstance(page, TodayPage)
    page.refresh(None)
    settle()
    assert focus() is not opener
    assert focus().accessibleName() == name
    assert page.isAncestorOf(focus())


def test_settings_keep_the_keyboard_through_a_change_of_language(window: MainWindow) -> None:
    page = window.open_page("settings")
    assert page is not None
    stops = [w for w in page.findChildren(QPushButton) if w.isVisible()]
    stops[3].setFocus()
    use_language("sv")
    window.retranslate()
    settle()
    assert page.isAncestorOf(focus())


def test_focus_of_others_is_left_alone(qtbot: QtBot) -> None:
    outside = QLineEdit()
    page = QWidget()
    for widget in (outside, page):
        qtbot.addWidget(widget)
        widget.show()
    outside.setFocus()
    with focus_kept(page):
        pass
    settle()
    assert QApplication.focusWidget() in {outside, None}


def test_paste_works_wherever_no_text_is_written(window: MainWindow) -> None:
    QApplication.clipboard().setText("One comment\n\nAnother one")
    for page_id in ("today", "inbox", "notes"):
        window.open_page(page_id)
        settle()
        QTest.keyClick(focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert window.stack.current == "bring_in", page_id
    window.inbox()
    search = window.stack.pages["inbox"].findChild(QLineEdit)
    assert search is not None
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.current == "inbox"
    assert "One comment" in search.text()
    search.clear()


def test_from_the_search_field_to_what_it_found(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    field = page.header.search
    page.focus_search()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert focus() is page.list
    assert page.list.currentIndex().row() == 0
    page.focus_search()
    QTest.keyClicks(field, "nothing like this")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page._query.search == "nothing like this"
    assert focus() is field, "there is nothing to go to"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    page.header._typing.stop()
