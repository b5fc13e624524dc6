"""Spreadsheets of every kind: XLSX, the old XLS, OpenDocument; comments on a later sheet."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from creator_calm.domain.intake import ReadOptions
from tests.hostile.packed_files import ods_of, ods_rows
from tests.importers.reading import read_bytes
from tests.importers.workbooks import workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS = [["author", "comment"], ["Åsa", "så fint, tack"], ["Bo", "where is the lake"]]
POSTS = [["title", "views"], ["A film", "many"]]
_SECTOR = 512
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _text(words: str, width: str) -> bytes:
    return struct.pack(f"<{width}B", len(words), 1) + words.encode("utf-16-le")


def _sheet(rows: Sequence[Sequence[str]]) -> bytes:
    body = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    body += _record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, max(map(len, rows)), 0))
    for y, row in enumerate(rows):
        for x, words in enumerate(row):
            body += _record(0x204, struct.pack("<HHH", y, x, 0) + _text(words, "H"))
    return body + _record(0x0A, b"")


def xls(sheets: dict[str, Sequence[Sequence[str]]]) -> bytes:
    """Return a workbook of BIFF8 in the compound file Excel 97 to 2003 writes."""
    bodies = [_sheet(rows) for rows in sheets.values()]
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    names = [_text(name, "B") for name in sheets]
    at = len(begin) + sum(4 + 6 + len(name) for name in names) + 4
    bounds = b""
    for name, body in zip(names, bodies, strict=True):
        bounds += _record(0x85, struct.pack("<IBB", at, 0, 0) + name)
        at += len(body)
    stream = begin + bounds + _record(0x0A, b"") + b"".join(bodies)
    stream += bytes(-len(stream) % _SECTOR + (4_096 if len(stream) < 4_096 else 0))
    count = len(stream) // _SECTOR
    chain = [_FAT, _END, *range(3, 2 + count), _END]
    fat = struct.pack(f"<{_SECTOR // 4}I", *chain, *[_FREE] * (_SECTOR // 4 - len(chain)))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    head += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4_096, _END, 0, _END, 0, 0
    )
    head += struct.pack("<108I", *[_FREE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return head + fat + entries + bytes(_SECTOR - len(entries)) + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    return words.ljust(64, b"\0") + struct.pack(
        "<HBBIII16xI8x8xIQ", len(words), kind, 1, _FREE, _FREE, child, 0, start, size
    )


@pytest.mark.parametrize(
    "data",
    [
        workbook({"Posts": POSTS, "Comments": ROWS}),
        xls({"Posts": POSTS, "Comments": ROWS}),
        ods_of({"Posts": ods_rows(POSTS), "Comments": ods_rows(ROWS)}),
    ],
    ids=["xlsx", "xls", "ods"],
)
def test_comments_on_a_later_sheet_are_found(data: bytes) -> None:
    result = read_bytes(data)
    assert [(c.author.name, c.text) for c in result.comments] == [
        ("Åsa", "så fint, tack"),
        ("Bo", "where is the lake"),
    ]
    assert result.found.encoding == ""


def test_sheets_can_be_chosen() -> None:
    data = workbook({"One": ROWS, "Two": [["author", "comment"], ["Cy", "from the second"]]})
    assert read_bytes(data).receipt.new == 3
    assert read_bytes(data, ReadOptions(parts=("Two",))).texts == ["from the second"]
