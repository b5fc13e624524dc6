"""Several files, private conversations, own words, corrections, earlier imports, the help page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from creator_calm.domain.comment import Moment, Platform, Precision
from creator_calm.domain.imported import ImportEntry, ImportState, Interrupted
from creator_calm.domain.intake import (
    FormatInfo,
    Found,
    Role,
    Skipped,
    SkipReason,
    Source,
    Warn,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.ui.pages.bring_in import BringInPage, Stage
from creator_calm.ui.pages.formats import FormatsPage
from creator_calm.ui.widgets.interrupted_banner import InterruptedBanner
from tests.ui.pages.fakes import FakeJob, receipt, table_preview

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from creator_calm.domain.preview import Preview
    from creator_calm.ui.desk import Desk
    from creator_calm.workspace.importing import Importing
    from tests.ui.pages.fakes import FakeWorkspace

ONE = Source(path="/x/one.csv", name="one.csv")
TWO = Source(path="/x/two.csv", name="two.csv")
PRIVATE = Problem(ProblemCode.PRIVATE_CHAT, name="one.csv")


@pytest.fixture
def page(workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]) -> BringInPage:
    made = BringInPage(workspace.real(), desk)
    shown(made)
    return made


def settle(page: BringInPage) -> None:
    for _ in range(20):
        page.poll()
    assert not page.work.timer.isActive()


def answers(workspace: FakeWorkspace, *jobs: FakeJob) -> None:
    waiting = list(jobs)
    workspace.importing.next_preview = lambda: waiting.pop(0)


def lines(page: BringInPage) -> list[str]:
    model = page.sources.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def preview(**more: object) -> Preview:
    return replace(table_preview(), **more)  # type: ignore[arg-type]


def test_several_files_are_seen_together_and_come_in_together(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    refused = Problem(ProblemCode.FILE_EMPTY, name="two.csv")
    answers(
        workspace,
        FakeJob(preview()),
        FakeJob(problem=refused),
        FakeJob(preview(receipt=receipt(new=2, duplicates=0, skipped=(), skipped_count=0))),
    )
    three = Source(path="/x/three.csv", name="three.csv")
    page.open(ONE, TWO, three)
    settle(page)
    first, second, third = lines(page)
    assert first == "one.csv: 198 new, 12 already here, 2 left out."
    assert "two.csv" in second
    assert third == "three.csv: 2 new."
    assert page.confirm.text() == "Bring in 200"
    page.sources.list.setCurrentIndex(page.sources.model.index(2))
    assert page.what.text() == "three.csv"
    answers(workspace, FakeJob(preview()))
    page.found.corrected.emit(replace(page.work.items[2].options, encoding="cp1252"))
    settle(page)
    page.confirm.click()
    wanted = workspace.importing.asked[-2:]
    assert [source.name for source, _ in wanted] == ["one.csv", "three.csv"]
    assert wanted[1][1].encoding == "cp1252"
    settle(page)
    assert "two.csv" in page.details.refused.text()


def test_where_no_file_will_do_each_says_why(page: BringInPage, workspace: FakeWorkspace) -> None:
    answers(
        workspace,
        FakeJob(problem=Problem(ProblemCode.FILE_EMPTY, name="one.csv")),
        FakeJob(problem=Problem(ProblemCode.FILE_EMPTY, name="two.csv")),
    )
    page.open(ONE, TWO)
    settle(page)
    assert page.stage is Stage.CHOOSE
    assert page.problem.text().count("\n") == 1


def test_a_private_conversation_is_read_only_after_a_yes(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    answers(workspace, FakeJob(problem=PRIVATE), FakeJob(preview()))
    page.open(ONE)
    settle(page)
    assert not page.asking.isHidden()
    assert page.found.isHidden()
    assert page.confirm.isHidden()
    page.asking.yes.click()
    settle(page)
    assert [options.private for _, options in workspace.importing.asked] == [False, True]
    assert [page.asking.isHidden(), page.found.isHidden()] == [True, False]


def test_no_to_a_private_conversation_leaves_nothing(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    answers(workspace, FakeJob(problem=PRIVATE))
    page.open(ONE)
    settle(page)
    page.asking.no.click()
    assert page.stage is Stage.CHOOSE
    assert page.asking.isHidden()


def test_own_words_are_said_in_plain_words_with_the_way_to_others(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    found = Found("meta_instagram", "utf-8", warnings=(Warn.OWN_WORDS,))
    answers(workspace, FakeJob(preview(found=found, receipt=receipt(new=1593, own=1593))))
    page.open(ONE)
    settle(page)
    assert page.found.own.isVisible()
    assert "1,593 comments that you wrote" in page.found.own_line.text()
    assert "copy" in page.found.own_hint.text()
    went: list[str] = []
    page._desk.page_asked.connect(went.append)
    page.found.own_help.click()
    assert went == ["formats"]
    answers(workspace, FakeJob(preview()))
    page.open(TWO)
    settle(page)
    assert not page.found.own.isVisible()


def test_what_was_guessed_can_be_corrected_in_place(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    skipped = (Skipped("3", SkipReason.NON_PUBLIC), Skipped("4", SkipReason.EMPTY))
    shown = preview(
        receipt=receipt(skipped=skipped, dates=(0, 0, 3, 2)),
        sheets=(("Posts", False), ("Comments", True)),
    )
    workspace.importing.next_preview = lambda: FakeJob(replace(shown))
    page.open(ONE)
    settle(page)
    choices = page.found.choices

    def pick(key: str, code: str) -> None:
        combo = choices.menu(key)
        combo.activated.emit(combo.findData(code))
        settle(page)

    pick("platform", "tiktok")
    pick("zone", "120")
    choices.pill("not_public").click()
    settle(page)
    choices.pill("part Posts").click()
    settle(page)
    options = workspace.importing.asked[-1][1]
    assert options.platform is Platform.TIKTOK
    assert options.zone_minutes == 120
    assert options.brought == {SkipReason.NON_PUBLIC}
    assert options.parts == ("Posts", "Comments")
    assert not choices.menu("reference").isHidden()


def test_a_menu_keeps_the_keyboard_when_it_was_answered(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    page.open(ONE)
    settle(page)
    page.activateWindow()
    menu = page.found.choices.menu("encoding")
    role = page.found._menus[0]
    for combo in (menu, role):
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(combo, Qt.Key.Key_Down)
        settle(page)
        assert combo.hasFocus()
    assert workspace.importing.asked[-1][1].columns[0][0] is not Role.AUTHOR


def test_earlier_imports_can_be_taken_back(page: BringInPage, workspace: FakeWorkspace) -> None:
    at = datetime(2026, 5, 1, tzinfo=UTC)
    workspace.importing.entries = (
        ImportEntry(7, "comments.csv", "table", ImportState.DONE, at, 5, 1, 2),
        ImportEntry(6, "", "lines", ImportState.UNDONE, at, 3, 0, 0),
    )
    page.refresh(None)
    assert list(page.before.buttons) == [7]
    button = page.before.buttons[7]
    assert "comments.csv" in button.accessibleName()
    button.click()
    assert workspace.importing.taken == [7]


def test_recent_files_open_and_are_forgotten(page: BringInPage, workspace: FakeWorkspace) -> None:
    workspace.importing.files = ("/x/one.csv",)
    page.refresh(None)
    assert page.choose.recent.isVisible()
    page.choose.recent_chosen.emit("/x/one.csv")
    settle(page)
    assert workspace.importing.asked[-1][0] == ONE
    page.put_aside()
    page.choose.recent_forgotten.emit()
    assert not page.choose.recent.isVisible()


def test_the_list_of_what_was_left_out_is_a_file_without_words(
    page: BringInPage, tmp_path: Path
) -> None:
    page.open(ONE)
    settle(page)
    page.confirm.click()
    settle(page)
    assert page.details.save.isVisible()
    out = tmp_path / "left-out.csv"
    page.details.save_asked.emit(str(out))
    rows = out.read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 3
    assert "14" in rows[1]
    assert "no text in it" in rows[1]


def test_cancel_is_the_only_button_while_a_long_file_is_read(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    partly = preview(complete=False)
    endless = FakeJob(partly, *[None] * 1000)
    answers(workspace, endless)
    page.open(ONE)
    page.poll()
    page.poll()
    assert page.progress.cancel.isVisible()
    assert not page.cancel.isVisible()
    page.progress.cancel.click()
    assert endless.cancelled
    assert page.stage is Stage.CHOOSE


def test_every_poll_is_one_question_to_the_job(page: BringInPage, workspace: FakeWorkspace) -> None:
    asked = 0

    class Counting(FakeJob):
        def poll(self, timeout_s: float = 0.0) -> object:
            nonlocal asked
            asked += 1
            assert timeout_s == 0.0  # never waits on the event loop
            return super().poll(timeout_s)

    answers(workspace, Counting(*[None] * 50, preview()))
    page.open(ONE)
    for number in range(1, 40):
        page.poll()
        assert asked == number


def test_formats_are_found_by_searching(
    workspace: FakeWorkspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    infos = (
        FormatInfo("discord_json", Platform.DISCORD, "R"),
        FormatInfo("meta_instagram", Platform.INSTAGRAM, "R", holds_own_words=True),
    )
    workspace.importing.formats = lambda: infos  # type: ignore[method-assign]
    page = FormatsPage(workspace.real(), desk)
    shown(page)
    page.search.setText("discord channel")
    assert [entry.info.name for entry in page.entries if entry.isVisible()] == ["discord_json"]
    page.search.setText("zzz")
    assert not any(entry.isVisible() for entry in page.entries)
    assert page.count.text()
    page.search.clear()
    assert all(entry.isVisible() for entry in page.entries)


class _Importing:
    def __init__(self, *acts: Interrupted) -> None:
        self.acts = acts

    def interrupted(self) -> tuple[Interrupted, ...]:
        return self.acts

    def decided(self, one: Interrupted) -> None:
        self.acts = tuple(other for other in self.acts if other is not one)


def test_an_interrupted_import_is_asked_about(desk: Desk, shown: Callable[..., QWidget]) -> None:
    file = Interrupted(("a.csv",), ("/x/a.csv",), 500)
    paste = Interrupted(("",), (), 20)
    importing = _Importing(file, paste)
    banner = InterruptedBanner(cast("Importing", importing), desk)
    shown(banner)
    heard: list[tuple[Source, ...]] = []
    banner.again.connect(heard.append)
    assert "a.csv" in banner.words.text()
    banner.read.click()
    assert heard == [(Source(path="/x/a.csv", name="a.csv"),)]
    assert not banner.read.isVisible()  # a paste is nowhere any more
    banner.leave.click()
    assert not banner.isVisible()
    assert importing.acts == ()


def test_a_page_is_pasted_with_its_links_and_times(
    page: BringInPage, workspace: FakeWorkspace
) -> None:
    data = QMimeData()
    data.setText("Thank you")
    data.setHtml("<a href='https://x.invalid/1'>Thank you</a>")
    QGuiApplication.clipboard().setMimeData(data)
    page.paste()
    source = workspace.importing.asked[-1][0]
    assert source.text == "Thank you"
    assert source.html is not None
    assert "x.invalid" in source.html
    QGuiApplication.clipboard().clear()
    settle(page)


def test_a_row_says_its_time_as_it_is_read(page: BringInPage, workspace: FakeWorkspace) -> None:
    first, away, *_ = table_preview().rows
    moment = Moment(datetime(2025, 11, 5, tzinfo=UTC), Precision.DAY, "05/11/25")
    rows = (
        replace(first, written_at=moment, is_reply=True, known=True),
        replace(away, written_at=moment),
    )
    answers(workspace, FakeJob(preview(rows=rows)))
    page.open(ONE)
    settle(page)
    shown, mask = (str(page.model.index(row).data()) for row in range(2))
    assert shown.endswith("5 Nov 2025  ·  A reply  ·  Already here")
    assert mask == "Put away"
