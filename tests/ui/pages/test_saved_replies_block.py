"""Saved replies in the panel: by keyboard, slots asked for, at the cursor, nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import Author, CommentKey
from creator_calm.domain.own_words import Channel, Offer, SavedReply
from creator_calm.domain.reply import Audience, Chip
from creator_calm.ui.pages.channel_block import ChannelBlock
from creator_calm.ui.pages.facts_block import FactsBlock
from creator_calm.ui.pages.reply_panel import ReplyPanel
from creator_calm.ui.pages.saved_replies_block import SavedRepliesBlock
from creator_calm.ui.widgets.draft_editor import DraftEditor
from creator_calm.ui.widgets.fact_fields import OfferFact
from creator_calm.wording import use_language
from tests.storage.builders import HARSH_POINT, bring_in, sighting
from tests.ui.conftest import settle
from tests.ui.pages.test_chips_shown import ONE, real  # noqa: F401 - a desk with one comment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


CANARY = "qzxcanaryword"


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, real: Workspace) -> ReplyPanel:  # noqa: F811 - the fixture
    real.inbox.pick_kind(ONE, Kind.COMPLAINT)
    real.channels.keep(Channel(0, "my shop inbox"))
    keep = real.saved_replies.keep
    keep(SavedReply(0, "Shipping", "It is on its way: {link}. Thank you, {who}.", "en"))
    keep(SavedReply(0, "Frakt", "Det är på väg.", "sv"))
    keep(SavedReply(0, "Refund", "I can refund it.", "en", Audience.PRIVATE))
    keep(SavedReply(0, "Code", "Use { } and {{ as they are. <b>&amp;</b>"))
    made = ReplyPanel(real, desk)
    desk.changed.connect(made.refresh)
    real.subscribe(desk.publish)
    qtbot.addWidget(made)
    made.resize(460, 1200)
    made.show()
    made.activateWindow()
    made.open(ONE)
    settle()
    return made


@pytest.fixture
def block(panel: ReplyPanel) -> SavedRepliesBlock:
    return next(one for one in panel.blocks if isinstance(one, SavedRepliesBlock))


def titles(block: SavedRepliesBlock) -> list[str]:
    return [row.text().replace("\u2068", "").replace("\u2069", "") for row in block.list.rows]


def test_those_in_the_language_of_the_comment_come_first(block: SavedRepliesBlock) -> None:
    assert block.isVisible()
    assert not block.body.isVisible()
    block.fold.click()
    assert titles(block) == ["Shipping", "Refund · private", "Code", "Frakt"]
    block.list.search.setText("väg")
    assert titles(block) == ["Frakt"]
    block.list.search.setText("nothing like it")
    assert block.list.none.text() == "No saved reply matches."


def test_by_keyboard_alone_with_slots_at_the_cursor(
    panel: ReplyPanel, block: SavedRepliesBlock
) -> None:
    field = panel.editor.field
    field.setPlainText("Hello. Bye.")
    cursor = field.textCursor()
    cursor.setPosition(6)
    field.setTextCursor(cursor)
    block.toggle()
    assert panel.window().focusWidget() is block.list.search
    QTest.keyClicks(block.list.search, "ship")
    settle()
    QTest.keyClick(block.list.search, Qt.Key.Key_Down)
    assert panel.window().focusWidget() is block.list.rows[0]
    QTest.keyClick(block.list.rows[0], Qt.Key.Key_Return)
    settle()
    form = block.form
    assert form.isVisible()
    assert list(form.fields) == ["link", "who"]
    assert not form.insert.isEnabled()
    assert "link" in form.missing.text()
    line = form.fields["link"].field
    assert panel.window().focusWidget() is line
    QTest.keyClicks(line, "https://example.org")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field.toPlainText() == "Hello. Bye.", "a slot is open still"
    QTest.keyClicks(form.fields["who"].field, "Kim")
    assert form.insert.isEnabled()
    QTest.keyClick(form.fields["who"].field, Qt.Key.Key_Return)
    said = "It is on its way: https://example.org. Thank you, Kim."
    assert field.toPlainText() == f"Hello. {said} Bye."
    assert not block.body.isVisible()
    field.undo()
    assert field.toPlainText() == "Hello. Bye."


def test_its_key_opens_and_closes_the_list(panel: ReplyPanel, block: SavedRepliesBlock) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    panel.editor.field.setFocus()
    QTest.keyClick(panel.editor.field, Qt.Key.Key_S, both)
    assert block.list.isVisible()
    assert panel.window().focusWidget() is block.list.search
    QTest.keyClick(block.list.search, Qt.Key.Key_S, both)
    assert not block.list.isVisible()
    settle()


def test_what_is_selected_stays_and_replies_stack(
    panel: ReplyPanel, block: SavedRepliesBlock
) -> None:
    field = panel.editor.field
    field.setPlainText("My own words.")
    field.selectAll()
    for _turn in range(2):
        block.fold.click()
        block.list.search.setText("code")
        block.list.rows[0].click()
    use = "Use { } and {{ as they are. <b>&amp;</b>"
    assert field.toPlainText() == f"My own words. {use} {use}"


def test_a_private_one_turns_the_band_and_needs_a_place(
    panel: ReplyPanel,
    block: SavedRepliesBlock,
    real: Workspace,  # noqa: F811
) -> None:
    block.fold.click()
    block.list.search.setText("refund")
    block.list.rows[0].click()
    assert panel.band.audience is Audience.PRIVATE
    real.channels.remove(1)
    settle()
    block.fold.click()
    assert not any("Refund" in title for title in titles(block))


def test_esc_closes_the_list_and_goes_back_to_the_editor(
    panel: ReplyPanel, block: SavedRepliesBlock
) -> None:
    left: list[int] = []
    panel.left.connect(lambda: left.append(1))
    panel.editor.field.setPlainText("x")
    block.toggle()
    QTest.keyClick(block.list.search, Qt.Key.Key_Escape)
    assert not block.body.isVisible()
    assert left == []
    assert panel.editor.text() == "x"
    assert panel.window().focusWidget() is panel.editor.field


def test_esc_in_a_slot_goes_back_to_the_list(panel: ReplyPanel, block: SavedRepliesBlock) -> None:
    left: list[int] = []
    panel.left.connect(lambda: left.append(1))
    block.toggle()
    block.list.rows[0].click()
    assert block.form.preview.text().startswith("It is on its way: {link}.")
    QTest.keyClick(block.form.fields["link"].field, Qt.Key.Key_Escape)
    assert block.list.isVisible()
    assert not block.form.isVisible()
    assert left == []
    assert panel.editor.text() == ""
    settle()


def test_a_draft_becomes_a_saved_reply_with_one_click(
    panel: ReplyPanel,
    block: SavedRepliesBlock,
    real: Workspace,  # noqa: F811
) -> None:
    assert not block.keep.isVisible()
    panel.editor.field.setPlainText("Thank you for telling me.")
    assert block.keep.isVisible()
    block.keep.click()
    block.keep.click()
    saved = real.saved_replies.all()
    assert [one.text for one in saved].count("Thank you for telling me.") == 1
    assert saved[-1].language == "en"


def test_nothing_ready_made_for_somebody_in_distress(
    panel: ReplyPanel,
    block: SavedRepliesBlock,
    real: Workspace,  # noqa: F811
) -> None:
    assert panel._plan is not None
    assert panel._view is not None
    view = replace(panel._view, row=replace(panel._view.row, kind=Kind.DISTRESS))
    block.show_for(view, panel._plan, writing=True)
    assert not block.isVisible()


def test_what_does_not_fit_is_said_and_nothing_is_lost(
    panel: ReplyPanel,
    block: SavedRepliesBlock,
    real: Workspace,  # noqa: F811
) -> None:
    real.saved_replies.keep(SavedReply(0, "Huge", "x" * 20_000))
    panel.editor.field.setPlainText("My own words.")
    panel.editor.field.moveCursor(QTextCursor.MoveOperation.End)
    block.fold.click()
    block.list.search.setText("huge")
    block.list.rows[0].click()
    assert block.problem.isVisible()
    assert panel.editor.text() == "My own words."


def test_an_offer_is_picked_from_the_list_and_stands_in_private(
    panel: ReplyPanel,
    real: Workspace,  # noqa: F811
    desk: Desk,
) -> None:
    asked: list[str] = []
    desk.page_asked.connect(asked.append)
    panel.facts._pills[Chip.OFFER].click()
    field = panel.facts._fields[Chip.OFFER]
    assert isinstance(field, OfferFact)
    field.to_list.click()
    assert asked == ["words"]
    real.offers.keep(Offer(0, "a new print"))
    settle()
    field = panel.facts._fields[Chip.OFFER]
    assert isinstance(field, OfferFact)
    field._pills[0].click()
    assert panel.facts.facts()[Chip.OFFER] == "a new print"
    assert panel._plan is not None
    offering = [one for one in panel._plan.suggestions if "a new print" in one.text]
    assert [one.audience for one in offering] == [Audience.PRIVATE]
    assert "a new print" not in panel._plan.suggestions[0].text
    real.offers.remove(1)
    settle()
    assert panel.facts.facts()[Chip.OFFER] == ""


def test_a_panel_that_is_gone_is_asked_for_no_offers(
    panel: ReplyPanel,
    real: Workspace,  # noqa: F811
    desk: Desk,
) -> None:
    """As the inbox is when everything is covered."""
    gone = ReplyPanel(real, desk)
    gone.open(ONE)
    gone.facts._pills[Chip.OFFER].click()
    gone.deleteLater()
    panel.open(None)
    settle()
    real.offers.keep(Offer(0, "a new print"))
    settle()


def test_a_place_is_chosen_where_there_are_several(
    panel: ReplyPanel,
    real: Workspace,  # noqa: F811
) -> None:
    block = next(one for one in panel.blocks if isinstance(one, ChannelBlock))
    assert not block.isVisible()
    real.channels.keep(Channel(0, "the form on my page"))
    settle()
    assert block.isVisible()
    block.pills[2].click()
    assert panel._plan is not None
    assert any("the form on my page" in one.text for one in panel._plan.suggestions)
    real.channels.remove(1)
    real.channels.remove(2)
    settle()
    assert block.name_one.isVisible()
    assert not any("my shop inbox" in one.text for one in panel._plan.suggestions)


def test_of_a_put_away_comment_no_word_comes_through(
    qtbot: QtBot,
    desk: Desk,
    real: Workspace,  # noqa: F811
) -> None:
    """Facts, slots, places and saved replies beside one: its sort and topics of the lexicon, no more."""
    key = CommentKey(2)
    words = f"{CANARY} the sound is too quiet you {CANARY}"
    one = sighting(1, HARSH_POINT, words)
    author = Author(CANARY.capitalize())
    bring_in(real._library, [replace(one, comment=replace(one.comment, author=author))])
    real.channels.keep(Channel(0, "my shop inbox"))
    real.channels.keep(Channel(0, "my mail"))
    real.saved_replies.keep(SavedReply(0, "T", "{name} and {topic} at {channel}"))
    assert real.inbox.row(key).put_away
    panel = ReplyPanel(real, desk)
    qtbot.addWidget(panel)
    panel.resize(460, 1200)
    panel.show()
    panel.open(key)
    panel.focus_editor()
    facts = next(one for one in panel.blocks if isinstance(one, FactsBlock))
    facts.fold.click()
    assert facts.rows
    block = next(one for one in panel.blocks if isinstance(one, SavedRepliesBlock))
    assert block.isVisible()
    block.toggle()
    block.list.rows[0].click()
    settle()
    assert block.form.fields["name"].words() == ""
    said = [
        f"{one.accessibleName()} {one.toolTip()} {one.text() if hasattr(one, 'text') else ''}"
        for one in panel.findChildren(QWidget)
        if not isinstance(one, DraftEditor)
    ]
    assert not any(CANARY in one.lower() for one in said)
    panel.open(None)


def test_in_swedish(panel: ReplyPanel, block: SavedRepliesBlock) -> None:
    use_language("sv")
    panel.retranslate()
    assert block.fold.text() == "Sparade svar"
