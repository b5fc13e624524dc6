"""Counting what was read: `read == new + duplicates + skipped`, whoever counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import RULES_ALONE, Kind, Lane
from creator_calm.domain.comment import Precision
from creator_calm.domain.inbox import Perspective
from creator_calm.domain.intake import Found, Receipt, Sighting, Skipped, SkipReason

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from creator_calm.domain.comment import Comment, Moment
    from creator_calm.domain.intake import ReadComment

LISTED_SKIPS = 10_000
_PROMOTION: Final = frozenset({Kind.SPAM, Kind.SELF_PROMO})
_DATE_ORDER = (Precision.EXACT, Precision.DAY, Precision.ESTIMATED, Precision.UNKNOWN)


class Accounting:
    """The sums of one source while it is read. The library says which comments it had already."""

    def __init__(self) -> None:
        self.read = 0
        self.new = 0
        self.duplicates = 0
        self.skipped_count = 0
        self._skipped: list[Skipped] = []
        self._replies = 0
        self._own = 0
        self._first: Moment | None = None
        self._last: Moment | None = None
        self._put_away = 0
        self._cannot_judge = 0
        self._swedish = 0
        self._rules_alone = 0
        self._kind = 0
        self._judged = 0
        self._harsh: Counter[str] = Counter()
        self._dates = [0, 0, 0, 0]

    def add(self, item: Sighting | ReadComment | Skipped, *, had_already: bool = False) -> None:
        """Count one record."""
        self.read += 1
        if isinstance(item, Skipped):
            if item.reason is SkipReason.DUPLICATE_IN_FILE:
                self.duplicates += 1
                return
            self.skipped_count += 1
            if len(self._skipped) < LISTED_SKIPS:
                self._skipped.append(item)
        elif had_already:
            self.duplicates += 1
        else:
            self._add_new(item.comment)
            if isinstance(item, Sighting):
                self._add_judged(item)

    def _add_new(self, comment: Comment) -> None:
        self.new += 1
        self._replies += comment.in_reply_to is not None
        self._own += comment.is_own is True
        moment = comment.written_at
        precision = Precision.UNKNOWN if moment is None else moment.precision
        self._dates[_DATE_ORDER.index(precision)] += 1
        if moment is None or moment.utc is None:
            return
        if self._first is None or self._first.utc is None or moment.utc < self._first.utc:
            self._first = moment
        if self._last is None or self._last.utc is None or moment.utc > self._last.utc:
            self._last = moment

    def _add_judged(self, item: Sighting) -> None:
        self._put_away += item.assessment.put_away
        self._cannot_judge += item.assessment.lane is Lane.CANNOT_JUDGE
        self._swedish += item.assessment.language == "sv"
        self._rules_alone += item.assessment.judged_by.endswith(RULES_ALONE)
        self._add_to_perspective(item)

    def _add_to_perspective(self, item: Sighting) -> None:
        """Count people, not only comments: harsh ones come from few."""
        comment, verdict = item.comment, item.assessment
        if comment.is_own:
            return
        self._judged += 1
        self._kind += verdict.lane is Lane.KIND
        if verdict.put_away and verdict.kind not in _PROMOTION:
            who = comment.author.account or comment.author.name or f"\0{comment.id}"
            self._harsh[who] += 1

    def _perspective(self) -> Perspective | None:
        if not self._judged:
            return None
        return Perspective(
            comments=self._judged,
            harsh=self._harsh.total(),
            harsh_people=len(self._harsh),
            harsh_repeat_people=sum(count > 1 for count in self._harsh.values()),
            kind=self._kind,
        )

    def receipt(self, source: str, found: Found, ended: Receipt | None = None) -> Receipt:
        """Return the sums so far. `ended` is the worker's own receipt: hash, size, repairs, warnings."""
        exact, day, estimated, unknown = self._dates
        return Receipt(
            source=source,
            format=found.format,
            encoding=found.encoding,
            read=self.read,
            new=self.new,
            duplicates=self.duplicates,
            skipped=tuple(self._skipped),
            skipped_count=self.skipped_count,
            replies=self._replies,
            own=self._own,
            missing_replies=ended.missing_replies if ended else 0,
            first=self._first,
            last=self._last,
            warnings=ended.warnings if ended else found.warnings,
            put_away=self._put_away,
            cannot_judge=self._cannot_judge,
            swedish=self._swedish,
            rules_alone=self._rules_alone,
            sha256=ended.sha256 if ended else "",
            size=ended.size if ended else 0,
            platform=found.platform,
            detail=found.detail,
            stopped_at=ended.stopped_at if ended else 0,
            repaired=ended.repaired if ended else (),
            columns_not_used=ended.columns_not_used if ended else (),
            left_out=ended.left_out if ended else (),
            dates=(exact, day, estimated, unknown),
            perspective=self._perspective(),
        )


def whole(receipts: Sequence[Receipt]) -> Receipt:
    """Add up what several sources of one act gave; of a single one it is the receipt itself.

    Skips keep their source before their place, so that a row is found again.
    """
    first, *others = receipts
    if not others:
        return first
    skipped = [
        replace(one, place=f"{receipt.source}, {one.place}" if one.place else receipt.source)
        for receipt in receipts
        for one in receipt.skipped
    ]
    sums = {name: sum(getattr(one, name) for one in receipts) for name in _SUMS}
    return replace(
        first,
        **sums,
        source="",
        skipped=tuple(skipped[:LISTED_SKIPS]),
        warnings=tuple(dict.fromkeys(warn for one in receipts for warn in one.warnings)),
        left_out=tuple(dict.fromkeys(kind for one in receipts for kind in one.left_out)),
        columns_not_used=tuple(pair for one in receipts for pair in one.columns_not_used),
        first=_edge((one.first for one in receipts), first=True),
        last=_edge((one.last for one in receipts), first=False),
        dates=_sum_dates(receipts),
        sha256="",
        stopped_at=0,
        repaired=(),
        perspective=None,  # the same people may stand in several files: their sum would be none
    )


def _sum_dates(receipts: Sequence[Receipt]) -> tuple[int, int, int, int]:
    exact, day, estimated, unknown = (sum(column) for column in zip(*(r.dates for r in receipts)))  # noqa: B905
    return exact, day, estimated, unknown


def _edge(moments: Iterable[Moment | None], *, first: bool) -> Moment | None:
    known = [(one.utc, one) for one in moments if one is not None and one.utc is not None]
    if not known:
        return None
    pick = min if first else max
    return pick(known, key=lambda pair: pair[0])[1]


_SUMS = (
    "read", "new", "duplicates", "skipped_count", "replies", "own", "missing_replies", "put_away",
    "cannot_judge", "swedish", "rules_alone", "size",
)  # fmt: skip
