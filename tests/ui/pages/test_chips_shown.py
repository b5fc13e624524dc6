"""The facts to tick, with a real desk behind them: what is ticked stays, and the words follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.reply import EXCLUSIVE_CHIPS, TEXT_CHIPS, Chip
from creator_calm.paths import Folders
from creator_calm.ui.pages.reply_panel import ReplyPanel
from creator_calm.ui.widgets.fact_fields import WhenFact
from creator_calm.workspace import Workspace
from tests.storage.builders import bring_in, sighting
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

ONE = CommentKey(1)


@pytest.fixture
def real(tmp_path: Path, clock: StoppedClock) -> Iterator[Workspace]:
    """A desk of its own with one civil comment."""
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config, folders.cache, folders.state):
        folder.mkdir()
    made = Workspace.open(folders, clock)
    bring_in(made._library, [sighting(0, text="The sound is too quiet in the second half.")])
    made.inbox.pick_kind(ONE, Kind.CRITIQUE)
    yield made
    made.close()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, real: Workspace) -> ReplyPanel:
    made = ReplyPanel(real, desk)
    qtbot.addWidget(made)
    made.resize(460, 900)
    made.show()
    return made


def tick(panel: ReplyPanel, chip: Chip) -> None:
    panel.facts._pills[chip].click()


@pytest.mark.parametrize(
    "kind",
    [
        Kind.CRITIQUE,
        Kind.COMPLAINT,
        Kind.CORRECTION,
        Kind.QUESTION,
        Kind.REQUEST,
        Kind.DISAGREEMENT,
        Kind.TECH_PROBLEM,
        Kind.ACCUSATION,
        Kind.PARASOCIAL,
    ],
)
def test_what_is_ticked_stays_ticked_and_is_kept(
    panel: ReplyPanel, real: Workspace, kind: Kind
) -> None:
    real.inbox.pick_kind(ONE, kind)
    panel.open(ONE)
    assert panel.facts.facts() == {}
    asked = panel.facts.shown()
    assert asked
    for chip in asked:
        tick(panel, chip)
        assert chip in panel.facts.facts(), "a click that undoes itself"
        kept = real.replying.draft(ONE)
        assert kept is not None
        assert chip.value in kept.facts
        tick(panel, chip)
        assert chip not in panel.facts.facts()


def test_groups_exclude_each_other_and_texts_come_in_as_typed(
    panel: ReplyPanel, real: Workspace
) -> None:
    panel.open(ONE)
    tick(panel, Chip.GOT_IT_WRONG)
    tick(panel, Chip.WILL_CHANGE)
    tick(panel, Chip.ALREADY_FIXED)
    facts = panel.facts.facts()
    assert not any(len(group & facts.keys()) > 1 for group in EXCLUSIVE_CHIPS)
    tick(panel, Chip.BECAUSE)
    line = panel.facts._fields[Chip.BECAUSE].line
    assert line is not None
    QTest.keyClicks(line, "  the second mic was off")
    assert line is panel.facts._fields[Chip.BECAUSE].line
    panel.facts._timer.timeout.emit()
    settle()
    assert line is panel.facts._fields[Chip.BECAUSE].line, "the field must outlive new advice"
    plan = panel._plan
    assert plan is not None
    said = [one.text for one in plan.suggestions if "because" in one.claims]
    assert said
    assert all("the second mic was off." in text for text in said)


def test_a_chip_ticked_by_keyboard_keeps_the_keyboard(panel: ReplyPanel) -> None:
    panel.open(ONE)
    pill = panel.facts._pills[Chip.GOT_IT_WRONG]
    pill.setFocus()
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert pill.isChecked()
    assert panel.window().focusWidget() is pill
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert not pill.isChecked()
    assert panel.window().focusWidget() is pill


def test_a_day_that_is_picked_is_said_as_one_says_it(
    panel: ReplyPanel, clock: StoppedClock
) -> None:
    panel.open(ONE)
    tick(panel, Chip.NOT_SURE_YET)
    tick(panel, Chip.WHEN)
    field = panel.facts._fields[Chip.WHEN]
    assert isinstance(field, WhenFact)
    field.days[1].click()
    today = clock.utc().astimezone(clock.zone()).date()
    assert field.words() > today.isoformat()
    plan = panel._plan
    assert plan is not None
    dated = [one.text for one in plan.suggestions if "when" in one.claims]
    assert dated
    assert not any(field.words() in text for text in dated)


def test_words_typed_a_moment_ago_are_kept_when_another_comment_is_opened(
    panel: ReplyPanel, real: Workspace
) -> None:
    panel.open(ONE)
    tick(panel, Chip.GOT_IT_WRONG)
    tick(panel, Chip.BECAUSE)
    line = panel.facts._fields[Chip.BECAUSE].line
    assert line is not None
    QTest.keyClicks(line, "the mic was off")
    panel.open(None)
    kept = real.replying.draft(ONE)
    assert kept is not None
    assert kept.facts["because"] == "the mic was off"


def test_opened_again_it_stands_as_it_was_left(panel: ReplyPanel) -> None:
    panel.open(ONE)
    tick(panel, Chip.GOT_IT_WRONG)
    tick(panel, Chip.WHAT)
    panel.facts._fields[Chip.WHAT].fill("the second half")
    before = panel.facts.facts()
    panel._facts_changed()
    panel.open(None)
    panel.open(ONE)
    assert panel.facts.facts() == before
    assert set(panel.facts._fields) == before.keys() & TEXT_CHIPS
