"""The smallest window at the largest text: words are wrapped or scrolled, never cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from creator_calm.domain.care import Outlook, PauseOutlook
from creator_calm.domain.inbox import Pile
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui.theme import SCALES, Look
from creator_calm.ui.troubles import LibrarySheet
from creator_calm.ui.widgets.calm_bar import CalmBar
from creator_calm.ui.widgets.frames import Middle
from creator_calm.wording import use_language
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from creator_calm.ui.main_window import MainWindow
    from tests.ui.fakes import FakeWorkspace


def cut(label: QLabel) -> bool:
    """Say whether a label is too small for its words."""
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    needed = QFontMetrics(label.font()).boundingRect(
        0, 0, label.width(), 10_000, flags, label.text()
    )
    return needed.width() > label.width() + 1 or needed.height() > label.height() + 1


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("outlook", list(Outlook))
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_sentence_of_the_bar_is_never_cut(
    desk: Desk, qapp: QApplication, qtbot: QtBot, language: str, outlook: Outlook, scale: int
) -> None:
    use_language(language)
    desk.theme.wear(Look(scale=scale), qapp)
    bar = CalmBar(desk)
    qtbot.addWidget(bar)
    bar.show_outlook(PauseOutlook(outlook, minutes=20, here_minutes=118), banner_gone=True)
    bar.show_mood(due=True)
    bar.resize(900, bar.heightForWidth(900))
    bar.show()
    settle()
    bar.resize(900, max(bar.heightForWidth(900), bar.sizeHint().height()))
    settle()
    for part in (bar.state, bar.so_far):
        assert not cut(part), part.text()
    buttons = [b for b in bar.findChildren(QPushButton) if b.isVisible()]
    assert all(bar.rect().contains(b.geometry()) for b in buttons)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_the_head_of_the_inbox_is_never_cut(
    open_window: Callable[..., MainWindow],
    workspace: FakeWorkspace,
    qapp: QApplication,
    language: str,
) -> None:
    use_language(language)
    window = open_window(workspace, QSize(900, 600))
    window._desk.theme.wear(Look(scale=SCALES[-1]), qapp)
    page = window.inbox()
    assert page is not None
    assert window._workspace is not None
    settle()
    header = page.header
    for part in (header.title, header.line):
        assert not cut(part), part.text()
    assert header.search.height() >= header.search.minimumSizeHint().height()
    header.show_counts(
        replace(window._workspace.inbox.counts(), safety=True), numbers=True, pile=Pile.SHOWN
    )
    settle()
    pills = [w for w in header.pills.findChildren(QWidget) if w.isVisible()]
    assert pills
    assert all(header.pills.rect().contains(w.geometry()) for w in pills)
    assert page.list.height() >= 64


def test_messages_to_copy_grow_with_the_text(window: MainWindow, qapp: QApplication) -> None:
    page = window.open_page("notes")
    assert page is not None
    settle()
    field = next(f for f in page.findChildren(QPlainTextEdit) if f.toPlainText())
    before = field.height()
    window._desk.theme.wear(Look(scale=200), qapp)
    settle()
    assert field.height() > before * 1.6


def test_a_page_stands_in_the_middle_and_grows_with_the_text(
    desk: Desk, qapp: QApplication, qtbot: QtBot
) -> None:
    middle = Middle(desk, 400)
    qtbot.addWidget(middle)
    middle.resize(1000, 200)
    middle.show()
    inner = middle.column.parentWidget()
    assert inner is not None
    assert inner.width() == 400
    assert abs(inner.x() - 300) <= 1
    desk.theme.wear(Look(scale=200), qapp)
    settle()
    assert inner.width() == 800
    middle.resize(500, 200)
    settle()
    assert inner.width() >= 498


def test_a_sheet_shows_its_whole_sentence(desk: Desk, qtbot: QtBot) -> None:
    for language in ("en", "sv"):
        use_language(language)
        sheet = LibrarySheet(desk, Problem(ProblemCode.ALREADY_OPEN))
        qtbot.addWidget(sheet)
        sheet.resize(1100, 700)
        sheet.show()
        settle()
        for label in sheet.findChildren(QLabel):
            assert not cut(label), label.text()
        assert sheet.first is not None
        assert sheet.first.height() >= 32
