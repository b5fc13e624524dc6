"""What the put-away pile asks for, without its words (triage section 15).

Built from codes only: this module never sees a text, so none can leak.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Digest, DigestLine, Kind, Lane, Point

if TYPE_CHECKING:
    from collections.abc import Iterable

Row = tuple[int, str, Kind, Lane, tuple[Point, ...], bool]
"""Key of the comment, an opaque code for its author, kind, lane, points, put away."""

_Ask = tuple[str, str | None, bool, str | None]


def digest(rows: Iterable[Row]) -> Digest:
    """Count what put-away comments ask for.

    Each put-away comment counts in `safety` by its kind or in the line of its clearest point,
    else in `not_judged` or `nothing_to_act_on`. One of `safety` that asks for something is counted
    in a line as well, without its key: nobody has to answer a threat to hear what the sound was.
    Shown rows count only towards `distress`. The order of rows does not matter.
    """
    people: set[str] = set()
    asks: dict[_Ask, list[tuple[int | None, str]]] = {}
    safety: Counter[Kind] = Counter()
    away = nothing = distress = unjudged = twice = 0
    for key, person, kind, lane, points, put_away in rows:
        distress += lane is Lane.DISTRESS
        if not put_away:
            continue
        away += 1
        people.add(person)
        if lane is Lane.SAFETY:
            safety[kind] += 1
            if points:
                twice += 1
                asks.setdefault(_clearest(points), []).append((None, person))
        elif points:
            asks.setdefault(_clearest(points), []).append((key, person))
        elif lane is Lane.CANNOT_JUDGE:
            unjudged += 1
        else:
            nothing += 1
    lines = sorted((_line(ask, who) for ask, who in asks.items()), key=_by_weight)
    ordered = tuple(sorted(safety.items(), key=lambda item: list(Kind).index(item[0])))
    return Digest(away, len(people), tuple(lines), nothing, ordered, distress, unjudged, twice)


def _clearest(points: tuple[Point, ...]) -> _Ask:
    """Return the point that says most: a direction, a wish, a place; the first among equals."""
    best = max(points, key=lambda p: (p.direction is not None) + p.request + (p.place is not None))
    return best.topic, best.direction, best.request, best.place


def _line(ask: _Ask, who: list[tuple[int | None, str]]) -> DigestLine:
    topic, direction, request, place = ask
    keys = tuple(sorted(key for key, _ in who if key is not None))
    return DigestLine(topic, direction, request, place, len(who), len({p for _, p in who}), keys)


def _by_weight(line: DigestLine) -> tuple[int, int, str, str, bool, str]:
    return (
        -line.people,
        -line.comments,
        line.topic,
        line.direction or "",
        line.request,
        line.place or "",
    )
