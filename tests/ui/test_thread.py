"""The thread of a comment, above its advice and on its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import Thread
from creator_calm.wording import meta_line, use_language
from creator_calm.wording.threads import replies_line
from tests.ui.conftest import settle
from tests.ui.fakes import CANARY

if TYPE_CHECKING:
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.reply_panel import ReplyPanel
    from tests.ui.fakes import FakeWorkspace

CRITIQUE, KIND, AWAY, QUESTION, MIXED = (CommentKey(number) for number in (1, 2, 3, 4, 6))


@pytest.fixture
def workspace(workspace: FakeWorkspace) -> FakeWorkspace:
    workspace.answer(QUESTION, CRITIQUE)
    workspace.answer(KIND, AWAY)
    workspace.answer(MIXED, None)
    return workspace


@pytest.fixture
def panel(window: MainWindow) -> ReplyPanel:
    page = window.inbox()
    assert page is not None
    return page.panel


def shown(panel: ReplyPanel, key: CommentKey) -> list[str]:
    panel.open(key)
    settle()
    said = [part.text() for part in panel.thread_lines._parts if part.isVisible()]
    return [words.replace("\u2068", "").replace("\u2069", "") for words in said]


def test_the_comment_it_answers_stands_above_the_advice(panel: ReplyPanel) -> None:
    answers, words = shown(panel, QUESTION)
    assert answers == "In reply to @lenapaints"
    assert words.startswith("Love the topic")
    assert len(words) <= 161
    assert shown(panel, CRITIQUE) == ["It has 1 reply."]
    assert shown(panel, MIXED) == ["A reply to something that is not in your library."]
    assert shown(panel, CommentKey(7)) == []
    assert not panel.thread_lines.isVisible()


def test_a_put_away_parent_is_its_neutral_line(panel: ReplyPanel) -> None:
    said = shown(panel, KIND)
    assert said[0] == "In reply to a put-away comment"
    assert said[1].endswith("Nothing in it to act on.")
    assert CANARY not in " ".join(said)


def test_a_parent_put_away_meanwhile_loses_its_words(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    QTest.keyClicks(page.list, "jj")
    assert "audio" in shown(panel, QUESTION)[1]
    workspace.inbox.put_away([CRITIQUE])
    settle()
    assert panel.heading.text().count("jonas"), "it is still the same comment"
    assert "audio" not in panel.thread_lines._words.text()
    assert panel.thread_lines._answers.text() == "In reply to a put-away comment"


def test_the_card_says_that_it_is_a_reply(window: MainWindow, workspace: FakeWorkspace) -> None:
    page = window.inbox()
    assert page is not None
    model = page.list.model()
    names = [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]
    assert [name for name in names if "A reply." in name] == [
        name for name in names if any(who in name for who in ("jonas", "noor", "tidewater"))
    ]
    assert meta_line(workspace.inbox.row(QUESTION), "now").endswith("· a reply")
    assert "reply" not in meta_line(workspace.inbox.row(AWAY), "now")


def test_the_keys_walk_as_before(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    walked = []
    for _step in range(4):
        walked.append(page.list.currentIndex().row())
        QTest.keyClick(page.list, Qt.Key.Key_J)
    assert walked == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["", "It has 2 replies.", "It has 1 reply, yours.", "It has 3 replies, yours among them."]),
        ("sv", ["", "Den har 2 svar.", "Den har 1 svar, ditt.", "Den har 3 svar, ditt bland dem."]),
    ],
)  # fmt: skip
def test_replies_are_counted_in_both_languages(language: str, lines: list[str]) -> None:
    use_language(language)
    threads = [Thread(False, None, False, *n) for n in ((0, 0), (2, 0), (1, 1), (3, 1))]
    assert [replies_line(thread) for thread in threads] == lines


def test_it_follows_the_language(window: MainWindow, panel: ReplyPanel) -> None:
    shown(panel, MIXED)
    use_language("sv")
    window.retranslate()
    assert panel.thread_lines._answers.text().startswith("Ett svar på något")
