"""The inbox in the real window: put-away words stay put away, and every key does its work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from creator_calm.domain.assessment import Kind
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.ui.models.inbox_model import InboxModel
from tests.ui.conftest import settle
from tests.ui.fakes import CANARY, FakeWorkspace, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from creator_calm.ui.main_window import MainWindow
    from creator_calm.ui.pages.inbox import InboxPage
    from tests.clock import StoppedClock


@pytest.fixture
def page(window: MainWindow) -> InboxPage:
    found = window.inbox()
    assert found is not None
    settle()
    return found


def model_of(page: InboxPage) -> InboxModel:
    model = page.list.model()
    assert isinstance(model, InboxModel)
    return model


def pile(page: InboxPage) -> Pile:
    return page._query.pile


def shows(page: InboxPage) -> bool:
    return page.revealing.key is not None


def open_away(page: InboxPage) -> None:
    page.open_put_away()
    settle()


# Leaks


def accessible_texts(widget: QWidget) -> Iterator[str]:
    """Everything a screen reader could be told below a widget."""
    roles = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    waiting: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        found = waiting.pop()
        if found is None or not found.isValid():
            continue
        for role in roles:
            yield found.text(role)
        text = found.textInterface()
        if text is not None:
            yield text.text(0, text.characterCount())
        waiting += [found.child(number) for number in range(found.childCount())]


def widget_texts(root: QWidget) -> Iterator[str]:
    """Every string property of every widget and action below a widget."""
    for thing in [root, *root.findChildren(QWidget)]:
        meta = thing.metaObject()
        for number in range(meta.propertyCount()):
            value = thing.property(str(meta.property(number).name()))
            if isinstance(value, str):
                yield value
        if isinstance(thing, QPlainTextEdit):
            yield thing.toPlainText()
        for action in thing.actions():
            yield action.text() + action.toolTip() + action.statusTip()
    yield root.windowTitle()


def model_texts(model: InboxModel) -> Iterator[str]:
    """Every role of every row, the drag data and Qt's own item data."""
    for number in range(model.rowCount()):
        index = model.index(number)
        for role in range(300):
            value = model.data(index, role)
            if value is not None:
                yield str(value)
        yield str(model.itemData(index))
        data: QMimeData | None = model.mimeData([index])
        if data is not None:
            for form in data.formats():
                yield bytes(data.data(form).data()).decode("utf-8", "replace")


def everything(window: MainWindow, page: InboxPage) -> str:
    parts = [*accessible_texts(window), *widget_texts(window), *model_texts(model_of(page))]
    parts.append(QGuiApplication.clipboard().text())
    return "\n".join(parts)


CHANNELS = ["inbox", "away", "copied", "digest", "searched"]


@pytest.mark.parametrize("channel", CHANNELS)
def test_words_of_put_away_comments_reach_no_channel(
    window: MainWindow, page: InboxPage, channel: str
) -> None:
    QGuiApplication.clipboard().clear()
    if channel != "inbox":
        open_away(page)
        page.list.choose_first()
    acts: dict[str, Callable[[], object]] = {
        "copied": lambda: QTest.keySequence(page.list, QKeySequence.StandardKey.Copy),
        "digest": page.show_digest,
        "searched": lambda: search(page, CANARY[:-2]),
    }
    acts.get(channel, lambda: None)()
    settle()
    assert CANARY not in everything(window, page)


LEAVING: dict[str, Callable[[MainWindow, InboxPage], object]] = {
    "put_back": lambda _window, page: page.commands.show(),
    "row_left": lambda _window, page: page.list.step(1),
    "page_left": lambda window, _page: window.open_page("today"),
    "window_left": lambda _window, page: QCoreApplication.sendEvent(
        page, QEvent(QEvent.Type.WindowDeactivate)
    ),
}


@pytest.mark.parametrize("way", LEAVING)
def test_words_that_were_shown_are_gone_everywhere_afterwards(
    window: MainWindow, page: InboxPage, way: str
) -> None:
    open_away(page)
    page.list.choose_first()
    page.commands.show()
    settle()
    assert CANARY in everything(window, page), "the walk sees what is shown"
    LEAVING[way](window, page)
    settle()
    assert CANARY not in everything(window, page)


def search(page: InboxPage, words: str) -> None:
    page.leave_away()
    page.header.search.setText(words)
    page.header._search_now()
    assert "4 put-away comments match" in page.header.line.text()


def test_the_walk_would_see_a_naive_label(window: MainWindow, page: InboxPage) -> None:
    naive = QLabel(f"{CANARY} behind a hidden label", page)
    naive.hide()
    assert CANARY in everything(window, page)


def test_a_put_away_row_says_its_mask_and_nothing_else(page: InboxPage) -> None:
    open_away(page)
    model = model_of(page)
    name = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert name is not None
    assert name.strip("\u2068\u2069").startswith("Put away. Personal attack.")
    assert "Press V to show" in name
    assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(model.index(0), Qt.ItemDataRole.UserRole) is None


# Revealing


def test_one_is_shown_at_a_time_and_counts_once(page: InboxPage, workspace: FakeWorkspace) -> None:
    open_away(page)
    page.list.choose_first()
    QTest.keyClicks(page.list, "v")
    assert len(workspace.inbox.revealed) == 1
    QTest.keyClicks(page.list, "j")
    assert not shows(page), "leaving the row puts it away again"
    QTest.keyClicks(page.list, "v")
    assert shows(page)
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert not shows(page)
    assert pile(page) is Pile.AWAY
    assert len(workspace.inbox.revealed) == 2


def test_a_shown_one_goes_back_after_its_time(page: InboxPage, workspace: FakeWorkspace) -> None:
    workspace.preferences.set("list.reveal_seconds", 10)
    open_away(page)
    page.list.choose_first()
    page.commands.show()
    assert page.revealing.timer.interval() == 10_000
    page.revealing.timer.timeout.emit()
    assert page.revealing.key is None


def test_minimising_puts_it_away_again(window: MainWindow, page: InboxPage) -> None:
    open_away(page)
    page.list.choose_first()
    page.commands.show()
    window.hide()
    assert page.revealing.key is None


def test_a_shown_row_grows_and_shrinks_in_place(page: InboxPage) -> None:
    open_away(page)
    page.list.choose_first()
    before = page.list.anchor.visible[0].height
    page.commands.show()
    settle()
    assert page.list.anchor.visible[0].height != before
    page.commands.show()
    settle()
    assert page.list.anchor.visible[0].height == before


# The group and the lists


def test_the_group_stands_last_and_opens_on_purpose(page: InboxPage) -> None:
    model = model_of(page)
    assert model.is_tail(model.rowCount() - 1)
    assert all(
        row is not None and not row.put_away for row in map(model.row, range(model.comments))
    )
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.current_key() is None, "the put-away row is never skipped"
    page.group.open_list.click()
    assert pile(page) is Pile.AWAY
    assert model.comments == 4
    page.header.leave.click()
    assert pile(page) is Pile.SHOWN


def test_the_digest_is_a_section_of_the_list(page: InboxPage) -> None:
    page.group.ask.click()
    settle()
    assert page.group.open()
    texts = [label.text() for label in page.group.findChildren(QLabel)]
    assert any("the sound" in text for text in texts)
    page.group.ask.click()
    assert not page.group.open()


@pytest.mark.parametrize(
    ("pill", "kinds"),
    [
        ("useful", {Kind.CRITIQUE, Kind.MIXED}),
        ("questions", {Kind.QUESTION}),
        ("kind", {Kind.PRAISE}),
    ],
)
def test_pills_filter(page: InboxPage, pill: str, kinds: set[Kind]) -> None:
    page.header.pill_chosen.emit(pill)
    model = model_of(page)
    rows = [model.row(number) for number in range(model.comments)]
    assert {row.kind for row in rows if row is not None} == kinds


def test_the_second_line_never_counts_what_is_put_away(page: InboxPage) -> None:
    assert page.header.line.text() == "6 to read. Some are put away, and can wait."


def test_numbers_can_be_switched_off(page: InboxPage, workspace: FakeWorkspace) -> None:
    workspace.preferences.set("look.numbers", False)
    assert not any(sign.isdigit() for sign in page.header.line.text())


def test_the_toggle_is_a_setting(page: InboxPage, workspace: FakeWorkspace) -> None:
    assert page.header.switch.isChecked()
    page.header.switch.click()
    assert workspace.preferences.get("list.put_away") is False
    assert page.header.off_line.isVisible()


def test_safety_has_its_own_row_without_words(
    open_window: Callable[..., MainWindow], clock: StoppedClock
) -> None:
    window = open_window(filled(clock, safety=True))
    page = window.inbox()
    assert page is not None
    settle()
    assert page.header.safety.isVisible()
    page.header.safety.steps.click()
    settle()
    assert page.panel.steps.isVisible()
    assert not page.panel.editor.isVisible()
    assert CANARY not in everything(window, page)
    page.leave_away()
    page.header.safety.later.click()
    assert not page.header.safety.isVisible()


@pytest.mark.parametrize(
    ("fill", "query", "sentence"),
    [
        (False, InboxQuery(), "Nothing here yet."),
        (True, InboxQuery(search="zzz"), "No comment matches."),
        (False, InboxQuery(pile=Pile.AWAY), "Nothing is put away."),
    ],
)
def test_empty_states_say_one_sentence(
    open_window: Callable[..., MainWindow],
    clock: StoppedClock,
    fill: bool,
    query: Any,
    sentence: str,
) -> None:
    window = open_window(filled(clock) if fill else FakeWorkspace(clock))
    page = window.inbox()
    assert page is not None
    page._ask(query)
    texts = [label.text() for label in page.empty.findChildren(QLabel)]
    assert page.empty.isVisible()
    assert any(text.startswith(sentence) for text in texts)


# Keys


@pytest.mark.parametrize(
    ("key", "attribute", "toast"),
    [
        ("e", "done", "Archived."),
        ("l", "done", "Let rest."),
        ("s", "kept", "Kept"),
        ("h", "put_away", "Put away."),
    ],
)
def test_keys_of_the_list(
    window: MainWindow,
    page: InboxPage,
    workspace: FakeWorkspace,
    key: str,
    attribute: str,
    toast: str,
) -> None:
    page.list.choose_first()
    first = page.list.current_key()
    assert first is not None
    QTest.keyClicks(page.list, key)
    assert getattr(workspace.inbox.made[first].row, attribute) is True
    assert window.toast.isVisible()
    assert window.toast._words.text().startswith(toast)
    QTest.keyClicks(page.list, "z")
    assert workspace.undone == 1


def test_reading_for_a_moment_marks_as_read(page: InboxPage, workspace: FakeWorkspace) -> None:
    page.list.choose_first()
    assert page._read_timer.isActive()
    page._read_timer.timeout.emit()
    page._read_timer.stop()
    assert workspace.inbox.made[1].row.read  # type: ignore[index]
    QTest.keyClicks(page.list, "u")
    assert not workspace.inbox.made[1].row.read  # type: ignore[index]


def test_enter_goes_into_the_panel_and_escape_comes_back(page: InboxPage) -> None:
    page.list.choose_first()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.panel.editor.field.hasFocus()
    QTest.keyClick(page.panel.editor.field, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_letters_typed_in_the_editor_are_letters(page: InboxPage, workspace: FakeWorkspace) -> None:
    page.list.choose_first()
    QTest.keyClicks(page.list, "r")
    QTest.keyClicks(page.panel.editor.field, "jeez / b?")
    assert page.panel.editor.text() == "jeez / b?"
    assert not workspace.inbox.made[1].row.done  # type: ignore[index]
    page.save()
