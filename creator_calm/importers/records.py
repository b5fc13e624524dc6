"""What a format hands over: one record as read, not yet made into a comment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.domain.comment import Flag, Platform, Post
    from creator_calm.domain.intake import SkipReason


@dataclass(slots=True)
class Record:
    """One record in the words of its file. `shaping.py` cleans, counts, dates and names it.

    `row` is its line, row or item number, `place` the sheet where there are several. `text` is None
    or "" for a record without words. `html` says that the text is HTML, None that nobody knows.
    `date` may be text, an epoch number or a datetime; `zoned` that a time without zone is UTC by
    the meaning of its field; `estimated` that the tool made the time up from a relative one.
    `id_is_number` marks an id that came from a numeric cell and may have lost digits.
    """

    row: int
    text: str | None
    place: str = ""
    html: bool | None = False
    author: str | None = None
    account: str | None = None
    id: str | None = None
    id_is_number: bool = False
    id_is_row: bool = False
    """Whether the id only counts the rows of this file: replies are found by it, and it is not kept."""
    scope: str | None = None
    """Where ids count from one: a site, a server, a chat. Two of them have a comment 7 each."""
    parent: str | None = None
    date: object = None
    date_words: str | None = None
    zoned: bool = False
    estimated: bool = False
    likes: object = None
    score: object = None
    """A number that is a rating when all of the column are 1 to 5, and likes otherwise."""
    rating: object = None
    title: str | None = None
    link: str | None = None
    post: Post | None = None
    platform: Platform | None = None
    is_own: bool | None = None
    flags: frozenset[Flag] = field(default_factory=frozenset)
    missing_replies: int = 0
    """Replies the file mentions here and does not hold."""
    unless_asked: SkipReason | None = None
    """Why it stays out by default: deleted, spam, bot, not public. Asked for, it comes with the flag."""


def text_of(value: object) -> str | None:
    """Return a cell or a JSON value as text; None for nothing and for what is no single value."""
    if type(value) is str:
        return value
    if value is None or isinstance(value, bool | list | dict | tuple):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e18:
        return str(int(value))
    return str(value)


def is_rounded(value: object) -> bool:
    """Say whether a number is so long that a spreadsheet has already lost digits of it."""
    if isinstance(value, float):
        return abs(value) >= 1e15
    if isinstance(value, str) and "+" in value:
        mantissa, sign, exponent = value.upper().partition("E+")
        return (
            bool(sign)
            and exponent.isdigit()
            and mantissa.replace(".", "", 1).replace(",", "", 1).isdigit()
        )
    return False
