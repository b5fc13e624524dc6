"""From a record, as its file has it, to a comment, as everything else knows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Author, Comment, CommentId, Flag, Platform, Post, Precision
from creator_calm.domain.intake import ReadComment, Skipped, SkipReason, Warn
from creator_calm.importers import ages, dates, limits, links, plain
from creator_calm.importers.counts import count
from creator_calm.importers.identity import Names

if TYPE_CHECKING:
    from creator_calm.domain.comment import Moment
    from creator_calm.importers.file_facts import FileFacts
    from creator_calm.importers.records import Record

_NOBODY = frozenset({"", "[deleted]", "none", "null", "nan", "n/a"})
_GONE = frozenset({"[deleted]", "[removed]"})
_NO_PARENT = frozenset({"", "none", "null", "nan", "0", "root", "false"})
_DOWN_VOTES = frozenset({Platform.REDDIT, Platform.DISQUS, Platform.WEBSITE, Platform.OTHER})
_NO_COUNT = ("", "-", "–")
_FLAG_OF = {
    SkipReason.DELETED: Flag.DELETED,
    SkipReason.SPAM: Flag.SPAM,
    SkipReason.BOT: Flag.BOT,
    SkipReason.NON_PUBLIC: Flag.NON_PUBLIC,
}

link_kept = lru_cache(maxsize=512)(links.kept)


class Shaper:
    """Makes comments of records, one after another, and remembers what stood in the file before."""

    def __init__(self, known: FileFacts, names: Names | None = None) -> None:
        self.known = known
        self._names = names or Names()
        self.warnings: Counter[Warn] = Counter()
        self.missing_replies = 0
        self._may_be_negative = known.platform in _DOWN_VOTES

    def shaped(self, record: Record) -> ReadComment | Skipped:
        """Return the comment of a record, or why it is none."""
        self.missing_replies += record.missing_replies
        text = record.text or ""
        if len(text) > limits.FIELD_CHARACTERS:
            return self._skipped(record, SkipReason.TOO_LONG)
        if record.html or (record.html is None and self.known.html):
            text = plain.plain(text)
        text = plain.cleaned(text)
        if record.title:
            text = f"{plain.label(record.title, limits.LABEL_CHARACTERS)}\n{text}".strip()
        if not text:
            return self._skipped(record, record.unless_asked or SkipReason.EMPTY)
        out = SkipReason.DELETED if text in _GONE else record.unless_asked
        if out is not None and (text in _GONE or out not in self.known.brought):
            return self._skipped(record, out)
        flags = record.flags if out is None else record.flags | {_FLAG_OF[out]}
        if len(text) > limits.COMMENT_CHARACTERS:
            text = text[: limits.COMMENT_CHARACTERS].rstrip()
            flags |= {Flag.SHORTENED}
            self.warnings[Warn.CUT_SHORT] += 1
        return self._named(record, text, flags)

    def _skipped(self, record: Record, reason: SkipReason) -> Skipped:
        return Skipped(str(record.row), reason, record.place)

    def _named(self, record: Record, text: str, flags: frozenset[Flag]) -> ReadComment | Skipped:
        platform = record.platform or self.known.platform
        author = Author(_name(record.author), _account(record.account))
        written = self._moment(record)
        if written is not None and written.precision is Precision.ESTIMATED:
            self.warnings[Warn.DATES_ESTIMATED] += 1
        words = record.date_words or record.date
        if isinstance(words, str) and words[-1:] == ")" and ages.is_edited(words[-60:]):
            flags |= {Flag.EDITED}
        post = _post(record.post)
        found, repeated = self._id(record, platform, post, author, text, written)
        if repeated:
            return self._skipped(record, SkipReason.DUPLICATE_IN_FILE)
        likes, rating = self._numbers(record)
        comment = Comment(
            found,
            author,
            text,
            platform,
            written,
            self._parent(record, platform, post),
            likes,
            rating,
            link_kept(record.link),
            post,
            record.is_own if record.is_own is not None else self.known.is_own,
            flags,
        )
        native = None if record.id_is_row else record.id or None
        return ReadComment(comment, str(record.row), record.place, native)

    def _moment(self, record: Record) -> Moment | None:
        rules = self.known.rules
        if record.zoned or record.estimated:
            rules = replace(rules, zoned=record.zoned, estimated=record.estimated)
        found = dates.moment(record.date, rules)
        if record.date_words and found is not None:
            return replace(found, raw=record.date_words[:60])
        return (
            found
            if found is not None or not record.date_words
            else dates.moment(record.date_words, rules)
        )

    def _numbers(self, record: Record) -> tuple[int | None, float | None]:
        likes = count(
            record.likes, may_be_negative=self._may_be_negative, language=self.known.language
        )
        if likes is None and record.likes is not None and record.likes not in _NO_COUNT:
            self.warnings[Warn.COUNTS_UNREADABLE] += 1
        rating = count(record.rating)
        if record.score is not None:
            number = count(record.score, may_be_negative=self._may_be_negative)
            if self.known.score_is_rating:
                rating = number
            elif likes is None:
                likes = number
        return likes, float(rating) if rating is not None else None

    def _id(
        self,
        record: Record,
        platform: Platform,
        post: Post | None,
        author: Author,
        text: str,
        written: Moment | None,
    ) -> tuple[CommentId, bool]:
        under = _under(post)
        # Both: a site may give one account to several names, and the same id under two posts.
        who = f"{author.account or ''} {author.name or ''}"
        native = record.id if record.id and len(record.id) <= limits.NAME_CHARACTERS else None
        native = _scoped(native, record.scope)
        if native and record.id_is_number:
            self.warnings[Warn.IDS_ROUNDED] += 1
        elif native and not record.id_is_row and not self.known.ids_are_rows:
            found, repeated = self._names.native(plain.cleaned(native), under, who, text, platform)
            if found is not None:
                return found, repeated
        made, repeated = self._names.synthetic(under, author.name or "", text, written, platform)
        if native and self.known.has_parents:
            self._names.remember(plain.cleaned(native), under, made)
        return made, repeated

    def _parent(self, record: Record, platform: Platform, post: Post | None) -> CommentId | None:
        parent = record.parent
        if parent is None or len(parent) > limits.NAME_CHARACTERS:
            return None
        if parent.strip().casefold() in _NO_PARENT or parent.startswith("t3_"):
            return None
        native = _scoped(plain.cleaned(parent).removeprefix("t1_"), record.scope) or ""
        found = self._names.parent(native, _under(post), platform)
        # A number of a row nobody has seen names nothing outside this file.
        known = record.id_is_row or self.known.ids_are_rows
        return found or (None if known else CommentId(f"{platform}:{native}"))


def _scoped(native: str | None, scope: str | None) -> str | None:
    return f"{scope[: limits.NAME_CHARACTERS]}:{native}" if native and scope else native


def _under(post: Post | None) -> str:
    return (post.id or post.link or "") if post else ""


@lru_cache(maxsize=4096)
def _name(name: str | None) -> str | None:
    if name is None:
        return None
    kept = plain.label(name)
    return None if kept.casefold() in _NOBODY else kept


@lru_cache(maxsize=4096)
def _account(account: str | None) -> str | None:
    # An address of a profile is a stable name too; anything else that long is not an id.
    if not account or len(account) > limits.NAME_CHARACTERS:
        return None
    return plain.label(account) or None


@lru_cache(maxsize=512)
def _post(post: Post | None) -> Post | None:
    if post is None:
        return None
    native = plain.label(post.id) if post.id else None
    title = plain.label(post.title, limits.LABEL_CHARACTERS) if post.title else None
    link = link_kept(post.link)
    return Post(native or None, title or None, link) if native or title or link else None
