"""The kind shelf in words: a line of origin, and the whole shelf as text or Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.language import clean
from creator_calm.wording.catalogue import _
from creator_calm.wording.comments import platform_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.kind_words import KindWords

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_MARKS = re.compile(r"(?m)^(\s*)([-+=>]|\d+[.)])")


def origin(words: KindWords) -> str:
    """Say who wrote it and where: "Åsa · YouTube · 3 May 2026"; parts that are not known are left out."""
    day = words.written_at.date().isoformat() if words.written_at is not None else ""
    author = clean.inline(words.author, 60).strip("\u2068\u2069")
    where = "" if words.comment is None else platform_name(words.platform)
    return " · ".join(part for part in (author, where, day) if part)


def shelf_as_text(shelf: Iterable[KindWords]) -> str:
    """Return the shelf as plain text, one after the other."""
    parts = []
    for words in shelf:
        lines = [clean.block(words.text, 10_000), origin(words), words.tag, words.why]
        parts.append("\n".join(line for line in lines if line))
    return "\n\n".join([_("Kind words"), *parts]) + "\n"


def shelf_as_markdown(shelf: Iterable[KindWords]) -> str:
    """Return the shelf as Markdown: each a quotation. Marks in the words stay what they are."""
    parts = [f"# {_('Kind words')}"]
    for words in shelf:
        quoted = "\n".join(f"> {line}" for line in _plain(words.text).splitlines())
        below = [_plain(line) for line in (origin(words), words.tag, words.why) if line]
        parts.append("\n".join([quoted, "", "  \n".join(below)]).rstrip())
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    marked = _MARKS.sub(r"\\\1", clean.block(text, 10_000))
    return _LINE_MARKS.sub(r"\1\\\2", marked)
