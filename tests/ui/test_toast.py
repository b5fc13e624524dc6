"""Words in passing: none is lost, none covers what is needed, each can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect

from tests.ui.conftest import settle

if TYPE_CHECKING:
    from creator_calm.ui.main_window import MainWindow

TROUBLE = "There is not enough room to save. 40 MB are needed. Nothing was changed. Free some room."


def said(window: MainWindow) -> str:
    return window.toast._words.text()


def test_trouble_is_not_pushed_out(window: MainWindow) -> None:
    window.toast.show_words(TROUBLE, undo=False)
    window.toast.show_words("Archived.", undo=True)
    assert said(window) == TROUBLE
    window.toast._timer.timeout.emit()
    assert said(window) == "Archived."
    assert not window.toast._undo.isHidden()
    window.toast.put_down()
    assert not window.toast.isVisible()


def test_the_last_offer_of_undo_stands_at_once(window: MainWindow) -> None:
    window.toast.show_words("Archived.", undo=True)
    window.toast.show_words("Put away.", undo=True)
    assert said(window) == "Put away."
    window.toast._close.click()
    assert not window.toast.isVisible(), "the older offer would now undo something else"


def test_what_waits_is_joined_and_short(window: MainWindow) -> None:
    window.toast.show_words("Archived.", undo=True)
    for words in ("One.", "Two.", "Two.", "Three.", "Four."):
        window.toast.show_words(words, undo=False)
    seen = []
    while window.toast.isVisible():
        seen.append(said(window))
        window.toast._timer.timeout.emit()
    assert seen == ["Archived.", "Two.", "Three.", "Four."]


def test_a_long_sentence_stays_for_longer(window: MainWindow) -> None:
    window.toast.show_words("Archived.", undo=True)
    assert window.toast._timer.interval() == 10_000
    window.toast.put_down()
    window.toast.show_words(TROUBLE * 2, undo=False)
    assert window.toast._timer.interval() > 15_000
    window.toast.show_words("Archived.", undo=True)
    assert window.toast._timer.interval() > 10_000, "time to read it, although something waits"
    window.toast.put_down()


@pytest.mark.parametrize("width", [1360, 1180, 900])
def test_it_covers_no_button_of_a_reply(window: MainWindow, width: int) -> None:
    page = window.inbox()
    assert page is not None
    window.resize(width, 700)
    settle()
    page.list.choose_first()
    page.open_current()
    settle()
    window.toast.show_words("Copied. Paste it where you want it, whenever it suits.", undo=True)
    foot = page.panel.foot
    assert foot.isVisible()
    taken = QRect(foot.mapTo(window.stack, QPoint(0, 0)), foot.size())
    assert not window.toast.geometry().intersects(taken)
    assert window.stack.rect().contains(window.toast.geometry())
    window.toast.put_down()
