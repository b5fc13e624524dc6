"""Lists of comments: pages anywhere at any size, counts, and search.

Orders and filters are found in the indexes states_by_…, so nothing is sorted and nothing is
scanned. Piles shown as one list are merged from walks in the same order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from creator_calm.domain.standing import Mask, Place, Urgent, Weight
from creator_calm.storage import judgements
from creator_calm.storage.filters import Order
from creator_calm.storage.states import MARK_COLUMNS, MARKS_WIDTH, as_array

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.comment import CommentKey, Moment, Platform
    from creator_calm.domain.standing import Marks
    from creator_calm.storage.comments import Comments
    from creator_calm.storage.database import Database
    from creator_calm.storage.filters import Filter, Position
    from creator_calm.storage.judgements import Judgements
    from creator_calm.storage.states import States

COUNTED_TO = 1_000
"""Search hits are counted this far; beyond it a list says "1,000+"."""

ROW_TEXT = 300
"""Characters of a text that a list may show."""

_IS_REPLY = (
    "c.in_reply_to IS NOT NULL AND c.in_reply_to IS NOT"
    " (SELECT word FROM codes WHERE number = c.platform) || ':' || p.id"
)
"""What answers the post itself, as on Bluesky, is an ordinary comment."""


class ListedRow(NamedTuple):
    """One comment as a list needs it. `text` is cut to one character more than may be shown."""

    key: CommentKey
    text: str
    author: str | None
    platform: Platform
    moment: Moment | None
    likes: int | None
    own: bool
    mask: Mask
    marks: Marks
    assessment: Assessment
    has_draft: bool
    is_reply: bool


class Away(NamedTuple):
    """One put-away comment without a word of it; `person` is a number for who wrote it."""

    key: CommentKey
    person: int
    mask: Mask
    marks: Marks
    assessment: Assessment


class Listing:
    """Questions about many comments. `hidden` are key ranges of imports that were taken back."""

    def __init__(
        self, database: Database, comments: Comments, judged: Judgements, states: States
    ) -> None:
        self._database = database
        self._comments = comments
        self._judgements = judged
        self._states = states
        self.hidden: tuple[tuple[int, int, int], ...] = ()

    def keys(self, wanted: Filter, after: Position | None, skip: int, limit: int) -> list[Position]:
        """Return positions (the key is their last number) that follow `after`, leaving out `skip`."""
        sql, values = self._walk(wanted, after)
        found = self._database.rows(
            f"{sql} ORDER BY {wanted.order.clause} LIMIT ? OFFSET ?", (*values, limit, skip)
        )
        return [tuple(row) for row in found]

    def before(self, wanted: Filter, position: Position) -> int:
        """Return how many comments of a list stand before a position."""
        sql, values = self._walk(wanted, position, backwards=True)
        return self._database.number(f"SELECT count(*) FROM ({sql})", values)  # noqa: S608

    def position(self, wanted: Filter, key: int) -> Position | None:
        """Return where a comment stands in this order, None when the list does not hold it."""
        sql, values = self._walk(wanted, None, only=key)
        found = self._database.row(sql, values)
        return None if found is None else tuple(found)

    def count(self, wanted: Filter) -> int:
        """Return how many comments a list without search words has."""
        if wanted.waiting:
            return self._database.number(*self._counting(wanted))
        conditions, values = self._conditions(wanted)
        hidden = ", ".join(str(one[0]) for one in self.hidden)
        places = ", ".join(str(int(place)) for place in wanted.places)
        return self._database.number(
            f"SELECT sum(n) FROM tallies WHERE place IN ({places})"  # noqa: S608 - numbers of ours
            f" AND import NOT IN ({hidden}){conditions}",
            values,
        )

    def _counting(self, wanted: Filter) -> tuple[str, list[object]]:
        """Return a question that counts in the small index of what waits: no tally tells it."""
        sql, values = self._walk(wanted, None)
        return f"SELECT count(*) FROM ({sql})", values  # noqa: S608 - our own question

    def found(self, wanted: Filter) -> int:
        """Return how many comments match a search, at most one more than `COUNTED_TO`."""
        sql, values = self._walk(wanted, None)
        return self._database.number(
            f"SELECT count(*) FROM ({sql} LIMIT {COUNTED_TO + 1})",  # noqa: S608
            values,
        )

    def rows(self, keys: Iterable[int]) -> list[ListedRow]:
        """Return comments as lists need them, in the order asked; unknown keys are left out."""
        found = self._database.rows(
            "SELECT c.key, substr(c.text, 1, ?), c.author, c.platform, c.written, c.precision,"  # noqa: S608
            f" c.written_raw, c.likes, s.own, s.mask, d.key IS NOT NULL, {_IS_REPLY}, {MARK_COLUMNS},"
            f" {judgements.COLUMNS}"
            " FROM carray(?) AS wanted"
            " CROSS JOIN comments AS c ON c.key = wanted.value"
            " CROSS JOIN states AS s ON s.key = c.key"
            " CROSS JOIN assessments AS a ON a.key = c.key"
            " LEFT JOIN drafts AS d ON d.key = c.key"
            " LEFT JOIN posts AS p ON p.number = c.post",
            (ROW_TEXT + 1, as_array(keys)),
        )
        return [self._row(row) for row in found]

    def _row(self, row: tuple[Any, ...]) -> ListedRow:
        marks = 12 + MARKS_WIDTH
        return ListedRow(
            row[0],
            row[1],
            row[2],
            self._comments.platform(row[3]),
            self._comments.moment(row[4], row[5], row[6]),
            row[7],
            bool(row[8]),
            Mask(row[9]),
            self._states.marks_of(row[12:marks]),
            self._judgements.unpack(row[marks:]),
            bool(row[10]),
            bool(row[11]),
        )

    def urgent(self, urgent: Urgent, limit: int) -> list[CommentKey]:
        """Return the newest comments that are named above every list."""
        found = self._database.rows(
            f"SELECT key FROM states WHERE urgent = {int(urgent)}{self.visible('key')}"  # noqa: S608
            " ORDER BY at DESC, key DESC LIMIT ?",
            (limit,),
        )
        return [row[0] for row in found]

    def harsh_people(self) -> tuple[int, int]:
        """Return how many people wrote something harsh, and how many of them more than once."""
        found = self._database.row(
            "SELECT count(*), coalesce(sum(times > 1), 0) FROM (SELECT count(*) AS times"  # noqa: S608
            f" FROM states WHERE mask = 1{self.visible('key')} GROUP BY person)"
        )
        return (0, 0) if found is None else (int(found[0]), int(found[1]))

    def total(self, *, places: Sequence[Place] = tuple(Place), **equal: int) -> int:
        """Return a sum of the tallies, such as `total(places=(Place.SHOWN,), read=0)`."""
        conditions = "".join(f" AND {name} = {int(value)}" for name, value in equal.items())
        numbers = ", ".join(str(int(place)) for place in places)
        hidden = ", ".join(str(one[0]) for one in self.hidden)
        return self._database.number(
            f"SELECT sum(n) FROM tallies WHERE place IN ({numbers})"  # noqa: S608 - numbers of ours
            f" AND import NOT IN ({hidden}){conditions}"
        )

    def following(self, key: int, limit: int) -> list[CommentKey]:
        """Return the next `limit` keys after `key` that any list may hold: to walk through all."""
        found = self._database.rows(
            f"SELECT key FROM states WHERE key > ?{self.visible('key')} ORDER BY key LIMIT ?",  # noqa: S608
            (key, limit),
        )
        return [row[0] for row in found]

    def away(self, within: tuple[tuple[int, int], ...] | None = None) -> list[Away]:
        """Return codes of everything put away and not archived: what a digest is made of.

        `within` are ranges of keys, both ends included; None is everything.
        """
        places = f"{int(Place.AWAY)}, {int(Place.UNJUDGED)}"
        ranges = " OR ".join("s.key BETWEEN ? AND ?" for _ in within or ())
        inside = "" if within is None else f" AND ({ranges or 'FALSE'})"
        found = self._database.rows(
            f"SELECT s.key, s.person, s.mask, {MARK_COLUMNS}, {judgements.COLUMNS}"  # noqa: S608
            " FROM states AS s CROSS JOIN assessments AS a ON a.key = s.key"
            f" WHERE s.place IN ({places}){inside}{self.visible('s.key')}",
            tuple(end for pair in within or () for end in pair),
        )
        return [
            Away(
                row[0],
                row[1],
                Mask(row[2]),
                self._states.marks_of(row[3 : 3 + MARKS_WIDTH]),
                self._judgements.unpack(row[3 + MARKS_WIDTH :]),
            )
            for row in found
        ]

    def _walk(
        self,
        wanted: Filter,
        after: Position | None,
        *,
        backwards: bool = False,
        only: int | None = None,
    ) -> tuple[str, list[object]]:
        """Return a SELECT of positions, one walk for each pile, without its order."""
        if wanted.words:
            return self._search(wanted, after, backwards=backwards, only=only)
        conditions, values = self._conditions(wanted)
        bound, limits = _bound(wanted.order, after, backwards=backwards)
        if only is not None:
            bound, limits = " AND key = ?", [only]
        columns = wanted.order.columns
        walks = [
            f"SELECT {columns} FROM states WHERE {pile}{conditions}{bound}"  # noqa: S608
            f"{self.visible('key')}"
            for pile in _piles(wanted)
        ]
        return " UNION ALL ".join(walks), (values + limits) * len(walks)

    def _search(
        self, wanted: Filter, after: Position | None, *, backwards: bool, only: int | None
    ) -> tuple[str, list[object]]:
        conditions, values = self._conditions(wanted)
        places = ", ".join(str(int(place)) for place in wanted.places)
        bound, limits = "", []
        if only is not None:
            bound, limits = " AND words.rowid = ?", [only]
        elif after is not None:
            bound, limits = f" AND words.rowid {'>' if backwards else '<'} ?", [after[-1]]
        sql = (
            "SELECT words.rowid FROM words CROSS JOIN states AS s ON s.key = words.rowid"  # noqa: S608
            f" WHERE words MATCH ?{bound} AND s.place IN ({places}){conditions}"
            f"{self.visible('s.key')}"
        )
        return sql, [wanted.words, *limits, *values]

    def _conditions(self, wanted: Filter) -> tuple[str, list[object]]:
        parts: list[str] = []
        values: list[object] = []
        if wanted.weight is not None:
            parts.append(f" AND weight = {int(wanted.weight)}")
        if wanted.group is not None:
            parts.append(f" AND pill = {int(wanted.group)}")
        if wanted.without is not None:
            parts.append(f" AND pill <> {int(wanted.without)}")
        if wanted.unsure:
            parts.append(" AND unsure = 1")
        if wanted.waiting:
            parts.append(" AND waiting = 1")
        if wanted.masks is not None:
            parts.append(f" AND mask IN ({', '.join(str(int(mask)) for mask in wanted.masks)})")
        if wanted.platform is not None:
            parts.append(" AND platform = ?")
            values.append(self._comments.platform_number(wanted.platform))
        return "".join(parts), values

    def visible(self, key: str) -> str:
        """Return the condition that leaves out imports that were taken back."""
        return "".join(
            f" AND {key} NOT BETWEEN {first} AND {last}" for _, first, last in self.hidden
        )


def _piles(wanted: Filter) -> list[str]:
    """Return one condition for each walk through an index that is in the order wanted."""
    places = [f"place = {int(place)}" for place in wanted.places]
    if wanted.weight is not None or wanted.order not in {Order.NEWEST, Order.OLDEST}:
        return places
    return [f"{place} AND weight = {int(weight)}" for place in places for weight in Weight]


def _bound(order: Order, after: Position | None, *, backwards: bool) -> tuple[str, list[object]]:
    if after is None:
        return "", []
    sign = "<" if order.down is not backwards else ">"
    marks = ", ".join("?" * len(after))
    return f" AND ({order.columns}) {sign} ({marks})", list(after)
