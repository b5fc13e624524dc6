"""Your words: written, kept, moved, removed; what will not do is said in place and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.comment import Platform
from creator_calm.domain.own_words import SavedReply
from creator_calm.domain.reply import Audience
from creator_calm.ui.pages.own_words import OwnWordsPage
from creator_calm.ui.widgets.saved_reply_cards import SavedReplyCard
from creator_calm.wording import use_language
from tests.ui.conftest import settle
from tests.ui.pages.test_chips_shown import real  # noqa: F401 - a desk with one comment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from creator_calm.workspace import Workspace


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, real: Workspace) -> OwnWordsPage:  # noqa: F811 - the fixture
    for title in ("A", "B"):
        real.saved_replies.keep(SavedReply(0, title, f"Text of {title} for {{name}}"))
    made = OwnWordsPage(real, desk)
    real.subscribe(made.refresh)
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    return made


def cards(page: OwnWordsPage) -> list[SavedReplyCard]:
    settle()
    return [one for one in page.findChildren(SavedReplyCard) if not one.isHidden()]


def test_a_reply_is_written_with_its_marks_and_kept(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
) -> None:
    page.write.click()
    settle()
    form = page.form
    assert form is not None
    form.name.fill("a")
    form.text.field.setPlainText("As I already said, you clearly did not watch it. {link}")
    form.text.look()
    assert form.text.field.extraSelections(), "our own look marks it too"
    form.language.choose("sv")
    form.audience.choose("private")
    form.save.click()
    assert form.problem.isVisible(), "there is an A already"
    assert form.text.text().startswith("As I already")
    form.name.fill("C")
    form.save.click()
    assert page.form is None
    kept = real.saved_replies.all()[-1]
    assert (kept.title, kept.language, kept.audience) == ("C", "sv", Audience.PRIVATE)
    assert len(cards(page)) == 3


def test_cards_move_copy_edit_and_remove(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
) -> None:
    cards(page)[1].buttons["up"].click()
    assert [one.title for one in real.saved_replies.all()] == ["B", "A"]
    cards(page)[0].buttons["copy"].click()
    assert [one.title for one in real.saved_replies.all()] == ["B", "B (2)", "A"]
    cards(page)[1].buttons["remove"].click()
    cards(page)[1].buttons["edit"].click()
    assert page.form is not None
    assert page.form.name.words() == "A"
    page.form.cancel.click()
    page.search.setText("of b")
    assert len(cards(page)) == 1


def test_what_is_half_written_is_remembered_and_not_made_use_of(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
) -> None:
    page.edit(0)
    assert page.form is not None
    page.form.text.field.setPlainText("half a sentence")
    page.offers.words.fill("a new pr")
    page.save()
    kept = real.saved_replies.being_written()
    assert kept is not None
    assert kept.text == "half a sentence"
    assert len(real.saved_replies.all()) == 2
    assert real.offers.all() == ()


def test_a_form_that_is_open_outlives_a_power_cut(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
    desk: Desk,
    qtbot: QtBot,
) -> None:
    page.edit(2)
    assert page.form is not None
    page.form.text.field.setPlainText("half a sent")
    page.form.text.save()
    page.form.audience._pills["private"].click()
    again = OwnWordsPage(real, desk)
    qtbot.addWidget(again)
    assert again.form is not None
    written = again.form.reply()
    assert (written.id, written.text, written.audience) == (2, "half a sent", Audience.PRIVATE)
    again.form.cancel.click()
    assert real.saved_replies.being_written() is None
    assert real.saved_replies.all()[1].text == "Text of B for {name}"
    page.form.save.click()
    assert real.saved_replies.being_written() is None


def test_an_open_form_outlives_a_refresh_and_a_language(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
) -> None:
    page.edit(1)
    assert page.form is not None
    page.form.text.field.setPlainText("being written")
    page.channels.words.fill("my inb")
    real.saved_replies.move(2, -1)
    assert page.form.text.text() == "being written"
    use_language("sv")
    page.retranslate()
    settle()
    assert page.form.text.text() == "being written"
    assert page.form.id == 1
    assert page.channels.words.words() == "my inb"
    assert page.title() == "Dina ord"


def test_lines_are_added_changed_and_moved(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
) -> None:
    for words in ("my inbox", "my mail"):
        page.channels.words.fill(words)
        page.channels.add.click()
    page.channels.words.fill("MY INBOX")
    page.channels.add.click()
    assert page.channels.problem.isVisible()
    assert page.channels.words.words() == "MY INBOX"
    page.channels.begin()
    page.channels.take(page.channels._lines[1])
    page.channels.platform.setCurrentIndex(page.channels.platform.findData("reddit"))
    page.channels.add.click()
    assert real.channels.all()[1].platform is Platform.REDDIT
    page.channels.asked.emit("up", 2)
    assert [one.name for one in real.channels.all()] == ["my mail", "my inbox"]
    page.channels.asked.emit("remove", 1)
    assert len(real.channels.all()) == 1
    settle()


def test_hostile_words_are_shown_as_they_are(
    page: OwnWordsPage,
    real: Workspace,  # noqa: F811
) -> None:
    nasty = "<table><tr><td>" * 20 + "\u202e{name}"
    real.saved_replies.keep(SavedReply(0, "<img src=x>", nasty))
    assert len(cards(page)) == 3
    page.edit(3)
    assert page.form is not None
    assert page.form.text.text().startswith("<table>")
