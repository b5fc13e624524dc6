"""A put-away comment's words reach no channel; and the test would notice if they did.

Every channel is read twice: with the mask, where the words must be nowhere, and in a deliberately
naive build without it, where the channels that show rows must give them away. A channel that stays
silent without the mask is not looked at properly.
"""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from creator_calm import log, wording
from creator_calm.__main__ import main
from creator_calm.domain.inbox import InboxQuery, Pile
from creator_calm.ui.pages.promises import PromisesPage
from creator_calm.workspace import masking
from tests.end_to_end.desk import bring_in, inbox, program, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from creator_calm.domain.inbox import InboxRow
    from creator_calm.ui.program import Program
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

CANARY = "zorkblat"
PASTED = "\n\n".join(
    (
        # Longer than a row shows, so that the panel would have the rest to show.
        f"you're such a pathetic {CANARY} loser, nobody likes you" + ", and I mean it" * 30,
        f"håll käften din jävla {CANARY} idiot",
        f"the {CANARY} audio is shit you idiot, turn it up at 3:20",
        "Thank you so much, this helped me!",
        "What brush do you use?",
    )
)

THREAD = json.dumps(
    [
        {"id": "1", "author": "ben", "text": f"you're such a pathetic {CANARY} loser, I hate you"},
        {"id": "2", "author": "ana", "text": "Which brush do you use at 3:20?", "parent_id": "1"},
    ]
)
"""An answer that is shown, to a comment that is put away."""


class Desk:
    """What a channel may look at."""

    def __init__(self, one: Program, desk: Workspace, home: Path) -> None:
        self.one, self.desk, self.home = one, desk, home
        self.page = inbox(one)

    def away(self) -> None:
        self.page.open_put_away()
        QTest.qWait(20)
        self.page.list.choose_first()


def roles(at: Desk) -> str:
    at.away()
    model = at.page.list.model()
    given = []
    for row in range(model.rowCount(QModelIndex())):
        index = model.index(row, 0)
        given += [str(model.data(index, role)) for role in (*range(40), *range(256, 300))]
        given.append(str(model.itemData(index)))
    return "\n".join(given)


def accessible(at: Desk) -> str:
    at.away()
    said: list[str] = []
    root = QAccessible.queryAccessibleInterface(at.one.window)
    _walk(root, said)
    return "\n".join(said)


def _walk(node: QAccessibleInterface | None, said: list[str]) -> None:
    if node is None or not node.isValid():
        return
    said += [
        node.text(which)
        for which in (
            QAccessible.Text.Name,
            QAccessible.Text.Description,
            QAccessible.Text.Value,
            QAccessible.Text.Help,
        )
    ]
    text = node.textInterface()
    if text is not None:
        said.append(text.text(0, text.characterCount()))
    for number in range(node.childCount()):
        _walk(node.child(number), said)


def widgets(at: Desk) -> str:
    at.away()
    at.page.show_digest()
    return _words_of(at)


def _words_of(at: Desk) -> str:
    words: list[str] = []
    for widget in at.one.window.findChildren(QWidget):
        words += [
            widget.toolTip(),
            widget.statusTip(),
            widget.whatsThis(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle(),
        ]
        if isinstance(widget, QLabel | QLineEdit):
            words.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            words.append(widget.toPlainText())
    words += [action.text() for action in at.one.window.findChildren(QAction)]
    return "\n".join(words)


def panel(at: Desk) -> str:
    """Open a put-away comment for advice: strategy and steps, no words."""
    row = at.desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0)[0]
    at.page.panel.open(row.key)
    QTest.qWait(20)
    return _words_of(at)


def promised(at: Desk) -> str:
    """Promise something about put-away comments, and have it stand on the page and on Today."""
    for row in at.desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0):
        if at.desk.promises.may_promise(row.key):
            at.desk.promises.make([row.key], at.desk.promises.today())
    page = at.one.window.open_page("promises")
    assert isinstance(page, PromisesPage)
    said = [_words_of(at)]
    for number in tuple(page.cards):
        page.choose(number)
        QTest.qWait(10)
        said.append(_words_of(at))
    heard: list[str] = []
    _walk(QAccessible.queryAccessibleInterface(page), heard)
    at.one.window.open_page("today")
    QTest.qWait(10)
    return f"{said} {heard} {_words_of(at)} {at.desk.promises.open()}"


def thread(at: Desk) -> str:
    """Open the answer to a put-away comment: what it answers is named, no words."""
    bring_in(at.one, THREAD)
    replies: list[InboxRow] = []

    def there() -> bool:
        replies[:] = [row for row in at.desk.inbox.page(InboxQuery(), 0) if row.is_reply]
        return bool(replies)

    wait_for(there)
    answer = replies[0]
    at.page.panel.open(answer.key)
    QTest.qWait(20)
    view = at.desk.inbox.view(answer.key)
    said: list[str] = []
    _walk(QAccessible.queryAccessibleInterface(at.page.panel), said)
    assert view.thread is not None
    assert view.thread.parent is not None
    return f"{view} {wording.card_name(answer)} {_words_of(at)} {said}"


def clipboard(at: Desk) -> str:
    at.away()
    at.page.list.setFocus()
    QTest.keyClick(at.page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    said = QApplication.clipboard().text()
    index = at.page.list.currentIndex()
    mime = at.page.list.model().mimeData([index])
    if mime is not None:
        said += mime.text() + "".join(
            bytes(mime.data(kind).data()).decode("utf-16", "replace") for kind in mime.formats()
        )
    QApplication.clipboard().clear()
    return said


def titles(at: Desk) -> str:
    at.away()
    said = [window.windowTitle() for window in QApplication.topLevelWidgets()]
    for step in (at.desk.undoable(), at.desk.redoable()):
        if step is not None:
            said += [wording.undo_title(*step), wording.redo_title(*step)]
    return "\n".join(said)


def search(at: Desk) -> str:
    """Searching for the very word finds a number, no words."""
    query = InboxQuery(search=CANARY)
    found = at.desk.inbox.search(query)
    assert found.away == 3
    at.page.focus_search()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "zork")
    QTest.qWait(400)
    rows = [*at.desk.inbox.page(query, 0), *at.desk.inbox.page(replace(query, pile=Pile.AWAY), 0)]
    return f"{found} {rows} {_words_of(at)}"


def rows_of_the_library(at: Desk) -> str:
    rows = at.desk.inbox.page(InboxQuery(pile=Pile.AWAY), 0)
    today = at.desk.inbox.today()
    views = [at.desk.inbox.view(row.key) for row in rows]
    return f"{rows} {today} {[(view.text, view.author, view.row) for view in views]} {wording.digest_lines(at.desk.inbox.digest())}"


def logged(at: Desk) -> str:
    at.away()
    files = [
        file.read_bytes().decode("utf-8", "replace")
        for file in at.home.rglob("*")
        if file.is_file() and "library" not in file.name
    ]
    return "\n".join((*files, repr(log.recent())))


CHANNELS: list[tuple[Callable[[Desk], str], bool]] = [
    (roles, True),
    (accessible, True),
    (widgets, False),
    (panel, True),
    (promised, True),
    (thread, True),
    (search, False),
    (rows_of_the_library, True),
    (clipboard, False),
    (titles, False),
    (logged, False),
]


@pytest.fixture(params=["en", "sv"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param
    wording.use_language("en")


@pytest.mark.parametrize(
    "channel", [channel for channel, _shows in CHANNELS], ids=lambda one: one.__name__
)
def test_the_words_stay_away(
    channel: Callable[[Desk], str],
    language: str,
    tmp_path: Path,
    clock: StoppedClock,
    qapp: QApplication,
) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, desk):
        desk.preferences.set("look.language", language)
        bring_in(one, PASTED)
        said = channel(Desk(one, desk, home))
    assert said
    assert CANARY not in said.casefold()


@pytest.mark.parametrize(
    "channel", [channel for channel, shows in CHANNELS if shows], ids=lambda one: one.__name__
)
def test_a_naive_build_is_noticed(
    channel: Callable[[Desk], str],
    tmp_path: Path,
    clock: StoppedClock,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, desk):
        bring_in(one, PASTED)
        monkeypatch.setattr(masking, "is_away", lambda _mask, *, keep_away: False)
        assert CANARY in channel(Desk(one, desk, home)).casefold()


def test_nothing_of_it_stands_readable_on_the_disk(
    tmp_path: Path, clock: StoppedClock, qapp: QApplication
) -> None:
    home = tmp_path / "home"
    with program(home, clock) as (one, _desk):
        bring_in(one, PASTED)
        _no_file_holds_it(home)
    _no_file_holds_it(home)


def _no_file_holds_it(home: Path) -> None:
    files = [file for file in home.rglob("*") if file.is_file()]
    assert files
    for file in files:
        content = file.read_bytes()
        assert CANARY.encode() not in content, file.name
        assert CANARY.encode("utf-16-le") not in content, file.name


@pytest.mark.parametrize("with_text", [False, True], ids=["masked", "asked for"])
def test_the_command_line_and_its_reports(with_text: bool, tmp_path: Path) -> None:
    source, report, home = tmp_path / "pasted.txt", tmp_path / "report.html", tmp_path / "home"
    source.write_text(PASTED, encoding="utf-8")
    extra = ["--with-text"] if with_text else []
    said = io.StringIO()
    commands = (
        ["triage", str(source), "--report", str(report)],
        ["triage", str(source), "--json", *extra],
        ["import", str(source), "--json", "--data-dir", str(home)],
        ["export", str(tmp_path / "out.csv"), "--data-dir", str(home), *extra],
        ["export", str(tmp_path / "out.json"), "--data-dir", str(home), *extra],
    )
    for command in commands:
        with redirect_stdout(said):
            assert main(command) == 0
    everything = said.getvalue() + "".join(
        (tmp_path / name).read_text("utf-8") for name in ("report.html", "out.csv", "out.json")
    )
    assert (CANARY in everything) is with_text
    assert CANARY not in report.read_text("utf-8"), "a report never holds them"
