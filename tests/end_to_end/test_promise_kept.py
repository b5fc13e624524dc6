"""From a holding reply to the outcome, by keyboard, in both languages, with the real program."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from creator_calm.domain.inbox import InboxQuery
from creator_calm.domain.promises import Others, Outcome, PromiseState, Solution
from creator_calm.domain.reply import Chip, Intent
from creator_calm.ui.pages.promises import PromisesPage
from creator_calm.wording import _, chip_label, use_language
from creator_calm.wording.promises import due_words, outcome_word, solution_word, state_word
from tests.end_to_end.desk import bring_in, inbox, program, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from creator_calm.domain.promises import Promise
    from creator_calm.ui.pages.inbox import InboxPage
    from creator_calm.ui.program import Program
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

COMPLAINT = {
    "en": "Ordered a print five weeks ago, nothing came, and nobody answers my mails.",
    "sv": "Beställde ett tryck för fem veckor sedan, inget har kommit och ingen svarar.",
}
FRIDAY = {"en": "on Friday", "sv": "på fredag"}
SENT = {"en": "it went out again on Thursday", "sv": "det skickades igen i torsdags"}


@pytest.fixture(params=["en", "sv"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    yield request.param
    use_language("en")


class Walk:
    """A creator at the keyboard; `look` is called at each step (pictures are taken with it)."""

    def __init__(
        self, one: Program, desk: Workspace, look: Callable[[str], None] = lambda _step: None
    ) -> None:
        self.one, self.desk, self.look = one, desk, look

    def stands(self, state: PromiseState) -> bool:
        return self.promise().state is state

    def promise(self) -> Promise:
        (view,) = (*self.desk.promises.open(), *self.desk.promises.closed())
        return view.promise

    @property
    def page(self) -> PromisesPage:
        page = self.one.window.stack.pages["promises"]
        assert isinstance(page, PromisesPage)
        return page

    def press(self, words: str, within: QWidget) -> None:
        """Go to a button by its words and press it with the space bar."""
        found = [
            one
            for one in within.findChildren(QAbstractButton)
            if one.isVisible() and one.text().replace("&&", "&") == words
        ]
        assert found, words
        assert found[0].focusPolicy() & Qt.FocusPolicy.TabFocus, [
            (b.text(), b.isChecked(), b.focusPolicy()) for b in within.findChildren(QAbstractButton)
        ]
        found[0].setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(found[0], Qt.Key.Key_Space)
        QTest.qWait(30)

    def go_to_promises(self) -> None:
        self.one.window.setFocus()
        for key in (Qt.Key.Key_G, Qt.Key.Key_P):
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
        wait_for(lambda: self.one.window.stack.current == "promises")
        QTest.qWait(30)

    def tick(self, chip: Chip, words: str = "") -> InboxPage:
        page = inbox(self.one)
        panel = page.panel
        self.press(chip_label(chip), panel.facts)
        if words:
            field = QApplication.focusWidget()
            assert field is not None
            QTest.keyClicks(field, words)
            QTest.qWait(600)
        return page

    def use(self, intent: Intent) -> None:
        """Start from a suggestion and copy it with Ctrl+Enter."""
        panel = inbox(self.one).panel
        plan = panel._plan
        assert plan is not None
        wanted = [one.intent for one in plan.suggestions]
        assert intent in wanted, (intent, wanted)
        panel.choose_suggestion(wanted.index(intent))
        QTest.qWait(30)
        panel.enter()
        QTest.keyClick(panel.editor.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.qWait(30)


def walk(at: Walk, language: str, clock: StoppedClock) -> None:
    """Hold, look into it, decide, answer, tell the others, ask how it went, close it."""
    desk, one = at.desk, at.one
    desk.preferences.set("look.language", language)
    bring_in(one, COMPLAINT[language])
    key = desk.inbox.page(InboxQuery(), 0)[0].key
    inbox(one).open_comment(key)
    at.tick(Chip.NOT_SURE_YET)
    at.tick(Chip.WHEN, FRIDAY[language])
    at.use(Intent.HOLD_WITH_DATE)
    assert at.promise().due_on == date(2026, 5, 22)
    assert at.stands(PromiseState.PROMISED)
    at.look("1_held")
    held = QApplication.clipboard().text()
    assert QApplication.clipboard().text() == desk.replying.draft(key).text  # type: ignore[union-attr]

    clock.advance(3 * 86_400)
    inbox(one).panel.open(None)  # as after a restart: the panel knows nothing of what it put in
    inbox(one).panel.editor._put = ""
    inbox(one).panel.open(key)
    one.window.open_page("today")
    QTest.qWait(30)
    at.look("2_today")
    at.go_to_promises()
    card = at.page.cards[1]
    said = [label.text() for label in card.findChildren(QWidget) if hasattr(label, "text")]
    assert due_words(date(2026, 5, 22), date(2026, 5, 23)) in said
    assert any(state_word(PromiseState.PROMISED) in words for words in said)
    at.look("3_waiting")
    at.press(_("Later"), card)
    at.press(_("Tomorrow"), card)
    assert at.promise().snoozed_until is not None
    desk.undo()
    QTest.qWait(30)
    at.press(_("I know enough"), at.page.cards[1])
    assert at.stands(PromiseState.SOLUTION)
    at.look("4_deciding")
    at.press(solution_word(Solution.FIX), at.page.cards[1])
    at.press(_("Note the decision"), at.page.cards[1])
    assert at.promise().solution is Solution.FIX
    at.press(_("Write the full answer"), at.page.cards[1])
    wait_for(lambda: one.window.stack.current == "inbox")

    at.tick(Chip.OUTCOME, SENT[language])
    at.look("5_answering")
    at.use(Intent.FOLLOW_UP)
    answer = QApplication.clipboard().text()
    assert SENT[language] in answer
    assert held not in answer, "what was posted is not posted again"
    assert at.stands(PromiseState.FOLLOWED_UP)
    at.go_to_promises()
    at.look("6_answered")
    at.press(_("Write an update for everyone"), at.page.cards[1])
    at.use(Intent.UPDATE_OTHERS)
    assert SENT[language].casefold() in QApplication.clipboard().text().casefold()
    assert at.promise().others is Others.TOLD
    at.look("7_told")
    at.use(Intent.CHECK_BACK)
    at.go_to_promises()
    at.look("8_how")
    at.press(outcome_word(Outcome.BETTER), at.page.cards[1])
    assert at.promise().outcome is Outcome.BETTER
    assert desk.promises.open() == ()
    assert at.page.empty.isVisible()
    at.press(_("Show closed ones"), at.page)
    at.look("9_closed")


def test_a_promise_is_kept_by_keyboard(
    spoken: str, tmp_path: Path, clock: StoppedClock, qapp: QApplication
) -> None:
    with program(tmp_path / "home", clock) as (one, desk):
        walk(Walk(one, desk), spoken, clock)
        for _step in range(3):
            assert desk.undo() is not None
        QTest.qWait(30)
