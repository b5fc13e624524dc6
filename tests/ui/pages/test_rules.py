"""My rules in the window, on a real library with the real worker: tried, saved, undone, in both languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.domain.own_rules import Deed, Match, Phrase, Says, Wish
from creator_calm.paths import Folders
from creator_calm.ui.pages.rules import RulesPage
from creator_calm.ui.pages.teaching import Teaching
from creator_calm.wording import use_language
from creator_calm.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from creator_calm.domain.comment import CommentKey
    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

CANARY = "qzxcanaryword"
LINES = (
    f"you are an idiot {CANARY}",
    "that laugh of yours again, please stop",
    "THAT laugh of yours again, please stop",
    "that laugh  of yours again, please stop",
    "that LAUGH of yours again, please stop",
    "skill issue",
    "Thank you, this helped",
)


@pytest.fixture
def library(tmp_path: Path, clock: StoppedClock) -> Iterator[Workspace]:
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config, folders.cache, folders.state):
        folder.mkdir()
    opened = Workspace.open(folders, clock)
    path = tmp_path / "comments.jsonl"
    rows = [
        {"id": str(n), "author": "A", "author_id": f"a{n}", "text": text, "platform": "youtube"}
        for n, text in enumerate(LINES)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    job = opened.importing.start(Source(path=str(path), name=path.name), ReadOptions())
    while not job.done:
        job.poll(0.05)
    yield opened
    opened.close()


@pytest.fixture
def page(library: Workspace, desk: Desk, shown: Callable[..., QWidget]) -> RulesPage:
    made = RulesPage(library, desk)
    library.subscribe(made.refresh)
    shown(made)
    return made


def key_of(library: Workspace, text: str) -> CommentKey:
    stored = library._library.comments.stored(library._library.comments.following(0, 100))
    return next(one.key for one in stored if one.comment.text == text)


def tried(page: RulesPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: page.effect.trial is not None and page.effect.trial.done, timeout=20_000
    )
    qtbot.waitUntil(page.effect.save.isEnabled)


def said(widget: QWidget) -> str:
    QApplication.processEvents()
    labels = (label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))
    return " | ".join(labels).replace("\u2068", "").replace("\u2069", "")


def button(widget: QWidget, words: str) -> QPushButton:
    QApplication.processEvents()
    return next(
        one for one in widget.findChildren(QPushButton) if one.text() == words and one.isVisible()
    )


def test_a_word_by_keyboard_from_preview_to_undo(
    page: RulesPage, library: Workspace, qtbot: QtBot, toasts: list[tuple[str, bool]]
) -> None:
    field = page.words.words.field
    field.setFocus()
    QTest.keyClicks(field, "laugh")
    QTest.keyClick(field, Qt.Key.Key_Return)
    tried(page, qtbot)
    assert "4 more put away" in said(page.effect)
    assert library.own_rules.phrases() == ()
    page.effect.save.click()
    assert [one.text for one in library.own_rules.phrases()] == ["laugh"]
    assert toasts == [("Saved. 4 comments stand elsewhere now.", True)]
    assert page.effect.isHidden()
    assert page.words.words.words() == ""
    assert "laugh" in said(page.words)
    library.undo()
    assert library.own_rules.phrases() == ()
    assert "laugh" not in said(page.words)


def test_words_that_would_be_shown_are_seen_on_request(
    page: RulesPage, library: Workspace, qtbot: QtBot
) -> None:
    page._try(library.own_rules.add_phrases([Phrase(0, "idiot", Wish.KEEP)]))
    tried(page, qtbot)
    assert "1 more shown" in said(page.effect)
    assert CANARY not in said(page)
    page.effect.look.click()
    assert CANARY in said(page.effect)
    page.effect.look.click()
    assert CANARY not in said(page.effect)
    page.effect.leave.click()
    assert page.effect.isHidden()
    assert library.own_rules.phrases() == ()


def test_what_will_not_do_is_said_in_place(page: RulesPage, qtbot: QtBot) -> None:
    page.words.words.fill("the")
    page.words.look.click()
    assert not page.words.problem.isHidden()
    assert page.words.words.words() == "the"
    assert page.effect.isHidden()


def test_change_and_remove(page: RulesPage, library: Workspace, qtbot: QtBot) -> None:
    page._try(library.own_rules.add_phrases([Phrase(0, "laugh", match=Match.STARTS, note="old")]))
    tried(page, qtbot)
    page.effect.save.click()
    button(page.words, "Change").click()
    assert (page.words.words.words(), page.words.note.words()) == ("laugh", "old")
    page.words.words.fill("laugh of")
    page.words.look.click()
    tried(page, qtbot)
    page.effect.save.click()
    assert [one.text for one in library.own_rules.phrases()] == ["laugh of"]
    button(page.words, "Remove").click()
    tried(page, qtbot)
    page.effect.save.click()
    assert library.own_rules.phrases() == ()


def test_the_dial(page: RulesPage, library: Workspace, qtbot: QtBot) -> None:
    page.level._pills["gentle"].click()
    tried(page, qtbot)
    assert "1 more shown" in said(page.effect)
    assert library.preferences.get("triage.level") == "balanced"
    page.effect.leave.click()
    assert page.level.current() == "balanced"
    page.level._pills["gentle"].click()
    tried(page, qtbot)
    page.effect.save.click()
    assert library.preferences.get("triage.level") == "gentle"
    assert page.level.current() == "gentle"


def test_trust_and_its_end(page: RulesPage, library: Workspace, qtbot: QtBot) -> None:
    page.propose_trust(key_of(library, LINES[0]))
    tried(page, qtbot)
    page.effect.save.click()
    assert len(library.own_rules.trusted()) == 1
    button(page.people, "Take back").click()
    tried(page, qtbot)
    page.effect.save.click()
    assert library.own_rules.trusted() == ()


def test_corrections_are_listed_and_forgotten(
    page: RulesPage, library: Workspace, qtbot: QtBot
) -> None:
    library.correcting.correct(key_of(library, LINES[1]), Says.HARSH)
    assert "Harsh for you" in said(page.corrections)
    button(page.corrections, "Forget").click()
    tried(page, qtbot)
    page.effect.save.click()
    assert library.correcting.corrections() == ()
    assert not library.inbox.row(key_of(library, LINES[1])).put_away


def test_the_history_takes_back(page: RulesPage, library: Workspace, qtbot: QtBot) -> None:
    page._try(library.own_rules.add_phrases([Phrase(0, "laugh")]))
    tried(page, qtbot)
    page.effect.save.click()
    assert "1 word added" in said(page.history)
    button(page.history, "Take back").click()
    tried(page, qtbot)
    page.effect.save.click()
    assert library.own_rules.phrases() == ()
    assert library.own_rules.history()[0].deed is Deed.TAKEN_BACK


def test_a_list_in_and_out(
    page: RulesPage, library: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "words.txt"
    path.write_text("laugh*\n+captain\nno\n", encoding="utf-8")
    page.words.bring_in_from(str(path))
    tried(page, qtbot)
    assert "1 line was left out" in page.words.problem.text()
    page.effect.save.click()
    out = tmp_path / "out.txt"
    library.own_rules.save_list(str(out))
    assert out.read_text(encoding="utf-8").split() == ["laugh*", "+captain"]
    library.correcting.save_file(str(tmp_path / "corrections.json"))
    page.words.bring_in_from(str(tmp_path / "none.txt"))
    assert not page.words.problem.isHidden()


def test_both_languages_and_a_form_that_stays(page: RulesPage) -> None:
    page.words.words.fill("näsa")
    use_language("sv")
    page.retranslate()
    assert page.title() == "Mina regler"
    assert page.words.words.words() == "näsa"
    assert button(page.words, "Se vad det ändrar").isEnabled()


def test_a_correction_follows_the_few_and_asks_about_the_many(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    parent = QWidget()
    shown(parent)
    teaching = Teaching(library, desk, parent)
    asked: list[str] = []
    teaching.asked.connect(asked.append)
    teaching.correct(key_of(library, "skill issue"), Says.NOT_HARSH)
    qtbot.waitUntil(lambda: not teaching.timer.isActive(), timeout=20_000)
    assert set(asked) == {""}
    assert library.correcting.corrections()[0].spreads
    teaching.correct(key_of(library, LINES[1]), Says.HARSH)
    assert library.inbox.row(key_of(library, LINES[1])).put_away
    assert not library.inbox.row(key_of(library, LINES[2])).put_away
    qtbot.waitUntil(lambda: not teaching.timer.isActive(), timeout=20_000)
    assert asked[-1] == "This would also put away 3 others like it."
    assert not library.inbox.row(key_of(library, LINES[2])).put_away
    teaching.agree()
    assert library.inbox.row(key_of(library, LINES[2])).put_away
    assert asked[-1] == ""


def test_only_that_one(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    parent = QWidget()
    shown(parent)
    teaching = Teaching(library, desk, parent)
    teaching.correct(key_of(library, LINES[1]), Says.HARSH)
    qtbot.waitUntil(lambda: not teaching.timer.isActive(), timeout=20_000)
    teaching.only_this()
    assert not library.correcting.corrections()[0].spreads
    assert not library.inbox.row(key_of(library, LINES[2])).put_away
    assert library.inbox.row(key_of(library, LINES[1])).put_away
