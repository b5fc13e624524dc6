"""What the creator has already posted, so that a suggestion does not say it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.replies.recall import own_in, phrases_in
from creator_calm.replies.surface import opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.learned import OwnPhrase
    from creator_calm.storage.comments import Stored
    from creator_calm.storage.library import Library

REPLIES_KEPT = 50
OPENERS_KEPT = 10
OWN_KEPT = 5
"""A phrase of one's own may come back sooner: that is how one talks."""


@dataclass(frozen=True, slots=True)
class Said:
    """Phrases of this thread, phrases of late, and the first words under this video and of late."""

    in_thread: frozenset[str]
    of_late: frozenset[str]
    openers: tuple[str, ...]


def already_said(library: Library, stored: Stored, own: Sequence[OwnPhrase] = ()) -> Said:
    """Return what is known of the replies that were copied, newest first."""
    in_thread: set[str] = set()
    of_late: set[str] = set()
    openers: list[str] = []
    for reply in library.drafts.answered(stored.comment, stored.key, REPLIES_KEPT):
        if reply.in_thread:
            in_thread |= phrases_in(reply.text) | own_in(reply.text, own)
        if reply.place <= REPLIES_KEPT:
            of_late |= phrases_in(reply.text)
        if reply.place <= OWN_KEPT:
            of_late |= own_in(reply.text, own)
        if reply.under_same_post or reply.place <= OPENERS_KEPT:
            openers.append(opener(reply.text))
    return Said(frozenset(in_thread), frozenset(of_late), tuple(dict.fromkeys(openers)))
