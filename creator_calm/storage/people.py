"""Who comments how: counts of people for trust and for repeated attacks, without reading a word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet, Severity
from creator_calm.domain.comment import CommentKey
from creator_calm.domain.own_rules import Regular, author_key
from creator_calm.domain.standing import Mask
from creator_calm.storage.filters import match_text
from creator_calm.storage.identities import account_person, person_number
from creator_calm.storage.states import as_array
from creator_calm.storage.times import to_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from creator_calm.domain.comment import Comment
    from creator_calm.storage.codes import Codes
    from creator_calm.storage.database import Database
    from creator_calm.storage.listing import Listing

DAY = 86_400_000_000
REGULAR_COMMENTS = 10
REGULAR_DAYS = 14
REGULAR_CALM = 0.9
REPEATED = 3
_ENOUGH = 2
_LOOKED_AT = 60
_OWN = frozenset({Facet.OWN_PHRASE_AWAY.value, Facet.OWN_PHRASE_KEEP.value})
_PHRASE = re.compile(r'"own_phrase\.(\d+)"')


class People:
    """Questions over `states`, `comments` and `assessments` by author."""

    def __init__(self, database: Database, codes: Codes, listing: Listing) -> None:
        self._database = database
        self._codes = codes
        self._listing = listing

    def repeated(self) -> frozenset[str]:
        """Return the accounts of whom three or more comments are put away as harsh."""
        often = self._database.rows(
            f"SELECT min(key) FROM states WHERE mask = {int(Mask.HARSH)}"  # noqa: S608
            f"{self._listing.visible('key')} GROUP BY person HAVING count(*) >= {REPEATED}"
        )
        if not often:
            return frozenset()
        found = self._database.rows(
            "SELECT c.platform, c.account FROM carray(?) AS wanted"
            " CROSS JOIN comments AS c ON c.key = wanted.value WHERE c.account IS NOT NULL",
            (as_array(row[0] for row in often),),
        )
        return frozenset(author_key(self._codes.word(row[0]), row[1]) for row in found)

    def put_away_of(self, comment: Comment) -> int:
        """Return how many comments of this author are put away as harsh, at most `REPEATED`."""
        return self._database.number(
            f"SELECT count(*) FROM (SELECT key FROM states WHERE mask = {int(Mask.HARSH)}"  # noqa: S608
            f" AND person = ?{self._listing.visible('key')} LIMIT {REPEATED})",
            (person_number(comment),),
        )

    def comments_of(self, comment: Comment) -> int:
        """Return how many comments of this author there are, at most two, found by their name."""
        away = self.put_away_of(comment)
        if away >= _ENOUGH or not comment.author.name:
            return min(away, _ENOUGH)
        match = match_text(comment.author.name)
        if not match:
            return min(away, _ENOUGH)
        return self._database.number(
            "SELECT count(*) FROM (SELECT s.key FROM words CROSS JOIN states AS s"  # noqa: S608
            f" ON s.key = words.rowid WHERE words MATCH ? AND s.person = ?"
            f"{self._listing.visible('s.key')} LIMIT {_ENOUGH})",
            (f"author : ({match})", person_number(comment)),
        )

    def regulars(self, known: frozenset[str], limit: int = 20) -> list[Regular]:
        """Return who could be offered trust: often, for two weeks, calm, nothing of safety."""
        found = self._database.rows(
            "SELECT person, count(*), min(key) FROM states WHERE own = 0"  # noqa: S608
            f"{self._listing.visible('key')} GROUP BY person HAVING count(*) >= ?"
            " AND max(at) - min(at) >= ? ORDER BY count(*) DESC, person LIMIT ?",
            (REGULAR_COMMENTS, REGULAR_DAYS * DAY, _LOOKED_AT),
        )
        regulars: list[Regular] = []
        for person, comments, key in found:
            author = self.author(key)
            if author is None or author[0] in known or not self._calm(person, comments):
                continue
            regulars.append(Regular(*author, comments, CommentKey(key)))
            if len(regulars) >= limit:
                break
        return regulars

    def turned(self, accounts: Iterable[str]) -> dict[str, int]:
        """Return the accounts with two hard comments within seven days, and when the second came."""
        persons = {account_person(account): account for account in accounts}
        if not persons:
            return {}
        found = self._database.rows(
            "SELECT s.person, s.at, a.severity, a.facets FROM states AS s"  # noqa: S608
            " CROSS JOIN assessments AS a ON a.key = s.key"
            f" WHERE s.person IN (SELECT value FROM carray(?)){self._listing.visible('s.key')}"
            " AND a.severity >= ? ORDER BY s.at",
            (as_array(persons), int(Severity.HURTFUL)),
        )
        last: dict[int, int] = {}
        turned: dict[str, int] = {}
        for person, at, severity, facets in found:
            words = self._codes.words(facets)
            # Trust has taken one step off an insult: what would be 3 without it counts.
            if severity < Severity.HARSH and not {"insult", "regular"} <= set(words):
                continue
            if person in last and at - last[person] <= 7 * DAY:
                turned.setdefault(persons[person], at)
            last[person] = at
        return turned

    def author(self, key: int) -> tuple[str, str] | None:
        """Return the account and the name of who wrote a comment; None without an account."""
        found = self._database.row(
            "SELECT platform, account, author FROM comments WHERE key = ?", (key,)
        )
        if found is None or not found[1]:
            return None
        return author_key(self._codes.word(found[0]), found[1]), found[2] or ""

    def _calm(self, person: int, comments: int) -> bool:
        found = self._database.row(
            "SELECT sum(a.severity <= ?), max(a.severity) FROM states AS s"
            " CROSS JOIN assessments AS a ON a.key = s.key WHERE s.person = ? AND s.own = 0",
            (int(Severity.PRICKLY), person),
        )
        assert found is not None
        return bool(found[0] >= REGULAR_CALM * comments and found[1] < Severity.SAFETY)

    def hits(self, now: datetime) -> dict[int, tuple[int, int]]:
        """Return how many comments of the last 30 and 90 days each own phrase stands in."""
        kinds = [number for number, words in self._codes.all() if _OWN & set(words.split())]
        found = self._database.rows(
            "SELECT a.evidence, s.at FROM assessments AS a CROSS JOIN states AS s"  # noqa: S608
            f" ON s.key = a.key WHERE a.facets IN (SELECT value FROM carray(?))"
            f"{self._listing.visible('a.key')} AND s.at >= ?",
            (as_array(kinds), to_number(now) - 90 * DAY),
        )
        recent, longer = Counter[int](), Counter[int]()
        for evidence, at in found:
            phrases = {int(number) for number in _PHRASE.findall(evidence or "")}
            longer.update(phrases)
            if at >= to_number(now) - 30 * DAY:
                recent.update(phrases)
        return {number: (recent[number], longer[number]) for number in longer}
