"""Comments and people as numbers: what an index compares instead of words."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from creator_calm.domain.comment import Comment


@lru_cache(maxsize=2_000)
def identity(comment_id: str) -> int:
    """Return the number by which a comment is known again."""
    return _number(comment_id)


def person_number(comment: Comment) -> int:
    """Return a number for who wrote it: platform and account, or name. Nobody named: one per comment."""
    who = comment.author.account or comment.author.name or comment.id
    return _person(f"{comment.platform}\0{who}")


def account_person(account: str) -> int:
    """Return the number for an account as the rules name it (`own_rules.author_key`)."""
    platform, _, who = account.partition(":")
    return _person(f"{platform}\0{who}")


@lru_cache(maxsize=20_000)
def _person(words: str) -> int:
    return _number(words)


def _number(words: str) -> int:
    digest = hashlib.blake2b(words.encode(errors="replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
