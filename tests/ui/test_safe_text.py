from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

import creator_calm
from creator_calm.ui import safe_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SOURCE = Path(creator_calm.__file__).parent
FREEZER = "<table><tr><td>" * 20 + "x"
HOSTILE = [
    FREEZER,
    "<table><tr><td>" * 400 + "x",
    '<img src="file:////host/share/x.png">' * 20,
    "I <b>hate</b> it",
    "<div>" * 100_000,
    "x" * 1_000_000,
    "\u202egnp.exe\u202c" * 50,
    "a" + "\u0301" * 5_000,
    "شكرا " * 20_000,
    "line\n" * 100_000,
    "\ud800 lone",
    "&File && <a href='https://x'>y</a>",
]
STEP_S = 0.1
"""trust.md section 2.2: the limit for any single act."""


@pytest.mark.hostile
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_plain_and_quick(text: str, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label, reader, editor = safe_text.label(wrap=True), safe_text.reader(), safe_text.editor()
    for widget in (label, reader, editor):
        widget.setParent(holder)
        widget.resize(400, 300)
    began = time.perf_counter()
    safe_text.words(label, text)
    label.sizeHint()
    middle = time.perf_counter()
    safe_text.read_out(reader, text)
    safe_text.fill(editor, text)
    end = time.perf_counter()
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert len(label.text()) <= safe_text.PANE_CAP
    assert len(reader.toPlainText()) <= safe_text.PANE_CAP
    assert len(editor.toPlainText()) <= safe_text.DRAFT_CAP
    # One generous bound: rich text would take more than 25 s here.
    assert middle - began < 10 * STEP_S
    assert end - middle < 10 * STEP_S


def test_words_of_a_tag_are_shown_as_they_are(qtbot: QtBot) -> None:
    label = safe_text.label()
    qtbot.addWidget(label)
    safe_text.words(label, "I <b>hate</b> it")
    assert label.text() == "I <b>hate</b> it"


def test_a_cut_tells_how_much_is_left() -> None:
    cut = safe_text.block("y" * 12_000)
    assert (cut.shown, cut.total, len(cut.text)) == (10_000, 12_000, 10_000)


def test_buttons_and_menus_keep_their_ampersand(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    safe_text.caption(button, "Notes & support")
    assert button.text() == "Notes && support"
    assert button.shortcut().isEmpty()
    assert safe_text.menu_text("&File <b>x</b>\n") == "&&File <b>x</b>"
    assert len(safe_text.menu_text("z" * 500)) <= 60


def test_a_tooltip_cannot_open_a_tag(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    safe_text.tip(widget, "Menu <b>")
    assert "<" not in widget.toolTip()


def test_a_reader_gives_nothing_to_input_methods_and_marks_its_copies(qtbot: QtBot) -> None:
    reader = safe_text.reader()
    qtbot.addWidget(reader)
    assert reader.isReadOnly()
    assert not reader.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert not reader.acceptDrops()
    flags = reader.textInteractionFlags()
    assert not flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    safe_text.read_out(reader, "harsh words")
    reader.selectAll()
    data = reader.createMimeDataFromSelection()
    assert data.data("x-kde-passwordManagerHint") == b"secret"
    assert data.hasText()
    assert not data.hasHtml()


def test_pastes_are_plain_and_capped(qtbot: QtBot) -> None:
    editor = safe_text.editor(cap=10)
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setHtml("<b>rich</b>")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() in {"", "rich"}
    editor.clear()
    data = QMimeData()
    data.setText("0123456789abc")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "0123456789"


def test_dropped_files_are_not_inserted(qtbot: QtBot) -> None:
    editor = safe_text.editor()
    qtbot.addWidget(editor)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/home/somebody/comments.csv")])
    assert not editor.canInsertFromMimeData(data)


def test_filling_a_field_leaves_nothing_to_undo(qtbot: QtBot) -> None:
    editor = safe_text.editor()
    qtbot.addWidget(editor)
    editor.insertPlainText("what was there before")
    safe_text.fill(editor, "new")
    editor.undo()
    assert editor.toPlainText() == "new"
    safe_text.insert(editor, "newer", instead_of_all=True)
    editor.undo()
    assert editor.toPlainText() == "new"


def test_places_count_as_python_counts(qtbot: QtBot) -> None:
    editor = safe_text.editor()
    qtbot.addWidget(editor)
    written = "😀😀 As I said, yes"
    safe_text.fill(editor, written)
    start = written.index("As I said")
    assert safe_text.select(editor, start, start + 9).selectedText() == "As I said"
    safe_text.replace_part(editor, start, start + 11, "")
    assert editor.toPlainText() == "😀😀 yes"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "//host/share",
        "javascript:alert(1)",
        "mailto:a@b",
        "https://",
        "x",
        "",
    ],
)
def test_other_addresses_are_never_asked_about(address: str) -> None:
    assert not safe_text.open_link(address, lambda _shown: pytest.fail("asked"))


def test_an_address_is_shown_whole_and_may_be_refused() -> None:
    asked: list[str] = []

    def refuse(shown: str) -> bool:
        asked.append(shown)
        return False

    assert not safe_text.open_link("https://exämple.org/a", refuse)
    assert asked == ["https://xn--exmple-cua.org/a"]


def test_a_copied_reply_is_plain_text(qtbot: QtBot) -> None:
    safe_text.copy("my reply")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "my reply"
    assert not data.hasHtml()
    assert not data.hasFormat("x-kde-passwordManagerHint")


SETTERS = re.compile(
    r"\.(setText|setPlainText|setHtml|setMarkdown|setToolTip|setStatusTip|setWhatsThis|"
    r"setAccessibleName|setAccessibleDescription|setWindowTitle|setPlaceholderText|appendPlainText|"
    r"appendHtml|insertHtml|addItem|setItemText|setTabText)\("
)
MADE = re.compile(
    r"\b(QLabel|QPushButton|QToolButton|QCheckBox|QRadioButton|QAction|QGroupBox)\((?!\))"
)
FORBIDDEN = re.compile(r"\b(QMessageBox|QTextBrowser|QErrorMessage|QInputDialog)\b|QToolTip\.")
FLOW_ITEM = "layout item"


def test_no_other_module_sets_text() -> None:
    found = []
    for path in (SOURCE / "ui").rglob("*.py"):
        if path.name == "safe_text.py":
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            code = line.split("  #")[0]
            if SETTERS.search(code) or MADE.search(code) or FORBIDDEN.search(code):
                found.append(f"{path.relative_to(SOURCE)}:{number}")
    assert not found


def test_the_search_for_other_doors_finds_one() -> None:
    assert SETTERS.search("label.setText(comment)")
    assert MADE.search("QLabel(comment)")
    assert not MADE.search("class Button(QPushButton):")
    _ = (QLabel, QLineEdit, QPlainTextEdit)


@pytest.mark.parametrize(("sign", "shown"), [("a", 10_000), ("å", 10_000), ("😀", 5_000)])
def test_what_is_laid_out_is_counted_as_qt_counts(sign: str, shown: int) -> None:
    cut = safe_text.block(sign * 15_000)
    assert (cut.shown, cut.total) == (shown, 15_000)
    assert cut.text.rstrip("…") in sign * shown
