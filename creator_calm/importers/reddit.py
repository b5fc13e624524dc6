"""What Reddit's pages, dumps and answers have in common: one comment and its words."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Post
from creator_calm.importers.records import Record
from creator_calm.importers.values import text_at

if TYPE_CHECKING:
    from collections.abc import Mapping

_SITE = "https://www.reddit.com"


def is_bare(text: str | None) -> bool:
    """Say whether a text holds a bare < or >: then nothing in its file is escaped."""
    return text is not None and ("<" in text or ">" in text)


def link(path: object) -> str | None:
    """Return the address of a permalink, which is written without the site."""
    if not isinstance(path, str):
        return None
    return _SITE + path if path.startswith("/") else path


def record(number: int, data: Mapping[str, Any], post: Post | None, *, escaped: bool) -> Record:
    """Return one comment; `escaped` says that the words of this file are written as for HTML."""
    body = text_at(data, "body")
    under = (text_at(data, "link_id") or "").removeprefix("t3_")
    return Record(
        number,
        html.unescape(body) if body and escaped else body,
        author=text_at(data, "author"),
        account=text_at(data, "author_fullname"),
        id=(text_at(data, "id") or text_at(data, "name") or "").removeprefix("t1_") or None,
        parent=text_at(data, "parent_id"),
        date=data.get("created_utc"),
        zoned=True,
        likes=None if data.get("score_hidden") is True else data.get("score"),
        link=link(data.get("permalink")),
        post=post or _post(under, text_at(data, "link_title")),
        flags=_flags(data),
    )


def _post(native: str, title: str | None) -> Post | None:
    return Post(native or None, title) if native or title else None


def _flags(data: Mapping[str, Any]) -> frozenset[Flag]:
    found = set()
    if data.get("is_submitter") is True:
        found.add(Flag.POST_AUTHOR)
    if data.get("edited"):
        found.add(Flag.EDITED)
    if data.get("stickied") is True:
        found.add(Flag.PINNED)
    return frozenset(found)
