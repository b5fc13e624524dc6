"""What a face sees of comments. A row of a put-away comment has no words to leak."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.assessment import Confidence, Evidence, Facet, Kind, Lane, Point
    from creator_calm.domain.comment import CommentKey, Moment, Platform


class Pill(StrEnum):
    """The filters of the inbox. Put-away comments answer to none of them."""

    ALL = "all"
    USEFUL = "useful"
    QUESTIONS = "questions"
    KIND = "kind"
    NOT_SURE = "not_sure"
    NOT_ANSWERED = "not_answered"
    """What holds something to answer and is neither answered nor archived."""
    YOURS = "yours"
    """What the creator wrote: in no other list, and shown by none of the others."""


class Sort(StrEnum):
    """Orders of the inbox. None of them uses hidden text or harshness."""

    KIND_USEFUL_FIRST = "kind_useful_first"
    NEWEST = "newest"
    OLDEST = "oldest"
    MOST_LIKED = "most_liked"


class Pile(StrEnum):
    """Which comments a list shows."""

    SHOWN = "shown"
    AWAY = "away"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class InboxQuery:
    """A filter and an order. `search` is matched on words; hits in put-away text are only counted."""

    pile: Pile = Pile.SHOWN
    pill: Pill = Pill.ALL
    sort: Sort = Sort.KIND_USEFUL_FIRST
    search: str = ""
    platform: Platform | None = None


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One comment as a list may show it.

    While `put_away` is true, `text` and `author` are None: what a screen never receives, it
    cannot leak. `text` is at most 300 characters, `cut` says that there is more.
    """

    key: CommentKey
    put_away: bool
    kind: Kind
    lane: Lane
    confidence: Confidence
    facets: frozenset[Facet]
    platform: Platform
    written_at: Moment | None
    points: tuple[Point, ...]
    text: str | None = None
    author: str | None = None
    cut: bool = False
    likes: int | None = None
    candidates: tuple[Kind, ...] = ()
    read: bool = False
    done: bool = False
    answered: bool = False
    kept: bool = False
    is_own: bool = False
    has_draft: bool = False
    language: str = "und"
    is_reply: bool = False
    """Whether it answers another comment, wherever that one is."""
    resting: bool = False
    """Whether a reply to it rests or has rested: its words are folded away meanwhile."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What a comment answers, and how many answer it, as far as the library holds them.

    `parent` is a row as a list shows it, so of a put-away one it has no words; None when the
    library does not hold what `is_reply` speaks of.
    """

    is_reply: bool
    parent: InboxRow | None = None
    parent_deleted: bool = False
    replies: int = 0
    own_replies: int = 0


@dataclass(frozen=True, slots=True)
class CommentView:
    """One comment in full, handed out only when it is not put away or has been revealed on purpose."""

    row: InboxRow
    text: str
    author: str | None
    evidence: tuple[Evidence, ...]
    link: str | None = None
    post_title: str | None = None
    revealed: bool = False
    thread: Thread | None = None


@dataclass(frozen=True, slots=True)
class InboxCounts:
    """Counts for headers. `some_away` is a yes or no: a number would be a lure."""

    to_read: int
    some_away: bool
    safety: bool
    distress: bool
    total: int
    own: bool = False
    """Whether there are words of the creator's own."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """How a search went: capped at 1,000; put-away hits are a count without a snippet."""

    shown: int
    away: int
    capped: bool = False


@dataclass(frozen=True, slots=True)
class Perspective:
    """The base rate in people: how many harsh of how many, from how many people, how many kind."""

    comments: int
    harsh: int
    harsh_people: int
    harsh_repeat_people: int
    kind: int


@dataclass(frozen=True, slots=True)
class Today:
    """What the first page shows."""

    needs_you: tuple[InboxRow, ...] = ()
    needs_you_count: int = 0
    kind: tuple[InboxRow, ...] = ()
    safety: bool = False
    distress: tuple[InboxRow, ...] = ()
    perspective: Perspective | None = None
    empty: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply being written. `saved_at` is aware UTC."""

    key: CommentKey
    text: str
    saved_at: datetime
    facts: dict[str, str] = field(default_factory=dict)
