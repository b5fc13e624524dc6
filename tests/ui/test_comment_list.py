from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.ui.models.inbox_model import PAGE, PAGES, InboxModel
from creator_calm.ui.theme import Look
from creator_calm.ui.tokens import ThemeName
from creator_calm.ui.widgets.card_painter import CardPainter
from creator_calm.ui.widgets.comment_list import CommentList
from tests.ui.conftest import settle
from tests.ui.fakes import FakeWorkspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

MANY = 3_000


@pytest.fixture
def many(clock: StoppedClock) -> FakeWorkspace:
    made = FakeWorkspace(clock)
    for number in range(MANY):
        made.add(f"Comment {number}. " * (1 + number % 9), f"@p{number}", Kind.PRAISE)
    return made


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk, many: FakeWorkspace) -> CommentList:
    model = InboxModel()
    view = CommentList(desk, model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 760)
    view.show()
    model.open(many.inbox, InboxQuery())  # type: ignore[arg-type]
    settle()
    return view


def model_of(view: CommentList) -> InboxModel:
    model = view.model()
    assert isinstance(model, InboxModel)
    return model


def test_opening_measures_only_what_is_seen(
    qtbot: QtBot, desk: Desk, many: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    real = CardPainter.height

    def counting(cards: CardPainter, row: InboxRow, width: int) -> int:
        measured.append(row.key)
        return real(cards, row, width)

    monkeypatch.setattr(CardPainter, "height", counting)
    model = InboxModel()
    view = CommentList(desk, model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 760)
    view.show()
    model.open(many.inbox, InboxQuery())  # type: ignore[arg-type]
    settle()
    assert len(view.anchor.visible) < 16, "no card is lower than 50 pixels"
    assert len(set(measured)) <= len(view.anchor.visible) + 20
    measured.clear()
    view.resize(500, 760)
    settle()
    assert len(view.anchor.visible) < 16, "no card is lower than 50 pixels"
    assert len(set(measured)) <= len(view.anchor.visible) + 20


def test_pages_are_kept_in_small_number(shown: CommentList) -> None:
    model = model_of(shown)
    for number in range(0, MANY, PAGE):
        model.row(number)
    assert len(model._pages) == PAGES


def test_keys_move_and_keep_the_row_in_view(shown: CommentList) -> None:
    shown.setFocus()
    for key, row in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, MANY - 1),
        (Qt.Key.Key_Up, MANY - 2),
    ):
        QTest.keyClick(shown, key)
        assert shown.currentIndex().row() == row
        found = shown.anchor.find(row)
        assert found is not None
        assert found.y >= 0
        assert found.end <= shown.viewport().height()
    QTest.keyClick(shown, Qt.Key.Key_PageUp)
    assert MANY - 30 < shown.currentIndex().row() < MANY - 2


def test_typing_letters_never_searches(shown: CommentList) -> None:
    shown.setFocus()
    shown.choose_first()
    QTest.keyClicks(shown, "Comment 9")
    assert shown.currentIndex().row() == 0


def test_the_end_stands_at_the_bottom_and_the_bar_at_its_end(shown: CommentList) -> None:
    bar = shown.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    last = shown.anchor.visible[-1]
    assert last.row == MANY - 1
    assert last.end == shown.viewport().height()
    bar.setValue(0)
    settle()
    assert (shown.anchor.top, shown.anchor.off) == (0, 0)


def test_the_anchor_row_stays_on_width_theme_and_insertion(
    shown: CommentList, many: FakeWorkspace, desk: Desk, qapp: QApplication
) -> None:
    model = model_of(shown)
    shown.scrollTo(model.index(700), CommentList.ScrollHint.PositionAtTop)
    before = model.row(shown.anchor.top)
    assert before is not None
    shown.resize(QSize(480, 700))
    settle()
    after = model.row(shown.anchor.top)
    assert after is not None
    assert after.key == before.key
    desk.theme.wear(Look(ThemeName.DARK, scale=125), qapp)
    settle()
    again = model.row(shown.anchor.top)
    assert again is not None
    assert again.key == before.key
    rows = dict(many.inbox.made)
    many.inbox.made.clear()
    for number in range(5):
        many.inbox.made[-number - 1] = rows[1]  # type: ignore[index]
    many.inbox.made.update(rows)
    model.refresh()
    settle()
    moved = model.row(shown.anchor.top)
    assert moved is not None
    assert moved.key == before.key


def test_the_current_comment_stays_current_through_a_refresh(
    shown: CommentList, many: FakeWorkspace
) -> None:
    model = model_of(shown)
    heard: list[object] = []
    shown.chosen.connect(heard.append)
    shown.setCurrentIndex(model.index(10))
    many.inbox.mark_done([1, 2])  # type: ignore[list-item]
    model.refresh()
    assert shown.current_key() == 11
    assert shown.currentIndex().row() == 8
    assert heard == [11]
    many.inbox.mark_done([11])  # type: ignore[list-item]
    model.refresh()
    assert shown.current_key() == 12, "the next one takes its place"


def test_a_small_change_resets_nothing(shown: CommentList, many: FakeWorkspace) -> None:
    model = model_of(shown)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    many.inbox.mark_read([1])  # type: ignore[list-item]
    model.refresh()
    assert not resets
    row = model.row(0)
    assert row is not None
    assert row.read


def test_a_click_on_show_asks_for_that_comment(
    qtbot: QtBot, desk: Desk, workspace: FakeWorkspace
) -> None:
    model = InboxModel()
    view = CommentList(desk, model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    model.open(workspace.inbox, InboxQuery(pile=Pile.AWAY))  # type: ignore[arg-type]
    settle()
    asked: list[object] = []
    view.show_asked.connect(asked.append)
    index = model.index(1)
    from PySide6.QtCore import QRectF

    box = view._cards.show_box(QRectF(view.visualRect(index)))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert asked == [model.row(1).key]  # type: ignore[union-attr]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert len(asked) == 1


@pytest.mark.parametrize("width", [420, 700, 1100])
@pytest.mark.parametrize("scale", [100, 150, 200])
def test_put_away_rows_are_all_of_one_height(
    desk: Desk, workspace: FakeWorkspace, qapp: QApplication, width: int, scale: int
) -> None:
    desk.theme.wear(Look(scale=scale), qapp)
    cards = CardPainter(desk)
    rows = workspace.inbox.page(InboxQuery(pile=Pile.AWAY), 0)
    assert len(rows) >= 4
    assert len({cards.height(row, width) for row in rows}) == 1
