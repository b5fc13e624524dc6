from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from creator_calm.domain.care import Message, Note, ScheduleItem, Starter, SupportContact
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui.pages.notes_support import NotesSupportPage
from creator_calm.ui.widgets.note_cards import CAP
from creator_calm.wording import use_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock
    from tests.ui.pages.fakes import FakeWorkspace


@pytest.fixture
def page(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> NotesSupportPage:
    made = NotesSupportPage(workspace.real(), desk)
    workspace.care.listeners.append(made.refresh)
    shown(made)
    return made


def test_a_note_is_kept_within_two_seconds(
    page: NotesSupportPage, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    page.notes.write()
    (card,) = page.notes.cards
    card.editor.insertPlainText("Answer in the morning.")
    assert workspace.care.written == {}
    qtbot.waitUntil(lambda: bool(workspace.care.written), timeout=2_000)
    (note,) = workspace.care.written.values()
    assert note.text == "Answer in the morning."
    assert page.notes.cards == [card]  # the field is the same: nobody is thrown out of it
    card.editor.insertPlainText(" Not at night.")
    card.keep()
    assert [n.text for n in workspace.care.written.values()] == [
        "Answer in the morning. Not at night."
    ]


def test_writing_on_and_on_is_kept_too(page: NotesSupportPage) -> None:
    page.notes.write()
    (card,) = page.notes.cards
    card.editor.insertPlainText("a")
    assert card.latest.isActive()
    left = card.latest.remainingTime()
    QTest.qWait(30)
    card.editor.insertPlainText("b")
    assert card.latest.remainingTime() < left  # the later key does not put it off
    assert card.latest.interval() <= 2_000
    card.keep()


def test_leaving_the_page_keeps_it(page: NotesSupportPage, workspace: FakeWorkspace) -> None:
    page.notes.write()
    page.notes.cards[0].editor.insertPlainText("still here")
    page.hide()
    assert [note.text for note in workspace.care.written.values()] == ["still here"]


def test_a_note_that_cannot_be_kept_stays_in_its_field(
    page: NotesSupportPage, workspace: FakeWorkspace
) -> None:
    page.notes.write()
    (card,) = page.notes.cards
    card.editor.insertPlainText("mine")
    workspace.care.refuses = Problem(ProblemCode.DISK_FULL, mb=40)
    card.keep()
    assert not card.problem.isHidden()
    assert card.words() == "mine"
    page.notes.search.setText("nothing like it")
    assert page.notes.cards == [card]  # searching does not throw it away either
    workspace.care.refuses = None
    card.keep()
    assert card.problem.isHidden()
    assert [note.text for note in workspace.care.written.values()] == ["mine"]


def test_notes_are_found_by_their_words(
    page: NotesSupportPage, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    for number, words in enumerate(("Buy tea", "Call Sam about the tea", "Sleep"), start=1):
        workspace.care.written[number] = Note(number, words, clock.utc())
    page.notes.search.setText("TEA")
    assert {card.words() for card in page.notes.cards} == {"Buy tea", "Call Sam about the tea"}
    page.notes.search.setText("tea sam")
    assert [card.id for card in page.notes.cards] == [2]
    page.notes.search.setText("coffee")
    assert page.notes.empty.text() == "No note matches."


def test_a_long_note_is_not_cut_by_looking_at_it(
    page: NotesSupportPage, workspace: FakeWorkspace, clock: StoppedClock
) -> None:
    words = "line of words\n" * (CAP // 14)
    workspace.care.written[1] = Note(1, words, clock.utc())
    page.notes.refresh()
    (card,) = page.notes.cards
    assert card.words() == words
    assert not card.changed()


def test_removing_a_note_can_be_taken_back(
    page: NotesSupportPage,
    workspace: FakeWorkspace,
    clock: StoppedClock,
    toasts: list[tuple[str, bool]],
) -> None:
    workspace.care.written[1] = Note(1, "old", clock.utc())
    page.notes.refresh()
    page.notes.cards[0].removed.emit(page.notes.cards[0])
    assert workspace.care.written == {}
    assert toasts == [("Note removed.", True)]


def test_a_person_is_written_down(
    page: NotesSupportPage, workspace: FakeWorkspace, toasts: list[tuple[str, bool]]
) -> None:
    page.people.add.click()
    form = page.people.form
    assert form is not None
    form.reach.fill("070-000 00 00")
    form.save.click()
    assert form.problem.text() == "A name is needed, so that you find them again."
    assert form.reach.words() == "070-000 00 00"
    form.name.fill("Sam")
    form.reads.setChecked(True)
    form.save.click()
    assert page.people.form is None
    (kept,) = workspace.care.people.values()
    assert (kept.name, kept.reach, kept.reads_for_me) == ("Sam", "070-000 00 00", True)
    assert toasts == [("Contact saved.", True)]


def test_a_refused_contact_keeps_what_was_typed(
    page: NotesSupportPage, workspace: FakeWorkspace
) -> None:
    page.people.edit(0)
    form = page.people.form
    assert form is not None
    form.name.fill("Sam")
    form.helps.fill("walks\nand tea")
    workspace.care.refuses = Problem(ProblemCode.DISK_FULL, mb=4)
    form.save.click()
    assert page.people.form is form
    assert form.helps.words() == "walks\nand tea"
    assert form.problem.text()


def test_a_refresh_leaves_an_open_form_alone(
    page: NotesSupportPage, workspace: FakeWorkspace
) -> None:
    workspace.care.people[1] = SupportContact(1, "Sam")
    page.people.edit(1)
    form = page.people.form
    assert form is not None
    form.name.fill("Samuel")
    page.refresh(None)
    page.retranslate()
    assert page.people.form is form
    assert form.name.words() == "Samuel"


def test_nothing_dials(page: NotesSupportPage, workspace: FakeWorkspace) -> None:
    workspace.care.people[1] = SupportContact(1, "Sam", "tel:112")
    page.refresh(None)
    page.people._copy("tel:112")
    assert QGuiApplication.clipboard().text() == "tel:112"


def test_messages_are_copied_as_changed(page: NotesSupportPage) -> None:
    editor = page.messages.editors[Message.COMPANY]
    assert editor.toPlainText().startswith("Could we talk for ten minutes")
    editor.setPlainText("Tea at four?")
    page.messages.buttons[Message.COMPANY].click()
    assert QGuiApplication.clipboard().text() == "Tea at four?"
    use_language("sv")
    page.retranslate()
    assert editor.toPlainText() == "Tea at four?"


def test_starters_are_offered_and_none_is_active(
    page: NotesSupportPage, workspace: FakeWorkspace
) -> None:
    assert workspace.care.items == {}
    page.schedule._from_starter(Starter.WALK)
    assert workspace.care.items == {}
    form = page.schedule.form
    assert form is not None
    assert form.name.words() == "A walk"
    form.save.click()
    (item,) = workspace.care.items.values()
    assert (item.title, f"{item.at:%H:%M}", len(item.days)) == ("A walk", "16:00", 7)


def test_an_impossible_time_is_said_and_nothing_is_lost(
    page: NotesSupportPage, workspace: FakeWorkspace
) -> None:
    page.schedule.add.click()
    form = page.schedule.form
    assert form is not None
    form.name.fill("Swim")
    form.at.fill("25:99")
    form.save.click()
    assert form.problem.text() == "This is not a time of day. Write it like 08:30."
    assert (form.name.words(), form.at.words()) == ("Swim", "25:99")
    form.at.fill("7")
    for pill in form.days:
        pill.setChecked(False)
    form.save.click()
    assert form.problem.text()
    assert workspace.care.items == {}
    form.days[2].setChecked(True)
    form.save.click()
    assert [f"{item.at:%H:%M}" for item in workspace.care.items.values()] == ["07:00"]


def test_an_item_without_a_title_is_asked_for_one(page: NotesSupportPage) -> None:
    page.schedule.add.click()
    form = page.schedule.form
    assert form is not None
    form.save.click()
    assert form.problem.text() == "A word or two are needed, so that you know what it is."


def test_editing_an_item_keeps_its_number(page: NotesSupportPage, workspace: FakeWorkspace) -> None:
    from datetime import time

    workspace.care.items[5] = ScheduleItem(5, "Tea", frozenset({1}), time(15), 10)
    page.refresh(None)
    page.schedule.edit(workspace.care.items[5])
    form = page.schedule.form
    assert form is not None
    form.name.fill("Green tea")
    form.save.click()
    assert [(one.id, one.title) for one in workspace.care.items.values()] == [(5, "Green tea")]


def test_help_lines_are_one_click_away(page: NotesSupportPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.page_asked) as asked:
        page.lines.button.click()
    assert asked.args == ["help"]


def test_a_paste_that_does_not_fit_is_refused_whole(page: NotesSupportPage) -> None:
    from PySide6.QtCore import QMimeData

    page.notes.write()
    card = page.notes.cards[0]
    whole = QMimeData()
    whole.setText("å" * CAP)
    card.editor.insertFromMimeData(whole)
    assert len(card.words()) == CAP
    more = QMimeData()
    more.setText("one more")
    card.editor.insertFromMimeData(more)
    assert card.words() == "å" * CAP
    assert "still on the clipboard" in card.problem.text()
    page.notes.keep_all()
    assert len(page.notes._care.notes()[0].text) == CAP


def test_pasted_rich_text_is_plain(page: NotesSupportPage) -> None:
    from PySide6.QtCore import QMimeData

    page.notes.write()
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/hostname'>")
    data.setText("bold")
    editor = page.notes.cards[0].editor
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "bold"
    page.notes.keep_all()
    assert isinstance(page.notes.search, QLineEdit)
