"""Disqus's export: threads, and apart from them the comments, which name their thread and parent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform, Post
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped, SkipReason
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.xml_elements import Element

INFO = FormatInfo("disqus", Platform.DISQUS, "R", extensions=("xml",))

_NAMESPACE = "disqus.com"


def sniff(opening: Opening) -> int:
    """Sure by the root."""
    fits = any(_NAMESPACE in address for address in opening.namespaces) or "post" in opening.labels
    return 97 if opening.shape is Shape.XML and opening.root == "disqus" and fits else 0


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read the comments in file order; the threads stand before them."""
    threads: dict[str, Post] = {}
    for line, element in reading.elements("thread", "post"):
        if element is None:
            yield Skipped(str(line), SkipReason.TOO_LONG)
        elif element.name == "thread":
            threads[element.attributes.get("id", "")] = Post(
                element.attributes.get("id"), _text(element, "title"), _text(element, "link")
            )
        else:
            yield _record(reading, element, threads)


def _text(element: Element, *names: str) -> str | None:
    return (element.text_of(*names) or "").strip() or None


def _is(element: Element, name: str) -> bool:
    return (_text(element, name) or "").casefold() == "true"


def _id(element: Element, *names: str) -> str | None:
    inner = element.child(*names)
    return (inner.attributes.get("id") or None) if inner is not None else None


def _record(reading: Reading, element: Element, threads: dict[str, Post]) -> Record:
    if _text(element, "author", "email"):
        reading.left_out.add(LeftOut.EMAIL)
    if _text(element, "ipAddress"):
        reading.left_out.add(LeftOut.IP_ADDRESS)
    out = SkipReason.SPAM if _is(element, "isSpam") else None
    thread = _id(element, "thread")
    return Record(
        element.line,
        _text(element, "message"),
        html=True,
        author=_text(element, "author", "name"),
        account=_text(element, "author", "username"),
        id=element.attributes.get("id") or None,
        parent=_id(element, "parent"),
        date=_text(element, "createdAt"),
        post=threads.get(thread) or Post(id=thread) if thread else None,
        unless_asked=SkipReason.DELETED if _is(element, "isDeleted") else out,
    )
