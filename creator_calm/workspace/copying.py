"""A reply was copied: what other parts of the desk do with it, as one step with one undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.domain.assessment import Assessment
    from creator_calm.domain.change import Area
    from creator_calm.domain.comment import Comment, CommentKey
    from creator_calm.domain.reply import Audience, Chip, Suggestion


@dataclass(frozen=True, slots=True)
class Copied:
    """A reply the creator took to post. `start` is the suggestion it began with, None for own words."""

    key: CommentKey
    comment: Comment
    assessment: Assessment
    text: str
    start: Suggestion | None
    audience: Audience
    facts: dict[Chip, str]


@dataclass(frozen=True, slots=True)
class Consequence:
    """What follows from a copied reply; both ways run inside one transaction with it."""

    areas: Area
    forth: Callable[[], None]
    back: Callable[[], None]


if TYPE_CHECKING:
    Follower = Callable[[Copied], Consequence | None]
    """Says what follows from a copied reply, without doing it yet; None for nothing."""
