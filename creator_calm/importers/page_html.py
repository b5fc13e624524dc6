"""What the HTML of a clipboard knows beyond its text: which comment a line belongs to, and when.

The words always come from the plain text, which is what was seen on the screen; from the HTML come
addresses and times alone. One pass, no parser class: `html.parser` needs seconds for 24 kB of `<a `.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from creator_calm.importers import limits, plain
from creator_calm.importers.comment_links import NamedComment, comment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

HTML_CHARACTERS = 8 * limits.PASTE_CHARACTERS
_TAG = re.compile(r"<(/?)(a|time)\b([^<>]*)>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))""", re.IGNORECASE)
_TIME = re.compile(r"""\bdatetime\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"
_WORDS = 200
_MARKS = 100_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A link or a time of the page: its words, the comment it names, and when, as the page states it."""

    words: str
    comment: NamedComment | None = None
    time: str | None = None


def marks(markup: str) -> tuple[Mark, ...]:
    """Return the links to comments and the times of a page, in its order."""
    found: list[Mark] = []
    for mark in _marks(_fragment(markup)):
        if found and _belong_together(found[-1], mark):
            found[-1] = replace(found[-1], comment=mark.comment)
        elif len(found) < _MARKS:
            found.append(mark)
    return tuple(found)


def text_of(markup: str) -> str:
    """Return the words of a page that came without plain text, a line per block."""
    return plain.plain(_fragment(markup), cap=HTML_CHARACTERS)


def _fragment(markup: str) -> str:
    # Windows wraps what was copied; a page may hold anything around it.
    markup = markup[:HTML_CHARACTERS]
    start, end = markup.find(_START), markup.rfind(_END)
    if start >= 0:
        markup = markup[start + len(_START) : end if end > start else None]
    return markup


def _belong_together(before: Mark, mark: Mark) -> bool:
    # A time, and behind it the link "permalink" of the same comment.
    return before.comment is None and before.time is not None and mark.time is None


def _marks(markup: str) -> Iterator[Mark]:
    link: tuple[str, int] | None = None
    time: tuple[str, int] | None = None
    for tag in _TAG.finditer(markup):
        if not tag[1]:
            if tag[2].lower() == "a":
                link, time = (_value(_HREF, tag[3]), tag.end()), None
            else:
                time = _value(_TIME, tag[3]), tag.end()
        elif tag[2].lower() == "a" and link is not None:
            comment = comment_of(link[0])
            if comment is not None or (time is not None and time[0]):
                words = _words(markup, link[1], tag.start())
                yield Mark(words, comment, (time[0] if time else "") or None)
            link, time = None, None
        elif link is None and time is not None:
            if time[0]:
                yield Mark(_words(markup, time[1], tag.start()), None, time[0])
            time = None


def _value(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes[: 2 * limits.LINK_CHARACTERS])
    return html.unescape(next((group for group in found.groups() if group), "")) if found else ""


def _words(markup: str, start: int, end: int) -> str:
    if end - start > 20 * _WORDS:
        return ""
    text = html.unescape(_ANY_TAG.sub("", markup[start:end]))
    return " ".join(text.split())[:_WORDS]
