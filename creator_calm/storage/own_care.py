"""Kind words, moods, own help lines and days: what is kept for the creator alone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import CommentKey, Platform
from creator_calm.domain.help_lines import OwnLine
from creator_calm.domain.kind_words import KindWords
from creator_calm.domain.moods import DayRead, Mood
from creator_calm.storage.codes import member
from creator_calm.storage.times import from_number, to_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from creator_calm.storage.database import Database

_WORDS = "k.id, k.comment, k.text, k.author, k.platform, k.written, k.link, k.tag, k.why, k.kept_at"
_MOOD = "id, at, pleasant, calm, words, note"
_LINE = "id, name, reach, hours, note"


class KindShelf:
    """The table `kind_words`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[KindWords, ...]:
        """Return what is kept, the last kept first.

        What the creator or a judge put away since is left out: its words ask for a deliberate act.
        """
        found = self._database.rows(
            f"SELECT {_WORDS} FROM kind_words AS k LEFT JOIN states AS s ON s.key = k.comment"  # noqa: S608
            " WHERE coalesce(s.mask, 0) = 0 ORDER BY k.kept_at DESC, k.id DESC"
        )
        return tuple(_words(row) for row in found)

    def get(self, words_id: int) -> KindWords | None:
        """Return one."""
        found = self._database.row(
            f"SELECT {_WORDS} FROM kind_words AS k WHERE id = ?",  # noqa: S608
            (words_id,),
        )
        return None if found is None else _words(found)

    def of_comments(self, keys: Iterable[int]) -> tuple[KindWords, ...]:
        """Return the copies of comments."""
        wanted = json.dumps(list(keys))
        found = self._database.rows(
            f"SELECT {_WORDS} FROM kind_words AS k WHERE comment IN (SELECT value FROM json_each(?))",  # noqa: S608
            (wanted,),
        )
        return tuple(_words(row) for row in found)

    def add(self, words: KindWords) -> KindWords:
        """Keep a copy and return it with its id. Inside `writing`."""
        marks = ", ".join("?" * 9)
        self._database.run(
            "INSERT INTO kind_words (comment, text, author, platform, written, link, tag, why,"  # noqa: S608
            f" kept_at) VALUES ({marks})",
            _words_values(words)[1:],
        )
        return replace(words, id=self._database.last_id())

    def put(self, words_id: int, words: KindWords | None) -> None:
        """Keep a copy under its id, or none. Inside `writing`."""
        if words is None:
            self._database.run("DELETE FROM kind_words WHERE id = ?", (words_id,))
            return
        marks = ", ".join("?" * 10)
        self._database.run(
            "INSERT OR REPLACE INTO kind_words (id, comment, text, author, platform, written, link,"  # noqa: S608
            f" tag, why, kept_at) VALUES ({marks})",
            _words_values(words),
        )

    def kept_between(self, first: int, last: int) -> list[int]:
        """Return when things were kept between two moments, microseconds."""
        found = self._database.rows(
            "SELECT kept_at FROM kind_words WHERE kept_at BETWEEN ? AND ?", (first, last)
        )
        return [row[0] for row in found]


class Moods:
    """The table `moods`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: datetime, last: datetime) -> tuple[Mood, ...]:
        """Return notes from `first` to `last`, in their order."""
        found = self._database.rows(
            f"SELECT {_MOOD} FROM moods WHERE at BETWEEN ? AND ? ORDER BY at, id",  # noqa: S608
            (to_number(first), to_number(last)),
        )
        return tuple(_mood(row) for row in found)

    def all(self) -> tuple[Mood, ...]:
        """Return every note, in their order."""
        found = self._database.rows(f"SELECT {_MOOD} FROM moods ORDER BY at, id")  # noqa: S608
        return tuple(_mood(row) for row in found)

    def add(self, mood: Mood) -> Mood:
        """Keep a note and return it with its id. Inside `writing`."""
        self._database.run(
            "INSERT INTO moods (at, pleasant, calm, words, note) VALUES (?, ?, ?, ?, ?)",
            _mood_values(mood)[1:],
        )
        return replace(mood, id=self._database.last_id())

    def put(self, mood_id: int, mood: Mood | None) -> None:
        """Keep a note under its id, or none. Inside `writing`."""
        if mood is None:
            self._database.run("DELETE FROM moods WHERE id = ?", (mood_id,))
            return
        self._database.run(
            f"INSERT OR REPLACE INTO moods ({_MOOD}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608
            _mood_values(mood),
        )


class OwnLines:
    """The table `own_lines`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[OwnLine, ...]:
        """Return entries in the order they were made."""
        found = self._database.rows(f"SELECT {_LINE} FROM own_lines ORDER BY id")  # noqa: S608
        return tuple(OwnLine(*row) for row in found)

    def get(self, line_id: int) -> OwnLine | None:
        """Return one."""
        found = self._database.row(f"SELECT {_LINE} FROM own_lines WHERE id = ?", (line_id,))  # noqa: S608
        return None if found is None else OwnLine(*found)

    def add(self, line: OwnLine) -> OwnLine:
        """Keep an entry and return it with its id. Inside `writing`."""
        self._database.run(
            "INSERT INTO own_lines (name, reach, hours, note) VALUES (?, ?, ?, ?)",
            (line.name, line.reach, line.hours, line.note),
        )
        return replace(line, id=self._database.last_id())

    def put(self, line_id: int, line: OwnLine | None) -> None:
        """Keep an entry under its id, or none. Inside `writing`."""
        if line is None:
            self._database.run("DELETE FROM own_lines WHERE id = ?", (line_id,))
            return
        self._database.run(
            f"INSERT OR REPLACE INTO own_lines ({_LINE}) VALUES (?, ?, ?, ?, ?)",  # noqa: S608
            (line.id, line.name, line.reach, line.hours, line.note),
        )


class Days:
    """The table `days`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: date, last: date) -> tuple[DayRead, ...]:
        """Return days on which anything was read, in their order."""
        found = self._database.rows(
            "SELECT day, seconds, opened FROM days WHERE day BETWEEN ? AND ? ORDER BY day",
            (first.isoformat(), last.isoformat()),
        )
        return tuple(DayRead(date.fromisoformat(day), read, opened) for day, read, opened in found)

    def all(self) -> tuple[DayRead, ...]:
        """Return every day on which anything was read."""
        return self.between(date.min, date.max)

    def put_seconds(self, day: date, seconds: int) -> None:
        """Keep how long was read on a day; never less than what is kept. Inside `writing`."""
        self._database.run(
            "INSERT INTO days (day, seconds, opened) VALUES (?, ?, 0) ON CONFLICT (day)"
            " DO UPDATE SET seconds = max(seconds, excluded.seconds)",
            (day.isoformat(), seconds),
        )

    def add_opened(self, day: date) -> None:
        """Count a put-away comment that was opened. Inside `writing`."""
        self._database.run(
            "INSERT INTO days (day, seconds, opened) VALUES (?, 0, 1) ON CONFLICT (day)"
            " DO UPDATE SET opened = opened + 1",
            (day.isoformat(),),
        )


def _words(row: tuple[Any, ...]) -> KindWords:
    words_id, comment, text, author, platform, written, link, tag, why, kept_at = row
    return KindWords(
        words_id,
        text,
        author,
        member(Platform, platform, Platform.OTHER),
        None if written is None else from_number(written),
        link,
        tag,
        why,
        from_number(kept_at),
        None if comment is None else CommentKey(comment),
    )


def _words_values(words: KindWords) -> tuple[object, ...]:
    written, kept = words.written_at, words.kept_at
    return (
        words.id,
        words.comment,
        words.text,
        words.author,
        words.platform.value,
        None if written is None else to_number(written),
        words.link,
        words.tag,
        words.why,
        0 if kept is None else to_number(kept),
    )


def _mood(row: tuple[Any, ...]) -> Mood:
    mood_id, at, pleasant, calm, words, note = row
    return Mood(mood_id, from_number(at), pleasant, calm, tuple(json.loads(words)), note)


def _mood_values(mood: Mood) -> tuple[object, ...]:
    words = json.dumps(list(mood.words), ensure_ascii=False)
    return (mood.id, to_number(mood.at), mood.pleasant, mood.calm, words, mood.note)
