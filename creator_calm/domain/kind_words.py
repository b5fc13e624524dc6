"""Kind words that were kept: copies, with the creator's own tag and line why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.comment import CommentKey


@dataclass(frozen=True, slots=True)
class KindWords:
    """One thing on the kind shelf. `comment` is None for words written down by hand."""

    id: int
    text: str
    author: str = ""
    platform: Platform = Platform.OTHER
    written_at: datetime | None = None
    link: str = ""
    tag: str = ""
    why: str = ""
    kept_at: datetime | None = None
    comment: CommentKey | None = None
