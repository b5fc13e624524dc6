from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit

from creator_calm.domain.intake import Grouping, ReadOptions, Role, Source
from creator_calm.domain.preview import BlockState, PastedBlock
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui.pages.bring_in import BringInPage, Stage
from creator_calm.ui.widgets.found_panel import with_role
from tests.ui.pages.fakes import CANARY, FakeJob, paste_preview, table_preview

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from creator_calm.ui.desk import Desk
    from tests.ui.pages.fakes import FakeWorkspace

FILE = Source(path="/x/comments.csv", name="comments.csv")


@pytest.fixture
def page(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> BringInPage:
    made = BringInPage(workspace.real(), desk)
    shown(made)
    return made


def settle(page: BringInPage) -> None:
    for _ in range(6):
        page.poll()
    assert not page.work.timer.isActive()


def opened(page: BringInPage) -> BringInPage:
    page.open(FILE)
    settle(page)
    return page


def pasted(page: BringInPage, workspace: FakeWorkspace) -> BringInPage:
    workspace.importing.next_preview = lambda: FakeJob(paste_preview())
    page.paste("First one\nwith two lines\n\nSecond 🎨 one\n\nThird")
    settle(page)
    return page


def lines(page: BringInPage) -> list[str]:
    model = page.rows.model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_what_was_found(page: BringInPage) -> None:
    opened(page)
    assert page.what.text() == "comments.csv"
    assert page.found.found.text() == "Found: table with commas, UTF-8, day first"
    assert page.confirm.text() == "Bring in 198"
    assert lines(page)[1] == "Put away"
    labels = [label.text() for label in page.found.findChildren(QLabel)]
    assert "Put away" in labels  # the example of the text column


def test_a_put_away_row_is_a_mask_whatever_it_brings(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    preview = table_preview()
    leaking = tuple(replace(row, text=CANARY, author=CANARY, put_away=True) for row in preview.rows)
    columns = tuple(replace(c, example=CANARY, away=True) for c in preview.columns)
    blocks = (PastedBlock(0, 0, BlockState.NOT_RECOGNISED, CANARY, CANARY, CANARY, put_away=True),)
    found = replace(preview, rows=leaking, columns=columns, blocks=blocks)
    workspace.importing.next_preview = lambda: FakeJob(found)
    opened(page)
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    blocks_model = page.blocks.model
    said += " ".join(str(blocks_model.index(n).data()) for n in range(blocks_model.rowCount()))
    said += " ".join(lines(page)) + page.blocks.source.toPlainText()
    assert CANARY not in said
    assert not page.blocks.split.isEnabled()


def test_a_correction_reads_again(page: BringInPage, workspace: FakeWorkspace) -> None:
    opened(page)
    combos = {combo.accessibleName(): combo for combo in page.found.findChildren(QComboBox)}
    letters = combos["Letters"]
    letters.setCurrentIndex(letters.findData("cp1252"))
    letters.activated.emit(letters.currentIndex())
    settle(page)
    assert workspace.importing.asked[-1][1].encoding == "cp1252"
    dates = {c.accessibleName(): c for c in page.found.findChildren(QComboBox) if not c.isHidden()}[
        "Dates"
    ]
    dates.activated.emit(dates.findData("month"))
    settle(page)
    assert workspace.importing.asked[-1][1].day_first is False


def test_a_role_moves_to_its_new_column() -> None:
    preview = table_preview()
    assert with_role(preview, 0, Role.TEXT) == ((Role.TEXT, 0), (Role.DATE, 2))
    assert with_role(preview, 2, Role.IGNORE) == ((Role.AUTHOR, 0), (Role.TEXT, 1))


def test_bringing_in(page: BringInPage, toasts: list[tuple[str, bool]]) -> None:
    opened(page)
    page.confirm.click()
    assert page.stage.value == "keeping"
    settle(page)
    assert toasts == [("198 new, 12 already here, 2 left out.", True)]
    assert page.stage is Stage.CHOOSE
    assert "no text in it: " in page.details.skipped.text()
    assert "14" in page.details.skipped.text()
    went: list[str] = []
    page._desk.page_asked.connect(went.append)
    page.details.on.click()
    assert went == ["inbox"]


def test_cancel_stops_the_work_at_once(page: BringInPage, workspace: FakeWorkspace) -> None:
    endless = FakeJob(*[None] * 1000)
    workspace.importing.next_preview = lambda: endless
    page.open(FILE)
    page.poll()
    assert not page.progress.isHidden()
    assert page.progress.words.text() == "Reading … 120 comments so far"
    page.progress.cancel.click()
    assert endless.cancelled
    assert not page.work.timer.isActive()
    assert page.stage is Stage.CHOOSE
    assert page.progress.isHidden()


def test_cancel_while_keeping_goes_back_to_the_preview(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    opened(page)
    endless = FakeJob(*[None] * 1000)
    workspace.importing.next_import = lambda: endless
    page.confirm.click()
    page.poll()
    page.progress.cancel.click()
    assert endless.cancelled
    assert page.stage is Stage.PREVIEW


def test_a_file_that_will_not_do_is_one_sentence_in_place(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    problem = Problem(ProblemCode.FILE_EMPTY, name="comments.csv")
    workspace.importing.next_preview = lambda: FakeJob(problem=problem)
    page.choose.field.fill("typed before")
    page.open(FILE)
    settle(page)
    assert "comments.csv" in page.problem.text()
    assert not page.problem.isHidden()
    assert page.stage is Stage.CHOOSE
    assert page.choose.field.words() == "typed before"


def test_an_empty_paste_is_said(page: BringInPage) -> None:
    page.paste("  \n ")
    assert page.problem.text() == "There is no text to paste. Copy some comments first."


def test_a_correction_that_fails_keeps_the_preview(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    opened(page)
    problem = Problem(ProblemCode.WRONG_FORMAT, name="comments.csv")
    workspace.importing.next_preview = lambda: FakeJob(problem=problem)
    page.found.corrected.emit(ReadOptions(format="json"))
    settle(page)
    assert page.stage is Stage.PREVIEW
    assert not page.problem.isHidden()
    assert not page.found.isHidden()


def test_pasted_parts_are_joined_split_and_left_out(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    pasted(page, workspace)
    blocks = page.blocks
    assert not blocks.isHidden()
    blocks.list.setCurrentIndex(blocks.model.index(1))
    blocks.join.click()
    settle(page)
    assert workspace.importing.asked[-1][1].joined == {1}
    blocks.list.setCurrentIndex(blocks.model.index(2))
    page.activateWindow()
    blocks.list.setFocus()
    QTest.keyClick(blocks.list, Qt.Key.Key_Delete)
    settle(page)
    assert workspace.importing.asked[-1][1].left_out_parts == {(2, 0)}
    assert workspace.importing.asked[-1][1].joined == {1}
    blocks.list.setCurrentIndex(blocks.model.index(4))
    assert blocks.drop.text() == "It is a comment"
    blocks.drop.click()
    settle(page)
    assert workspace.importing.asked[-1][1].as_comments == {4}
    blocks.back.click()
    settle(page)
    assert workspace.importing.asked[-1][1].as_comments == frozenset()


def test_split_counts_characters_not_units(page: BringInPage, workspace: FakeWorkspace) -> None:
    pasted(page, workspace)
    blocks = page.blocks
    blocks.list.setCurrentIndex(blocks.model.index(1))
    cursor = blocks.source.textCursor()
    cursor.setPosition(len("Second ") + 2)  # the palette is two units and one character
    blocks.source.setTextCursor(cursor)
    blocks.split.click()
    settle(page)
    assert workspace.importing.asked[-1][1].split == ((1, len("Second 🎨")),)


def test_keys_in_the_list(page: BringInPage, workspace: FakeWorkspace) -> None:
    pasted(page, workspace)
    page.activateWindow()
    page.blocks.list.setFocus()
    page.blocks.list.setCurrentIndex(page.blocks.model.index(2))
    QTest.keyClick(page.blocks.list, Qt.Key.Key_J)
    settle(page)
    assert workspace.importing.asked[-1][1].joined == {2}


def test_another_grouping_forgets_what_was_said_about_the_old_parts(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    pasted(page, workspace)
    page.blocks.list.setCurrentIndex(page.blocks.model.index(1))
    page.blocks.join.click()
    settle(page)
    page.blocks.grouping.chosen.emit("lines")
    settle(page)
    options = workspace.importing.asked[-1][1]
    assert (options.grouping, options.joined) == (Grouping.LINES, frozenset())


def test_the_made_up_ones_are_there(page: BringInPage, workspace: FakeWorkspace) -> None:
    page.choose.made_up.click()
    settle(page)
    source = workspace.importing.asked[-1][0]
    assert source.path is not None
    assert source.path.endswith("comments.jsonl")


@pytest.mark.parametrize("much", ["a" * 1_000_000, "<table><tr><td>" * 20_000, "😀" * 100_000])
def test_a_paste_too_long_for_the_field_is_looked_at_whole(
    page: BringInPage, workspace: FakeWorkspace, much: str
) -> None:
    """In the field, a line of this length stopped the window for 40 seconds."""
    workspace.importing.next_preview = lambda: FakeJob(paste_preview())
    page.choose.field.fill("Before. ")
    data = QMimeData()
    data.setText(much)
    began = time.perf_counter()
    field = page.choose.field.field
    assert isinstance(field, QPlainTextEdit)
    field.insertFromMimeData(data)
    settle(page)
    assert time.perf_counter() - began < 5
    assert page.stage is Stage.PREVIEW
    assert page.work.items[0].source == Source(text="Before. " + much)
    assert page.choose.field.words() == "Before. "
