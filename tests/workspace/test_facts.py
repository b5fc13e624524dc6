"""Facts before words: a list for each comment, undone exactly, gone with it, and hold comes first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.change import Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.facts import MOST_FACTS, QUESTIONS, FactQuestion, FactState
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Chip, Strategy
from creator_calm.wording.facts import fact_question, facts_line
from tests.storage.builders import bring_in, sighting

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.workspace import Workspace

ONE, THREAT = CommentKey(1), CommentKey(10)


@pytest.fixture
def desk_with_a_complaint(full: Workspace) -> Workspace:
    """Comment 1 is a complaint, because the creator said so."""
    full.inbox.pick_kind(ONE, Kind.COMPLAINT)
    return full


def states(desk: Workspace) -> list[FactState]:
    return [fact.state for fact in desk.facts.of(ONE).facts]


def test_each_of_the_six_sorts_has_questions_of_its_own(full: Workspace) -> None:
    for kind, questions in QUESTIONS.items():
        full.inbox.pick_kind(ONE, kind)
        assert tuple(fact.question for fact in full.facts.of(ONE).facts) == questions
    full.inbox.pick_kind(ONE, Kind.PRAISE)
    assert full.facts.of(ONE).facts == ()


def test_a_safety_kind_has_no_list(full: Workspace) -> None:
    assert full.facts.of(THREAT).facts == ()


def test_what_is_noted_stays_over_a_restart_and_a_new_kind(
    desk_with_a_complaint: Workspace, opened: Callable[[], Workspace]
) -> None:
    facts = desk_with_a_complaint.facts
    facts.mark(ONE, 1, FactState.KNOWN)
    facts.describe(ONE, 1, " A print, signed. ", "")
    facts.mark(ONE, 3, FactState.ASK)
    facts.describe(ONE, 3, "", "Kim at the printer")
    facts.add(ONE, "  Which   size? ")
    again = opened()
    found = again.facts.of(ONE).facts
    assert (found[1].note, found[3].who, found[5].own) == (
        "A print, signed.",
        "Kim at the printer",
        "Which size?",
    )
    again.inbox.pick_kind(ONE, Kind.CORRECTION)
    kept = again.facts.of(ONE).facts
    assert [fact.question for fact in kept[:4]] == list(QUESTIONS[Kind.CORRECTION])
    assert kept[3].who == "Kim at the printer"
    assert {fact.note for fact in kept} >= {"A print, signed."}


def test_the_holding_reply_stays_first_until_it_is_settled(
    desk_with_a_complaint: Workspace,
) -> None:
    desk = desk_with_a_complaint
    asks = desk.replying.plan(ONE).asks
    desk.facts.mark(ONE, 0, FactState.NOT_KNOWN)
    waiting = desk.replying.plan(ONE)
    assert waiting.strategy is Strategy.HOLD
    assert waiting.suggestions
    assert set(waiting.asks) == {Chip.WHEN}
    # What is ticked all the same counts: nothing here is a lock.
    ticked = desk.replying.plan(ONE, {Chip.GOT_IT_WRONG: ""})
    assert ticked.strategy is Strategy.RESOLVE_COMPLAINT
    desk.facts.set_enough(ONE, enough=True)
    assert desk.replying.plan(ONE).asks == asks
    desk.facts.set_enough(ONE, enough=False)
    for place in range(len(QUESTIONS[Kind.COMPLAINT])):
        desk.facts.mark(ONE, place, FactState.KNOWN)
    assert desk.replying.plan(ONE).asks == asks


def test_every_command_is_one_exact_step(desk_with_a_complaint: Workspace) -> None:
    facts = desk_with_a_complaint.facts
    acts: list[tuple[Callable[[], object], Deed]] = [
        (lambda: facts.mark(ONE, 0, FactState.KNOWN), Deed.FACT_NOTED),
        (lambda: facts.describe(ONE, 0, "on Friday", ""), Deed.FACT_NOTED),
        (lambda: facts.add(ONE, "Which size?"), Deed.FACT_NOTED),
        (lambda: facts.set_enough(ONE, enough=True), Deed.FACTS_ENOUGH),
        (lambda: facts.set_enough(ONE, enough=False), Deed.FACTS_REOPENED),
        (lambda: facts.remove(ONE, 5), Deed.FACT_REMOVED),
    ]
    for act, deed in acts:
        before = facts.of(ONE)
        act()
        after = facts.of(ONE)
        assert after != before
        assert desk_with_a_complaint.undoable() == (deed, 1)
        desk_with_a_complaint.undo()
        assert facts.of(ONE) == before
        desk_with_a_complaint.redo()
        assert facts.of(ONE) == after


def test_writing_a_note_is_one_step_however_often_it_is_kept(
    desk_with_a_complaint: Workspace,
) -> None:
    before = desk_with_a_complaint.facts.of(ONE)
    for note in ("o", "on", "on Friday"):
        desk_with_a_complaint.facts.describe(ONE, 0, note, "")
    desk_with_a_complaint.undo()
    assert desk_with_a_complaint.facts.of(ONE) == before


def test_nothing_new_is_no_step(desk_with_a_complaint: Workspace) -> None:
    facts = desk_with_a_complaint.facts
    facts.add(ONE, "Which size?")
    undoable = desk_with_a_complaint.undoable()
    facts.add(ONE, "WHICH SIZE?")
    facts.mark(ONE, 99, FactState.KNOWN)
    facts.describe(ONE, 0, "  ", "")
    facts.set_enough(ONE, enough=False)
    facts.remove(ONE, 0)
    assert desk_with_a_complaint.undoable() == undoable


@pytest.mark.parametrize(
    ("question", "code"),
    [(" \n ", ProblemCode.FIELD_EMPTY), ("x" * 20_000, ProblemCode.TEXT_TOO_LONG)],
)
def test_what_will_not_do_is_one_problem(
    desk_with_a_complaint: Workspace, question: str, code: ProblemCode
) -> None:
    with pytest.raises(Problem) as found:
        desk_with_a_complaint.facts.add(ONE, question)
    assert found.value.code is code
    with pytest.raises(Problem) as gone:
        desk_with_a_complaint.facts.add(CommentKey(999), "Which size?")
    assert gone.value.code is ProblemCode.COMMENT_GONE


def test_a_list_has_an_end(desk_with_a_complaint: Workspace) -> None:
    own = MOST_FACTS - len(QUESTIONS[Kind.COMPLAINT])
    for number in range(own):
        desk_with_a_complaint.facts.add(ONE, f"Question {number}?")
    with pytest.raises(Problem) as found:
        desk_with_a_complaint.facts.add(ONE, "One more?")
    assert found.value.code is ProblemCode.TOO_MANY_FACTS


def test_it_goes_with_its_comment(desk: Workspace) -> None:
    number = bring_in(desk._library, [sighting(0)])
    desk.inbox.pick_kind(ONE, Kind.COMPLAINT)
    desk.facts.describe(ONE, 0, "qzx", "")
    desk.facts.set_enough(ONE, enough=True)
    with desk._library.writing():
        desk._library.imports.take_back(number)
    while not desk.tidy():
        pass
    assert desk._library.facts.all() == {}
    assert desk._library.database.rows("SELECT * FROM facts_enough") == []


def test_it_is_in_the_export_and_erased_with_the_rest(desk_with_a_complaint: Workspace) -> None:
    desk = desk_with_a_complaint
    desk.facts.describe(ONE, 0, "qzx", "Kim")
    before = desk.facts.of(ONE)
    (saved,) = json.loads(desk.care.own_things.as_json())["facts"]
    assert saved["comment"] == ONE
    assert saved["facts"][0]["note"] == "qzx"
    desk.care.own_things.erase()
    assert not desk.facts.of(ONE).started
    desk.undo()
    assert desk.facts.of(ONE) == before


def test_every_question_is_worded_and_the_line_says_how_many_are_left(
    desk_with_a_complaint: Workspace,
) -> None:
    facts = desk_with_a_complaint.facts
    assert facts_line(facts.of(ONE)) == ""
    facts.mark(ONE, 0, FactState.KNOWN)
    assert facts_line(facts.of(ONE)) == "4 questions left."
    asked = {question for questions in QUESTIONS.values() for question in questions}
    assert asked == set(FactQuestion)
    for fact in facts.of(ONE).facts:
        assert fact_question(fact).endswith("?")
    assert states(desk_with_a_complaint)[0] is FactState.KNOWN
