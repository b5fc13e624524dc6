"""The to-do page on a real library: forms, telling, moving, saving, and no word of what is put away."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from creator_calm.domain.assessment import Point
from creator_calm.domain.comment import Author, CommentKey, Platform
from creator_calm.domain.to_do import Decision
from creator_calm.paths import Folders
from creator_calm.ui import safe_text
from creator_calm.ui.pages.to_do import ToDoPage
from creator_calm.ui.widgets.telling_card import TellingCard
from creator_calm.ui.widgets.to_do_cards import ClusterCard, DoneCard, ToDoCard
from creator_calm.ui.widgets.to_do_form import DoneForm, ToDoForm
from creator_calm.wording import use_language
from creator_calm.workspace import Workspace
from tests.storage.builders import CRITIQUE, HARSH_POINT, QUESTION, bring_in, sighting
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.intake import Sighting
    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

CANARY = "zyxwvut"
ANN, BO, HARSH, ASKS = map(CommentKey, (1, 2, 3, 4))


def said_by(number: int, name: str, judged: Assessment, text: str) -> Sighting:
    one = sighting(number, judged, text)
    author = Author(name, name)
    return replace(one, comment=replace(one.comment, author=author, platform=Platform.YOUTUBE))


@pytest.fixture
def library(tmp_path: Path, clock: StoppedClock) -> Iterator[Workspace]:
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config):
        folder.mkdir()
    made = Workspace.open(folders, clock)
    title = replace(CRITIQUE, points=(Point("title"),))
    rows = [
        said_by(1, "Ann", CRITIQUE, "the sound is too loud"),
        said_by(2, "Bo", CRITIQUE, "the sound hurts at 3:20"),
        said_by(3, CANARY, HARSH_POINT, f"{CANARY} your sound is awful"),
        said_by(4, "Cy", QUESTION, "which brush is that"),
        said_by(5, "Di", title, "the title says something else"),
        said_by(6, "Eli", title, "odd title"),
    ]
    bring_in(made._library, rows)
    yield made
    made.close()


@pytest.fixture
def page(library: Workspace, desk: Desk, shown: Callable[..., QWidget]) -> ToDoPage:
    made = ToDoPage(library, desk)
    library.subscribe(made.refresh)
    shown(made)
    return made


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def cards(page: ToDoPage, kind: type[QWidget] = ToDoCard) -> list[QWidget]:
    """Return the cards from top to bottom."""
    items = [page.parts.itemAt(number) for number in range(page.parts.count())]
    found = [item.widget() for item in items if item is not None]
    return [one for one in found if isinstance(one, kind)]


def test_an_empty_list_says_how_points_come_here(page: ToDoPage, library: Workspace) -> None:
    assert "Nothing to do. Points from comments land here when you say so." in words(page)
    assert not page.saving.isVisible()
    sound, title = cards(page, ClusterCard)
    assert isinstance(sound, ClusterCard)
    assert "3 people about the sound, 3 comments, 50 % of 6." in words(sound)
    assert "Partly from put-away comments." in words(sound)
    sound.add.click()
    settle()
    (card,) = cards(page)
    assert "The sound" in words(card)
    assert "3 people in 3 comments, 50 % of the 6 who wrote lately." in words(card)
    assert len(cards(page, ClusterCard)) == 1
    assert page.saving.isVisible()
    library.undo()
    settle()
    assert cards(page) == []
    assert title is not None


def test_without_numbers_people_are_a_few(page: ToDoPage, library: Workspace) -> None:
    library.preferences.set("look.numbers", False)
    library.to_do.add_topic("sound")
    settle()
    shown = words(page)
    assert "A few people." in shown
    assert "%" not in shown


def test_a_question_is_told_from_others_by_its_words_unless_put_away(
    page: ToDoPage, library: Workspace
) -> None:
    library.to_do.add([ASKS])
    settle()
    assert "which brush is that" in words(page)
    library.inbox.put_away([ASKS])
    settle()
    assert "which brush is that" not in words(page)
    assert "From put-away comments." in words(page)


def test_everything_in_the_form_is_kept(page: ToDoPage, library: Workspace) -> None:
    library.to_do.save_true_words(ANN, "It is loud at the end")
    library.to_do.add_topic("sound")
    settle()
    page.edit(1)
    form = page.form
    assert isinstance(form, ToDoForm)
    assert form.name.words() == "The sound"
    assert form.true.words() == "It is loud at the end"
    assert QApplication.focusWidget() is form.true.field
    form.decision.choose(str(Decision.DO))
    form.why.fill("three people lost the end")
    form.step.fill("Try a limiter")
    form.by_a_day.click()
    form.matters.click()
    assert not form.same.isVisible()
    form.think.click()
    form.same.fill("The pace")
    form.save.click()
    settle()
    item = library._library.to_do.get(1)
    assert item is not None
    assert item.title == ""  # left as the topic says it, so it follows the language
    assert (item.decision, item.why, item.next_step) == (
        Decision.DO, "three people lost the end", "Try a limiter"
    )  # fmt: skip
    assert item.due is not None
    assert item.matters
    assert item.same_again == "The pace"
    shown = words(page)
    assert "Decision: Do it – three people lost the end" in shown
    use_language("sv")
    page.retranslate()
    settle()
    assert "Ljudet" in words(page)


def test_what_is_typed_outlives_changes_and_is_kept_on_leaving(
    page: ToDoPage, library: Workspace
) -> None:
    library.to_do.add_topic("sound")
    page.edit(1)
    assert isinstance(page.form, ToDoForm)
    page.form.step.fill("Try a limiter")
    library.inbox.mark_read([ASKS])
    settle()
    assert page.form.step.words() == "Try a limiter"
    page.save()
    item = library._library.to_do.get(1)
    assert item is not None
    assert item.next_step == "Try a limiter"


def test_leaving_is_no_answer_to_whether_it_is_done(page: ToDoPage, library: Workspace) -> None:
    library.to_do.add_topic("sound")
    page.finish(1)
    assert isinstance(page.form, DoneForm)
    page.form.outcome.fill("It is level")
    page.save()
    item = library._library.to_do.get(1)
    assert item is not None
    assert (item.outcome, item.done_at) == ("It is level", None)


def test_what_does_not_fit_stays_in_the_form(
    page: ToDoPage, library: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.to_do.add_topic("sound")
    page.edit(1)
    settle()
    form = page.form
    assert form is not None
    long = replace(form.item(), why="x" * 3000)
    monkeypatch.setattr(form, "item", lambda: long)
    form.save.click()
    assert page.form is form
    assert form.problem.isVisible()
    page.edit(1)
    assert page.form is form


def test_a_change_of_language_keeps_what_is_typed(page: ToDoPage, library: Workspace) -> None:
    library.to_do.add_topic("sound")
    page.edit(1)
    assert isinstance(page.form, ToDoForm)
    page.form.why.fill("half a thou")
    use_language("sv")
    page.retranslate()
    settle()
    assert isinstance(page.form, ToDoForm)
    assert page.form.why.words() == "half a thou"
    assert page.form.name.words() == "Ljudet"
    assert "Vad stämmer i det här?" in words(page)
    assert library._library.to_do.all()[0].why == ""


def test_done_and_told_one_by_one(
    page: ToDoPage, library: Workspace, toasts: list[tuple[str, bool]]
) -> None:
    library.to_do.add_topic("sound")
    settle()
    (card,) = cards(page)
    assert isinstance(card, ToDoCard)
    card.done.click()
    assert isinstance(page.form, DoneForm)
    page.form.outcome.fill("The sound is level from now on")
    page.form.save.click()
    settle()
    assert cards(page) == []
    (telling,) = cards(page, TellingCard)
    shown = words(telling)
    assert shown.count("The sound is level from now on") == 3
    assert "Ann" in shown
    assert "Nobody is written to of whom something is put away." in shown
    assert isinstance(telling, TellingCard)
    for_all, copy, _open, *_ = telling.buttons
    for_all.click()
    settle()
    assert "The sound is level from now on" in safe_text.clipboard_text()
    item = library._library.to_do.get(1)
    assert item is not None
    assert item.all_told_at is not None
    assert toasts[-1] == ("Copied. Paste it where everybody sees it.", True)
    (telling,) = cards(page, TellingCard)
    assert isinstance(telling, TellingCard)
    assert "You have copied it once." in words(telling)
    telling.buttons[1].click()
    settle()
    assert library.to_do.telling(1).told == 1
    assert len(library.to_do.telling(1).askers) == 1
    assert "1 has been told." in words(page)
    library.undo()
    settle()
    assert len(library.to_do.telling(1).askers) == 2
    assert copy is not None


def test_done_without_an_outcome_offers_to_write_it(page: ToDoPage, library: Workspace) -> None:
    library.to_do.add_topic("sound")
    library.to_do.mark_done(1)
    page._turn_done()
    settle()
    (done,) = cards(page, DoneCard)
    assert isinstance(done, DoneCard)
    assert done.tell.text() == "Write what came of it"
    done.tell.click()
    assert isinstance(page.form, ToDoForm)
    page.form.outcome.fill("It is level")
    page.form.save.click()
    settle()
    (done,) = cards(page, DoneCard)
    assert isinstance(done, DoneCard)
    assert done.tell.text() == "Tell them it’s done"
    done.again.click()
    settle()
    assert len(cards(page)) == 1


def test_done_and_set_aside_are_folded(page: ToDoPage, library: Workspace) -> None:
    library.to_do.add_topic("sound")
    library.to_do.add_topic("title")
    library.to_do.mark_done(1)
    settle()
    item = library._library.to_do.get(2)
    assert item is not None
    library.to_do.edit(replace(item, decision=Decision.NO))
    settle()
    assert cards(page) == cards(page, DoneCard) == []
    page._turn_aside()
    settle()
    assert len(cards(page)) == 1


def test_alt_and_arrows_move_what_has_the_keyboard(page: ToDoPage, library: Workspace) -> None:
    for number in range(10, 15):
        topic = ("music", "pace", "price", "voice", "links")[number - 10]
        judged = replace(CRITIQUE, points=(Point(topic),))
        bring_in(library._library, [said_by(number, f"v{number}", judged, "x")])
        library.to_do.add([CommentKey(number - 3)])
    settle()
    rest = [one.item.id for _topic, ones in library.to_do.board().rest for one in ones]
    assert len(rest) == 2
    last = cards(page)[-1]
    assert isinstance(last, ToDoCard)
    name = last.edit.accessibleName()
    last.edit.setFocus()
    QTest.keyClick(last.edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle()
    after = [one.item.id for _topic, ones in library.to_do.board().rest for one in ones]
    assert after == rest[::-1]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == name
    last = cards(page)[-1]
    assert isinstance(last, ToDoCard)
    last.remove.setFocus()
    QTest.keyClick(last.remove, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle()
    assert [one.item.id for _t, ones in library.to_do.board().rest for one in ones] == after


def test_the_list_is_saved_as_a_table_and_as_markdown(
    page: ToDoPage, library: Workspace, tmp_path: Path
) -> None:
    library.to_do.add_topic("sound")
    library.to_do.add([ASKS])
    item = library._library.to_do.get(1)
    assert item is not None
    library.to_do.edit(replace(item, title="=SUM(A1)", why="+1", next_step="# *no* heading"))
    page.saving.write(tmp_path / "a.csv")
    page.saving.write(tmp_path / "a.md")
    text = (tmp_path / "a.csv").read_text("utf-8-sig")
    heading, first, second = csv.reader(text.splitlines())
    assert heading[0] == "To do"
    assert (first[0], first[1], first[2]) == ("'=SUM(A1)", "the sound", "3")
    assert "'+1" in first
    assert second[0] == "Question"
    markdown = (tmp_path / "a.md").read_text("utf-8")
    assert r"- [ ] **\=SUM(A1)**" in markdown
    assert r"\# \*no\* heading" in markdown
    for written in (text, markdown):
        assert "which brush is that" not in written
        assert CANARY not in written
    page.saving.write(tmp_path / "nowhere" / "a.md")
    assert page.saving.problem.isVisible()


@pytest.mark.parametrize("put_away", [True, False])
def test_no_put_away_word_reaches_the_page(
    page: ToDoPage, library: Workspace, *, put_away: bool
) -> None:
    library.preferences.set("list.put_away", put_away)
    library.to_do.add_topic("sound")
    library.to_do.add([HARSH])
    library.to_do.mark_done(1, "It is level")
    page._done_shown, page._telling = True, 1
    page.refresh(None)
    settle()
    seen = [one for one in page.findChildren(QWidget) if one.isVisible()]
    told = " ".join(
        one.accessibleName() + one.toolTip() + one.accessibleDescription() for one in seen
    )
    assert "Ann" in words(page)
    assert CANARY not in words(page) + told
