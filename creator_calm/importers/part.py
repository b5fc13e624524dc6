"""One readable thing, a file, a paste or a member of an archive: its format, and what holds for all of it."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain, islice
from typing import TYPE_CHECKING

from creator_calm.domain.intake import FormatInfo, Found, Receipt, Role, Skipped, Warn
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import columns, dates, file_facts, limits, shaping
from creator_calm.importers.encodings import UTF8
from creator_calm.importers.known import all_formats
from creator_calm.importers.opening import Shape
from creator_calm.importers.reading import Reading
from creator_calm.importers.records import Record, text_of
from creator_calm.importers.refusals import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from creator_calm.domain.intake import ReadComment, ReadOptions
    from creator_calm.importers.identity import Names
    from creator_calm.importers.known import Format
    from creator_calm.importers.opened import Opened
    from creator_calm.importers.watch import Watch

_SURE = 80
"""From here on it is a format of its own, which knows whose words it holds."""


class Part:
    """One open source with its format. Call `understand` before anything but `is_private`.

    Raises Problem, now or while reading, and nothing else.
    """

    def __init__(self, opened: Opened, options: ReadOptions, watch: Watch) -> None:
        self._opened = opened
        self._options = options
        self.reading = Reading(opened, options, watch)
        self._format = self._choose()

    def _choose(self) -> Format:
        opening = self.reading.opening
        wanted = self._options.format
        if wanted is None:
            best = max(all_formats(), key=lambda module: module.sniff(opening))
            sure = best.sniff(opening)
            if sure < _SURE:
                refuse(opening)
            if sure <= 0:
                raise Problem(ProblemCode.NO_COMMENTS, name=self._opened.name)
            return best
        chosen = next(module for module in all_formats() if module.INFO.name == wanted)
        # Any text may be read as lines and any rows as a table, if somebody says so.
        forced = wanted == "table" or (wanted == "lines" and opening.shape is not Shape.SHEET)
        if chosen.sniff(opening) <= 0 and not forced:
            raise Problem(ProblemCode.WRONG_FORMAT, name=self._opened.name)
        return chosen

    @property
    def info(self) -> FormatInfo:
        """The format it was taken for."""
        return self._format.INFO

    @property
    def sure(self) -> int:
        """How sure the format is, 0 to 100."""
        return self._format.sniff(self.reading.opening)

    def parts(self) -> tuple[tuple[str, bool], ...]:
        """Return the sheets or chats that can be chosen, with whether each is read; () for others."""
        parts_of = getattr(self._format, "parts_of", None)
        found = parts_of(self.reading) if parts_of is not None else self.reading.sheets()
        return tuple(islice(found, limits.LISTED_PARTS))

    def is_private(self) -> bool:
        """Say whether it is a conversation that is not meant for everybody."""
        asks = getattr(self._format, "is_private", None)
        return asks is not None and bool(asks(self.reading))

    def _records(self) -> Iterator[Record | Skipped]:
        self.reading.begin()
        return self._format.read(self.reading)

    def understand(self, now: datetime, names: Names | None = None) -> None:
        """Decide what holds for all of it. `now` is aware UTC; `names` are the ids of parts before it."""
        info = self._format.INFO
        reference = self._options.reference or (now if self._opened.is_paste else None)
        rules = dates.DateRules(
            # A day's grace: clocks and time zones differ.
            now + timedelta(days=1),
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
        self._shaper = shaping.Shaper(known, names)
        self._stopped_at = 0
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
            (Warn.PRIVATE_CHAT, self.is_private()),
        ]
        return [warn for warn, holds in found if holds] + sorted(self._shaper.warnings)

    def _lacks_header(self) -> bool:
        opening = self.reading.opening
        return opening.shape in {Shape.TABLE, Shape.SHEET} and not opening.has_header

    def pasted_text(self) -> str | None:
        """Return the text whose blocks can be edited, None for every other kind of source."""
        if self._format.INFO.name != "lines" or self._opened.size > limits.PASTE_CHARACTERS:
            return None
        return self.reading.text().read()

    @property
    def date_sample(self) -> object:
        """A date of the file that could be mistaken, with its reading; None where none could."""
        return self._shaper.known.date_sample

    def items(self, place: str = "") -> Iterator[ReadComment | Skipped]:
        """Yield comments and what is none. `place` is the member of an archive, put before their own place."""
        for read, record in enumerate(self._records(), start=1):
            if read > self._limit():
                self._stopped_at = read
                return
            found = _placed(record, place) if place else record
            yield found if isinstance(found, Skipped) else self._shaper.shaped(found)

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


def _placed(record: Record | Skipped, member: str) -> Record | Skipped:
    place = f"{member}, {record.place}" if record.place else member
    if isinstance(record, Skipped):
        return Skipped(record.row, record.reason, place)
    record.place = place
    return record
