"""The field for a reply: marks beside the text, checks that wait, words that are never lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from creator_calm.domain.draft import DraftFinding, DraftReport, FindingLevel
from creator_calm.ui import safe_text
from creator_calm.ui.widgets.buttons import Button
from creator_calm.ui.widgets.draft_editor import CHECK_MS, SAVE_MS, DraftEditor
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.ui.desk import Desk

WORD = "obviously"


class Checker:
    """Finds every "obviously" and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, draft: str) -> DraftReport:
        self.asked.append(draft)
        starts = [at for at in range(len(draft)) if draft.startswith(WORD, at)]
        return DraftReport(
            tuple(
                DraftFinding(at, at + len(WORD), "obviously", FindingLevel.FLAG, "Take it out.", "")
                for at in starts
            ),
            unseen=max(0, len(draft) - 4_000),
        )


@pytest.fixture
def checker() -> Checker:
    return Checker()


@pytest.fixture
def editor(desk: Desk, checker: Checker) -> Iterator[DraftEditor]:
    made = DraftEditor(desk, checker)
    made.retranslate()
    made.show()
    made.field.setFocus()
    settle()
    yield made
    made.open("")
    made.hide()
    made.deleteLater()
    settle()


@pytest.mark.parametrize(
    "before",
    [
        "😀😀 ",
        "👩‍👩‍👧‍👦 ",
        "🏳️‍🌈🇸🇪🇳🇴 ",
        "e\u0301a\u0308 ",
        "👍🏽 \n𝔘𝔫𝔦 ",
        "नमस्ते ",
    ],
)
def test_marks_stand_where_the_words_are(editor: DraftEditor, before: str) -> None:
    editor.open(f"{before}{WORD} fine, and {WORD} again")
    marks = editor.field.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == [WORD, WORD]
    assert isinstance(editor._report, DraftReport)
    first = editor._report.findings[0]
    editor._change(first, "")
    assert editor.text() == f"{before} fine, and {WORD} again"
    editor.field.undo()
    assert editor.text() == f"{before}{WORD} fine, and {WORD} again"


def test_marks_are_nothing_to_undo(editor: DraftEditor) -> None:
    editor.open(f"It is {WORD} so.")
    assert len(editor.field.extraSelections()) == 1
    assert not editor.field.document().isUndoAvailable()
    editor.look()
    editor._leave(editor._report.findings[0])  # type: ignore[union-attr]
    assert not editor.field.document().isUndoAvailable()
    QTest.keyClicks(editor.field, "x")
    editor.look()
    steps = editor.field.document().availableUndoSteps()
    editor.look()
    assert editor.field.document().availableUndoSteps() == steps


def test_a_long_draft_is_looked_at_once_when_the_keys_rest(
    editor: DraftEditor, checker: Checker
) -> None:
    editor.open("A calm line about the sound. " * 130)
    checker.asked.clear()
    for _key in range(120):
        QTest.keyClick(editor.field, Qt.Key.Key_A)
    assert checker.asked == [], "not at a key"
    QTest.qWait(CHECK_MS + 150)
    assert len(checker.asked) == 1
    assert checker.asked[0].endswith("a" * 120)


def test_nothing_is_looked_at_while_a_word_is_being_made(
    editor: DraftEditor, checker: Checker
) -> None:
    editor.open("Tack ")
    checker.asked.clear()
    QApplication.sendEvent(editor.field, QInputMethodEvent("nih", []))
    editor.look()
    assert checker.asked == []
    assert editor._checking.isActive(), "later, then"
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(editor.field, done)
    editor.look()
    assert checker.asked == ["Tack 日本"]


def test_typing_on_and_on_is_kept_all_the_same(
    editor: DraftEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wait counts from the first key that is not kept: keys that follow do not lengthen it."""
    starts: list[int] = []
    really = editor._saving.start

    def counted() -> None:
        starts.append(1)
        really()

    monkeypatch.setattr(editor._saving, "start", counted)
    for _key in range(30):
        QTest.keyClick(editor.field, Qt.Key.Key_B)
    assert len(starts) == 1
    assert editor._saving.interval() == SAVE_MS <= 1500
    kept: list[str] = []
    editor.saved.connect(kept.append)
    editor._saving.timeout.emit()
    assert kept == ["b" * 30]
    QTest.keyClick(editor.field, Qt.Key.Key_B)
    assert len(starts) == 2, "and again for what follows"


def test_f8_goes_through_the_marks_both_ways(editor: DraftEditor) -> None:
    editor.open(f"😀 {WORD} a {WORD} b {WORD}")
    where = [mark.cursor.selectionStart() for mark in editor.field.extraSelections()]
    editor.field.moveCursor(editor.field.textCursor().MoveOperation.Start)
    seen = []
    for _press in range(4):
        editor.next_mark()
        seen.append(editor.field.textCursor().position())
    assert seen == [*where, where[0]]
    back = []
    for _press in range(3):
        editor.previous_mark()
        back.append(editor.field.textCursor().position())
    assert back == [where[2], where[1], where[0]]


def test_the_menu_of_a_mark_has_the_ways_out(editor: DraftEditor) -> None:
    hushed: list[str] = []
    editor.hushed.connect(hushed.append)
    editor.open(f"It is {WORD} so.")
    editor.next_mark()
    menu = _menu(editor)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[:4] == ["Take it out.", "Remove it", "Not here", "Don’t show this again"]
    _press(menu, "Don’t show this again")
    assert hushed == ["obviously"]
    editor.next_mark()
    _press(_menu(editor), "Not here")
    assert editor.field.extraSelections() == []
    texts = [action.text() for action in _menu(editor).actions()]
    assert "Not here" not in texts
    editor._ignored.clear()
    editor.look()
    editor.next_mark()
    _press(_menu(editor), "Remove it")
    assert editor.text() == "It is  so."


def _menu(editor: DraftEditor) -> QMenu:
    """Return the menu where the cursor stands, as the menu key opens it."""
    return editor.menu_at(editor.field.cursorRect().center())


def _press(menu: QMenu, label: str) -> None:
    next(action for action in menu.actions() if action.text() == label).trigger()
    menu.deleteLater()
    settle()


def test_each_entry_of_the_list_says_what_it_is_about(editor: DraftEditor) -> None:
    editor.open(" ".join([WORD] * 6))
    ways = [b for b in editor._findings.findChildren(Button) if not b.isHidden()]
    assert ways[0].accessibleName().replace("\u2068", "").replace("\u2069", "") == (
        f"Remove it: “{WORD}”"
    )
    assert all(way.focusPolicy() & Qt.FocusPolicy.TabFocus for way in ways)
    labels = [label.text() for label in editor._findings.findChildren(type(editor.line))]
    assert "2 more are marked in the text." in labels


@pytest.mark.parametrize(
    ("written", "at", "expected"),
    [
        ("one two", 3, "one mine two"),
        ("one", 3, "one mine"),
        ("one", 0, "mine one"),
        ("", 0, "mine"),
        ("one \nb", 4, "one mine\nb"),
    ],
)
def test_words_put_in_stand_apart_and_take_nothing_away(
    editor: DraftEditor, written: str, at: int, expected: str
) -> None:
    editor.open(written)
    cursor = editor.field.textCursor()
    cursor.setPosition(at)
    editor.field.setTextCursor(cursor)
    editor.insert("mine")
    assert editor.text() == expected
    if written:
        editor.field.undo()
        assert editor.text() == written


def test_what_is_selected_is_not_replaced(editor: DraftEditor) -> None:
    editor.open("keep this")
    editor.field.selectAll()
    editor.insert("mine")
    assert editor.text() == "keep this mine"


def test_at_the_longest_typing_stops_and_takes_nothing_that_was_there(editor: DraftEditor) -> None:
    most = safe_text.DRAFT_CAP
    editor.open("a" * (most - 5))
    QTest.keyClicks(editor.field, "bcdefgh")
    assert editor.text() == "a" * (most - 5) + "bcdef"
    editor.look()
    assert editor.line.text().startswith("That is as long as a draft can be.")
    editor.field.moveCursor(editor.field.textCursor().MoveOperation.Start)
    QTest.keyClicks(editor.field, "x")
    assert editor.text() == "a" * (most - 5) + "bcdef"
    QTest.keyClick(editor.field, Qt.Key.Key_Delete)
    editor.look()
    assert not editor.line.text().startswith("That is as long")
    assert len(editor.text()) == most - 1


def test_what_is_written_is_kept_when_the_keyboard_goes_elsewhere(editor: DraftEditor) -> None:
    kept: list[str] = []
    editor.saved.connect(kept.append)
    QTest.keyClicks(editor.field, "hello")
    assert kept == []
    QApplication.sendEvent(editor.field, QFocusEvent(QEvent.Type.FocusOut))
    assert kept == ["hello"]


def test_a_very_long_draft_says_how_far_it_was_read(editor: DraftEditor) -> None:
    editor.open("word " * 800)
    assert "looked at" not in editor.line.text()
    editor.open("word " * 801)
    assert "The first 4,000 characters were looked at." in editor.line.text()
