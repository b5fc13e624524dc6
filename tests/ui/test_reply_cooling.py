"""A rest for a reply in the window: an offer, quiet minutes, then the reply first; copying asks once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.draft import DraftFinding, DraftReport, FindingLevel
from creator_calm.domain.reply import Audience
from creator_calm.domain.resting import Wait
from creator_calm.ui.pages.reply_cooling import CoolingBlock
from creator_calm.ui.pages.reply_extras import Place
from creator_calm.ui.pages.reply_question import CopyQuestion
from creator_calm.ui.pages.reply_wait import WaitBlock
from creator_calm.ui.widgets.buttons import Button
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.reply_panel import ReplyPanel
    from tests.clock import StoppedClock
    from tests.ui.fakes import FakeWorkspace

KEY = CommentKey(1)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(window: MainWindow) -> ReplyPanel:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    page.panel.focus_editor()
    settle()
    return page.panel


def block(panel: ReplyPanel) -> CoolingBlock:
    return next(one for one in panel.blocks if isinstance(one, CoolingBlock))


def question(panel: ReplyPanel) -> CopyQuestion:
    return next(one for one in panel.blocks if isinstance(one, CopyQuestion))


def offer(panel: ReplyPanel) -> WaitBlock:
    return next(one for one in panel.blocks if isinstance(one, WaitBlock))


def ways(panel: ReplyPanel) -> dict[str, Button]:
    """What is offered now, by the one or the other."""
    settle()
    buttons = [
        button
        for part in (offer(panel), block(panel))
        for button in part.ways.findChildren(Button)
        if not part.isHidden() and not button.isHidden()
    ]
    return {button.text(): button for button in buttons}


def write(panel: ReplyPanel, words: str) -> None:
    panel.editor.field.setPlainText(words)
    panel.editor.look()
    settle()


def copy_key(panel: ReplyPanel) -> None:
    QTest.keyClick(panel.editor.field, Qt.Key.Key_Return, CTRL)
    settle()


def finds(workspace: FakeWorkspace, rule: str, level: FindingLevel) -> None:
    def check(draft: str, _key: object, audience: Audience) -> DraftReport:
        at = draft.find("sharp")
        if at < 0 or (rule == "private_data" and audience is Audience.PRIVATE):
            return DraftReport()
        return DraftReport((DraftFinding(at, at + 5, rule, level, "Wait a little first?"),))

    workspace.replying.check = check  # type: ignore[method-assign, assignment]


def test_nothing_is_offered_for_a_calm_draft(panel: ReplyPanel) -> None:
    write(panel, "Thank you.")
    assert offer(panel).isHidden()
    panel.editor.open("")


def test_it_is_offered_in_place_and_waved_away_for_good(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    workspace.resting.severity = 2
    write(panel, "")
    assert offer(panel).isHidden(), "nothing is written yet"
    focus = QApplication.focusWidget()
    write(panel, "Thank you.")
    assert offer(panel).isVisible()
    assert QApplication.focusWidget() is focus
    assert list(ways(panel)) == [
        "Rest: 10 minutes", "2 minutes", "60 minutes", "Until the morning, 09:00", "No need",
    ]  # fmt: skip
    ways(panel)["No need"].click()
    assert offer(panel).isHidden()
    write(panel, "Thank you, really.")
    assert offer(panel).isHidden(), "asked once"
    panel.editor.open("")


def test_a_reason_of_the_day_waved_away_is_not_brought_up_at_the_next_comment(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    workspace.resting.low = True
    write(panel, "Thank you.")
    assert "Rest: 60 minutes" in ways(panel), "longer on a low day"
    ways(panel)["No need"].click()
    page = window.inbox()
    assert page is not None
    page.list.step(1)
    panel.focus_editor()
    write(panel, "Hello.")
    assert offer(panel).isHidden()
    workspace.resting.severity = 2
    write(panel, "Hello there.")
    assert offer(panel).isVisible(), "another reason is another matter"
    panel.editor.open("")


def test_while_it_rests_everything_can_be_done(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    workspace.resting.severity = 2
    write(panel, "Thank you.")
    ways(panel)["Rest: 10 minutes"].click()
    assert workspace.resting.rows[KEY].seconds == 600
    assert list(ways(panel)) == ["Breathe for a minute", "Show the comment", "End the rest"]
    assert block(panel).line.text() == "Your reply rests for about 10 more minutes."
    assert not panel.starts.isVisible(), "the reply comes first"
    assert panel.editor.field.isEnabled()
    assert not panel.editor.field.isReadOnly()
    assert panel.copy.isEnabled()
    clock.advance(241)
    block(panel).timer.timeout.emit()
    assert block(panel).line.text() == "Your reply rests for about 6 more minutes."
    ways(panel)["End the rest"].click()
    settle()
    assert workspace.resting.rows == {}
    assert block(panel).isHidden()
    assert offer(panel).isHidden(), "and it is not offered again at once"
    assert panel.editor.text() == "Thank you."
    panel.editor.open("")


def test_the_comment_is_folded_away_until_asked_for(
    window: MainWindow, panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    words = workspace.inbox.made[KEY].text
    write(panel, "Thank you.")
    workspace.resting.start(KEY, Wait.TEN)
    settle()
    page = window.inbox()
    assert page is not None
    row = page.list.model().row(0)  # type: ignore[attr-defined]
    assert row.resting
    assert row.text is None
    assert not panel.quote.isVisible()
    assert panel.quote._words.text() == ""
    panel.column.verticalScrollBar().setValue(10_000)
    ways(panel)["Show the comment"].click()
    settle()
    assert words[:40] in panel.quote._words.text()
    assert panel.quote.isVisible()
    assert panel.column.verticalScrollBar().value() == 0, "where it stands"
    ways(panel)["Fold the comment away"].click()
    assert panel.quote._words.text() == ""
    assert block(panel).timer.isActive()
    window.open_page("today")
    assert not block(panel).timer.isActive(), "nothing wakes up while it is not seen"
    window.open_page("inbox")
    assert block(panel).timer.isActive()
    ways(panel)["Show the comment"].click()
    window.open_page("today")
    assert panel.quote._words.text() == "", "not left lying open"
    assert not block(panel).timer.isActive(), "nothing wakes up while it is not seen"
    panel.editor.open("")


def test_afterwards_the_reply_comes_first_with_three_ways(
    panel: ReplyPanel, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    write(panel, "Thank you.")
    workspace.resting.start(KEY, Wait.TEN)
    clock.advance(600)
    block(panel).timer.timeout.emit()
    assert list(ways(panel)) == ["Use it", "Change it", "Leave it", "Show the comment"]
    before = (*panel._extras[Place.READING], *panel._extras[Place.STARTS])
    assert all(one.isHidden() for one in before), "the reply comes first"
    assert not block(panel).timer.isActive()
    assert QGuiApplication.clipboard().text() != "Thank you.", "nothing is copied by itself"
    ways(panel)["Use it"].click()
    assert QGuiApplication.clipboard().text() == "Thank you."
    assert workspace.replying.copies == ["Thank you."]
    panel.editor.open("")


def test_changing_it_makes_it_a_draft_again(
    panel: ReplyPanel, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    workspace.resting.severity = 2
    write(panel, "Thank you.")
    workspace.resting.start(KEY, Wait.TEN)
    clock.advance(600)
    block(panel).timer.timeout.emit()
    ways(panel)["Change it"].click()
    settle()
    assert workspace.resting.rows == {}
    assert panel.editor.text() == "Thank you."
    assert QApplication.focusWidget() is panel.editor.field
    assert block(panel).isHidden()
    panel.editor.open("")


def test_leaving_it_lets_the_comment_rest(
    panel: ReplyPanel, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    write(panel, "Thank you.")
    workspace.resting.start(KEY, Wait.TWO)
    clock.advance(120)
    block(panel).timer.timeout.emit()
    ways(panel)["Leave it"].click()
    settle()
    assert workspace.inbox.made[KEY].row.done
    assert workspace.resting.rows == {}


def test_copying_meanwhile_asks_once_and_the_same_key_copies(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    write(panel, "Thank you.")
    workspace.resting.start(KEY, Wait.TEN)
    settle()
    copy_key(panel)
    assert workspace.replying.copies == []
    assert question(panel).isVisible()
    assert question(panel)._line.text() == "You wanted to wait about 10 more minutes."
    copy_key(panel)
    assert workspace.replying.copies == ["Thank you."]
    assert not question(panel).isVisible()
    panel.editor.open("")


def test_one_question_whatever_there_is_to_ask(panel: ReplyPanel, workspace: FakeWorkspace) -> None:
    finds(workspace, "escalation", FindingLevel.STRONG)
    write(panel, "a sharp word")
    workspace.resting.start(KEY, Wait.TEN)
    settle()
    panel.copy.click()
    assert question(panel)._line.text() == (
        "One part may sound like an insult or a threat. You wanted to wait about 10 more minutes."
    )
    question(panel).anyway.click()
    assert workspace.replying.copies == ["a sharp word"]
    panel.editor.open("")


def test_private_data_in_public_is_asked_about_and_not_in_private(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    finds(workspace, "private_data", FindingLevel.STRONG)
    write(panel, "a sharp word")
    panel.copy.click()
    assert question(panel).isVisible()
    question(panel).back.click()
    assert not question(panel).isVisible()
    assert workspace.replying.copies == []
    panel.copy.click()
    QTest.keyClicks(panel.editor.field, "x")
    assert not question(panel).isVisible(), "the words have changed"
    panel.band.show_audience(Audience.PRIVATE)
    panel.copy.click()
    assert len(workspace.replying.copies) == 1
    panel.editor.open("")


def test_what_was_just_typed_is_looked_at_before_it_is_copied(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    finds(workspace, "escalation", FindingLevel.STRONG)
    write(panel, "a ")
    QTest.keyClicks(panel.editor.field, "sharp word")
    copy_key(panel)
    assert question(panel).isVisible()
    assert workspace.replying.copies == []
    panel.editor.open("")


def test_a_clean_holding_reply_goes_at_once(panel: ReplyPanel, workspace: FakeWorkspace) -> None:
    assert panel._plan is not None
    holding = replace(panel._plan.suggestions[1], moves=("thank", "check"))
    panel._start_from(holding)
    workspace.resting.start(KEY, Wait.TEN)
    settle()
    panel.copy.click()
    assert workspace.replying.copies == [holding.text]
    panel.editor.open("")


def test_the_question_belongs_to_one_comment(window: MainWindow, panel: ReplyPanel) -> None:
    question(panel).show()
    page = window.inbox()
    assert page is not None
    page.list.step(1)
    assert not question(panel).isVisible()


def test_another_change_leaves_the_question(panel: ReplyPanel) -> None:
    question(panel)._about = "x"
    question(panel).refresh(Change(Area.NOTES, 1, Deed.NOTE_SAVED))
    assert question(panel)._about == "x"
    question(panel).refresh(Change(Area.STATES, 1, Deed.COPIED))
    assert question(panel)._about == ""


def test_a_put_away_comment_is_not_offered_to_be_shown_here(
    window: MainWindow, workspace: FakeWorkspace
) -> None:
    page = window.inbox()
    assert page is not None
    page.open_put_away()
    page.list.choose_first()
    page.panel.write.click()
    write(page.panel, "Thank you.")
    key = page.list.current_key()
    assert key is not None
    workspace.resting.start(key, Wait.TEN)
    assert "Show the comment" not in ways(page.panel)
    assert "End the rest" in ways(page.panel)
    page.panel.editor.open("")
