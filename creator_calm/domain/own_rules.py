"""The creator's own rules: words, trusted people, corrections. What they say goes before the judges.

`OwnRules` is what triage is handed; the other types are what the library keeps and the faces show.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.assessment import Kind
    from creator_calm.domain.comment import CommentKey

MOST_PHRASES = 5_000
LONGEST_PHRASE = 120
LONGEST_NOTE = 200
MOST_EXCEPTIONS = 20
MOST_LESSONS = 500
"""Corrections that are learned from: the newest ones."""


class Wish(StrEnum):
    """What an own phrase does."""

    AWAY = "away"
    KEEP = "keep"


class Match(StrEnum):
    """How an own phrase is looked for."""

    WORD = "word"
    """Its words side by side, in any spelling the normaliser sees through."""
    STARTS = "starts"
    """The same, and the last word may go on: for Swedish compounds."""
    EXACT = "exact"
    """As it is written, but for capitals: nothing is seen through."""


class Where(StrEnum):
    """Where an own phrase is looked for."""

    COMMENT = "comment"
    AUTHOR = "author"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or phrase of the creator's own. `exceptions` anywhere in the same text cancel it."""

    id: int
    text: str
    wish: Wish = Wish.AWAY
    match: Match = Match.WORD
    where: Where = Where.COMMENT
    exceptions: tuple[str, ...] = ()
    note: str = ""
    made_at: datetime | None = None


class Says(StrEnum):
    """What a correction says."""

    HARSH = "harsh"
    NOT_HARSH = "not_harsh"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the creator said of one comment.

    `text` is a hash of the normalised words and `features` hashes of its words, so that nothing
    readable is left when the comment is deleted. `spreads` is False for "only this one".
    `rival` is the other kind where two were offered. `comment` is its key in the library.
    """

    id: int
    says: Says
    text: int
    kind: Kind | None = None
    rival: Kind | None = None
    features: tuple[int, ...] = ()
    spreads: bool = False
    comment: CommentKey | None = None
    made_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Trusted:
    """An author who gets the benefit of the doubt.

    `account` is `author_key`; `turned_at` is when the account turned, so that the trust rests.
    """

    account: str
    name: str
    since: datetime | None = None
    turned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Regular:
    """Somebody who writes often and calmly: who may be offered trust. `key` is one of their comments."""

    account: str
    name: str
    comments: int
    key: CommentKey


@dataclass(frozen=True, slots=True)
class Fixed:
    """Words (a hash of them, normalised) on which the creator has decided."""

    text: int
    says: Says
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One correction to learn from. `harsh`: in which direction."""

    harsh: bool
    features: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picks:
    """How often `kind` was picked where `rival` was the other choice."""

    kind: Kind
    rival: Kind
    times: int


@dataclass(frozen=True, slots=True)
class OwnRules:
    """Everything of the creator's own that triage may know; values only, oldest lesson first."""

    phrases: tuple[Phrase, ...] = ()
    fixed: tuple[Fixed, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    picks: tuple[Picks, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is any rule at all."""
        return bool(self.phrases or self.fixed or self.lessons or self.picks)


NO_RULES = OwnRules()


class Deed(StrEnum):
    """What a change of own rules was: one line of their history."""

    PHRASES_ADDED = "phrases_added"
    PHRASE_CHANGED = "phrase_changed"
    PHRASES_REMOVED = "phrases_removed"
    TRUSTED = "trusted"
    TRUST_ENDED = "trust_ended"
    CORRECTED = "corrected"
    CORRECTION_FORGOTTEN = "correction_forgotten"
    CORRECTIONS_RESET = "corrections_reset"
    LEVEL = "level"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A change of own rules that was saved: what it moved, and whether it was taken back since."""

    id: int
    deed: Deed
    count: int
    made_at: datetime
    away: int
    shown: int
    taken_back: bool = False


def author_key(platform: str, account: str | None) -> str:
    """Return who somebody is to the rules: platform and account. A display name alone is nobody."""
    return f"{platform}:{account}" if account else ""
