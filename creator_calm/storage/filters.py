"""What a list is asked for: which comments, in which order, with which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.domain.standing import Group, Mask, Place, Weight

Position = tuple[int, ...]
"""Where a comment stands in an order: the values of `Order.columns`."""


class Order(Enum):
    """An order of a list. The key is its last column, so that no two comments are equal."""

    WEIGHT = "weight, at, key"
    NEWEST = "at, key"
    OLDEST = "oldest"
    LIKES = "likes, at, key"
    FOUND = "words.rowid"

    @property
    def columns(self) -> str:
        """Columns of `states`."""
        return "at, key" if self is Order.OLDEST else self.value

    @property
    def down(self) -> bool:
        """Whether the largest comes first. All columns go the same way."""
        return self is not Order.OLDEST

    @property
    def clause(self) -> str:
        """The ORDER BY of this order."""
        return f"{self.columns.replace(',', ' DESC,')} DESC" if self.down else self.columns


@dataclass(frozen=True, slots=True)
class Filter:
    """Which comments, in which order. `words` is a MATCH text made by `match_text`.

    `masks` None means any; (0,) leaves out what is put away (pills in the archive do).
    """

    places: tuple[Place, ...]
    order: Order
    weight: Weight | None = None
    group: Group | None = None
    without: Group | None = None
    unsure: bool = False
    waiting: bool = False
    platform: str | None = None
    masks: tuple[Mask, ...] | None = None
    words: str = ""


def match_text(typed: str) -> str:
    """Return a MATCH text for what somebody typed, "" when there is no word in it.

    Every word is quoted, so nothing typed can be an operator, and matches beginnings ("ljud"
    finds "ljudet"). All words have to be there.
    """
    clean = typed.encode(errors="replace").decode().replace("\0", " ").replace('"', " ")
    terms = [term for term in clean.split() if any(sign.isalnum() for sign in term)]
    return " ".join(f'"{term}"*' for term in terms[:12])
