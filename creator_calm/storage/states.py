"""What the creator did with each comment, where it therefore stands, and the tallies."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from creator_calm.domain.assessment import Kind
from creator_calm.domain.standing import (
    NO_MARKS,
    Group,
    Marks,
    Mask,
    Place,
    Standing,
    Urgent,
    Weight,
)
from creator_calm.storage import judgements
from creator_calm.storage.codes import members

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.domain.assessment import Assessment, Lane
    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.codes import Codes
    from creator_calm.storage.database import Database
    from creator_calm.storage.judgements import Judgements

MARK_COLUMNS = "s.read, s.done, s.rested, s.answered, s.kept, s.picked, s.placed"
MARKS_WIDTH = 7

_NO_KEY = -1

Tally = tuple[int, int, int, int, int, int, int, int, int]
"""One line of `tallies`: place, import, weight, pill, unsure, mask, platform, read, own."""


class Judged(NamedTuple):
    """What a command has to know of a comment to mark it: no words."""

    key: CommentKey
    marks: Marks
    assessment: Assessment
    own: bool


class NewState(NamedTuple):
    """A new comment's first line: `at` in microseconds for the order, `person` a number for whom."""

    key: int
    import_id: int
    standing: Standing
    at: int
    likes: int
    platform: int
    person: int
    own: bool


class States:
    """The tables `states` and `tallies`, always written together."""

    def __init__(self, database: Database, codes: Codes, judged: Judgements) -> None:
        self._database = database
        self._codes = codes
        self._judgements = judged

    def add(self, states: Sequence[NewState]) -> None:
        """Put new comments where they stand, unmarked."""
        self._database.run_many(
            "INSERT INTO states (key, place, weight, pill, unsure, mask, urgent, waiting, at,"
            " likes, platform, person, own) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [_first_line(state) for state in states],
        )
        lines = Counter(
            _tally(state.standing, state.import_id, state.platform, read=False, own=state.own)
            for state in states
        )
        self._count(lines)

    def judged(self, keys: Iterable[int]) -> list[Judged]:
        """Return what is known of these comments, in the order asked; unknown keys are left out."""
        found = self._database.rows(
            f"SELECT s.key, s.own, {MARK_COLUMNS}, {judgements.COLUMNS}"  # noqa: S608 - our columns
            " FROM carray(?) AS wanted"
            " CROSS JOIN states AS s ON s.key = wanted.value"
            " CROSS JOIN assessments AS a ON a.key = s.key",
            (as_array(keys),),
        )
        return [
            Judged(
                row[0],
                self.marks_of(row[2 : 2 + MARKS_WIDTH]),
                self._judgements.unpack(row[2 + MARKS_WIDTH :]),
                bool(row[1]),
            )
            for row in found
        ]

    def marks_of(self, row: tuple[Any, ...]) -> Marks:
        """Return the marks from a row of `MARK_COLUMNS`."""
        read, done, rested, answered, kept, picked, placed = row
        if not any(row) and placed is None:
            return NO_MARKS  # most of them, and pages are full of them
        kinds = members(Kind, self._codes.words(picked))
        return Marks(
            bool(read),
            bool(done),
            bool(rested),
            bool(answered),
            bool(kept),
            kinds[0] if kinds else None,
            None if placed is None else bool(placed),
        )

    def lanes(self, lanes: tuple[Lane, Lane]) -> tuple[int, int]:
        """Return the numbers of two lanes; -1 where no comment stands in it."""
        return self._codes.known(lanes[0]), self._codes.known(lanes[1])

    def kinds(self, kinds: Iterable[Kind]) -> list[int]:
        """Return the numbers of those kinds that the library has met."""
        return [number for kind in kinds if (number := self._codes.known(kind)) >= 0]

    def put(self, changes: Sequence[tuple[int, Marks, Standing]]) -> None:
        """Write marks and standing of comments that exist, and keep the tallies in step."""
        before = self._lines(key for key, _, _ in changes)
        moved: Counter[Tally] = Counter()
        rows = []
        for key, marks, standing in changes:
            if key not in before:
                continue  # its import was taken back meanwhile
            old, import_id = before[key], before[key][1]
            moved[old] -= 1
            moved[_tally(standing, import_id, old[6], read=marks.read, own=bool(old[8]))] += 1
            rows.append((*self._marks(marks), *_where(standing), key))
        self._database.run_many(
            "UPDATE states SET read = ?, done = ?, rested = ?, answered = ?, kept = ?,"
            " picked = ?, placed = ?, place = ?, weight = ?, pill = ?, unsure = ?, mask = ?,"
            " urgent = ?, waiting = ? WHERE key = ?",
            rows,
        )
        self._count(moved)

    def _lines(self, keys: Iterable[int]) -> dict[int, Tally]:
        found = self._database.rows(
            "SELECT s.key, s.place, c.import, s.weight, s.pill, s.unsure, s.mask, s.platform,"
            " s.read, s.own FROM carray(?) AS wanted"
            " CROSS JOIN states AS s ON s.key = wanted.value"
            " CROSS JOIN comments AS c ON c.key = s.key",
            (as_array(keys),),
        )
        return {row[0]: row[1:] for row in found}

    def _marks(self, marks: Marks) -> tuple[int | None, ...]:
        return (
            int(marks.read),
            int(marks.done),
            int(marks.rested),
            int(marks.answered),
            int(marks.kept),
            None if marks.picked is None else self._codes.number(marks.picked),
            None if marks.placed is None else int(marks.placed),
        )

    def _count(self, moved: Counter[Tally]) -> None:
        self._database.run_many(
            "INSERT INTO tallies (place, import, weight, pill, unsure, mask, platform, read, own,"
            " n) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET n = n + excluded.n",
            [(*line, change) for line, change in moved.items() if change],
        )

    def remove(self, first: int, last: int) -> None:
        """Remove the lines of a range of keys; the tallies of its import go by `forget_tallies`."""
        self._database.run("DELETE FROM states WHERE key BETWEEN ? AND ?", (first, last))

    def forget_tallies(self, import_id: int) -> None:
        """Remove what was counted for an import."""
        places = ", ".join(str(int(place)) for place in Place)
        self._database.run(
            f"DELETE FROM tallies WHERE place IN ({places}) AND import = ?",  # noqa: S608 - numbers
            (import_id,),
        )


def as_array(keys: Iterable[int]) -> apsw.CArrayBinding:
    """Bind keys as one value: any number of them in one question."""
    numbers = array("q", keys)
    if not numbers:
        numbers.append(_NO_KEY)  # the engine refuses an array without memory of its own
    return apsw.carray(numbers)


def _tally(standing: Standing, import_id: int, platform: int, *, read: bool, own: bool) -> Tally:
    return (
        int(standing.place),
        import_id,
        int(standing.weight),
        int(standing.group),
        int(standing.unsure),
        int(standing.mask),
        platform,
        int(read),
        int(own),
    )


def _where(standing: Standing) -> tuple[int | None, ...]:
    return (
        int(standing.place),
        int(standing.weight),
        int(standing.group),
        int(standing.unsure),
        int(standing.mask),
        None if standing.urgent is None else int(standing.urgent),
        int(standing.waiting),
    )


def _first_line(state: NewState) -> tuple[int | None, ...]:
    return (
        state.key,
        *_where(state.standing),
        state.at,
        state.likes,
        state.platform,
        state.person,
        int(state.own),
    )


def as_standing(row: tuple[Any, ...]) -> Standing:
    """Return the standing from place, weight, pill, unsure, mask, urgent, waiting."""
    place, weight, group, unsure, mask, urgent, waiting = row
    return Standing(
        Place(place),
        Weight(weight),
        Group(group),
        bool(unsure),
        Mask(mask),
        None if urgent is None else Urgent(urgent),
        bool(waiting),
    )
