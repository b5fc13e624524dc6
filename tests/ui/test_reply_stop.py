"""Asking once to stop in the panel: never open by itself, and gone afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from creator_calm.domain.assessment import Kind
from creator_calm.domain.stopping import StopStep
from creator_calm.ui.pages.reply_stop import StopBlock
from tests.ui.conftest import settle
from tests.ui.fakes import CANARY

if TYPE_CHECKING:
    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.main_window import MainWindow
    from tests.ui.fakes import FakeWorkspace

WORDS = "I'm asking you to stop."


@pytest.fixture
def abuse(workspace: FakeWorkspace) -> CommentKey:
    return workspace.add(f"{CANARY} you", f"@{CANARY}", Kind.ABUSE, away=True)


def block_of(window: MainWindow, key: CommentKey) -> StopBlock:
    page = window.inbox()
    assert page is not None
    page.panel.open(key)
    settle()
    block = page.panel.findChild(StopBlock)
    assert block is not None
    return block


def test_it_takes_no_room_where_nobody_is_to_be_asked(
    window: MainWindow, abuse: CommentKey
) -> None:
    assert not block_of(window, abuse).isVisible()


def test_evidence_then_a_link_then_caution_and_one_sentence(
    window: MainWindow, workspace: FakeWorkspace, abuse: CommentKey
) -> None:
    workspace.stopping.now = StopStep(WORDS)
    block = block_of(window, abuse)
    assert "evidence" in block.line.text()
    assert not block.words.isVisible()
    assert not block.link.isVisible()
    block.no.click()
    assert block.link.isVisible()
    assert not block.line.isVisible()
    block.link.click()
    assert block.line.text().startswith("Some people get worse")
    assert block.words.text() == WORDS
    block.no.click()
    assert not block.words.isVisible()
    assert workspace.stopping.asked_of == []
    block.link.click()
    block.yes.click()
    assert QGuiApplication.clipboard().text() == WORDS
    assert workspace.stopping.asked_of == [abuse]
    assert not block.link.isVisible()
    assert not block.yes.isVisible()
    assert block.line.text() == "You asked them to stop on 20 May."


def test_another_comment_begins_closed(
    window: MainWindow, workspace: FakeWorkspace, abuse: CommentKey
) -> None:
    workspace.stopping.now = StopStep(WORDS, evidence_settled=True)
    block = block_of(window, abuse)
    block.link.click()
    other = workspace.add("y", "@b", Kind.ABUSE, away=True)
    assert not block_of(window, other).words.isVisible()
