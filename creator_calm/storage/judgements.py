"""Assessments on disk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from creator_calm.domain.assessment import (
    Assessment,
    Confidence,
    Evidence,
    Facet,
    Kind,
    Lane,
    Point,
    Severity,
)
from creator_calm.storage.codes import member, members

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.storage.codes import Codes
    from creator_calm.storage.database import Database

COLUMNS = (
    "a.kind, a.facets, a.lane, a.severity, a.harshness, a.confidence, a.language, a.evidence,"
    " a.put_away, a.points, a.candidates, a.scored_to, a.author_put_away, a.judged_by"
)
WIDTH = 14
"""How many columns `COLUMNS` has: joined questions cut their rows by it."""

_NO_FACETS: frozenset[Facet] = frozenset()
_SEVERITIES = tuple(Severity)
_INSERT = f"INSERT OR REPLACE INTO assessments VALUES (?{', ?' * WIDTH})"  # noqa: S608 - only marks


class Judgements:
    """The table `assessments`."""

    def __init__(self, database: Database, codes: Codes) -> None:
        self._database = database
        self._codes = codes

    def write(self, judged: Iterable[tuple[int, Assessment]]) -> None:
        """Keep judgements by comment key; one that was there is replaced."""
        packed: dict[int, tuple[object, ...]] = {}
        rows = []
        held = list(judged)  # alive, so that an identity stands for one verdict
        for key, verdict in held:
            row = packed.get(id(verdict))
            if row is None:
                row = packed[id(verdict)] = self._pack(verdict)
            rows.append((key, *row))
        self._database.run_many(_INSERT, rows)

    def _pack(self, verdict: Assessment) -> tuple[object, ...]:
        number = self._codes.number
        return (
            number(verdict.kind),
            self._codes.numbers(verdict.facets),
            number(verdict.lane),
            int(verdict.severity),
            verdict.harshness,
            number(verdict.confidence),
            number(verdict.language),
            _evidence(verdict.evidence),
            int(verdict.put_away),
            _points(verdict.points),
            self._codes.numbers(verdict.candidates),
            verdict.scored_to,
            int(verdict.author_put_away),
            number(verdict.judged_by),
        )

    def _facets(self, number: int | None) -> frozenset[Facet]:
        return frozenset(members(Facet, self._codes.words(number))) if number else _NO_FACETS

    def unpack(self, row: tuple[Any, ...]) -> Assessment:
        """Return the judgement from a row of `COLUMNS`.

        A kind or lane this version does not know reads as "cannot judge", put away as it was.
        """
        word = self._codes.word
        return Assessment(
            kind=member(Kind, word(row[0]), Kind.UNCLEAR),
            facets=self._facets(row[1]),
            lane=member(Lane, word(row[2]), Lane.CANNOT_JUDGE),
            severity=_SEVERITIES[row[3]],
            harshness=row[4],
            confidence=member(Confidence, word(row[5]), Confidence.LOW),
            language=word(row[6]),
            evidence=tuple(Evidence(start, end, code) for start, end, code in _load(row[7])),
            put_away=bool(row[8]),
            points=tuple(
                Point(topic, direction, bool(request), place)
                for topic, direction, request, place in _load(row[9])
            ),
            candidates=members(Kind, self._codes.words(row[10])),
            scored_to=row[11],
            author_put_away=bool(row[12]),
            judged_by=word(row[13]),
        )


def _evidence(pieces: tuple[Evidence, ...]) -> str | None:
    return _dump([[piece.start, piece.end, piece.code] for piece in pieces]) if pieces else None


def _points(points: tuple[Point, ...]) -> str | None:
    if not points:
        return None
    return _dump([[one.topic, one.direction, one.request, one.place] for one in points])


_dump = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
"""One encoder for all: `json.dumps` with separators makes a new one for each call."""


def _load(text: str | None) -> list[list[Any]]:
    return json.loads(text) if text else []
