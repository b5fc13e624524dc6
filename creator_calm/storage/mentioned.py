"""What people mention, by topic and counted in people, found in an index and without a word read."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from creator_calm.domain.assessment import Lane, Severity
from creator_calm.domain.standing import Place, Weight
from creator_calm.domain.to_do import MAY_BE_SAFETY, NEVER_AN_ITEM

if TYPE_CHECKING:
    from creator_calm.storage.codes import Codes
    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing


class Topic(NamedTuple):
    """The comments that mention a topic; `first` and `last` in microseconds."""

    people: int
    keys: tuple[int, ...]
    put_away: int
    first: int
    last: int


class Mentioned:
    """Questions over all comments. At 100,000 of them: about 35 ms for all who wrote, 90 ms by topic."""

    def __init__(self, database: Database, codes: Codes, listing: Listing) -> None:
        self._database = database
        self._codes = codes
        self._listing = listing

    def newest(self) -> int | None:
        """Return when the newest comment was written, microseconds."""
        walks = [
            f"SELECT max(at) AS at FROM states WHERE place = {int(place)}"  # noqa: S608
            f" AND weight = {int(weight)}{self._listing.visible('key')}"
            for place in Place
            for weight in Weight
        ]
        found = self._database.row(f"SELECT max(at) FROM ({' UNION ALL '.join(walks)})")  # noqa: S608
        return None if found is None or found[0] is None else int(found[0])

    def commenters(self, since: int) -> int:
        """Return how many people wrote from a moment on; nobody named counts as one each."""
        return self._database.number(
            "SELECT count(DISTINCT person) FROM states WHERE own = 0 AND at >= ?"  # noqa: S608
            f"{self._listing.visible('key')}",
            (since,),
        )

    def topics(self, since: int) -> dict[str, Topic]:
        """Return what comments from a moment on mention that could become something to do."""
        found = self._database.rows(
            "SELECT a.points, s.key, s.person, s.at, s.mask <> 0"  # noqa: S608 - our own numbers
            " FROM assessments AS a CROSS JOIN states AS s ON s.key = a.key"
            f" WHERE a.points IS NOT NULL AND s.own = 0 AND s.at >= ?{self._suitable()}"
            f"{self._listing.visible('s.key')}",
            (since,),
        )
        topics: dict[str, list[tuple[Any, ...]]] = {}
        for row in found:
            for name in _about(row[0]):
                topics.setdefault(name, []).append(row)
        return {name: _topic(rows) for name, rows in topics.items()}

    def _suitable(self) -> str:
        """Return `domain.to_do.may_become_item` as a condition: codes only, no judgement unpacked."""
        kinds = ", ".join(str(self._codes.known(kind)) for kind in NEVER_AN_ITEM)
        doubtful = {facet.value for facet in MAY_BE_SAFETY}
        facets = [number for number, words in self._codes.all() if doubtful & set(words.split())]
        return (
            f" AND coalesce(s.picked, a.kind) NOT IN ({kinds})"
            f" AND (s.picked IS NOT NULL OR a.lane <> {self._codes.known(Lane.SAFETY)})"
            f" AND a.severity < {int(Severity.SAFETY)}"
            f" AND coalesce(a.facets, -1) NOT IN ({', '.join(map(str, facets))})"
        )


def _topic(rows: list[tuple[Any, ...]]) -> Topic:
    times = [row[3] for row in rows]
    return Topic(
        people=len({row[2] for row in rows}),
        keys=tuple(row[1] for row in rows),
        put_away=sum(row[4] for row in rows),
        first=min(times),
        last=max(times),
    )


@lru_cache(maxsize=20_000)
def _about(points: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(point[0] for point in json.loads(points)))
