"""Get the facts first: folded, kept with the comment, and the advice follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.facts import FactState
from creator_calm.domain.reply import Strategy
from creator_calm.ui.pages.facts_block import FactsBlock
from creator_calm.ui.pages.inbox import InboxPage
from creator_calm.ui.pages.reply_panel import ReplyPanel
from creator_calm.wording import use_language
from tests.storage.builders import bring_in, sighting
from tests.ui.conftest import settle
from tests.ui.pages.test_chips_shown import ONE, real  # noqa: F401 - a desk with one comment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, real: Workspace) -> ReplyPanel:  # noqa: F811 - the fixture
    real.inbox.pick_kind(ONE, Kind.COMPLAINT)
    made = ReplyPanel(real, desk)
    desk.changed.connect(made.refresh)
    real.subscribe(desk.publish)
    qtbot.addWidget(made)
    made.resize(460, 900)
    made.show()
    made.open(ONE)
    return made


@pytest.fixture
def block(panel: ReplyPanel) -> FactsBlock:
    return next(one for one in panel.blocks if isinstance(one, FactsBlock))


def test_it_is_folded_and_says_nothing_before_it_is_begun(block: FactsBlock) -> None:
    assert block.isVisible()
    assert not block.body.isVisible()
    assert not block.line.isVisible()
    block.fold.click()
    assert block.body.isVisible()
    assert len(block.rows) == 5
    assert not any(row.note.isVisible() for row in block.rows)


def test_a_sort_without_questions_has_no_list(
    panel: ReplyPanel,
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    real.inbox.pick_kind(ONE, Kind.PRAISE)
    panel.open(None)
    panel.open(ONE)
    assert not block.isVisible()


def test_marking_holds_the_full_answer_back_and_enough_brings_it_back(
    panel: ReplyPanel,
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    block.fold.click()
    asked = panel.facts.shown()
    row = block.rows[3]
    row.pills[FactState.ASK].click()
    assert panel._plan is not None
    assert panel._plan.strategy is Strategy.HOLD
    assert block.line.text() == "4 questions left."
    assert row.who.isVisible()
    QTest.keyClicks(row.who, "Kim at the printer")
    block.save()
    assert real.facts.of(ONE).facts[3].who == "Kim at the printer"
    block.enough.click()
    assert panel.facts.shown() == asked
    assert block.enough.text() == "Keep looking"
    real.undo()
    settle()
    assert block.enough.text() == "That is enough"
    assert panel._plan.strategy is Strategy.HOLD


def test_undo_is_shown_and_the_advice_follows_it(
    panel: ReplyPanel,
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    block.fold.click()
    block.rows[0].pills[FactState.KNOWN].click()
    real.undo()
    settle()
    assert not block.rows[0].pills[FactState.KNOWN].isChecked()
    assert panel._plan is not None
    assert panel._plan.strategy is Strategy.RESOLVE_COMPLAINT


def test_a_mark_can_be_taken_back_with_the_same_key(block: FactsBlock) -> None:
    block.fold.click()
    pill = block.rows[0].pills[FactState.KNOWN]
    pill.setFocus()
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert block.rows[0].fact.marked
    pill.setFocus()
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert not block.rows[0].fact.marked


def test_a_question_of_ones_own_and_what_will_not_do(
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    block.fold.click()
    block.add.click()
    assert len(block.rows) == 5
    block.own.setText("<b>Which size?</b> & more")
    block.add.click()
    assert block.rows[-1].question.text() == "<b>Which size?</b> & more"
    assert block.own.text() == ""
    for number in range(24):
        real.facts.add(ONE, f"Question {number}?")
    block.own.setText("One more?")
    block.add.click()
    assert block.problem.isVisible()
    assert block.own.text() == "One more?", "what was typed stays"
    block.rows[5].remove.click()
    assert len(block.rows) == 29


def test_what_is_written_is_kept_when_another_comment_is_opened(
    panel: ReplyPanel,
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    block.fold.click()
    block.rows[0].pills[FactState.KNOWN].click()
    QTest.keyClicks(block.rows[0].note, "on Friday")
    panel.open(None)
    assert real.facts.of(ONE).facts[0].note == "on Friday"


def test_the_page_hands_on_what_concerns_the_list_alone(
    qtbot: QtBot,
    desk: Desk,
    real: Workspace,  # noqa: F811
) -> None:
    real.inbox.pick_kind(ONE, Kind.COMPLAINT)
    page = InboxPage(real, desk)
    qtbot.addWidget(page)
    page.refresh(None)
    page.panel.open(ONE)
    block = next(one for one in page.panel.blocks if isinstance(one, FactsBlock))
    page.refresh(real.facts.mark(ONE, 0, FactState.KNOWN))
    assert block.rows[0].pills[FactState.KNOWN].isChecked()
    settle()


def test_another_comment_of_the_same_sort_has_a_list_of_its_own(
    panel: ReplyPanel,
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    other = CommentKey(2)
    bring_in(real._library, [sighting(1, text="The print never arrived.")])
    real.inbox.pick_kind(other, Kind.COMPLAINT)
    block.fold.click()
    block.rows[0].pills[FactState.KNOWN].click()
    QTest.keyClicks(block.rows[0].note, "on Friday")
    panel.open(other)
    assert not block.body.isVisible(), "folded for each comment anew"
    assert block.rows[0].note.text() == ""
    block.save()
    assert not real.facts.of(other).started
    panel.open(ONE)
    assert block.rows[0].note.text() == "on Friday"


def test_what_changes_elsewhere_is_shown_and_not_written_over(
    panel: ReplyPanel,
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    real.facts.describe(ONE, 0, "on Friday", "Kim")
    panel._make_plan()
    assert block.rows[0].who.text() == "Kim"
    block.save()
    assert real.facts.of(ONE).facts[0].who == "Kim"
    settle()


def test_in_swedish(panel: ReplyPanel, block: FactsBlock) -> None:
    block.fold.click()
    use_language("sv")
    panel.retranslate()
    assert block.rows[0].question.text() == "Vad hände, och när?"
    assert block.fold.text() == "Dölj frågorna"


def test_a_comment_that_is_gone_is_no_trouble(
    block: FactsBlock,
    real: Workspace,  # noqa: F811
) -> None:
    assert real.facts.of(ONE).facts
    block._key = CommentKey(99)
    block._read()
    assert not block.isVisible()
