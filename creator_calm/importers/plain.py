"""From HTML to text, and the last touch every text gets, in one pass and linear time.

No parser class: `html.parser` needs 4 s for 24 kB of `<a `. A `<` that begins no tag is a letter
of the text ("I <3 you", "5 < 6").
"""

from __future__ import annotations

import html
import re
import unicodedata

from creator_calm.importers import limits
from creator_calm.language.clean import for_storage

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)[^<>]*>")
_BREAKS = frozenset(
    [
        "br",
        "p",
        "div",
        "li",
        "tr",
        "blockquote",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "section",
        "article",
    ]
)
_DROPPED = frozenset({"script", "style"})
_EMPTY_LINES = re.compile(r"\n[ \t\n]*\n")
_REMOVED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_MARKUP = re.compile(r"<(?:br\s*/?|p|b|i|/a|a\s+href=[^<>]{1,500})>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|#39|#x27);")
_BARE = re.compile(r"[<>]|&(?![A-Za-z#][A-Za-z0-9]{0,12};)")


def looks_like_html(texts: list[str]) -> bool:
    """Say whether the texts of a file are HTML: one has formatting tags, or entities and none is bare.

    A file of plain text may mention `&amp;`; one of HTML cannot hold a bare `<` or `&`.
    """
    if any(_MARKUP.search(text) for text in texts):
        return True
    return any(_ENTITY.search(text) for text in texts) and not any(map(_BARE.search, texts))


def plain(markup: str, cap: int = limits.MARKUP_CHARACTERS) -> str:
    """Return the words of a piece of HTML, at most one empty line in a row."""
    markup = markup[:cap]
    if "<" not in markup:
        return html.unescape(markup)
    out: list[str] = []
    at = 0
    no_comment_from = len(markup)
    while (opening := markup.find("<", at)) >= 0:
        out.append(markup[at:opening])
        if markup.startswith("<!--", opening) and opening < no_comment_from:
            end = markup.find("-->", opening + 4)
            if end >= 0:
                at = end + 3
                continue
            no_comment_from = opening
        at = _after_tag(markup, opening, out)
    out.append(markup[at:])
    text = html.unescape("".join(out))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def _after_tag(markup: str, opening: int, out: list[str]) -> int:
    tag = _TAG.match(markup, opening)
    if tag is None:
        out.append("<")
        return opening + 1
    name = tag[1].lower()
    if name in _BREAKS:
        out.append("\n")
    if name in _DROPPED and markup[opening + 1] != "/":
        end = markup.lower().find(f"</{name}", tag.end())
        return end if end >= 0 else len(markup)
    return tag.end()


def cleaned(text: str) -> str:
    """Return `text` as it is kept: storable, composed (NFC), without white space around it. Idempotent.

    Control characters and the signs that turn the direction of their neighbours are not words and
    go; joiners stay, they hold emoji families together.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    if _REMOVED.search(text) is not None:
        text = _REMOVED.sub("", text)
    text = for_storage(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.strip()


def label(text: str, cap: int = limits.NAME_CHARACTERS) -> str:
    """Return a name or a title as it is kept: one line of at most `cap` characters."""
    text = text[: 2 * cap]
    if "\n" in text or "\r" in text:
        text = " ".join(text.split())
    return cleaned(text)[:cap]
