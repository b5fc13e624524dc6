"""A minimal XLSX writer for tests: inline strings and numbers, any cell addresses."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape  # tests only: it loads socket

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def cell(address: str, value: str | float) -> str:
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


def column(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheet_xml(rows: Sequence[Sequence[str | float]]) -> str:
    lines = [
        f'<row r="{number}">'
        + "".join(cell(f"{column(i)}{number}", value) for i, value in enumerate(row) if value != "")
        + "</row>"
        for number, row in enumerate(rows, start=1)
    ]
    return "".join(lines)


def workbook(
    sheets: Mapping[str, Sequence[Sequence[str | float]]], hidden: frozenset[str] = frozenset()
) -> bytes:
    return raw_workbook({name: sheet_xml(rows) for name, rows in sheets.items()}, hidden)


def raw_workbook(sheets: Mapping[str, str], hidden: frozenset[str] = frozenset()) -> bytes:
    out = io.BytesIO()
    numbered = list(enumerate(sheets.items(), start=1))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        types = "".join(
            f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.spreadsheetml.worksheet+xml"/>'
            for n, _ in numbered
        )
        archive.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            f"{types}</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        names = "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"'
            + (' state="hidden"' if name in hidden else "")
            + "/>"
            for n, (name, _) in numbered
        )
        archive.writestr(
            "xl/workbook.xml",
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>{names}</sheets></workbook>',
        )
        links = "".join(
            f'<Relationship Id="rId{n}" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet{n}.xml"/>'
            for n, _ in numbered
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        )
        for n, (_, xml) in numbered:
            archive.writestr(
                f"xl/worksheets/sheet{n}.xml",
                f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{xml}</sheetData></worksheet>',
            )
    return out.getvalue()
