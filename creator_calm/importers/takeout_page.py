"""The page Takeout wrote before it wrote tables: `my-comments.html`, a list with an item per comment.

The words around the time are in the account's language; the time and the link are not.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Post
from creator_calm.domain.intake import Skipped, SkipReason
from creator_calm.importers import limits
from creator_calm.importers.comment_links import comment_of
from creator_calm.importers.kinds import TAKEOUT_ITEM
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import TextIOBase

_LINK_END = re.compile(r"[^<>]{0,2000}>([^<]{0,500})</a>[\s.]{0,20}(?:<br\s*/?>)?", re.IGNORECASE)
_VIDEO = re.compile(r"[?&]v=([\w-]{1,20})")
_END = "</li>"
_PIECE = 1 << 16


def items(page: TextIOBase) -> Iterator[Record | Skipped]:
    """Yield every item of the page in its order; memory does not grow with it."""
    rest, number = "", 0
    while piece := page.read(_PIECE):
        *whole, rest = (rest + piece).split(_END)
        for item in whole:
            number += 1
            yield _item(number, item)
        if len(rest) > limits.FIELD_CHARACTERS:
            number, rest = number + 1, ""
            yield Skipped(str(number), SkipReason.TOO_LONG)


def _item(number: int, item: str) -> Record | Skipped:
    start = TAKEOUT_ITEM.search(item)
    end = _LINK_END.match(item, start.end()) if start is not None else None
    if start is None or end is None:
        return Skipped(str(number), SkipReason.NOT_A_COMMENT)
    link = html.unescape(start[2])
    named, video = comment_of(link), _VIDEO.search(link)
    return Record(
        number,
        item[end.end() :].strip(),
        html=True,
        id=named.id if named is not None else None,
        parent=named.parent if named is not None else None,
        date=start[1],
        link=named.link if named is not None else None,
        post=Post(video[1], None, link if named is None else None) if video else None,
    )
