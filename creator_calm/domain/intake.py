"""What passes between the reader of files, the worker process and the library: plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.assessment import Assessment, Digest
    from creator_calm.domain.comment import Comment, Moment
    from creator_calm.domain.inbox import Perspective


class SkipReason(StrEnum):
    """Why a record did not become a comment. Every skip is listed with its place.

    The values are those of importing.md, which `import --json` prints. DUPLICATE_IN_FILE counts
    as a duplicate, every other reason as skipped.
    """

    EMPTY = "empty"
    DELETED = "deleted"
    SPAM = "spam"
    BOT = "bot"
    NON_PUBLIC = "not_public"
    POST = "post"
    NOT_A_COMMENT = "not_a_comment"
    SERVICE = "service"
    PINGBACK = "pingback"
    REPOST = "repost"
    NOT_CHOSEN = "not_chosen"
    TOO_LONG = "too_long"
    BROKEN = "unreadable"
    UNRECOGNISED = "not_recognised"
    LEFT_OUT = "left_out"
    DUPLICATE_IN_FILE = "duplicate_in_file"


ASKED_FOR = (SkipReason.DELETED, SkipReason.SPAM, SkipReason.BOT, SkipReason.NON_PUBLIC)
"""What stays out by default and comes in when somebody asks for it."""


class Warn(StrEnum):
    """Things worth saying about a file that was read."""

    DATES_ESTIMATED = "dates_estimated"
    DATES_AMBIGUOUS = "dates_ambiguous"
    DATES_OF_CAPTURE = "dates_of_capture"
    IDS_ROUNDED = "ids_rounded"
    COUNTS_UNREADABLE = "counts_unreadable"
    REPAIRED_LINES = "repaired_lines"
    CUT_SHORT = "cut_short"
    STOPPED_AT_LIMIT = "stopped_at_limit"
    OWN_WORDS = "own_words"
    NO_HEADER = "no_header"
    TRUNCATED_END = "truncated_end"
    DAMAGED_END = "damaged_end"
    PRIVATE_CHAT = "private_chat"


class LeftOut(StrEnum):
    """Kinds of private data that were in the file and are kept nowhere."""

    EMAIL = "email"
    IP_ADDRESS = "ip_address"
    PHONE = "phone"
    PICTURES = "pictures"
    LOCATION = "location"
    PROFILE = "profile"


class Role(StrEnum):
    """What a column of a table holds."""

    TEXT = "text"
    AUTHOR = "author"
    ACCOUNT = "account"
    DATE = "date"
    LIKES = "likes"
    RATING = "rating"
    ID = "id"
    PARENT = "parent"
    LINK = "link"
    POST = "post"
    POST_TITLE = "post_title"
    PLATFORM = "platform"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that did not become a comment.

    `row` is its place in the file (line, row, item); `place` the sheet, where there is more than one.
    """

    row: str
    reason: SkipReason
    place: str = ""


class Grouping(StrEnum):
    """How plain text falls into comments: by the page it was copied from, paragraphs, lines, or not."""

    PAGE = "page"
    BLOCKS = "blocks"
    LINES = "lines"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Corrections of what was guessed; None means: find out. `columns` maps a role to a column index.

    `left_out`, `joined` and `split` are the creator's edits of a pasted text: 0-based numbers of the
    proposed blocks, and for `split` (block, character offset).
    """

    format: str | None = None
    encoding: str | None = None
    day_first: bool | None = None
    platform: Platform | None = None
    columns: tuple[tuple[Role, int], ...] = ()
    left_out: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    split: tuple[tuple[int, int], ...] = ()
    left_out_parts: frozenset[tuple[int, int]] = frozenset()
    """Parts of blocks that were split: (block, part), both 0-based; `left_out` takes whole blocks."""
    as_comments: frozenset[int] = frozenset()
    """Blocks said to be comments although the page's own words or nobody known explained them."""
    grouping: Grouping | None = None
    """How a paste falls into comments; None means: find out."""
    brought: frozenset[SkipReason] = frozenset()
    """Sorts that stay out by default and are asked for: deleted ones with text, spam, bots, not public."""
    private: bool = False
    """Whether a private conversation was asked for; otherwise it is refused with PRIVATE_CHAT."""
    parts: tuple[str, ...] | None = None
    """Sheets, chats or members of an archive to read, by name; None means: those that hold comments."""
    reference: datetime | None = None
    """The moment relative ages count from ("this file was made on"), aware UTC."""
    zone_minutes: int | None = None
    """How far the clock of times without a zone is ahead of UTC."""
    capture_dates: bool = False
    """Whether dates that look like the time of saving are taken as times of writing."""


@dataclass(frozen=True, slots=True)
class Source:
    """What to read: a file's path, pasted text, or the bytes of standard input.

    `name` is shown; a paste has the name "".
    """

    path: str | None = None
    text: str | None = None
    name: str = ""
    data: bytes | None = None
    html: str | None = None
    """The same clipboard as HTML: ids and times of comments are taken from it, never words."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One comment as read, with its place in the source and the judgement made in the worker."""

    comment: Comment
    row: str
    assessment: Assessment
    place: str = ""
    native_id: str | None = None
    """The id as the file gives it; None when it gives none that can be trusted."""


@dataclass(frozen=True, slots=True)
class ReadComment:
    """One comment as read, before anybody judged it. Fields as in `Sighting`."""

    comment: Comment
    row: str
    place: str = ""
    native_id: str | None = None

    def judged(self, assessment: Assessment) -> Sighting:
        """Return the same sighting with its judgement."""
        return Sighting(self.comment, self.row, assessment, self.place, self.native_id)


@dataclass(frozen=True, slots=True)
class Found:
    """What was understood of a source before anything is kept.

    `detail` is a code such as `comma`, `semicolon`, `tab`, `blocks`, `lines`; `columns` are the
    header cells (or "" where there is none) with their guessed roles.
    """

    format: str
    encoding: str
    detail: str = ""
    platform: Platform = Platform.OTHER
    day_first: bool | None = None
    columns: tuple[tuple[str, Role], ...] = ()
    warnings: tuple[Warn, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """The accounting of one source. `read == new + duplicates + len(skipped)`, always.

    `skipped` lists at most 10,000 places; `skipped_count` is the whole number.
    """

    source: str
    format: str
    encoding: str
    read: int
    new: int
    duplicates: int
    skipped: tuple[Skipped, ...]
    skipped_count: int
    replies: int = 0
    own: int = 0
    missing_replies: int = 0
    first: Moment | None = None
    last: Moment | None = None
    warnings: tuple[Warn, ...] = ()
    put_away: int = 0
    cannot_judge: int = 0
    swedish: int = 0
    digest: Digest | None = None
    """What the put-away ones of it ask for; None where nothing came in or nothing was kept."""
    rules_alone: int = 0
    """Comments judged without the learned model, since its file could not be read."""
    sha256: str = ""
    size: int = 0
    platform: Platform = Platform.OTHER
    detail: str = ""
    stopped_at: int = 0
    """Record or line at which reading stopped early (limit, damage); 0 when it did not."""
    repaired: tuple[int, ...] = ()
    """Lines whose quotation marks were mended, at most 1,000 of them."""
    columns_not_used: tuple[tuple[str, int], ...] = ()
    """Header cells that were read as nothing, with the number of filled cells below them."""
    left_out: tuple[LeftOut, ...] = ()
    dates: tuple[int, int, int, int] = (0, 0, 0, 0)
    """New comments whose time is exact, known to the day, estimated, unknown."""
    perspective: Perspective | None = None
    """The base rate of the new ones, once they have been judged."""

    @property
    def comments(self) -> int:
        """New top-level comments; `comments + replies == new`."""
        return self.new - self.replies


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a running import is. `total` is bytes of the source, 0 when not known."""

    done: int
    total: int
    records: int
    kept: int = 0


@dataclass(frozen=True, slots=True)
class FormatInfo:
    """One import format as shown by `creator-calm formats`."""

    name: str
    platform: Platform
    mark: str
    holds_own_words: bool = False
    extensions: tuple[str, ...] = field(default_factory=tuple)
