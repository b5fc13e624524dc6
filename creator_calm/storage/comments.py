"""Comments on disk: facts as they were imported, and the index of their words."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

from creator_calm.domain.comment import (
    Author,
    Comment,
    CommentId,
    CommentKey,
    Flag,
    Moment,
    Platform,
    Post,
    Precision,
)
from creator_calm.storage import judgements
from creator_calm.storage.codes import member, members
from creator_calm.storage.identities import identity, person_number
from creator_calm.storage.promises import clear_promises
from creator_calm.storage.states import MARK_COLUMNS, MARKS_WIDTH, NewState, as_array
from creator_calm.storage.times import from_number, to_number
from creator_calm.storage.to_do import forget_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.intake import Sighting
    from creator_calm.domain.standing import Marks, Standing
    from creator_calm.storage.codes import Codes
    from creator_calm.storage.database import Database
    from creator_calm.storage.judgements import Judgements
    from creator_calm.storage.states import States

_COLUMNS = (
    "c.id, c.author, c.account, c.text, c.platform, c.written, c.precision, c.written_raw,"
    " c.in_reply_to, c.likes, c.rating, c.link, p.id, p.title, p.link, c.is_own, c.flags"
)
_WIDTH = 17
_POSTS_KEPT = 4_000
_MERGE_ALL = -16
"""Pages of the index rewritten at once; negative begins a merge of the whole index."""


class Arrival(NamedTuple):
    """A comment about to be kept: as read, and where it will stand."""

    sighting: Sighting
    standing: Standing


class Stored(NamedTuple):
    """One comment in full, for the few places that need all of it."""

    key: CommentKey
    comment: Comment
    assessment: Assessment
    marks: Marks
    has_draft: bool


class Comments:
    """The tables `comments` and `posts` and the index `words`."""

    def __init__(
        self, database: Database, codes: Codes, judged: Judgements, states: States
    ) -> None:
        self._database = database
        self._codes = codes
        self._judgements = judged
        self._states = states
        self._posts: dict[tuple[int, Post], int] = {}
        database.on_rollback(self._posts.clear)

    def known(self, ids: Iterable[str]) -> set[str]:
        """Return which of these comment ids the library has."""
        numbers = {identity(comment_id): comment_id for comment_id in ids}
        found = self._database.rows(
            "SELECT c.identity FROM carray(?) AS wanted CROSS JOIN comments AS c"
            " ON c.identity = wanted.value",
            (as_array(numbers),),
        )
        return {numbers[row[0]] for row in found}

    def keys(self, ids: Iterable[str]) -> dict[str, int]:
        """Return the keys of those comment ids that the library has, hidden ones too."""
        numbers = {identity(comment_id): comment_id for comment_id in ids}
        found = self._database.rows(
            "SELECT c.identity, c.key FROM carray(?) AS wanted CROSS JOIN comments AS c"
            " ON c.identity = wanted.value",
            (as_array(numbers),),
        )
        return {numbers[row[0]]: row[1] for row in found}

    def next_key(self) -> int:
        """Return the key the next comment will get. Keys are never given twice."""
        return self._database.number("SELECT next_key FROM library WHERE one = 1")

    def add(self, import_id: int, arrivals: Sequence[Arrival], brought_in: int, place: int) -> int:
        """Keep comments whose ids are new, with judgement, standing and words; return the last key.

        `brought_in` (microseconds) orders comments without a time: as if written then, in the
        order of the source; `place` is how many records of it came before. Inside `writing`.
        """
        first = self.next_key()
        rows, states = [], []
        for offset, (sighting, standing) in enumerate(arrivals):
            key, comment = first + offset, sighting.comment
            platform = self._codes.number(comment.platform)
            rows.append(self._pack(key, import_id, sighting, platform))
            states.append(
                NewState(
                    key,
                    import_id,
                    standing,
                    _order_time(comment.written_at, brought_in - place - offset),
                    -1 if comment.likes is None else min(comment.likes, 2**62),
                    platform,
                    person_number(comment),
                    comment.is_own is True,
                )
            )
        marks = ", ".join("?" * 20)
        self._database.run_many(f"INSERT INTO comments VALUES ({marks})", rows)  # noqa: S608
        self._judgements.write(
            (first + offset, arrival.sighting.assessment) for offset, arrival in enumerate(arrivals)
        )
        self._states.add(states)
        last = first + len(arrivals) - 1
        self._database.run(
            "INSERT INTO words (rowid, text, author) SELECT key, text, author FROM comments"
            " WHERE key BETWEEN ? AND ?",
            (first, last),
        )
        self._database.run("UPDATE library SET next_key = ? WHERE one = 1", (last + 1,))
        return last

    def _pack(
        self, key: int, import_id: int, sighting: Sighting, platform: int
    ) -> tuple[object, ...]:
        comment, moment = sighting.comment, sighting.comment.written_at
        written = None if moment is None or moment.utc is None else to_number(moment.utc)
        return (
            key,
            identity(comment.id),
            comment.id,
            import_id,
            sighting.row,
            platform,
            comment.author.name,
            comment.author.account,
            comment.text,
            written,
            None if moment is None else self._codes.number(moment.precision),
            moment.raw if moment is not None and moment.raw else None,
            comment.in_reply_to,
            comment.likes,
            comment.rating,
            comment.link,
            None if comment.post is None else self._post(import_id, comment.post),
            None if comment.is_own is None else int(comment.is_own),
            self._codes.numbers(comment.flags),
            zlib.crc32(comment.text.encode()),
        )

    def _post(self, import_id: int, post: Post) -> int:
        """Return the number of a post, once per import (so that its import can be cleared alone)."""
        known = self._posts.get((import_id, post))
        if known is not None:
            return known
        self._database.run(
            "INSERT INTO posts (import, id, title, link) VALUES (?, ?, ?, ?)",
            (import_id, post.id, post.title, post.link),
        )
        if len(self._posts) >= _POSTS_KEPT:
            self._posts.clear()
        number = self._posts[import_id, post] = self._database.last_id()
        return number

    def stored(self, keys: Iterable[int]) -> list[Stored]:
        """Return comments in full, in the order asked; unknown keys are left out."""
        found = self._database.rows(
            f"SELECT c.key, d.key IS NOT NULL, {MARK_COLUMNS}, {_COLUMNS}, {judgements.COLUMNS}"  # noqa: S608 - our columns
            " FROM carray(?) AS wanted"
            " CROSS JOIN comments AS c ON c.key = wanted.value"
            " CROSS JOIN states AS s ON s.key = c.key"
            " CROSS JOIN assessments AS a ON a.key = c.key"
            " LEFT JOIN posts AS p ON p.number = c.post"
            " LEFT JOIN drafts AS d ON d.key = c.key",
            (as_array(keys),),
        )
        return [self._stored(row) for row in found]

    def _stored(self, row: tuple[Any, ...]) -> Stored:
        facts = 2 + MARKS_WIDTH
        return Stored(
            row[0],
            self._comment(row[facts : facts + _WIDTH]),
            self._judgements.unpack(row[facts + _WIDTH :]),
            self._states.marks_of(row[2:facts]),
            bool(row[1]),
        )

    def _comment(self, row: tuple[Any, ...]) -> Comment:
        post = Post(row[12], row[13], row[14])
        return Comment(
            id=CommentId(row[0]),
            author=Author(row[1], row[2]),
            text=row[3],
            platform=self.platform(row[4]),
            written_at=self.moment(row[5], row[6], row[7]),
            in_reply_to=None if row[8] is None else CommentId(row[8]),
            likes=row[9],
            rating=row[10],
            link=row[11],
            post=None if post == Post() else post,
            is_own=None if row[15] is None else bool(row[15]),
            flags=frozenset(members(Flag, self._codes.words(row[16]))),
        )

    def platform(self, number: int) -> Platform:
        """Return the platform of a code."""
        return member(Platform, self._codes.word(number), Platform.OTHER)

    def platform_number(self, word: str) -> int:
        """Return the code of a platform, -1 when no comment is from there."""
        return self._codes.known(word)

    def moment(self, written: int | None, precision: int | None, raw: str | None) -> Moment | None:
        """Return when something was written, None when the source said nothing about it."""
        if precision is None:
            return None
        return Moment(
            None if written is None else from_number(written),
            member(Precision, self._codes.word(precision), Precision.UNKNOWN),
            raw or "",
        )

    def following(self, key: int, limit: int) -> list[CommentKey]:
        """Return the next `limit` keys after `key`: how a job walks through all of them."""
        found = self._database.rows(
            "SELECT key FROM comments WHERE key > ? ORDER BY key LIMIT ?", (key, limit)
        )
        return [row[0] for row in found]

    def remove(self, first: int, last: int) -> None:
        """Remove comments of a range of keys and everything that hangs on them. Inside `writing`.

        Taking each word out of the index for good costs about 1 ms a comment; leaving a mark
        that it is void costs 1 % of that, and `merge_words` throws the void ones out later.
        """
        between = (first, last)
        self._database.run("INSERT INTO words (words, rank) VALUES ('secure-delete', 0)")
        self._database.run(
            "INSERT INTO words (words, rowid, text, author) SELECT 'delete', key, text, author"
            " FROM comments WHERE key BETWEEN ? AND ?",
            between,
        )
        self._database.run("INSERT INTO words (words, rank) VALUES ('secure-delete', 1)")
        self._note_merge(_MERGE_ALL)
        self._database.run("DELETE FROM drafts WHERE key BETWEEN ? AND ?", between)
        self._database.run("DELETE FROM draft_versions WHERE key BETWEEN ? AND ?", between)
        self._database.run("DELETE FROM resting WHERE key BETWEEN ? AND ?", between)
        self._database.run("DELETE FROM facts WHERE key BETWEEN ? AND ?", between)
        self._database.run("DELETE FROM facts_enough WHERE key BETWEEN ? AND ?", between)
        forget_comments(self._database, first, last)
        clear_promises(self._database, first, last)
        self._database.run("DELETE FROM assessments WHERE key BETWEEN ? AND ?", between)
        self._states.remove(first, last)
        self._database.run("DELETE FROM comments WHERE key BETWEEN ? AND ?", between)

    def _note_merge(self, pages: int) -> None:
        self._database.run(
            "INSERT OR REPLACE INTO memory (key, value) VALUES ('merge_words', ?)", (str(pages),)
        )

    def merge_words(self) -> bool:
        """Throw some words of removed comments out of the index; True when none are left."""
        pages = self._database.number("SELECT value FROM memory WHERE key = 'merge_words'")
        if pages == 0:
            return True
        connection = self._database.connection
        with self._database.writing():
            before = connection.total_changes()
            self._database.run("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
            over = connection.total_changes() - before < 2  # the engine's own sign for "no more"
            self._note_merge(0 if over else abs(pages))
        return over

    def remove_posts(self, import_id: int) -> None:
        """Remove the posts of an import whose comments are gone."""
        self._database.run("DELETE FROM posts WHERE import = ?", (import_id,))
        self._posts.clear()


def _order_time(moment: Moment | None, otherwise: int) -> int:
    return otherwise if moment is None or moment.utc is None else to_number(moment.utc)
