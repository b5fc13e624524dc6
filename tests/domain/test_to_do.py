"""What is worth doing this week, what may become an item, and moving by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from creator_calm.domain.assessment import Assessment, Facet, Kind, Lane, Severity
from creator_calm.domain.to_do import (
    Decision,
    Item,
    Mentions,
    ToDo,
    by_topic,
    may_become_item,
    moved,
    weight,
    worth_doing,
)
from tests.storage import builders as made

NOW = datetime(2026, 5, 20, 10, 0, tzinfo=UTC)


def entry(
    number: int,
    people: int = 1,
    days: float = 0,
    *,
    of: int = 100,
    topic: str = "",
    matters: bool = False,
    decision: Decision = Decision.OPEN,
    done: bool = False,
) -> ToDo:
    last = NOW - timedelta(days=days)
    item = Item(
        number,
        number,
        NOW,
        topic=topic,
        matters=matters,
        decision=decision,
        done_at=NOW if done else None,
    )
    return ToDo(item, Mentions(people, people, 0, last, last, of))


@pytest.mark.parametrize(
    ("entries", "chosen"),
    [
        ([], []),
        ([entry(1)], [1]),
        # more people first
        ([entry(1, 2), entry(2, 7), entry(3, 4)], [2, 3, 1]),
        # at most three
        ([entry(n, n) for n in range(1, 6)], [5, 4, 3]),
        # the same people are more of a smaller crowd
        ([entry(1, 5, of=1000), entry(2, 5, of=50)], [2, 1]),
        # what nobody has mentioned for a month gives way
        ([entry(1, 5, 28), entry(2, 4, 0)], [2, 1]),
        # half as much after two weeks: seven people then are fewer than five now
        ([entry(1, 7, 14), entry(2, 5, 0)], [2, 1]),
        ([entry(1, 8, 14), entry(2, 5, 0)], [1, 2]),
        # ties: what matters to the creator, then the order by hand
        ([entry(1), entry(2), entry(3, matters=True)], [3, 1, 2]),
        ([entry(2), entry(1)], [1, 2]),
        # a mark settles ties and nothing else
        ([entry(1, 2), entry(2, 1, matters=True)], [1, 2]),
        # decided against, and done
        ([entry(1, 9, decision=Decision.NO), entry(2)], [2]),
        ([entry(1, 9, done=True), entry(2, decision=Decision.MAYBE)], [2]),
        # nothing behind it: last, but not lost
        ([entry(1, 0, of=0), entry(2, 1)], [2, 1]),
    ],
)
def test_worth_doing(entries: list[ToDo], chosen: list[int]) -> None:
    assert [one.item.id for one in worth_doing(entries, NOW)] == chosen


def test_a_comment_from_the_future_weighs_as_one_of_now() -> None:
    future = replace(entry(1).mentions, last=NOW + timedelta(days=400))
    assert weight(future, NOW) == weight(entry(1).mentions, NOW)
    assert weight(Mentions(), NOW) == 0


@pytest.mark.parametrize(
    ("judged", "may"),
    [
        (made.CRITIQUE, True),
        (made.QUESTION, True),
        (made.REQUEST, True),
        (made.HARSH_POINT, True),
        (made.KIND_ONE, False),
        (made.ABUSE, False),
        (replace(made.ABUSE, points=made.CRITIQUE.points), True),
        (made.THREAT, False),
        (replace(made.THREAT, points=made.CRITIQUE.points), False),
        (replace(made.CRITIQUE, lane=Lane.SAFETY), False),
        (replace(made.CRITIQUE, facets=frozenset({Facet.CHECK_SAFETY})), False),
        (replace(made.CRITIQUE, severity=Severity.SAFETY), False),
        (replace(made.CRITIQUE, kind=Kind.HATE), False),
        (replace(made.KIND_ONE, points=made.CRITIQUE.points), False),
        (made.SPAM, False),
        (made.DISTRESS, False),
        (made.UNJUDGED, False),
    ],
)
def test_what_may_become_an_item(judged: Assessment, *, may: bool) -> None:
    assert may_become_item(judged) is may


GROUPS = [("sound", [1, 2]), ("title", [3]), ("", [4, 5])]


@pytest.mark.parametrize(
    ("item", "by", "order"),
    [
        (2, -1, [2, 1, 3, 4, 5]),
        (1, 1, [2, 1, 3, 4, 5]),
        (1, -1, [1, 2, 3, 4, 5]),
        (2, 1, [3, 1, 2, 4, 5]),
        (3, 1, [1, 2, 4, 5, 3]),
        (5, 1, [1, 2, 3, 4, 5]),
        (9, 1, [1, 2, 3, 4, 5]),
    ],
)
def test_moving_by_hand(item: int, by: int, order: list[int]) -> None:
    assert moved(GROUPS, item, by) == order


def test_topics_stand_in_the_order_of_their_first_item() -> None:
    entries = [entry(3, topic="sound"), entry(1, topic="title"), entry(2, topic="sound")]
    assert [(topic, [one.item.id for one in ones]) for topic, ones in by_topic(entries)] == [
        ("title", [1]),
        ("sound", [2, 3]),
    ]
