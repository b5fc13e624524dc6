"""Feeds of comments as RSS or Atom: WordPress, Blogger, Reddit, Disqus. A feed of posts is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, Skipped, SkipReason
from creator_calm.importers.links import host_of
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.xml_elements import Element

INFO = FormatInfo("comment_feed", Platform.WEBSITE, "S", extensions=("xml", "rss", "atom"))

_OF_COMMENTS = re.compile(
    r"#comment-\d|#c\d{6,}|<name>\s*/u/|in-reply-to\b|<title>\s*(?:<!\[CDATA\[)?\s*"
    r"(?:Comments (?:on|for)|Kommentarer (?:till|på)|Latest comments)",
    re.IGNORECASE,
)
_ANCHOR = re.compile(r"#(?:comment-|c)?(\d{1,20})$")
_ANSWERS = re.compile(r'href="[^"<>]{0,500}#comment-(\d{1,20})"')
_IN_REPLY_CHARACTERS = 600
_BY = re.compile(r"(?:By|Av|Von|Par|Por|Door|Di): (.{1,200})", re.DOTALL)


def sniff(opening: Opening) -> int:
    """Sure where titles, addresses or writers are those of comments."""
    if opening.shape is not Shape.XML or opening.root not in {"rss", "feed", "RDF"}:
        return 0
    if any("wordpress.org/export" in address for address in opening.namespaces):
        return 0
    return 92 if _OF_COMMENTS.search(opening.text) else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read the items or entries in file order. The title of the feed tells what they stand under."""
    title, link = None, None
    number = 0
    for line, element in reading.elements("title", "link", "item", "entry"):
        if element is None:
            yield Skipped(str(line), SkipReason.TOO_LONG)
        elif element.name == "title" and title is None:
            title = element.text.strip() or None
        elif element.name == "link" and link is None:
            link = element.text.strip() or None
        elif element.name in {"item", "entry"}:
            number += 1
            yield _one(element, Post(title=title, link=link) if title or link else None)


def _text(element: Element, *names: str) -> str | None:
    return (element.text_of(*names) or "").strip() or None


def _one(element: Element, post: Post | None) -> Record | Skipped:
    native = _text(element, "id") or _text(element, "guid") or _link(element)
    if native is not None and native.startswith("t3_"):
        return Skipped(str(element.line), SkipReason.POST)
    if native is not None and native.startswith("t1_"):
        return _record(element, native.removeprefix("t1_"), post, Platform.REDDIT)
    anchor = _ANCHOR.search(native or "") or _ANCHOR.search(_link(element) or "")
    return _record(element, anchor[1] if anchor else native, post, None)


def _record(
    element: Element, native: str | None, post: Post | None, platform: Platform | None
) -> Record:
    body = _text(element, "encoded") or _text(element, "content") or _text(element, "description")
    return Record(
        element.line,
        body or _text(element, "summary"),
        html=True,
        author=_author(element),
        id=native,
        scope=None if platform is Platform.REDDIT else host_of(_link(element)),
        parent=_parent(element, body or ""),
        date=next(
            (d for n in ("pubDate", "published", "updated", "date") if (d := _text(element, n))),
            None,
        ),
        link=_link(element),
        post=post,
        platform=platform,
    )


def _author(element: Element) -> str | None:
    name = _text(element, "author", "name") or _text(element, "creator")
    by = _BY.fullmatch(_text(element, "title") or "")
    return (name.removeprefix("/u/") if name else None) or (by[1] if by else None)


def _link(element: Element) -> str | None:
    links = [child for child in element.children if child.name == "link"]
    for child in links:
        if child.attributes.get("rel", "alternate") == "alternate":
            return (child.attributes.get("href") or child.text).strip() or None
    return None


def _parent(element: Element, body: str) -> str | None:
    # Blogger states it; WordPress begins the words with "In reply to" and an address.
    stated = element.child("in-reply-to")
    if stated is not None:
        anchor = _ANCHOR.search(stated.attributes.get("href", ""))
        return anchor[1] if anchor else None
    answers = _ANSWERS.search(body[:_IN_REPLY_CHARACTERS])
    return (
        answers[1]
        if answers and body.lower().lstrip("<p>").startswith(("in reply", "som svar"))
        else None
    )
