"""Rows as CSV that spreadsheet programs read: UTF-8 with a mark, and no cell that could be a formula."""

from __future__ import annotations

import csv
from io import StringIO

BYTE_ORDER_MARK = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: list[str]) -> str:
    """Return one line; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell
