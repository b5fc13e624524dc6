"""The box for what one would like to say: it can be typed into and closed, and that is all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QInputMethodQueryEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from creator_calm.ui.pages._reply_block import ROOM_MS
from creator_calm.ui.pages.reply_vent import QUIET_MS, VentBlock
from creator_calm.ui.widgets.vent_field import CAP, VentField
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.reply_panel import ReplyPanel
    from tests.ui.fakes import FakeWorkspace

MARKER = "zorkvent"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(window: MainWindow) -> ReplyPanel:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    settle()
    return page.panel


@pytest.fixture
def vent(panel: ReplyPanel) -> VentBlock:
    found = next(one for one in panel.blocks if isinstance(one, VentBlock))
    found.ask.click()
    settle()
    assert QApplication.focusWidget() is found.field
    return found


def held(field: VentField) -> str:
    return "".join(field._signs)


def test_it_waits_behind_a_quiet_link(panel: ReplyPanel) -> None:
    vent = next(one for one in panel.blocks if isinstance(one, VentBlock))
    assert vent.ask.isVisible()
    assert vent.box.isHidden()
    assert vent.after.isHidden()
    assert not vent.timer.isActive()


def test_what_is_typed_into_is_seen(panel: ReplyPanel, vent: VentBlock) -> None:
    assert not panel.column.verticalScrollBar().isHidden()
    QTest.qWait(2 * ROOM_MS)
    corners = vent.field.rect().topLeft(), vent.field.rect().bottomRight()
    seen = panel.column.viewport().rect()
    assert all(
        seen.contains(vent.field.mapTo(panel.column.viewport(), corner)) for corner in corners
    )


def test_typing_taking_back_and_moving(vent: VentBlock) -> None:
    field = vent.field
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "d")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "e")
    assert held(field) == "bcde"


def test_signs_of_several_parts_go_as_one(vent: VentBlock) -> None:
    field = vent.field
    for sign in ("👩‍👩‍👧‍👦", "👍🏽", "e\u0301"):
        field._put(sign)
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        assert held(field) == "", sign


def test_an_input_method_is_served_and_told_nothing(vent: VentBlock) -> None:
    field = vent.field
    QApplication.sendEvent(field, QInputMethodEvent("nih", []))
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(field, done)
    assert held(field) == "日本"
    everything = QInputMethodQueryEvent(Qt.InputMethodQuery.ImQueryAll)
    QApplication.sendEvent(field, everything)
    for query in (
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
    ):
        assert not everything.value(query)
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_it_holds_no_text_field_of_qts(vent: VentBlock) -> None:
    """Whatever those can do with their words, this cannot."""
    assert not vent.findChildren(QPlainTextEdit)
    assert not vent.findChildren(QTextEdit)
    assert not vent.findChildren(QLineEdit)


def test_no_key_takes_the_words_out(vent: VentBlock, workspace: FakeWorkspace) -> None:
    field, clipboard = vent.field, QGuiApplication.clipboard()
    QTest.keyClicks(field, MARKER)
    clipboard.setText("before")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert, Qt.Key.Key_V):
        QTest.keyClick(field, key, CTRL)
    QTest.keyClick(field, Qt.Key.Key_Home, SHIFT)
    QTest.keyClick(field, Qt.Key.Key_Delete, SHIFT)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_Return):
        QTest.keyClick(field, key, CTRL)
    assert clipboard.text() == "before"
    if clipboard.supportsSelection():
        assert MARKER not in clipboard.text(QClipboard.Mode.Selection)
    assert workspace.undone == 0, "the window's undo is not meant either"
    assert workspace.replying.copies == []


def test_letters_are_letters(window: MainWindow, vent: VentBlock) -> None:
    QTest.keyClicks(vent.field, "b?/g d j e")
    assert held(vent.field) == "b?/g d j e"
    assert window.stack.current == "inbox"


def test_the_mouse_takes_nothing_out(vent: VentBlock) -> None:
    field = vent.field
    QTest.keyClicks(field, MARKER)
    middle, everywhere = QPointF(30, 20), Qt.MouseButton.LeftButton
    for kind in (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonRelease,
    ):
        move = QMouseEvent(
            kind, middle, field.mapToGlobal(middle), everywhere, everywhere,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(field, move)
    QTest.mouseDClick(field, Qt.MouseButton.LeftButton)
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    menu = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(field, menu)
    assert QApplication.activePopupWidget() is None
    assert not field.acceptDrops()
    assert MARKER not in QGuiApplication.clipboard().text()


def test_screen_readers_are_given_its_name_and_no_words(vent: VentBlock) -> None:
    QTest.keyClicks(vent.field, MARKER)
    face = QAccessible.queryAccessibleInterface(vent.field)
    assert face is not None
    said = [
        face.text(which) for which in QAccessible.Text if which is not QAccessible.Text.UserText
    ]
    assert "What you would like to say" in said
    assert MARKER not in " ".join(said)
    assert face.textInterface() is None
    assert face.editableTextInterface() is None
    assert face.valueInterface() is None


def test_nothing_looks_at_it(vent: VentBlock, panel: ReplyPanel, workspace: FakeWorkspace) -> None:
    asked: list[str] = []
    real = workspace.replying.check

    def noted(draft: str, *more: object) -> object:
        asked.append(draft)
        return real(draft, *more)  # type: ignore[arg-type]

    workspace.replying.check = noted  # type: ignore[method-assign, assignment]
    QTest.keyClicks(vent.field, f"As I already said {MARKER}")
    panel.save()
    assert not any(MARKER in one for one in asked)
    assert workspace.replying.drafts == {}


def test_closed_it_leads_on_to_the_calm_one_with_nothing_carried_over(
    vent: VentBlock, panel: ReplyPanel
) -> None:
    QTest.keyClicks(vent.field, MARKER)
    vent.close_it.click()
    settle()
    assert held(vent.field) == ""
    assert not vent.timer.isActive()
    assert vent.after.isVisible()
    assert vent._then.text() == "Now the calm one?"
    vent.calm.click()
    settle()
    assert QApplication.focusWidget() is panel.editor.field
    assert panel.editor.text() == ""
    assert vent.after.isHidden()
    vent.ask.click()
    assert held(vent.field) == ""


def test_where_no_reply_is_to_be_written_nothing_leads_to_one(vent: VentBlock) -> None:
    vent._may_write = False
    QTest.keyClicks(vent.field, MARKER)
    vent.close_it.click()
    assert vent.after.isHidden()
    assert vent.ask.isVisible()


def test_esc_closes_it_and_nothing_else(window: MainWindow, vent: VentBlock) -> None:
    QTest.keyClicks(vent.field, MARKER)
    QTest.keyClick(vent.field, Qt.Key.Key_Escape)
    settle()
    assert vent.box.isHidden()
    assert held(vent.field) == ""
    assert QApplication.focusWidget() is vent.calm


def test_ten_minutes_without_a_key_close_it(vent: VentBlock) -> None:
    assert QUIET_MS == 600_000
    QTest.keyClicks(vent.field, MARKER)
    assert vent.timer.isActive()
    assert vent.timer.isSingleShot()
    vent.timer.timeout.emit()
    assert held(vent.field) == ""
    assert vent.box.isHidden()


@pytest.mark.parametrize("leave", ["comment", "page", "act", "close"])
def test_whatever_is_left_lets_it_go(leave: str, window: MainWindow, vent: VentBlock) -> None:
    page = window.inbox()
    assert page is not None
    QTest.keyClicks(vent.field, MARKER)
    if leave == "comment":
        page.list.step(1)
    elif leave == "page":
        window.open_page("today")
    elif leave == "act":
        page.commands.act("keep")
    else:
        window.close()
    assert held(vent.field) == ""
    assert vent.box.isHidden()
    assert vent.after.isHidden()
    assert not vent.timer.isActive()


class Watched(list[str]):
    """Notes what it held when it was emptied."""

    at_the_end: str = MARKER

    def clear(self) -> None:
        self.at_the_end = "".join(self)
        super().clear()


def test_what_was_typed_is_overwritten_before_it_goes(vent: VentBlock) -> None:
    signs = vent.field._signs = Watched(MARKER)
    vent.field.forget()
    assert signs.at_the_end == "\0" * len(MARKER)
    assert signs == []


def test_it_takes_no_more_than_it_can_show(vent: VentBlock) -> None:
    vent.field._put("x" * (CAP + 50))
    vent.field._put("y")
    assert len(held(vent.field)) == CAP
    vent.field.grab()


def test_advice_made_again_leaves_it_open(panel: ReplyPanel, vent: VentBlock) -> None:
    QTest.keyClicks(vent.field, MARKER)
    panel._make_plan()
    assert held(vent.field) == MARKER
    assert vent.box.isVisible()
    vent.put_away()
