"""From a record, as its file has it, to a comment, as everything else knows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Author, Comment, CommentId, Flag, Platform, Post
from creator_calm.domain.intake import ReadComment, Skipped, SkipReason, Warn
from creator_calm.importers import ages, dates, limits, links, plain
from creator_calm.importers.counts import count
from creator_calm.importers.identity import Names

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.comment import Moment
    from creator_calm.domain.intake import ReadOptions
    from creator_calm.importers.dates import DateRules
    from creator_calm.importers.records import Record

_NOBODY = frozenset({"", "[deleted]", "none", "null", "nan", "n/a"})
_GONE = frozenset({"[deleted]", "[removed]"})
_NO_PARENT = frozenset({"", "none", "null", "nan", "0", "root", "false"})
_DOWN_VOTES = frozenset({Platform.REDDIT, Platform.DISQUS, Platform.WEBSITE, Platform.OTHER})
_NO_COUNT = ("", "-", "–")
_CAPTURE_RECORDS = 50
_CAPTURE_SPAN = timedelta(seconds=60)

link_kept = lru_cache(maxsize=512)(links.kept)


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is true of a file as a whole, decided once before its first comment is made."""

    platform: Platform
    rules: DateRules
    html: bool = False
    score_is_rating: bool = False
    ids_are_rows: bool = False
    ambiguous_dates: bool = False
    date_sample: Moment | None = None
    is_own: bool | None = None


def as_own(known: FileFacts) -> FileFacts:
    """Return the same facts for a file of the creator's own words."""
    return replace(known, is_own=True)


class Sample:
    """Looks at the first records, or all of them, for what holds for the whole file."""

    def __init__(self, rules: DateRules) -> None:
        self._rules = rules
        self._texts: list[str] = []
        self._order = dates.DayFirst()
        self._stated: Platform | None = None
        self._scores = True
        self._any_score = False
        self._row_ids = True
        self._ids = 0
        self._first: datetime | None = None
        self._last: datetime | None = None
        self._dated = 0
        self._records = 0
        self._platform: Platform | None = None
        self._all_scores_small = True

    def add(self, record: Record) -> None:
        """Look at one record."""
        self._records += 1
        if record.html is None and record.text and len(self._texts) < limits.SURVEY_RECORDS:
            self._texts.append(record.text[: limits.MARKUP_CHARACTERS])
        self._order.add(record.date)
        if record.score is not None and record.score != "":
            self._any_score = True
            number = count(record.score, may_be_negative=True)
            self._all_scores_small = (
                self._all_scores_small and number is not None and 1 <= number <= 5
            )
        self._add_id(record)
        self._add_date(record)
        self._stated = self._stated or record.platform
        if self._platform is None:
            self._platform = _platform_of_links(record)

    def _add_id(self, record: Record) -> None:
        if record.id:
            self._row_ids = self._row_ids and record.id in {str(self._ids), str(self._ids + 1)}
            self._ids += 1

    def _add_date(self, record: Record) -> None:
        found = dates.moment(record.date, self._rules)
        if found is not None and found.utc is not None:
            self._dated += 1
            self._first = found.utc if self._first is None else min(self._first, found.utc)
            self._last = found.utc if self._last is None else max(self._last, found.utc)

    def facts(self, platform: Platform, options: ReadOptions) -> FileFacts:
        """Return what holds for the file; `platform` is the format's own."""
        decided = options.day_first if options.day_first is not None else self._order.answer
        day_first = self._rules.day_first if decided is None else decided
        rules = replace(self._rules, day_first=day_first, of_capture=self._is_capture())
        sample = self._order.sample
        known = platform if platform is not Platform.OTHER else self._platform
        return FileFacts(
            options.platform or self._stated or known or Platform.OTHER,
            rules,
            html=plain.looks_like_html(self._texts),
            score_is_rating=self._any_score and self._all_scores_small,
            ids_are_rows=self._ids >= 3 and self._row_ids,
            ambiguous_dates=sample is not None and day_first is None,
            date_sample=dates.moment(sample, rules),
        )

    def _is_close(self) -> bool:
        if self._first is None or self._last is None or self._dated != self._records:
            return False
        return self._last - self._first <= _CAPTURE_SPAN

    def _is_capture(self) -> bool:
        return self._dated >= _CAPTURE_RECORDS and self._is_close()

    @property
    def needs_all(self) -> bool:
        """Whether the records behind a first sample could change the answer."""
        undecided = self._order.sample is not None and self._order.answer is None
        return undecided or self._is_close()


def _platform_of_links(record: Record) -> Platform | None:
    post = record.post.link if record.post else None
    return links.platform_of(record.link) or links.platform_of(post)


class Shaper:
    """Makes comments of records, one after another, and remembers what stood in the file before."""

    def __init__(self, known: FileFacts) -> None:
        self.known = known
        self._names = Names()
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
            return self._skipped(record, SkipReason.EMPTY)
        if text in _GONE:
            return self._skipped(record, SkipReason.DELETED)
        flags = record.flags
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
            _parent(record.parent, platform),
            likes,
            rating,
            link_kept(record.link),
            post,
            record.is_own if record.is_own is not None else self.known.is_own,
            flags,
        )
        return ReadComment(comment, str(record.row), record.place, record.id or None)

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
        likes = count(record.likes, may_be_negative=self._may_be_negative)
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
        under = (post.id or post.link or "") if post else ""
        who = author.account or author.name or ""
        if record.id and record.id_is_number:
            self.warnings[Warn.IDS_ROUNDED] += 1
        elif record.id and not self.known.ids_are_rows and len(record.id) <= limits.NAME_CHARACTERS:
            found, repeated = self._names.native(
                plain.cleaned(record.id), under, who, text, platform
            )
            if found is not None:
                return found, repeated
        return self._names.synthetic(under, author.name or "", text, written, platform)


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


def _parent(parent: str | None, platform: Platform) -> CommentId | None:
    if (
        parent is None
        or len(parent) > limits.NAME_CHARACTERS
        or parent.strip().casefold() in _NO_PARENT
    ):
        return None
    if parent.startswith("t3_"):
        return None
    return CommentId(f"{platform}:{plain.cleaned(parent).removeprefix('t1_')}")


@lru_cache(maxsize=512)
def _post(post: Post | None) -> Post | None:
    if post is None:
        return None
    native = plain.label(post.id) if post.id else None
    title = plain.label(post.title, limits.LABEL_CHARACTERS) if post.title else None
    link = link_kept(post.link)
    return Post(native or None, title or None, link) if native or title or link else None
