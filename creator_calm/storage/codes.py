"""Words that repeat a million times (kinds, platforms, sets of flags) as small numbers."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from creator_calm.storage.database import Database

Code = TypeVar("Code", bound=StrEnum)
_BETWEEN = " "


class Codes:
    """The table `codes`, held in memory: a few hundred words at most."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._numbers: dict[str, int] = {}
        self._words: dict[int, str] = {}
        self._sets: dict[Hashable, int | None] = {}
        database.on_rollback(self._read)
        self._read()

    def _read(self) -> None:
        found = self._database.rows("SELECT number, word FROM codes")
        self._words = dict(found)
        self._numbers = {word: number for number, word in found}
        self._sets.clear()

    def number(self, word: str) -> int:
        """Return the number of `word`, a new one if need be (then only inside `writing`)."""
        known = self._numbers.get(word)
        if known is not None:
            return known
        self._database.run("INSERT INTO codes (word) VALUES (?)", (word,))
        number = self._database.last_id()
        self._numbers[word] = number
        self._words[number] = word
        return number

    def known(self, word: str) -> int:
        """Return the number of `word`, -1 when no row can hold it."""
        return self._numbers.get(word, -1)

    def all(self) -> list[tuple[int, str]]:
        """Return every number with its word or its words."""
        return list(self._words.items())

    def word(self, number: int) -> str:
        """Return the word of a number the library holds."""
        return self._words.get(number, "")

    def numbers(self, words: frozenset[str] | tuple[str, ...]) -> int | None:
        """Return one number for a set (in any order) or a sequence of words, None for none."""
        if not words:
            return None
        known = self._sets.get(words)
        if known is None:
            ordered = sorted(words) if isinstance(words, frozenset) else words
            known = self._sets[words] = self.number(_BETWEEN.join(ordered))
        return known

    def words(self, number: int | None) -> tuple[str, ...]:
        """Return the words of a set's number."""
        return () if number is None else tuple(self.word(number).split(_BETWEEN))


def members(kind: type[Code], words: tuple[str, ...]) -> tuple[Code, ...]:
    """Return the members of an enumeration; words it no longer knows are left out."""
    known = _by_word(kind)
    return tuple(known[word] for word in words if word in known)


@cache
def _by_word(kind: type[Code]) -> Mapping[str, Code]:
    return {member.value: member for member in kind}


def member(kind: type[Code], word: str, otherwise: Code) -> Code:
    """Return the member for `word`, `otherwise` when this version does not know it."""
    found: Code = _by_word(kind).get(word, otherwise)
    return found
