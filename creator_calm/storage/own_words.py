"""Saved replies, offers and channels: three short lists, each kept as a whole and in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from creator_calm.domain.comment import Platform
from creator_calm.domain.own_words import Channel, Offer, SavedReply
from creator_calm.domain.reply import Audience
from creator_calm.storage.codes import member

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.storage.database import Database

T = TypeVar("T")


@dataclass(frozen=True)
class _Shape(Generic[T]):
    """How one kind of thing lies in its table."""

    table: str
    columns: str
    read: Callable[[tuple[Any, ...]], T]
    write: Callable[[T], tuple[object, ...]]


class OwnList(Generic[T]):
    """One table, read and written as a whole."""

    def __init__(self, database: Database, shape: _Shape[T]) -> None:
        self._database = database
        self._shape = shape

    def all(self) -> tuple[T, ...]:
        """Return everything in the creator's order."""
        shape = self._shape
        found = self._database.rows(f"SELECT {shape.columns} FROM {shape.table} ORDER BY place")  # noqa: S608 - our own names
        return tuple(shape.read(row) for row in found)

    def put(self, things: tuple[T, ...]) -> None:
        """Keep these, in this order, and nothing else. Inside `writing`."""
        shape = self._shape
        self._database.run(f"DELETE FROM {shape.table}")  # noqa: S608 - our own names
        marks = ", ".join("?" * (shape.columns.count(",") + 1))
        self._database.run_many(
            f"INSERT INTO {shape.table} (place, {shape.columns}) VALUES (?, {marks})",  # noqa: S608 - our own names
            [(place, *shape.write(one)) for place, one in enumerate(things)],
        )


def saved_replies(database: Database) -> OwnList[SavedReply]:
    """Return the table `saved_replies`."""
    return OwnList(
        database,
        _Shape(
            "saved_replies",
            "id, title, text, language, audience",
            _saved_reply,
            lambda one: (one.id, one.title, one.text, one.language, one.audience.value),
        ),
    )


def offers(database: Database) -> OwnList[Offer]:
    """Return the table `offers`."""
    return OwnList(
        database,
        _Shape(
            "offers",
            "id, text, language",
            lambda row: Offer(*row),
            lambda one: (one.id, one.text, one.language),
        ),
    )


def channels(database: Database) -> OwnList[Channel]:
    """Return the table `channels`."""
    return OwnList(
        database,
        _Shape(
            "channels",
            "id, name, language, platform",
            _channel,
            lambda one: (
                one.id,
                one.name,
                one.language,
                one.platform.value if one.platform else "",
            ),
        ),
    )


def _saved_reply(row: tuple[Any, ...]) -> SavedReply:
    number, title, text, language, audience = row
    return SavedReply(number, title, text, language, member(Audience, audience, Audience.PUBLIC))


def _channel(row: tuple[Any, ...]) -> Channel:
    number, name, language, word = row
    platform = member(Platform, word, Platform.OTHER) if word else None
    return Channel(number, name, language, platform)
