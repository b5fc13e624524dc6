"""The page Promises, its part of the reply panel and its line on Today, on a real library."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.facts import FactState
from creator_calm.domain.promises import Others, Outcome, PromiseState, Solution
from creator_calm.domain.reply import Chip
from creator_calm.paths import Folders
from creator_calm.ui.pages.looking_back import LookingBackPage
from creator_calm.ui.pages.promise_block import PromiseBlock
from creator_calm.ui.pages.promises import PromisesPage
from creator_calm.ui.widgets.promise_acts import PromiseForm
from creator_calm.ui.widgets.promise_card import Act
from creator_calm.ui.widgets.promises_due import promises_due
from creator_calm.wording import use_language
from creator_calm.wording.promises import due_line, due_words, step_sentence, what_line, who_line
from creator_calm.workspace import Workspace
from tests.storage.builders import CRITIQUE, HARSH_POINT, QUESTION, THREAT, bring_in, sighting
from tests.ui.conftest import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from creator_calm.ui.desk import Desk
    from tests.clock import StoppedClock

CANARY = "zyxwvut"
CRITIC, HARSH, ASKS, DANGER = map(CommentKey, (1, 2, 3, 4))
TODAY = date(2026, 5, 20)


@pytest.fixture
def library(tmp_path: Path, clock: StoppedClock) -> Iterator[Workspace]:
    folders = Folders(*(tmp_path / role for role in ("data", "config", "cache", "state")))
    for folder in (folders.data, folders.config):
        folder.mkdir()
    made = Workspace.open(folders, clock)
    rows = [
        sighting(1, CRITIQUE, "the sound is too loud"),
        sighting(2, HARSH_POINT, f"{CANARY} your sound is awful"),
        sighting(3, QUESTION, "which brush is that"),
        sighting(4, THREAT, f"{CANARY} I will find you"),
    ]
    bring_in(made._library, rows)
    yield made
    made.close()


def words(widget: QWidget) -> str:
    labels = [one for one in widget.findChildren(QLabel) if one.isVisibleTo(widget)]
    return "\n".join(one.text() for one in labels)


def page_of(library: Workspace, desk: Desk, shown: Callable[..., QWidget]) -> PromisesPage:
    page = PromisesPage(library, desk)
    library.subscribe(page.refresh)
    shown(page, 900, 700)
    settle()
    return page


def test_an_empty_list_is_one_sentence(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = page_of(library, desk, shown)
    assert page.empty.isVisible()
    assert "No promises open." in words(page)
    assert not page.fold.isVisible()


def test_one_by_hand_is_added_and_what_will_not_do_is_said_in_place(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    page = page_of(library, desk, shown)
    page.add.click()
    settle()
    form = page.form
    assert form is not None
    form.save.click()
    assert form.problem.isVisible()
    form.who.fill("Mira")
    form.about.fill("the list of songs")
    page.refresh(None)
    assert form.about.words() == "the list of songs", "what is typed stays"
    form.save.click()
    settle()
    assert not [one for one in page.findChildren(PromiseForm) if one.isVisible()]
    (view,) = library.promises.open()
    assert (view.promise.who, view.promise.about) == ("Mira", "the list of songs")
    assert {"Mira", "the list of songs", "by Friday"} <= set(words(page).split("\n"))
    assert not page.cards[1].buttons.get(Act.COMMENT)


def test_a_put_away_comment_is_named_by_its_topic_alone(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    library.promises.make([HARSH])
    library.promises.make([CRITIC])
    page = page_of(library, desk, shown)
    page.choose(1)
    settle()
    said = words(page)
    assert "A put-away comment" in said
    assert "About the sound: too loud" in said
    names = [one.accessibleName() for one in page.findChildren(QWidget)]
    assert CANARY not in said + "".join(names)


def test_the_page_leads_from_step_to_step(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    library.inbox.pick_kind(CRITIC, Kind.COMPLAINT)
    library.promises.make([CRITIC], TODAY)
    opened: list[int] = []
    desk.comment_asked.connect(opened.append)
    page = page_of(library, desk, shown)

    def card() -> object:
        settle()
        return page.cards[1]

    facts = page._facts
    assert facts is not None
    facts.unfold()
    facts.rows[0].pills[FactState.KNOWN].click()
    settle()
    assert library.promises.open()[0].promise.state is PromiseState.FACTS
    page.refresh(None)
    card()
    assert page._facts is not None
    assert page._facts is not facts
    assert page._facts.unfolded, "the next question can be answered at once"
    page.cards[1].buttons[Act.ENOUGH].click()
    card()
    decide = page.cards[1].decide
    assert decide is not None
    decide.pills.choose(Solution.EXPLAIN)
    decide.why.fill("the parcel was lost")
    decide.save.click()
    card()
    assert "Decided: Explain it. the parcel was lost" in words(page)
    page.cards[1].buttons[Act.COMMENT].click()
    assert opened == [CRITIC]
    page.cards[1].buttons[Act.ANSWERED].click()
    card()
    page.cards[1].buttons[Act.NOT_NEEDED].click()
    card()
    assert library.promises.open()[0].promise.others is Others.NOT_NEEDED
    outcome = page.cards[1].outcome
    assert outcome is not None
    outcome.buttons[Outcome.SAME].click()
    settle()
    assert page.empty.isVisible()
    page.fold.click()
    settle()
    assert "The same" in words(page)
    assert "%" not in words(page)


def test_it_is_put_off_by_a_press_and_taken_back(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    library.promises.make([CRITIC], TODAY)
    page = page_of(library, desk, shown)
    page.cards[1].tools["later"].click()
    later = page.cards[1].later
    assert later is not None
    later.days[2].click()
    settle()
    assert "waits until Monday" in words(page)
    library.undo()
    settle()
    assert "today" in words(page)
    page.cards[1].tools["day"].click()
    page.refresh(None)
    settle()
    assert page.cards[1].later is not None, "what is folded out stays"
    page.cards[1].tools["day"].click()
    assert page.cards[1].later is None


def test_a_day_that_has_passed_is_said_in_the_same_ink(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget], clock: StoppedClock
) -> None:
    library.promises.make([CRITIC], TODAY)
    page = page_of(library, desk, shown)

    def ink(said: str) -> object:
        (label,) = [one for one in page.findChildren(QLabel) if one.text() == said]
        return label.property("ink")

    before = ink("today")
    clock.advance(3 * 86_400)
    page.refresh(None)
    settle()
    assert ink("since Wednesday") == before


def test_days_in_words() -> None:
    said = {
        -40: "since 10 Apr", -6: "since Thursday", -1: "since yesterday", 0: "today",
        1: "by tomorrow", 2: "by Friday", 6: "by Tuesday", 7: "by 27 May",
    }  # fmt: skip
    for ahead, expected in said.items():
        assert due_words(TODAY + timedelta(days=ahead), TODAY) == expected
    use_language("sv")
    assert due_words(TODAY + timedelta(days=2), TODAY) == "senast på fredag"
    assert due_words(TODAY - timedelta(days=2), TODAY) == "sedan i måndags"
    use_language("en")
    assert due_line(2, numbers=True) == "Two promises are due."
    assert due_line(2, numbers=False) == "There is something to come back to."
    assert due_line(0, numbers=True) == ""
    assert step_sentence(PromiseState.SOLUTION) == "Step 3 of 6: Deciding"


def test_today_says_it_quietly_and_not_in_quiet_hours(library: Workspace, desk: Desk) -> None:
    assert promises_due(library, desk) is None
    library.promises.make([CRITIC], TODAY)
    line = promises_due(library, desk)
    assert line is not None
    assert line.line.text() == "One promise is due."
    asked: list[str] = []
    desk.page_asked.connect(asked.append)
    line.open.click()
    assert asked == ["promises"]
    line.deleteLater()
    library.preferences.set("care.quiet_hours", "09:00–12:00")
    assert promises_due(library, desk) is None
    library.preferences.set("care.quiet_hours", "")
    library.care.time_off.done_for_today()
    assert promises_due(library, desk) is None


def block_of(library: Workspace, desk: Desk, key: CommentKey) -> PromiseBlock:
    block = PromiseBlock(library, desk)
    holder = QWidget()
    block.setParent(holder)
    block.holder = holder  # type: ignore[attr-defined]
    block.show_for(library.inbox.view(key), library.replying.plan(key), writing=False)
    return block


def test_the_panel_offers_to_remember_and_shows_what_stands(library: Workspace, desk: Desk) -> None:
    block = block_of(library, desk, CRITIC)
    block.line.click()
    assert block.choice is not None
    asked: list[int] = []
    block.advice_asked.connect(lambda: asked.append(1))
    block.choice.days[0].click()
    assert library.promises.open()[0].promise.due_on == TODAY + timedelta(days=1)
    assert asked == [1]
    block.show_for(library.inbox.view(CRITIC), library.replying.plan(CRITIC), writing=False)
    said = "\n".join(one.text() for one in block.findChildren(QLabel))
    assert "You will come back to this: Waiting for facts, by tomorrow." in said


def test_the_panel_promises_nothing_where_it_may_not(library: Workspace, desk: Desk) -> None:
    assert block_of(library, desk, DANGER).isHidden()


def test_the_panel_says_why_there_is_no_update(library: Workspace, desk: Desk) -> None:
    library.inbox.pick_kind(CRITIC, Kind.COMPLAINT)
    library.promises.make([CRITIC])
    library.promises.answered(1)
    facts = {Chip.OUTCOME: "order 1234567 went out again"}
    block = block_of(library, desk, CRITIC)
    block.show_for(library.inbox.view(CRITIC), library.replying.plan(CRITIC, facts), writing=True)
    said = "\n".join(one.text() for one in block.findChildren(QLabel))
    assert "holds no name, no offer and no order" in said


def test_looking_back_lists_what_was_kept_without_a_rate(
    library: Workspace, desk: Desk, shown: Callable[..., QWidget]
) -> None:
    library.promises.make([HARSH])
    library.promises.end(1, Outcome.BETTER)
    page = LookingBackPage(library, desk)
    shown(page)
    settle()
    said = words(page)
    assert "What you came back to" in said
    assert "A put-away comment · About the sound: too loud · Better · 20 May" in said
    assert CANARY not in said
    assert "%" not in said


def test_several_comments_of_several_people_are_named_as_a_group(library: Workspace) -> None:
    library.promises.make([CRITIC, ASKS])
    (view,) = library.promises.open()
    assert who_line(view) == "Viewer 1 and 1 other"
    assert what_line(view) == "About the sound at 3:20: too loud"
