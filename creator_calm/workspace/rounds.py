"""How often this author and the creator have already gone back and forth in one thread."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.storage.times import to_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.domain.comment import CommentKey
    from creator_calm.storage.comments import Stored
    from creator_calm.storage.library import Library
    from creator_calm.storage.threads import Turn


def rounds_with(library: Library, stored: Stored) -> int:
    """Return the rounds with the author of a comment in its thread, as `count_rounds` counts."""
    turns = library.threads.turns(stored.comment, stored.key)
    return count_rounds(turns, name_of(stored), said_about(library, stored.key))


def said_about(library: Library, key: CommentKey) -> list[int]:
    """Return when replies were used that a promise about a comment knows of, microseconds."""
    return [to_number(at) for one in library.promises.of_comment(key) for at in one.said_at]


def count_rounds(turns: Sequence[Turn], name: str = "", said_at: Iterable[int] = ()) -> int:
    """Return how many of the creator's replies were followed by a later comment of the author.

    A reply counts when it was copied here or stands in the library as the creator's own; two in
    a row are one. `name` is the author's: own words that begin with somebody else's do not count.
    `said_at` are further replies, of which only the time is known (one copied over another).
    """
    said = sorted([*_said(turns, name), *((at, True) for at in said_at)])
    return sum(mine and not after for (_, mine), (_, after) in pairwise(said))


def is_answered(turns: Sequence[Turn], stored: Stored) -> bool:
    """Say whether the library holds an answer of the creator's own to this very comment."""
    to_them = (one for one in turns if one.own and one.answers == stored.comment.id)
    return any(_speaks_to(one, name_of(stored)) for one in to_them)


def others_answered(turns: Sequence[Turn], stored: Stored) -> bool:
    """Say whether somebody else answered a question and whoever asked came back with thanks.

    That they answered well is known only from the thanks.
    """
    asked = next((one.at for one in turns if one.key == stored.key), None)
    if asked is None or any(one.own for one in turns):
        return False
    helped = [
        one.at
        for one in turns
        if not one.theirs and not one.away and one.at > asked and one.kind is not Kind.QUESTION
    ]
    return bool(helped) and any(
        one.theirs and one.kind is Kind.PRAISE and one.at > helped[0] for one in turns
    )


def _said(turns: Iterable[Turn], name: str) -> Iterable[tuple[int, bool]]:
    """Every word between the two with its time; true for the creator's."""
    turns = tuple(turns)
    theirs = {one.id for one in turns if one.theirs and not one.own}
    for one in turns:
        if one.id in theirs:
            yield one.at, False
            if one.answered_at is not None:
                yield one.answered_at, True
        elif one.own and one.answers in theirs and _speaks_to(one, name):
            yield one.at, True


def _speaks_to(turn: Turn, name: str) -> bool:
    """Whether own words are to this author: in flat threads a mention at the start says to whom."""
    begins = turn.begins.lstrip()
    return not begins.startswith("@") or (
        bool(name) and begins[1:].casefold().startswith(name.lstrip("@").casefold())
    )


def name_of(stored: Stored) -> str:
    """Return the name of who wrote a comment, "" when it is not known."""
    return stored.comment.author.name or ""
