"""Spreadsheets through python-calamine, measured before they are opened.

calamine makes one dense block from the first to the last used cell: a 5 kB file with values in A1
and XFD1048576 ends the whole process by SIGABRT, which nothing can catch. So the cells' addresses
are read from the XML first, as a stream.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits
from creator_calm.importers.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from python_calamine import CalamineSheet, CalamineWorkbook

    from creator_calm.importers.opened import Opened
    from creator_calm.importers.watch import Watch

STAGE = "spreadsheet"
"""The code under which the worker says that the library is at work: if it dies now, it was the file."""

_CELL = re.compile(rb'<(?:\w{1,20}:)?c\s(?:[^<>]{0,200}?\s)?r="([A-Z]{1,3})([0-9]{1,7})"')
_SHEET_PART = re.compile(r"xl/worksheets/[^/]{1,80}\.xml", re.IGNORECASE)
_OVERLAP = 400
_LONGEST_TEXT = 4 * limits.MB
_OLD_MAGIC_OF_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


@dataclass(frozen=True, slots=True)
class SheetName:
    """A sheet of the workbook; hidden ones are not read by default."""

    name: str
    hidden: bool


class Workbook:
    """An open spreadsheet. Raises Problem for archives of other things, bombs and damaged files."""

    def __init__(self, opened: Opened, watch: Watch) -> None:
        self._name = opened.name
        self._watch = watch
        self._last: tuple[str, CalamineSheet | None] | None = None
        self._check_size(opened)
        data = opened.whole()
        if opened.kind is Kind.SHEET_XML:
            self._check_zip(data)
        elif _OLD_MAGIC_OF_LOCKED in data[: 1 << 20]:
            raise Problem(ProblemCode.SPREADSHEET_PROTECTED, name=self._name)
        import python_calamine as calamine  # noqa: PLC0415 - only spreadsheets pay for it

        self._book = self._load(data)
        self._book_sheets = tuple(
            SheetName(sheet.name, sheet.visible != calamine.SheetVisibleEnum.Visible)
            for sheet in self._book.sheets_metadata[: limits.SPREADSHEET_SHEETS]
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet
        )

    @property
    def sheets(self) -> tuple[SheetName, ...]:
        """The sheets in the workbook's order, at most 50."""
        return self._book_sheets

    def rows(self, sheet: str) -> Iterator[tuple[int, list[object]]]:
        """Yield the rows of a sheet with their numbers as its program shows them, blank ones left out.

        Ends after 1,000 blank rows in a row or 200,000 rows.
        """
        table = self._sheet(sheet)
        if table is None:
            return
        blank = 0
        for number, cells in enumerate(table.iter_rows(), start=1):
            if all(cell == "" for cell in cells):
                blank += 1
                if blank > limits.EMPTY_ROWS:
                    return
                continue
            blank = 0
            yield number, list(cells)

    def _sheet(self, name: str) -> CalamineSheet | None:
        # The one read last is kept: it is asked for its first rows, and then for all of them.
        if self._last is None or self._last[0] != name:
            self._last = None
            self._last = name, self._load_sheet(name)
        return self._last[1]

    def _load_sheet(self, name: str) -> CalamineSheet | None:
        import python_calamine as calamine  # noqa: PLC0415 - only spreadsheets pay for it

        self._watch.busy(STAGE, 60)
        try:
            return self._book.get_sheet_by_name(name)
        except calamine.WorksheetNotFound:
            return None
        except (calamine.CalamineError, OSError):
            raise Problem(ProblemCode.SPREADSHEET_DAMAGED, name=self._name) from None
        finally:
            self._watch.busy("", 0)

    def _check_size(self, opened: Opened) -> None:
        limit = (
            limits.SPREADSHEET_BYTES
            if opened.kind is Kind.SHEET_XML
            else limits.OLD_SPREADSHEET_BYTES
        )
        if opened.size > limit:
            raise Problem(ProblemCode.FILE_TOO_BIG, name=self._name, mb=limit // limits.MB)

    def _load(self, data: bytes) -> CalamineWorkbook:
        import python_calamine as calamine  # noqa: PLC0415 - only spreadsheets pay for it

        self._watch.busy(STAGE, 60)
        try:
            return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        except calamine.PasswordError:
            raise Problem(ProblemCode.SPREADSHEET_PROTECTED, name=self._name) from None
        except (calamine.CalamineError, OSError):
            raise Problem(ProblemCode.SPREADSHEET_DAMAGED, name=self._name) from None
        finally:
            self._watch.busy("", 0)

    def _check_zip(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._check_members(archive, len(data))
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ):
            raise Problem(ProblemCode.SPREADSHEET_DAMAGED, name=self._name) from None

    def _check_members(self, archive: zipfile.ZipFile, size: int) -> None:
        members = archive.infolist()
        if len(members) > limits.ARCHIVE_NAMES:
            raise Problem(ProblemCode.ARCHIVE, name=self._name)
        declared = sum(member.file_size for member in members)
        if declared > limits.ARCHIVE_BYTES or declared > limits.ARCHIVE_RATIO * max(size, 1_000):
            raise Problem(
                ProblemCode.TOO_BIG, name=self._name, mb=limits.ARCHIVE_BYTES // limits.MB
            )
        if not _is_spreadsheet(archive, {member.filename for member in members}):
            raise Problem(ProblemCode.ARCHIVE, name=self._name)
        if any(member.flag_bits & 1 for member in members):
            raise Problem(ProblemCode.SPREADSHEET_PROTECTED, name=self._name)
        read = 0
        for member in members:
            if member.filename.lower().endswith(".xml") and member.filename.startswith("xl/"):
                read += self._measure(archive, member, read)

    def _measure(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, before: int) -> int:
        # Headers lie about sizes, so what comes out is counted.
        read, last_row, last_column, silent = 0, 0, 0, 0
        tail = b""
        is_sheet = _SHEET_PART.fullmatch(member.filename) is not None
        with archive.open(member) as part:
            while piece := part.read(limits.CHUNK_BYTES):
                read += len(piece)
                silent = 0 if b"<" in piece else silent + len(piece)
                if before + read > limits.ARCHIVE_BYTES or silent > _LONGEST_TEXT:
                    raise Problem(
                        ProblemCode.TOO_BIG, name=self._name, mb=limits.ARCHIVE_BYTES // limits.MB
                    )
                if is_sheet:
                    for letters, digits in _CELL.findall(tail + piece):
                        last_row = max(last_row, int(digits))
                        last_column = max(last_column, _column(letters))
                    tail = piece[-_OVERLAP:]
                self._watch.step(0, 0)
        if last_row * last_column > limits.SPREADSHEET_CELLS:
            cells = last_row * last_column // limits.MB
            raise Problem(ProblemCode.SPREADSHEET_TOO_WIDE, name=self._name, millions=cells)
        return read


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _is_spreadsheet(archive: zipfile.ZipFile, names: set[str]) -> bool:
    if names & {"xl/workbook.xml", "xl/workbook.bin"}:
        return True
    if {"mimetype", "content.xml"} <= names:
        with archive.open("mimetype") as part:
            return part.read(100).startswith(_OPEN_DOCUMENT)
    return False
