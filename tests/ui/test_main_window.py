"""The whole window: names, text that fits, focus that is never taken, quiet words."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from creator_calm.domain.intake import Source
from creator_calm.ui import regions
from creator_calm.ui.theme import Look
from creator_calm.ui.tokens import ThemeName
from creator_calm.ui.window_keys import regions_of
from creator_calm.ui.window_place import keep, restore
from creator_calm.wording import use_language
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.bring_in import BringInPage
    from tests.ui.fakes import FakeWorkspace

PAGES = ["inbox", "keys"]
"""Pages of this folder's own; those below tests/ui/pages have theirs."""


def shown(root: QWidget) -> list[QWidget]:
    return [child for child in root.findChildren(QWidget) if child.isVisible()]


def open_page(window: MainWindow, page_id: str) -> QWidget:
    page = window.open_page(page_id)
    assert page is not None
    inbox = window.inbox() if page_id == "inbox" else None
    if inbox is not None:
        inbox.list.choose_first()
    settle()
    return page


@pytest.mark.parametrize("page_id", PAGES)
def test_every_focusable_widget_has_a_name(window: MainWindow, page_id: str) -> None:
    open_page(window, page_id)
    nameless = [
        child
        for child in shown(window)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
    ]
    assert not nameless


@pytest.mark.parametrize("page_id", PAGES)
def test_no_control_says_send_post_or_publish(window: MainWindow, page_id: str) -> None:
    open_page(window, page_id)
    words = [b.text() for b in shown(window) if isinstance(b, QAbstractButton)]
    assert words
    assert not [
        word for word in words if re.search(r"\b(send|post|publish)\b", word, re.IGNORECASE)
    ]
    assert not [word for word in words if "!" in word]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [900, 1360])
@pytest.mark.parametrize("page_id", PAGES)
def test_no_text_is_cut(
    open_window: Callable[..., MainWindow],
    workspace: FakeWorkspace,
    qapp: QApplication,
    scale: int,
    width: int,
    page_id: str,
) -> None:
    window = open_window(workspace, QSize(width, 900))
    window._desk.theme.wear(Look(scale=scale), qapp)
    open_page(window, page_id)
    assert window.width() == width, "the content fits into the window"
    assert not cut_texts(window)
    page = window.inbox()
    assert page is not None
    if page_id == "inbox":
        page.open_current()
        settle()
        assert not cut_texts(window)


def cut_texts(window: MainWindow) -> list[str]:
    """Labels and buttons whose words do not fit; bar and strip have their own tests."""
    cut = []
    for child in shown(window.rail) + shown(window.stack):
        if isinstance(child, QLabel) and child.text():
            need = (
                child.heightForWidth(child.width())
                if child.wordWrap()
                else child.sizeHint().height()
            )
            if child.height() < need - 1:
                cut.append(child.text())
            if not child.wordWrap() and child.width() < child.sizeHint().width() - 1:
                cut.append(child.text())
        elif isinstance(child, QAbstractButton) and child.text():
            hint = (
                child.heightForWidth(child.width())
                if child.hasHeightForWidth()
                else child.sizeHint().height()
            )
            if child.height() < hint - 1 or child.width() < child.minimumSizeHint().width() - 1:
                cut.append(child.text())
    return cut


def test_targets_are_large_enough(window: MainWindow) -> None:
    open_page(window, "inbox")
    small = [
        (child.objectName(), child.accessibleName(), child.size())
        for child in shown(window)
        if isinstance(child, QAbstractButton) and (child.height() < 24 or child.width() < 24)
    ]
    assert not small


def test_a_toast_never_takes_the_focus(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    page.list.setFocus()
    before = QApplication.focusWidget()
    window.toast.show_words("Archived.", undo=True)
    settle()
    assert QApplication.focusWidget() is before
    assert window.toast._timer.isActive()
    assert window.toast._timer.interval() == 10_000
    QTest.mouseMove(window.toast, QPoint(5, 5))
    window.toast.put_down()
    assert QApplication.focusWidget() is before


def test_a_toast_stands_inside_the_window(window: MainWindow) -> None:
    window.toast.show_words(
        "One fairly long sentence about what was done just now. " * 4, undo=True
    )
    settle()
    box = window.toast.geometry()
    assert window.stack.rect().contains(box)
    window.resize(900, 600)
    settle()
    assert window.stack.rect().contains(window.toast.geometry())
    window.toast.put_down()


def test_undo_of_a_toast_is_the_last_step(window: MainWindow, workspace: FakeWorkspace) -> None:
    window.toast.show_words("Archived.", undo=True)
    window.toast._undo.click()
    assert workspace.undone == 1
    assert not window.toast.isVisible()


def test_pages_are_built_at_their_first_visit_and_kept(window: MainWindow) -> None:
    assert set(window.stack.pages) == {"today"}
    first = window.open_page("inbox")
    window.open_page("today")
    assert window.open_page("inbox") is first
    assert window.windowTitle() == "Inbox – Creator Calm"


def test_back_leads_where_one_came_from(window: MainWindow) -> None:
    window.open_page("inbox")
    window.open_page("keys")
    window.back()
    assert window.stack.current == "inbox"
    window.back()
    assert window.stack.current == "today"
    window.back()
    assert window.stack.current == "today"


@pytest.mark.parametrize(
    ("width", "narrow", "folded"), [(1360, False, False), (1100, True, False), (950, True, True)]
)
def test_the_window_makes_room_by_its_width(
    window: MainWindow, width: int, narrow: bool, folded: bool
) -> None:
    page = window.inbox()
    assert page is not None
    window.resize(width, 800)
    settle()
    assert page._narrow is narrow
    assert window.rail._folded is folded
    assert page.panel.isVisible() is not narrow


def test_in_a_narrow_window_the_panel_takes_the_page(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    window.resize(950, 700)
    settle()
    page.list.choose_first()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    assert page.panel.quote.isVisible(), "the comment is shown with its reply"
    page.panel.back.click()
    assert page.list.isVisible()
    assert page.list.hasFocus()


def test_theme_and_size_change_live_and_keep_draft_focus_and_place(
    window: MainWindow, qapp: QApplication
) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    page.panel.enter()
    QTest.keyClicks(page.panel.editor.field, "a draft")
    window._desk.theme.wear(Look(ThemeName.DARK, scale=125), qapp)
    settle()
    assert page.panel.editor.text() == "a draft"
    assert page.panel.editor.field.hasFocus()
    assert page.list.current_key() == 1
    page.save()


def test_language_changes_live(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    use_language("sv")
    window.retranslate()
    use_language("en")
    window.retranslate()
    assert page.header.bring_in.text() == "Import"
    assert window.windowTitle() == "Inbox – Creator Calm"


def test_text_size_keys_set_the_setting(window: MainWindow, workspace: FakeWorkspace) -> None:
    window.scale(1)
    assert workspace.preferences.get("look.text_scale") == "110"
    window.scale(0)
    assert workspace.preferences.get("look.text_scale") == "100"
    window.scale(-1)
    assert workspace.preferences.get("look.text_scale") == "100"


def test_f6_goes_through_the_regions(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    window.rail.pages.setFocus()
    seen = []
    for _step in range(4):
        regions.step(regions_of(window), 1)
        seen.append(QApplication.focusWidget())
    assert page.list in seen
    assert page.panel.editor.field in seen


def _drop(window: MainWindow, data: QMimeData) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPoint(50, 50), copy, data, left, none),
        QDropEvent(QPointF(50, 50), copy, data, left, none),
    ):
        QApplication.sendEvent(window, event)
        assert event.isAccepted()


def test_dropped_files_mean_import_all_of_them(
    window: MainWindow, workspace: FakeWorkspace
) -> None:
    data = QMimeData()
    names = ("comments.csv", "more.csv")
    data.setUrls([QUrl.fromLocalFile(f"/home/somebody/{name}") for name in names])
    _drop(window, data)
    assert window.stack.current == "bring_in"
    page = cast("BringInPage", window.stack.pages["bring_in"])
    shown = [(item.source.path, item.source.name) for item in page.work.items]
    assert shown == [(f"/home/somebody/{name}", name) for name in names]
    assert workspace.importing.asked[-1][0].name == "comments.csv"


def test_dropped_words_mean_paste(window: MainWindow, workspace: FakeWorkspace) -> None:
    data = QMimeData()
    data.setText("Thank you for this one")
    _drop(window, data)
    assert workspace.importing.asked[-1][0] == Source(text="Thank you for this one")


def test_the_place_of_the_window_is_kept(window: MainWindow, tmp_path: Path) -> None:
    window.resize(1100, 700)
    keep(window, tmp_path)
    window.resize(950, 650)
    restore(window, tmp_path)
    assert window.size().width() <= 1100
    (tmp_path / "window.json").write_text('{"x": "no"}', "utf-8")
    restore(window, tmp_path)
    (tmp_path / "window.json").write_text("not json", "utf-8")
    restore(window, tmp_path)


@pytest.mark.parametrize("there", ["deep", "pipe", "folder", "binary"])
def test_whatever_lies_in_its_place_the_window_opens(
    window: MainWindow, tmp_path: Path, there: str
) -> None:
    file = tmp_path / "window.json"
    if there == "pipe":
        os.mkfifo(file)
    elif there == "folder":
        file.mkdir()
    else:
        file.write_bytes(b"[" * 100_000 if there == "deep" else bytes(range(256)))
    restore(window, tmp_path)
    keep(window, tmp_path)


def test_the_place_is_nobody_elses_business(window: MainWindow, tmp_path: Path) -> None:
    keep(window, tmp_path)
    assert (tmp_path / "window.json").stat().st_mode & 0o777 == 0o600


def test_closing_keeps_the_draft_and_lets_go(window: MainWindow, workspace: FakeWorkspace) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    QTest.keyClicks(page.panel.editor.field, "almost lost")
    window.close()
    assert workspace.replying.drafts[1].text == "almost lost"  # type: ignore[index]
    assert window._desk.publish not in workspace.listeners


def test_the_menu_names_what_undo_takes_back(window: MainWindow) -> None:
    menu = window.menu.build()
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Undo: Archived" in words
    assert not menu.actions()[-1].isSeparator()
    menu.deleteLater()


def test_the_number_of_widgets_does_not_grow(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    settle()
    for _round in range(3):
        for _step in range(4):
            page.list.step(1)
        page.list.choose_first()
        settle()
    before = len(window.findChildren(QWidget))
    for _round in range(20):
        for _step in range(4):
            page.list.step(1)
        page.list.choose_first()
        settle()
    assert len(window.findChildren(QWidget)) == before
    assert before < 400


def test_a_pause_gives_the_keyboard_back_to_where_it_was(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    assert window.breaks is not None
    page.panel.editor.setFocus()
    settle()
    before = QApplication.focusWidget()
    card = window.breaks.card
    window.stack.pause(card)
    settle()
    assert window.stack.currentWidget() is card
    assert QApplication.focusWidget() is card, "no button waits for a key that was on its way"
    window.stack.pause(None)
    settle()
    assert QApplication.focusWidget() is before


def test_the_keyboard_elsewhere_stays_elsewhere_over_a_pause(window: MainWindow) -> None:
    window.inbox()
    assert window.breaks is not None
    window.rail.pages.setFocus()
    for card in (window.breaks.card, None):
        window.stack.pause(card)
        settle()
        assert QApplication.focusWidget() is window.rail.pages


def test_a_page_that_tells_of_times_is_read_again_when_opened(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.open_page("today")
    window.open_page("inbox")
    read: list[object] = []
    monkeypatch.setattr(page, "refresh", read.append)
    window.open_page("today")
    assert read == [None]


def test_pages_put_aside_end_with_their_window(window: MainWindow) -> None:
    page = window.open_page("notes")
    window.stack.put_pages_aside(all_kept=True)
    assert page is not None
    ended: list[bool] = []
    page.destroyed.connect(lambda: ended.append(True))
    window.stack.destroyed.emit()
    settle()
    assert ended == [True]
