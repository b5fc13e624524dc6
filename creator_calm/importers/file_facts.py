"""What holds for a file as a whole, decided from its records before the first comment is made."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.importers import ages, dates, limits, links, plain
from creator_calm.importers.counts import count

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.comment import Moment
    from creator_calm.domain.intake import ReadOptions, SkipReason
    from creator_calm.importers.dates import DateRules
    from creator_calm.importers.records import Record

_CAPTURE_RECORDS = 50
_CAPTURE_SPAN = timedelta(seconds=60)


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
    brought: frozenset[SkipReason] = frozenset()
    has_parents: bool = False
    language: str = ""
    """The language its relative dates are in, "" when they do not tell one."""


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
        self._parents = False
        self._languages: Counter[str] = Counter()

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
        self._parents = self._parents or bool(record.parent)
        words = record.date_words or record.date
        if isinstance(words, str) and self._records <= limits.SURVEY_RECORDS:
            self._languages.update(ages.languages(words))
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
        rules = replace(
            self._rules,
            day_first=day_first,
            of_capture=self._is_capture() and not options.capture_dates,
        )
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
            brought=options.brought,
            has_parents=self._parents,
            language=next((name for name, _ in self._languages.most_common(1)), ""),
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
