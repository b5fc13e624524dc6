"""A reply rests in the real program: over a restart, then it comes first, then it is used and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from creator_calm.domain.comment import CommentKey
from creator_calm.domain.inbox import InboxQuery
from creator_calm.ui.pages.reply_cooling import CoolingBlock
from creator_calm.ui.pages.reply_question import CopyQuestion
from creator_calm.ui.pages.reply_wait import WaitBlock
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.rested_card import RestedCard
from tests.end_to_end.desk import bring_in, inbox, program
from tests.end_to_end.test_covering import press

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.pages._reply_block import ReplyBlock
    from creator_calm.ui.program import Program
    from tests.clock import StoppedClock

COMMENT = "The audio is too quiet at 3:20, I could hardly hear you speak."
SHARP = "If you had actually watched it, you idiot."
KEY = CommentKey(1)
_Block = TypeVar("_Block", bound="ReplyBlock")


def _part(one: Program, kind: type[_Block]) -> _Block:
    return next(block for block in inbox(one).panel.blocks if isinstance(block, kind))


def _press(where: QWidget, label: str) -> None:
    QTest.qWait(10)
    buttons = [one for one in where.findChildren(Button) if one.isVisible()]
    next(one for one in buttons if one.text() == label).click()
    QTest.qWait(10)


def test_over_a_restart_and_to_the_end(
    tmp_path: Path, clock: StoppedClock, qapp: QApplication
) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, desk):
        bring_in(one, COMMENT)
        page = inbox(one)
        page.list.choose_first()
        page.panel.focus_editor()
        QTest.keyClicks(page.panel.editor.field, SHARP)
        page.panel.editor.look()
        _press(_part(one, WaitBlock), "Rest: 10 minutes")
        assert desk.resting.rest(KEY) is not None
        press(one)  # covered and shown again it rests on
        QTest.qWait(10)
        assert one.window.after is not None
        one.window.after.covering.card.show_again.click()
    clock.advance(300)
    with program(home, clock) as (one, desk):
        assert not one.window.findChildren(RestedCard), "nothing is due yet"
        page = inbox(one)
        page.list.choose_first()
        QTest.qWait(10)
        (row,) = desk.inbox.page(InboxQuery(), 0)
        assert (row.resting, row.text) == (True, None)
        assert page.panel.editor.text() == SHARP
        cooling = _part(one, CoolingBlock)
        assert cooling.line.text() == "Your reply rests for about 5 more minutes."
        one.window.open_page("today")
        clock.advance(300)
        today = one.window.stack.page("today")
        assert today is not None
        today.refresh(None)  # type: ignore[attr-defined]
        QTest.qWait(10)
        assert COMMENT not in "\n".join(label.text() for label in today.findChildren(QLabel))
        _press(today.findChildren(RestedCard)[-1], "Open it")
        assert one.window.stack.current == "inbox"
        QApplication.clipboard().setText("before")
        _press(_part(one, CoolingBlock), "Use it")
        assert QApplication.clipboard().text() == "before", "asked once: a word in it may wound"
        _press(_part(one, CopyQuestion), "Copy anyway")
        assert QApplication.clipboard().text() == SHARP
        assert desk.resting.rest(KEY) is None
        assert desk.inbox.row(KEY).answered
        assert desk.inbox.row(KEY).text is not None
        one.window.undo()
        rest = desk.resting.rest(KEY)
        assert rest is not None
        assert rest.over
        assert not desk.inbox.row(KEY).answered
