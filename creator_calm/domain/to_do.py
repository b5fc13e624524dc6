"""What the creator wants to do about points from comments. It holds no word of any comment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import SAFETY_KINDS, Facet, Kind, Lane, Severity
from creator_calm.domain.standing import ANSWERABLE_KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import CommentKey
    from creator_calm.domain.reply import Suggestion

WORTH_DOING = 3
"""At most so many are named for this week; the rest waits."""

HALVES_EVERY = timedelta(days=14)
"""What nobody has mentioned for so long weighs half as much."""

NEVER_AN_ITEM = SAFETY_KINDS | {
    Kind.HATE, Kind.IMPERSONATION, Kind.SPAM, Kind.SELF_PROMO, Kind.PRAISE, Kind.SHARED_STORY,
}  # fmt: skip
"""Kinds that hold nothing to do, or whose words may not go anywhere."""

MAY_BE_SAFETY = frozenset({Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.WISH_OF_HARM})
"""Doubt is enough: nothing of a matter of safety is passed on."""


class Decision(StrEnum):
    """What the creator decided. Nothing is a decision too, and says so by itself."""

    OPEN = ""
    DO = "do"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do, in the creator's own words; `title` "" is said by its topic.

    `topic` is an id of topics.toml or "", `kind` the sort of comment where there is no topic.
    `place` orders items by hand. `made_at`, `done_at` and `all_told_at` are aware UTC.
    """

    id: int
    place: int
    made_at: datetime
    title: str = ""
    topic: str = ""
    kind: str = ""
    what_is_true: str = ""
    decision: Decision = Decision.OPEN
    why: str = ""
    next_step: str = ""
    due: date | None = None
    matters: bool = False
    same_again: str = ""
    try_next: str = ""
    outcome: str = ""
    done_at: datetime | None = None
    all_told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mentions:
    """How much stands behind something, counted in people.

    Whoever is not named counts as one person for each comment. `commenters` are all who wrote in
    the same period (`since_ever`: as far back as the library goes). Times are those of the
    comments, or of bringing them in where the source tells none.
    """

    people: int = 0
    comments: int = 0
    put_away: int = 0
    first: datetime | None = None
    last: datetime | None = None
    commenters: int = 0
    since_ever: bool = False

    @property
    def share(self) -> float:
        """How many of all commenters, 0..1."""
        return min(self.people / self.commenters, 1.0) if self.commenters else 0.0


NO_MENTIONS = Mentions()


@dataclass(frozen=True, slots=True)
class ToDo:
    """An item with what stands behind it. `open_to` is a comment of it that is not put away."""

    item: Item
    mentions: Mentions = NO_MENTIONS
    found_true: tuple[str, ...] = ()
    """What the creator found true in its comments, as written beside them."""
    open_to: CommentKey | None = None
    quote: str = ""
    """The first words of `open_to`, where nothing else would tell the item from others."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A topic that several comments mention and no open item covers."""

    topic: str
    mentions: Mentions


@dataclass(frozen=True, slots=True)
class Board:
    """The whole list: at most three worth doing this week, the rest by topic, what is over."""

    worth_doing: tuple[ToDo, ...] = ()
    rest: tuple[tuple[str, tuple[ToDo, ...]], ...] = ()
    set_aside: tuple[ToDo, ...] = ()
    done: tuple[ToDo, ...] = ()
    mentioned: tuple[Cluster, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is on the list, whatever people mention."""
        return not (self.worth_doing or self.rest or self.set_aside or self.done)


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody who can be told that it is done. `draft` None: in a language without texts."""

    key: CommentKey
    name: str
    draft: Suggestion | None
    other_language: str = ""
    """The language of the draft where the outcome inside it seems to be in another one."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What can be told once something is done: a draft for each asker, one for everybody."""

    askers: tuple[Asker, ...] = ()
    for_all: Suggestion | None = None
    told: int = 0
    not_offered: int = 0
    """People who are not written to: put away, or a matter of safety."""

    more: int = 0
    """People whose drafts come once these are used."""


def may_become_item(assessment: Assessment) -> bool:
    """Say whether a comment may stand behind an item: it has a point, and is no matter of safety."""
    if assessment.kind in NEVER_AN_ITEM or assessment.lane is Lane.SAFETY:
        return False
    if assessment.severity >= Severity.SAFETY or assessment.facets & MAY_BE_SAFETY:
        return False
    said = bool(assessment.points) or Facet.VALID_POINT in assessment.facets
    return said or assessment.kind in ANSWERABLE_KINDS


def weight(mentions: Mentions, now: datetime) -> float:
    """Return people times their share times how lately: the more, the more worth doing."""
    if mentions.last is None:
        return 0.0
    age = max(now - mentions.last, timedelta())
    return float(mentions.people * mentions.share * 0.5 ** (age / HALVES_EVERY))


def worth_doing(entries: Sequence[ToDo], now: datetime) -> tuple[ToDo, ...]:
    """Return at most three of the open ones that were not decided against, the weightiest first.

    Among equals what the creator marked as mattering to them comes first, then the order by hand.
    """
    open_ones = [
        one for one in entries if one.item.done_at is None and one.item.decision is not Decision.NO
    ]
    ranked = sorted(
        open_ones,
        key=lambda one: (
            -round(weight(one.mentions, now), 9),
            not one.item.matters,
            one.item.place,
        ),
    )
    return tuple(ranked[:WORTH_DOING])


def by_topic(entries: Sequence[ToDo]) -> tuple[tuple[str, tuple[ToDo, ...]], ...]:
    """Return items by topic: topics in the order of their first item, items in the order by hand."""
    groups: dict[str, list[ToDo]] = {}
    for one in sorted(entries, key=lambda one: one.item.place):
        groups.setdefault(one.item.topic, []).append(one)
    return tuple((topic, tuple(ones)) for topic, ones in groups.items())


def moved(groups: Sequence[tuple[str, Sequence[int]]], item_id: int, by: int) -> list[int]:
    """Return all ids in order after moving one up (-1) or down (1).

    Inside its topic it changes places with its neighbour; at the edge its whole topic moves.
    """
    order = [(topic, list(ids)) for topic, ids in groups]
    for number, (_topic, ids) in enumerate(order):
        if item_id not in ids:
            continue
        here, there = ids.index(item_id), ids.index(item_id) + by
        if 0 <= there < len(ids):
            ids[here], ids[there] = ids[there], ids[here]
        elif 0 <= number + by < len(order):
            order[number], order[number + by] = order[number + by], order[number]
        break
    return [one for _topic, ids in order for one in ids]
