"""Public or private, and how long a reply is: said in words, switched by the creator, never cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creator_calm.domain.comment import Platform
from creator_calm.domain.posting import Posted, Reading
from creator_calm.domain.reply import Audience
from creator_calm.ui.pages.reply_length import WAIT_MS, LengthLine
from creator_calm.wording.posting import length_line, reading_line
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from creator_calm.domain.reply import ReplyPlan
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.reply_panel import ReplyPanel
    from creator_calm.ui.widgets.audience_band import AudienceBand
    from tests.ui.fakes import FakeWorkspace

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def now(band: AudienceBand) -> Audience:
    return band.audience


@pytest.fixture
def panel(window: MainWindow, workspace: FakeWorkspace) -> ReplyPanel:
    real = workspace.replying.plan

    def both(*args: object, **more: object) -> ReplyPlan:
        return replace(real(*args, **more), private_allowed=True)  # type: ignore[arg-type]

    workspace.replying.plan = both  # type: ignore[method-assign]
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    page.panel.focus_editor()
    settle()
    return page.panel


def test_where_private_is_not_allowed_there_is_no_switch(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    band = page.panel.band
    assert band.isVisible()
    assert band.switch.isHidden()
    band.turn()
    assert now(band) is Audience.PUBLIC


def test_the_creator_switches_by_button_and_key(panel: ReplyPanel) -> None:
    band = panel.band
    assert band.accessibleName() == "Public: everyone can read this"
    assert band.switch.text() == "Make it private"
    assert band.switch.accessibleName() == "Make it private"
    band.switch.click()
    assert now(band) is Audience.PRIVATE
    assert band.accessibleName() == "Private: between you and this person"
    assert band.switch.text() == "Make it public"
    QTest.keyClick(panel.editor.field, Qt.Key.Key_P, CTRL_SHIFT)
    assert now(band) is Audience.PUBLIC


def test_switching_looks_at_the_draft_again(
    panel: ReplyPanel, workspace: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Audience] = []
    real = workspace.replying.check

    def noted(draft: str, key: object, audience: Audience) -> object:
        seen.append(audience)
        return real(draft, key, audience)  # type: ignore[arg-type]

    monkeypatch.setattr(workspace.replying, "check", noted)
    panel.editor.field.setPlainText("hello")
    panel.band.turn()
    assert seen == [Audience.PRIVATE]
    panel.editor.open("")


def test_what_was_chosen_stays_while_the_advice_is_made_again_and_ends_with_the_comment(
    window: MainWindow, panel: ReplyPanel
) -> None:
    panel.band.turn()
    panel._make_plan()
    assert now(panel.band) is Audience.PRIVATE
    page = window.inbox()
    assert page is not None
    page.list.step(1)
    assert now(panel.band) is Audience.PUBLIC


def test_what_may_not_be_public_is_private(panel: ReplyPanel) -> None:
    panel.band.allow(public=False, private=True)
    assert now(panel.band) is Audience.PRIVATE
    assert panel.band.switch.isHidden()
    panel.band.begin(public=True, private=True)
    assert now(panel.band) is Audience.PUBLIC


@pytest.mark.parametrize(
    ("length", "limit", "line"),
    [
        (0, 280, ""),
        (5, None, ""),
        (5, 280, "5 of 280"),
        (1759, 2200, ""),
        (1760, 2200, "1,760 of 2,200"),
        (1980, 2200, "1,980 of 2,200: nearly full."),
        (252, 280, "252 of 280: nearly full."),
        (280, 280, "280 of 280: nearly full."),
        (292, 280, "292 of 280: 12 too many. It stays whole here."),
    ],
)
def test_the_length_is_told_where_it_matters(length: int, limit: int | None, line: str) -> None:
    assert length_line(Posted(length, limit)).replace("\u202f", ",") == line


def test_what_is_read_as_more_is_said_gently() -> None:
    for kind in Reading:
        line = reading_line(Posted(5, None, kind, "@sam"), Platform.YOUTUBE)
        assert "YouTube" in line
        assert "@sam" in line
    assert reading_line(Posted(5), Platform.YOUTUBE) == ""


def test_the_lines_follow_the_keys_once_they_rest(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    line = next(one for one in panel.blocks if isinstance(one, LengthLine))
    workspace.posting.limit = 40
    assert line.isHidden()
    asked: list[str] = []
    real = workspace.posting.posted

    def noted(key: object, text: str) -> Posted:
        asked.append(text)
        return real(key, text)  # type: ignore[arg-type]

    workspace.posting.posted = noted  # type: ignore[method-assign, assignment]
    QTest.keyClicks(panel.editor.field, "hello @sam")
    assert asked == []
    QTest.qWait(WAIT_MS + 100)
    assert asked == ["hello @sam"]
    assert line.length.text() == "10 of 40"
    assert line.reading.text() == "“@sam” becomes a mention on YouTube."
    panel.editor.field.setPlainText("x" * 60)
    QTest.qWait(WAIT_MS + 100)
    assert line.length.text() == "60 of 40: 20 too many. It stays whole here."
    assert line.reading.isHidden()
    assert len(panel.editor.text()) == 60
    panel.editor.field.setPlainText("")
    QTest.qWait(WAIT_MS + 100)
    assert line.isHidden()
    panel.editor.open("")
