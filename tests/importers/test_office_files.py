"""What an office program really writes. Made with LibreOffice 7.4 from `office/source.fods`:
`soffice --headless --convert-to xlsx|xls|ods source.fods`, and the second sheet as text with
`--convert-to "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2"`, where
59 or 9 is the semicolon or the tab and 76, 1 or 65535 is UTF-8, Windows-1252 or UTF-16.

The comments stand on the second sheet, below a title and an empty row; one row has no words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from creator_calm.domain.comment import Precision
from creator_calm.domain.intake import SkipReason
from creator_calm.domain.problems import Problem, ProblemCode
from tests.importers.reading import read_path

OFFICE = Path(__file__).resolve().parents[1] / "samples" / "table" / "office"


def _at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


COMMENTS = [
    ("Åsa Öberg", "Tack för genomgången, så bra förklarat! 😀", _at(2, 3, 14, 5), 3),
    ("Björn", "Ljudet är lite lågt vid 3:20; kan du höja det nästa gång?", _at(2, 4, 9, 30), 12),
    ("Ärla", 'Min syster sa "prova igen"\noch då gick det, precis som du visade', _at(2, 13, 21), 0),
    ("Örjan", "Vilken pensel använder du? 🎨👩‍🎨", _at(2, 14, 7, 15), 1),
    ("Åke", "=2+2 är inte fyra i den här räkningen", _at(2, 28, 23, 59), 1200),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "encoding", "detail", "empty"),
    [
        ("comments.xlsx", "", "sheet", "8"),
        ("comments.xls", "", "sheet", "8"),
        ("comments.ods", "", "sheet", "8"),
        ("utf8.csv", "utf-8", "semicolon", "9"),
        ("cp1252.csv", "cp1252", "semicolon", "9"),
        ("utf16.txt", "utf-16", "tab", "9"),
    ],
)
def test_every_way_to_save_gives_the_same_comments(
    name: str, encoding: str, detail: str, empty: str
) -> None:
    result = read_path(OFFICE / name)
    receipt = result.receipt
    assert (receipt.format, receipt.encoding, receipt.detail) == ("table", encoding, detail)
    assert [(one.row, one.reason) for one in receipt.skipped] == [(empty, SkipReason.EMPTY)]
    assert receipt.columns_not_used == ()
    got = [
        (one.author.name, one.text, one.written_at and one.written_at.utc, one.likes)
        for one in result.comments
    ]
    expected = [(who, _as_saved(words, name), when, likes) for who, words, when, likes in COMMENTS]
    assert got == expected
    # A sheet knows no time zone, so no time in it is known to the minute.
    precisions = {one.written_at.precision for one in result.comments if one.written_at}
    assert precisions == {Precision.ESTIMATED}


def _as_saved(words: str, name: str) -> str:
    """Return what the office program kept: Windows-1252 has no emoji, it writes a ? for each part."""
    if name != "cp1252.csv":
        return words
    return "".join(sign if sign.encode("cp1252", "ignore") else "?" for sign in words)


def test_a_flat_sheet_is_refused_and_not_read_as_prose() -> None:
    with pytest.raises(Problem) as refused:
        read_path(OFFICE / "source.fods")
    assert refused.value.code is ProblemCode.NO_COMMENTS
