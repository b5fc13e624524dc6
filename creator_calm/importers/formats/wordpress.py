"""WordPress's export (WXR): comments inside their posts. Real files have namespaces 1.0 to 1.2, http and https."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped, SkipReason
from creator_calm.importers.links import host_of
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading
    from creator_calm.importers.xml_elements import Element

INFO = FormatInfo("wordpress", Platform.WORDPRESS, "R", extensions=("xml", "zip"))

_NAMESPACE = "wordpress.org/export/"
_LINKED = frozenset({"pingback", "trackback"})
_APPROVED = frozenset({"1", "approve", "approved", ""})
_STAYS_OUT = {
    "spam": SkipReason.SPAM,
    "trash": SkipReason.DELETED,
    "post-trashed": SkipReason.DELETED,
}
_PRIVATE = {
    "comment_author_email": LeftOut.EMAIL,
    "comment_author_IP": LeftOut.IP_ADDRESS,
    "comment_author_url": LeftOut.PROFILE,
}


def sniff(opening: Opening) -> int:
    """Sure by the namespace of the export."""
    fits = any(_NAMESPACE in address for address in opening.namespaces)
    return 97 if opening.shape is Shape.XML and opening.root == "rss" and fits else 0


class _Item:
    # The post that is being read: what stands in it before its comments.
    def __init__(self) -> None:
        self.title: str | None = None
        self.link: str | None = None
        self.number: str | None = None
        self.writer: str | None = None

    @property
    def post(self) -> Post | None:
        found = Post(self.number, self.title or None, self.link or None)
        return found if self.number or self.title or self.link else None


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read the comments in file order; whose posts they stand under is known by the elements before them."""
    item = _Item()
    writers: dict[str, str] = {}
    for line, element in reading.elements(
        "title", "link", "creator", "post_id", "author", "comment"
    ):
        if element is None:
            yield Skipped(str(line), SkipReason.TOO_LONG)
        elif element.name == "author":
            writers[_text(element, "author_login")] = _text(element, "author_id")
        elif element.name == "comment":
            yield _one(reading, element, item, writers.get(item.writer or ""))
        elif element.path[-1:] == ("item",):
            item = _noted(item, element)


def _noted(item: _Item, element: Element) -> _Item:
    words = element.text.strip()
    if element.name == "title":
        item = _Item()  # the first element of every post
        item.title = words
    elif element.name == "link":
        item.link = words
    elif element.name == "post_id":
        item.number = words
    else:
        item.writer = words
    return item


def _text(element: Element, name: str) -> str:
    return (element.text_of(name) or "").strip()


def _one(reading: Reading, element: Element, item: _Item, writer: str | None) -> Record | Skipped:
    # The first of each name, taken down once: a comment is asked for a dozen of them.
    fields = {child.name: child.text.strip() for child in reversed(element.children)}
    if fields.get("comment_type") in _LINKED:
        return Skipped(str(element.line), SkipReason.PINGBACK)
    for name, kind in _PRIVATE.items():
        if fields.get(name, ""):
            reading.left_out.add(kind)
    state, by = fields.get("comment_approved", ""), fields.get("comment_user_id", "")
    exact, local = fields.get("comment_date_gmt", ""), fields.get("comment_date", "")
    has_exact = bool(exact) and not exact.startswith("0000")
    flags = {Flag.POST_AUTHOR} if writer and by == writer else set()
    if state not in _APPROVED and state not in _STAYS_OUT:
        flags.add(Flag.PENDING)
    native = fields.get("comment_id", "")
    return Record(
        element.line,
        fields.get("comment_content", ""),
        html=True,
        author=fields.get("comment_author", ""),
        account=by if by != "0" else None,
        id=native or None,
        scope=host_of(item.link),
        parent=fields.get("comment_parent", ""),
        date=exact if has_exact else local,
        zoned=has_exact,
        link=f"{item.link}#comment-{native}" if item.link and native else None,
        post=item.post,
        flags=frozenset(flags),
        unless_asked=_STAYS_OUT.get(state),
    )
