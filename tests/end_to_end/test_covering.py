"""The key that covers everything, pressed in the real program on every page, in menus and dialogs."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from creator_calm.domain.care import ScheduleItem, SupportContact
from creator_calm.domain.help_lines import OwnLine
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.domain.moods import Mood
from creator_calm.ui.page_stack import PageStack
from tests.end_to_end.desk import bring_in, inbox, program
from tests.end_to_end.test_leaks import _walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from creator_calm.ui.program import Program
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

CANARY = "zorkblat"
PASTED = "\n\n".join(
    (
        f"Thank you so much, the {CANARY} lesson helped me!",
        f"What {CANARY} brush do you use?",
        f"you're such a pathetic {CANARY} loser, nobody likes you",
    )
)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PAGES = [
    "today",
    "inbox",
    "notes",
    "bring_in",
    "settings",
    "breathe",
    "keys",
    "kind",
    "help",
    "looking_back",
    "promises",
]


@pytest.fixture
def running(
    tmp_path: Path, clock: StoppedClock, qapp: QApplication
) -> Iterator[tuple[Program, Workspace]]:
    with program(tmp_path / "home", clock) as (one, desk):
        bring_in(one, PASTED)
        desk.care.save_contact(SupportContact(0, f"Mira {CANARY}"))
        desk.care.save_note(None, f"a {CANARY} note")
        desk.care.kind_shelf.write_down(f"kind {CANARY} words")
        desk.care.help_lines.save(OwnLine(0, f"the {CANARY} line"))
        desk.care.moods.note(Mood(0, clock.utc(), 20, note=f"a {CANARY} mood"))
        desk.care.save_item(ScheduleItem(0, f"walk the {CANARY}", frozenset(range(7)), time(9)))
        yield one, desk


def press(one: Program) -> None:
    handle = one.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_H, CTRL_SHIFT)


def seen_and_said(one: Program) -> str:
    """Everything the window holds: words, names, tips, titles, actions, what is read aloud."""
    words: list[str] = []
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if top is not one.window and not widget.isVisible():
                continue  # what waits outside of the window, and what earlier tests left
            words += [
                widget.toolTip(), widget.statusTip(), widget.accessibleName(),
                widget.accessibleDescription(), widget.windowTitle(),
            ]  # fmt: skip
            if isinstance(widget, QLabel | QLineEdit):
                words.append(widget.text())
            elif isinstance(widget, QPlainTextEdit):
                words.append(widget.toPlainText())
    words += [action.text() for action in one.window.findChildren(QAction)]
    _walk(QAccessible.queryAccessibleInterface(one.window), words)
    return "\n".join(words)


def covers(one: Program) -> bool:
    return one.window.stack.currentWidget() is _card(one)


def _card(one: Program) -> QWidget:
    assert one.window.after is not None
    return one.window.after.covering.card


@pytest.mark.parametrize("page_id", PAGES)
def test_the_key_covers_every_page_at_once(
    page_id: str, running: tuple[Program, Workspace]
) -> None:
    one, _desk = running
    inbox(one).list.choose_first()
    one.window.open_page(page_id)
    QTest.qWait(20)
    if page_id in {"today", "inbox", "notes"}:
        assert CANARY in seen_and_said(one)
    press(one)
    # Before the event loop turns once more: this is the frame that is painted.
    assert covers(one)
    assert _card(one).isVisible()
    assert one.window.windowTitle() == "Creator Calm"
    QTest.qWait(20)
    assert CANARY not in seen_and_said(one)


def test_pressed_again_it_reveals_nothing(running: tuple[Program, Workspace]) -> None:
    one, _desk = running
    for _press in range(3):
        press(one)
        QTest.qWait(10)
        assert covers(one)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
        assert covers(one)
    for page_id in PAGES:
        one.window.open_page(page_id)
        QTest.qWait(5)
        assert CANARY not in seen_and_said(one)
    press(one)
    assert covers(one)


def test_shown_again_nothing_is_opened_and_all_is_there(
    running: tuple[Program, Workspace],
) -> None:
    one, desk = running
    page = inbox(one)
    page.open_put_away()
    page.list.choose_first()
    row = desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0)[0]
    desk.inbox.reveal(row.key)
    notes = one.window.open_page("notes")
    people = notes.people  # type: ignore[union-attr]
    people.add.click()
    people.form.name.field.setText("half a name")
    press(one)
    QTest.qWait(20)
    card = _card(one)
    card.show_again.click()  # type: ignore[attr-defined]
    QTest.qWait(20)
    assert one.window.stack.current == "today"
    said = seen_and_said(one)
    assert "pathetic" not in said
    assert CANARY in said
    assert one.window.open_page("notes") is notes
    assert people.form.name.field.text() == "half a name"
    assert desk.inbox.counts().total == 3


def test_the_switch_in_the_bar_does_the_same(running: tuple[Program, Workspace]) -> None:
    one, desk = running
    assert one.window.breaks is not None
    switch = one.window.breaks.bar.live
    switch.click()
    QTest.qWait(10)
    assert covers(one)
    assert desk.care.breaks.state.live
    assert switch.isChecked()
    assert one.window.breaks.bar.state.text() == "Live"
    switch.click()
    QTest.qWait(10)
    assert not covers(one)
    assert not desk.care.breaks.state.live


def test_it_survives_a_restart(tmp_path: Path, clock: StoppedClock, qapp: QApplication) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, _desk):
        bring_in(one, PASTED)
        press(one)
        QTest.qWait(10)
    clock.advance(7 * 3600)
    with program(home, clock) as (one, _desk):
        QTest.qWait(20)
        assert covers(one)
        assert CANARY not in seen_and_said(one)
        assert not _card(one).still.isHidden()  # type: ignore[attr-defined]
        _card(one).show_again.click()  # type: ignore[attr-defined]
        QTest.qWait(20)
        assert CANARY in seen_and_said(one)


def test_six_hours_are_asked_about_once_the_time_has_come(
    running: tuple[Program, Workspace], clock: StoppedClock
) -> None:
    one, _desk = running
    press(one)
    card = _card(one)
    assert card.still.isHidden()  # type: ignore[attr-defined]
    assert card.timer.isActive()  # type: ignore[attr-defined]
    clock.advance(6 * 3600)
    card._look()  # type: ignore[attr-defined]
    assert not card.still.isHidden()  # type: ignore[attr-defined]
    one.window.hide()
    assert not card.timer.isActive()  # type: ignore[attr-defined]
    one.window.show()


def test_it_works_from_an_open_menu_and_a_dialog(running: tuple[Program, Workspace]) -> None:
    one, desk = running
    one.window.menu.open_above(one.window.rail.menu)
    QTest.qWait(20)
    assert QApplication.activePopupWidget() is not None
    press(one)
    QTest.qWait(20)
    assert covers(one)
    assert QApplication.activePopupWidget() is None
    _card(one).show_again.click()  # type: ignore[attr-defined]
    dialog = QDialog(one.window)
    dialog.setModal(True)
    own = QAction(dialog)  # as in the file dialog of Qt, where the key shows hidden files
    own.setShortcut("Ctrl+Shift+H")
    dialog.addAction(own)
    QLineEdit(dialog)
    QTimer.singleShot(50, lambda: QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_H, CTRL_SHIFT))
    rescue = QTimer(dialog)
    rescue.timeout.connect(dialog.reject)
    rescue.start(3000)
    dialog.exec()
    rescue.stop()
    assert desk.care.breaks.state.live
    assert covers(one)
    dialog.deleteLater()


def test_an_import_goes_on_silently(running: tuple[Program, Workspace]) -> None:
    one, desk = running
    page = one.window.stack.page("bring_in")
    press(one)
    QTest.qWait(10)
    assert isinstance(one.window.stack, PageStack)
    assert one.window.stack.pages.get("bring_in") is None
    _card(one).show_again.click()  # type: ignore[attr-defined]
    assert one.window.stack.page("bring_in") is page
    assert desk.inbox.counts().total == 3


def test_the_strip_leaves_editor_and_keyboard_alone_and_f6_reaches_it(
    running: tuple[Program, Workspace], clock: StoppedClock
) -> None:
    one, _desk = running
    page = inbox(one)
    page.list.choose_first()
    page.panel.editor.field.setFocus()
    QTest.qWait(20)
    before = QApplication.focusWidget()
    assert before is not None
    assert one.window.breaks is not None
    ticker, banner = one.window.breaks.ticker, one.window.breaks.banner
    for _second in range(20 * 60 + 1):
        clock.advance(1)
        ticker.touched()
        ticker.look()
    QTest.qWait(20)
    assert banner.isVisible()
    assert QApplication.focusWidget() is before is page.panel.editor.field
    editor = page.panel.editor
    place = editor.rect().translated(editor.mapTo(one.window, editor.rect().topLeft()))
    assert not place.intersects(banner.geometry())
    reached = []
    for _step in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        reached.append(now is not None and banner.isAncestorOf(now))
    assert any(reached)


def test_done_for_today_keeps_the_draft_and_says_it_in_the_morning(
    tmp_path: Path, clock: StoppedClock, qapp: QApplication
) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, desk):
        bring_in(one, PASTED)
        desk.preferences.set("care.done_then", "stay")
        page = inbox(one)
        page.list.choose_first()
        page.open_comment(desk.inbox.page(InboxQuery(), 0)[0].key)
        QTest.qWait(20)
        page.panel.editor.field.setPlainText("half a reply")
        assert one.window.breaks is not None
        one.window.breaks.bar.done.click()
        QTest.qWait(20)
        sheet = one.window.stack.currentWidget()
        assert "See you. Everything is where you left it." in seen_and_said(one)
        assert desk.inbox.page(InboxQuery(), 0)[0].has_draft
        assert one.window.breaks.bar.state.text().startswith("Quiet until 04:00")
        assert sheet is not None
    clock.sleep(20 * 3600)
    with program(home, clock) as (one, _desk):
        QTest.qWait(20)
        assert "A new day. Everything is where you left it." in seen_and_said(one)
