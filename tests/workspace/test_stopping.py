"""Whom one may ask once to stop, and that it is once."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.assessment import Facet, Kind, Lane, Severity
from creator_calm.domain.change import Deed
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.reply import Action
from creator_calm.replies.bank import STOP_MOVE, load_bank
from tests.storage.builders import ABUSE, CRITIQUE, verdict
from tests.workspace.test_rounds import bring, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.workspace import Workspace
    from tests.clock import StoppedClock

CLINGING = verdict(Kind.PARASOCIAL, Lane.CAN_WAIT)
SEXUAL = replace(ABUSE, kind=Kind.SEXUAL, lane=Lane.SAFETY)
DANGER = replace(ABUSE, kind=Kind.THREAT, lane=Lane.SAFETY, severity=Severity.SAFETY)


def two(desk: Workspace, clock: StoppedClock, judged: Assessment, who: str = "anna") -> CommentKey:
    """Bring in two comments of one author; return the key of the second."""
    first = desk._library.comments.next_key()
    bring(desk, [said(clock, first * 10 + n, who, None) for n in range(2)], judged)
    return CommentKey(first + 1)


@pytest.mark.parametrize("judged", [ABUSE, CLINGING, SEXUAL])
def test_repeated_unwanted_contact_may_be_asked_to_stop(
    desk: Workspace, clock: StoppedClock, judged: Assessment
) -> None:
    step = desk.stopping.step(two(desk, clock, judged))
    assert step is not None
    assert not step.evidence_settled
    assert step.asked_at is None


@pytest.mark.parametrize(
    "judged", [DANGER, CRITIQUE, replace(ABUSE, facets=frozenset({Facet.MINOR}))]
)
def test_danger_minors_and_critics_are_not_asked(
    desk: Workspace, clock: StoppedClock, judged: Assessment
) -> None:
    assert desk.stopping.step(two(desk, clock, judged)) is None


@pytest.mark.parametrize("judged", [ABUSE, CLINGING])
def test_a_first_contact_is_not_asked(
    desk: Workspace, clock: StoppedClock, judged: Assessment
) -> None:
    bring(desk, [said(clock, 1, "anna", None), said(clock, 2, "bo", None)], judged)
    assert desk.stopping.step(CommentKey(1)) is None


def test_evidence_first_then_once_and_gone_for_that_author(
    desk: Workspace, clock: StoppedClock, opened: Callable[[], Workspace]
) -> None:
    key = two(desk, clock, ABUSE)
    assert desk.stopping.asked(key).count == 0
    assert desk.stopping.settle_evidence(key, saved=False).deed is Deed.EVIDENCE_SETTLED
    assert desk.stopping.settle_evidence(key, saved=True).count == 0
    assert desk.stopping.asked(key).deed is Deed.ASKED_TO_STOP
    desk.undo()
    step = desk.stopping.step(key)
    assert step is not None
    assert step.asked_at is None
    desk.redo()
    assert desk.stopping.asked(key).count == 0
    again = opened()
    another = two(again, clock, CLINGING)
    step = again.stopping.step(another)
    assert step is not None
    assert step.asked_at == clock.utc()
    other = again.stopping.step(two(again, clock, ABUSE, "bo"))
    assert other is not None
    assert other.asked_at is None


def test_the_note_outlives_the_comment_and_is_in_the_export_without_its_words(
    desk: Workspace, clock: StoppedClock
) -> None:
    key = two(desk, clock, ABUSE)
    desk.stopping.settle_evidence(key, saved=True)
    desk.stopping.asked(key)
    kept = json.loads(desk.care.own_things.as_json())["asked_to_stop"]
    assert len(kept) == 1
    assert kept[0]["asked_at"] == str(clock.utc())
    assert "words" not in str(kept)
    desk.importing.take_back(1)
    desk._session.history.forget_import(1)
    while not desk.tidy():
        pass
    assert len(desk._library.stop_asks.all()) == 1
    desk.care.own_things.erase()
    assert desk._library.stop_asks.all() == ()
    desk.undo()
    assert len(desk._library.stop_asks.all()) == 1


def test_the_sentence_is_in_no_plan(desk: Workspace, clock: StoppedClock) -> None:
    key = two(desk, clock, ABUSE)
    desk.stopping.settle_evidence(key, saved=True)
    plan = desk.replying.plan(key)
    assert plan.suggestions == ()
    fixed = {one.text for code in ("en", "sv") for one in load_bank(code).moves[STOP_MOVE]}
    step = desk.stopping.step(key)
    assert step is not None
    assert step.words in fixed
    assert Action.PRIVATE_MESSAGE not in plan.actions
