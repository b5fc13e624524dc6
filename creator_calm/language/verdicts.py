"""What is said about something, and the points that come of it, each said once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.assessment import Point

_CLOSE_BY = frozenset({"missing", "too_much", "too_little"})
_BESIDE = frozenset({"too_much", "too_little"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Something said about something: token `at`, in `sentence` and `clause`, perhaps a wish."""

    at: int
    sentence: int
    clause: int
    direction: str | None
    request: bool = False

    @property
    def reach(self) -> int:
        """Return how many tokens off a topic may stand: many comments are one sentence of a page."""
        if self.direction in _CLOSE_BY and not self.request:
            return 4
        return 3 if self.direction in _BESIDE else 8


def merged(first: Point, second: Point) -> Point:
    """Join two points of one topic and direction."""
    return replace(
        first, request=first.request or second.request, place=first.place or second.place
    )


def without_bare(found: Iterable[tuple[int, Point]]) -> list[Point]:
    """Join what is said of a topic without a direction to what is said with one."""
    ordered = [point for _, point in sorted(found, key=lambda item: item[0])]
    bare = {point.topic: point for point in ordered if point.direction is None}
    directed = {point.topic for point in ordered if point.direction is not None}
    result: list[Point] = []
    for point in ordered:
        if point.direction is not None:
            result.append(merged(point, bare.pop(point.topic, point)))
        elif point.topic not in directed:
            result.append(point)
    return result


def limited(ordered: list[Point], most: int) -> tuple[Point, ...]:
    """Keep the points of the first `most` topics."""
    topics = list(dict.fromkeys(point.topic for point in ordered))[:most]
    return tuple(point for point in ordered if point.topic in topics)
