"""What was understood of a source, judged before anything of it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.comment import Moment
    from creator_calm.domain.intake import Found, Receipt, Role


class BlockState(StrEnum):
    """What is proposed to become of a part of a pasted text."""

    COMMENT = "comment"
    LEFT_OUT = "left_out"
    EMPTY = "empty"
    """A comment without words: a picture or a sticker."""
    NOT_RECOGNISED = "not_recognised"


@dataclass(frozen=True, slots=True)
class PastedBlock:
    """One row of the preview of a paste. The lines of all rows, in order, are the lines of the paste.

    `block` and `part` are what `ReadOptions.joined`, `split` and `left_out_parts` refer to;
    `source` is the text as pasted, the page's own words included, `text` what would be kept.
    Both and `author` are None while the block would be put away. `start` is the character of the
    proposed block at which this part begins, so that a caret becomes an offset for `split`.
    """

    block: int
    part: int
    state: BlockState
    text: str | None
    source: str | None
    author: str | None = None
    put_away: bool = False
    start: int = 0
    joined: bool = False


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column as it is read. `example` is its first cell that would not be put away, or None."""

    index: int
    label: str
    role: Role
    example: str | None = None
    away: bool = False
    """True where there were examples and all of them would be put away: show the mask."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One comment of the preview. While `put_away` is true there is no text and no author."""

    row: str
    put_away: bool
    text: str | None = None
    author: str | None = None
    written_at: Moment | None = None
    likes: int | None = None
    is_reply: bool = False
    is_own: bool = False
    place: str = ""
    known: bool = False
    """Whether the library has it already; only the workspace can tell."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood of a source, judged before it is shown.

    `rows` are the first 200 comments. While `complete` is false `receipt` counts only what was
    read so far and another preview follows. From the worker, `duplicates` of the receipt are those
    within the source: it has no library. The workspace adds those that are there already. `date_sample` is a date of the file as written, with its
    reading, where day and month could be mistaken.
    """

    found: Found
    receipt: Receipt
    rows: tuple[PreviewRow, ...] = ()
    columns: tuple[PreviewColumn, ...] = ()
    blocks: tuple[PastedBlock, ...] = ()
    date_sample: Moment | None = None
    complete: bool = True
    sheets: tuple[tuple[str, bool], ...] = ()
    """Sheets of a spreadsheet and whether they are read."""
    brought_before: datetime | None = None
    """When exactly this file was brought in before; aware UTC."""
