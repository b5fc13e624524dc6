"""From a source to comments: which format it is, what holds for the whole file, and the accounting."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import timedelta
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Protocol, Self, cast

from creator_calm.domain.intake import (
    FormatInfo,
    Found,
    ReadComment,
    Receipt,
    Role,
    Skipped,
    Warn,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import columns, dates, file_facts, limits, shaping
from creator_calm.importers import formats as _folder
from creator_calm.importers.encodings import UTF8
from creator_calm.importers.opened import Opened
from creator_calm.importers.opening import Shape
from creator_calm.importers.reading import Reading
from creator_calm.importers.records import Record, text_of
from creator_calm.importers.refusals import refuse
from creator_calm.importers.watch import Unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from creator_calm.domain.intake import ReadOptions, Source
    from creator_calm.importers.opening import Opening
    from creator_calm.importers.watch import Watch


_SURE = 80
"""From here on it is a format of its own, which knows whose words it holds."""


class Format(Protocol):
    """What a module in formats/ has to have; see there for the optional rest."""

    INFO: FormatInfo

    def sniff(self, opening: Opening) -> int:
        """Say how sure it is that this is its file, 0 to 100."""

    def read(self, reading: Reading) -> Iterator[Record | Skipped]:
        """Yield every record in file order."""


@cache
def _formats() -> tuple[Format, ...]:
    modules = (module.name for module in pkgutil.iter_modules(_folder.__path__))
    names = sorted(name for name in modules if not name.startswith("_"))
    found = [importlib.import_module(f"{_folder.__name__}.{name}") for name in names]
    return cast("tuple[Format, ...]", tuple(found))


def formats() -> tuple[FormatInfo, ...]:
    """Return every format there is, the generic ones last."""
    generic = ("table", "json", "jsonl", "lines")
    infos = [module.INFO for module in _formats()]
    order = {name: place for place, name in enumerate(generic, start=1)}
    return tuple(sorted(infos, key=lambda info: (order.get(info.name, 0), info.name)))


class Intake:
    """One source that is open and understood. Iterate it once; close it, or use it in `with`.

    `now` is aware UTC: a date beyond it is none, and a paste's ages count from it.
    Raises Problem, now or while reading, and nothing else.
    """

    def __init__(
        self, source: Source, options: ReadOptions, *, now: datetime, watch: Watch | None = None
    ) -> None:
        watch = watch or Unwatched()
        _check_paste(source)
        _check_name(options.format)
        self._opened = Opened(source, watch, options.encoding)
        try:
            self.reading = Reading(self._opened, options, watch)
            self._options = options
            self._format = self._choose()
            self._ask_first()
            self._now = now
            self._understand()
        except BaseException:
            self._opened.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the source."""
        self._opened.close()

    def _choose(self) -> Format:
        opening = self.reading.opening
        wanted = self._options.format
        if wanted is None:
            best = max(_formats(), key=lambda module: module.sniff(opening))
            sure = best.sniff(opening)
            if sure < _SURE:
                refuse(opening)
            if sure <= 0:
                raise Problem(ProblemCode.NO_COMMENTS, name=self._opened.name)
            return best
        chosen = next(module for module in _formats() if module.INFO.name == wanted)
        # Any text may be read as lines and any rows as a table, if somebody says so.
        forced = wanted == "table" or (wanted == "lines" and opening.shape is not Shape.SHEET)
        if chosen.sniff(opening) <= 0 and not forced:
            raise Problem(ProblemCode.WRONG_FORMAT, name=self._opened.name)
        return chosen

    def _is_private(self) -> bool:
        asks = getattr(self._format, "is_private", None)
        return asks is not None and bool(asks(self.reading))

    def _ask_first(self) -> None:
        if not self._options.private and self._is_private():
            raise Problem(ProblemCode.PRIVATE_CHAT, name=self._opened.name)

    def _records(self) -> Iterator[Record | Skipped]:
        self.reading.begin()
        return self._format.read(self.reading)

    def _understand(self) -> None:
        info = self._format.INFO
        reference = self._options.reference or (self._now if self._opened.is_paste else None)
        rules = dates.DateRules(
            # A day's grace: clocks and time zones differ.
            self._now + timedelta(days=1),
            day_first=getattr(self._format, "DAY_FIRST", None),
            reference=reference,
            zone_minutes=self._options.zone_minutes,
        )
        sample = file_facts.Sample(rules)
        records = self._records()
        for record in islice(records, limits.SURVEY_RECORDS):
            if isinstance(record, Record):
                sample.add(record)
        first_behind = next(records, None)
        if first_behind is not None and sample.needs_all:
            # What the first records leave open only the whole column can tell.
            for record in chain([first_behind], records):
                if isinstance(record, Record):
                    sample.add(record)
        known = sample.facts(info.platform, self._options)
        if info.holds_own_words:
            known = file_facts.as_own(known)
        self._shaper = shaping.Shaper(known)
        self._stopped_at = 0
        self._unused: dict[int, int] = {}
        self.found = self._found()

    def _found(self) -> Found:
        known = self._shaper.known
        reading = self.reading
        columns_of = getattr(self._format, "columns_of", None)
        detail = getattr(self._format, "detail", None)
        encoding = self._opened.encoding
        shown: tuple[tuple[str, Role], ...] = columns_of(reading) if columns_of else ()
        return Found(
            self._format.INFO.name,
            ""
            if reading.opening.shape is Shape.SHEET or self._opened.is_paste
            else encoding or UTF8,
            detail(reading) if detail else "",
            known.platform,
            known.rules.day_first if known.date_sample is not None else None,
            shown,
            tuple(self._warnings()),
        )

    def _warnings(self) -> list[Warn]:
        known = self._shaper.known
        found = [
            (Warn.DATES_AMBIGUOUS, known.ambiguous_dates),
            (Warn.DATES_OF_CAPTURE, known.rules.of_capture),
            (Warn.OWN_WORDS, known.is_own is True),
            (Warn.NO_HEADER, self._lacks_header()),
            (Warn.TRUNCATED_END, self._opened.cut_off),
            (Warn.REPAIRED_LINES, bool(self.reading.repaired)),
            (Warn.STOPPED_AT_LIMIT, self._stopped_at > 0),
            (Warn.DAMAGED_END, self.reading.damaged_at > 0),
            (Warn.PRIVATE_CHAT, self._is_private()),
        ]
        return [warn for warn, holds in found if holds] + sorted(self._shaper.warnings)

    def _lacks_header(self) -> bool:
        opening = self.reading.opening
        return opening.shape in {Shape.TABLE, Shape.SHEET} and not opening.has_header

    @property
    def name(self) -> str:
        """The name of the source, as it may be shown; "" for a paste."""
        return self._opened.name

    def pasted_text(self) -> str | None:
        """Return the text whose blocks can be edited, None for every other kind of source."""
        if self._format.INFO.name != "lines" or self._opened.size > limits.PASTE_CHARACTERS:
            return None
        return self.reading.text().read()

    @property
    def date_sample(self) -> object:
        """A date of the file that could be mistaken, with its reading; None where none could."""
        return self._shaper.known.date_sample

    def __iter__(self) -> Iterator[ReadComment | Skipped]:
        read = 0
        for record in self._records():
            read += 1
            if read > self._limit():
                self._stopped_at = read
                break
            yield record if isinstance(record, Skipped) else self._shaper.shaped(record)
        if read == 0:
            raise Problem(ProblemCode.NO_COMMENTS, name=self._opened.name)
        self._opened.check_unchanged()

    def _limit(self) -> int:
        is_sheet = self.reading.opening.shape is Shape.SHEET
        return limits.SPREADSHEET_ROWS if is_sheet else limits.RECORDS

    def ended(self) -> Receipt:
        """Return what only the reader knows: hash, size, repairs, warnings. Its sums are 0."""
        found = self.found
        labels = self.reading.opening.labels
        return Receipt(
            self._opened.name,
            found.format,
            found.encoding,
            0,
            0,
            0,
            (),
            0,
            missing_replies=self._shaper.missing_replies + self.reading.missing_replies,
            warnings=tuple(self._warnings()),
            sha256=self._opened.sha256(),
            size=self._opened.size,
            platform=found.platform,
            detail=found.detail,
            stopped_at=self._stopped_at or self.reading.damaged_at,
            repaired=tuple(self.reading.repaired[: limits.LISTED_REPAIRS]),
            columns_not_used=self._not_used(),
            left_out=tuple(sorted({*columns.private_kinds(labels), *self.reading.left_out})),
        )

    def _not_used(self) -> tuple[tuple[str, int], ...]:
        # Counted in the first rows: enough to say that there were words in a column nobody read.
        opening = self.reading.opening
        if not opening.has_header:
            return ()
        return tuple(
            (label, filled)
            for index, (label, role) in enumerate(self.found.columns)
            if role is Role.IGNORE and label
            for filled in [
                sum(bool(text_of(row[index])) for row in opening.rows if index < len(row))
            ]
            if filled
        )


def _check_paste(source: Source) -> None:
    if source.text is None:
        return
    if not source.text.strip():
        raise Problem(ProblemCode.PASTE_EMPTY)
    if len(source.text) > limits.PASTE_CHARACTERS:
        raise Problem(ProblemCode.PASTE_TOO_LONG, characters=limits.PASTE_CHARACTERS)


def _check_name(name: str | None) -> None:
    if name is not None and name not in {module.INFO.name for module in _formats()}:
        raise Problem(ProblemCode.UNKNOWN_FORMAT, name=name)


def read(
    source: Source, options: ReadOptions, *, now: datetime, watch: Watch | None = None
) -> tuple[Found, Iterator[ReadComment | Skipped]]:
    """Return what was understood of a source, and its comments one by one. Raises Problem, also later.

    The source stays open until the iterator ends or is dropped.
    """
    intake = Intake(source, options, now=now, watch=watch)
    return intake.found, _closing(intake)


def _closing(intake: Intake) -> Iterator[ReadComment | Skipped]:
    with intake:
        yield from intake
