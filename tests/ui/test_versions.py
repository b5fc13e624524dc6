"""Earlier versions in the panel: a quiet link, times and first words, one step back and forth."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from creator_calm.domain.change import Area, Change, Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.draft import DraftVersion
from creator_calm.domain.reply import Chip
from creator_calm.ui.pages.reply_versions import SHOWN, VersionsBlock
from creator_calm.ui.widgets.buttons import Button
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.reply_panel import ReplyPanel
    from tests.clock import StoppedClock
    from tests.ui.fakes import FakeWorkspace

KEY = CommentKey(1)


@pytest.fixture
def panel(window: MainWindow, workspace: FakeWorkspace, clock: StoppedClock) -> ReplyPanel:
    workspace.draft_history.kept[KEY] = tuple(
        DraftVersion(
            9 - n, KEY, f"version {n} of it", clock.utc() - timedelta(hours=20 * n),
            {Chip.WILL_CHANGE.value: ""} if n == 0 else {},
        )
        for n in range(SHOWN + 2)
    )  # fmt: skip
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    page.panel.focus_editor()
    settle()
    return page.panel


def block(panel: ReplyPanel) -> VersionsBlock:
    return next(one for one in panel.blocks if isinstance(one, VersionsBlock))


def seen(widget: VersionsBlock) -> list[str]:
    settle()
    return [one.text().strip("\u2068\u2069") for one in widget.list.findChildren(QLabel)]


def test_without_versions_there_is_nothing(window: MainWindow) -> None:
    page = window.inbox()
    assert page is not None
    page.list.choose_first()
    assert block(page.panel).isHidden()


def test_time_and_first_words_behind_a_link(panel: ReplyPanel) -> None:
    versions = block(panel)
    assert versions.isVisible()
    assert not versions.list.isVisible()
    assert versions.turn.text() == "Earlier versions"
    versions.turn.click()
    assert seen(versions)[:4] == ["10:00", "version 0 of it", "19 May, 14:00", "version 1 of it"]
    assert len(seen(versions)) == 2 * SHOWN
    older = [b for b in versions.list.findChildren(Button) if b.text() == "Older ones"]
    older[0].click()
    assert len(seen(versions)) == 2 * (SHOWN + 2)
    versions.turn.click()
    assert not versions.list.isVisible()


def test_put_back_is_one_step_in_the_field_and_keeps_the_facts(
    panel: ReplyPanel, workspace: FakeWorkspace
) -> None:
    QTest.keyClicks(panel.editor.field, "now")
    versions = block(panel)
    versions.turn.click()
    settle()
    saved: list[str] = []
    panel.editor.saved.connect(saved.append)
    back = [b for b in versions.list.findChildren(Button) if b.text() == "Put it back"]
    assert back[0].accessibleName() == "Put it back: 10:00"
    back[0].click()
    assert saved[0] == "now", "what stood there is kept first"
    assert panel.editor.text() == "version 0 of it"
    assert panel.facts.facts() == {Chip.WILL_CHANGE: ""}
    draft = workspace.replying.drafts[KEY]
    assert (draft.text, draft.facts) == ("version 0 of it", {"will_change": ""})
    panel.editor.field.undo()
    assert panel.editor.text() == "now"
    panel.editor.open("")


def test_it_follows_what_is_saved(panel: ReplyPanel, workspace: FakeWorkspace) -> None:
    workspace.draft_history.kept.clear()
    block(panel).refresh(Change(Area.NOTES, 1, Deed.NOTE_SAVED))
    assert block(panel).isVisible()
    block(panel).refresh(Change(Area.DRAFTS, 1, Deed.DRAFT_SAVED))
    assert block(panel).isHidden()


def test_another_comment_finds_it_closed(window: MainWindow, panel: ReplyPanel) -> None:
    block(panel).turn.click()
    page = window.inbox()
    assert page is not None
    page.list.step(1)
    page.list.step(-1)
    assert not block(panel).list.isVisible()
