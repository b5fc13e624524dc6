"""What it has learned, as a page: every sentence has a way out, and nothing of it is a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.ui.pages.learned import LearnedPage
from creator_calm.ui.pages.reply_learn import LearnBlock
from creator_calm.ui.widgets.buttons import Button
from creator_calm.wording import use_language
from tests.ui.pages.test_own_pages import library
from tests.workspace.test_learning import MINE, critics, edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

__all__ = ["library"]


@pytest.fixture
def taught(library: Workspace, clock: StoppedClock) -> tuple[Workspace, CommentKey]:
    """A library in which one sentence was written twice, and the comment it was written to last."""
    first, second = critics(library, clock, 2)
    edit(library, first)
    edit(library, second)
    return library, second


@pytest.fixture
def page(desk: Desk, taught: tuple[Workspace, CommentKey]) -> Iterator[LearnedPage]:
    made = LearnedPage(taught[0], desk)
    made.resize(900, 700)
    yield made
    made.deleteLater()


def said(page: LearnedPage) -> str:
    _let_go()
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def _let_go() -> None:
    """Let widgets that were cleared away be gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def button(page: LearnedPage, words: str) -> Button:
    _let_go()
    return next(one for one in page.findChildren(Button) if one.text() == words)


def test_sentences_are_listed_without_numbers_and_each_can_go(
    page: LearnedPage, taught: tuple[Workspace, CommentKey]
) -> None:
    desk, second = taught
    found = desk.learning.offer(second)
    assert found is not None
    desk.learning.save(found)
    page.refresh(None)
    assert MINE in said(page)
    assert "You tend to keep" in said(page)
    assert not any(sign.isdigit() for sign in said(page))
    button(page, "Remove").click()
    assert MINE not in said(page)
    before = len(desk.learning.things().phrases)
    button(page, "Forget").click()
    assert len(desk.learning.things().phrases) == before - 1


def test_all_of_it_is_forgotten_by_one_button(
    page: LearnedPage, taught: tuple[Workspace, CommentKey]
) -> None:
    assert not page.forget.isHidden()
    page.forget.click()
    assert taught[0].learning.things().phrases == ()
    assert page.forget.isHidden()
    assert "Nothing yet." in said(page)


def test_a_habit_can_become_a_setting(desk: Desk, library: Workspace, clock: StoppedClock) -> None:
    for key in critics(library, clock, 10):
        clock.advance(1)
        library.replying.copied(key, "Hi, thanks for this. /Maja")
    page = LearnedPage(library, desk)
    assert "Most of your replies begin with a hello." in said(page)
    ways = [one for one in page.findChildren(Button) if one.text() == "Do so in suggestions"]
    assert len(ways) == 2
    ways[0].click()
    _let_go()
    assert library.preferences.get("reply.greeting") == "hi"
    left = [one for one in page.findChildren(Button) if one.text() == "Do so in suggestions"]
    assert len(left) == 1
    left[0].click()
    assert library.preferences.get("reply.sign_off") == "/Maja"
    page.deleteLater()


def test_the_page_speaks_the_language_in_use(page: LearnedPage) -> None:
    use_language("sv")
    try:
        page.retranslate()
        assert page.title() == "Vad den har lärt sig"
        assert "Du brukar" in said(page)
    finally:
        use_language("en")


def test_the_question_comes_after_the_copy_and_goes_with_an_answer(
    desk: Desk, taught: tuple[Workspace, CommentKey]
) -> None:
    library, second = taught
    block = LearnBlock(library, desk)
    view = library.inbox.view(second)
    block.show_for(view, library.replying.plan(second), writing=True)
    assert not block.isHidden()
    assert MINE in block.line.text()
    library.undo()
    block.refresh(Change(Area.STATES, 1, Deed.COPIED))
    assert block.isHidden()
    library.redo()
    block.refresh(Change(Area.STATES, 1, Deed.COPIED))
    block.yes.click()
    block.refresh(Change(Area.VOICE, 1, Deed.PHRASE_SAVED))
    assert [one.text for one in library.learning.things().own] == [MINE]
    assert block.isHidden()
    block.deleteLater()
