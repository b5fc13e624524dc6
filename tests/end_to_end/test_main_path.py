"""The main job through the real widgets: paste, put away, show, advice, draft, copy, done, undo, restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creator_calm.domain.assessment import Lane
from creator_calm.domain.inbox import InboxQuery, Pile
from tests.end_to_end.desk import bring_in, inbox, program, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import StoppedClock

WANTS_ANSWER = "The audio is far too quiet at 3:20, please fix it."
HARSH = "you're such a pathetic loser, nobody likes you"
PASTED = f"""{WANTS_ANSWER}

Thank you so much, this helped me finish my first painting!

{HARSH}

Vilken pensel använder du?

The ending felt rushed, but I loved the rest."""
ADDED = " I will check the levels next time."


def test_from_paste_to_restart(tmp_path: Path, clock: StoppedClock, qapp: QApplication) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, desk):
        bring_in(one, PASTED)
        assert desk.inbox.counts().total == 5
        page = inbox(one)

        # what needs them first, the harsh one put away
        shown = desk.inbox.page(InboxQuery(), 0)
        away = desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0)
        assert len(shown) == 4
        assert len(away) == 1
        assert shown[0].lane is Lane.NEEDS_YOU
        assert away[0].text is None

        # show it, and it is put away again on moving on
        page.open_put_away()
        QTest.qWait(20)
        page.list.choose_first()
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_V)
        assert HARSH in _all_words(page)
        page.open_comment(shown[0].key)
        QTest.qWait(20)
        assert HARSH not in _all_words(page)

        # advice: up to three replies of different intent; the first becomes the draft
        key = next(row.key for row in shown if row.text == WANTS_ANSWER)
        page.open_comment(key)
        plan = desk.replying.plan(key)
        assert 1 <= len(plan.suggestions) <= 3
        assert len({one.intent for one in plan.suggestions}) == len(plan.suggestions)
        page.panel.choose_suggestion(0)
        field = page.panel.editor.field
        assert field.toPlainText() == plan.suggestions[0].text
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, ADDED)
        wait_for(
            lambda: (found := desk.replying.draft(key)) is not None and found.text.endswith(ADDED)
        )

        # copy, done, undo
        page.panel.copy.click()
        assert QApplication.clipboard().text() == plan.suggestions[0].text + ADDED
        QApplication.clipboard().clear()
        assert desk.inbox.row(key).answered
        page.list.setFocus()
        assert page.list.choose(key)
        QTest.keyClick(page.list, Qt.Key.Key_E)
        wait_for(lambda: desk.inbox.row(key).done)
        assert desk.inbox.count(InboxQuery()) == 3
        QTest.keyClick(page.list, Qt.Key.Key_Z)
        wait_for(lambda: not desk.inbox.row(key).done)
        assert desk.inbox.count(InboxQuery()) == 4

    with program(home, clock) as (one, desk):
        assert desk.inbox.counts().total == 5
        assert desk.inbox.row(key).answered
        kept = desk.replying.draft(key)
        assert kept is not None
        assert kept.text.endswith(ADDED)
        page = inbox(one)
        page.open_comment(key)
        assert page.panel.editor.field.toPlainText().endswith(ADDED)
        assert desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0)[0].text is None


def test_undo_takes_a_whole_import_back(
    tmp_path: Path, clock: StoppedClock, qapp: QApplication
) -> None:
    with program(tmp_path / "home", clock) as (one, desk):
        bring_in(one, PASTED)
        assert desk.inbox.counts().total == 5
        one.window.undo()
        assert desk.inbox.counts().total == 0
        one.window.redo()
        assert desk.inbox.counts().total == 5


def test_two_hundred_pasted_lines(tmp_path: Path, clock: StoppedClock, qapp: QApplication) -> None:
    lines = [f"This is comment number {n}, thank you for the video" for n in range(200)]
    with program(tmp_path / "home", clock) as (one, desk):
        bring_in(one, "\n".join(lines))
        assert desk.inbox.counts().total == 200


def _all_words(page: object) -> str:
    """Return every text that any text field of the page holds now."""
    from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

    assert isinstance(page, QWidget)
    words = [field.toPlainText() for field in page.findChildren(QPlainTextEdit)]
    words += [label.text() for label in page.findChildren(QLabel)]
    return "\n".join(words)
