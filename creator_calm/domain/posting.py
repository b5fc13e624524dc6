"""How a reply would stand on its platform: its length there, and what is read as more than words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """What a platform makes of a piece of plain text."""

    MENTION = "mention"
    TAG = "tag"
    FORMATTING = "formatting"


@dataclass(frozen=True, slots=True)
class Posted:
    """A reply as the platform takes it.

    `length` and `limit` are in the platform's own count, `limit` None where none is known; `part`
    is the first piece of the text that is read as `reading`.
    """

    length: int
    limit: int | None = None
    reading: Reading | None = None
    part: str = ""
