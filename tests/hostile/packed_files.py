"""OpenDocument sheets made for tests: a cell's text, how often it is repeated, and its row."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods(rows: Sequence[tuple[str, int, int]]) -> bytes:
    """Return a sheet whose rows are (text of every cell, columns, how often the row is repeated)."""
    body = "".join(
        f'<table:table-row table:number-rows-repeated="{times}"><table:table-cell office:value-type="string" '
        f'table:number-columns-repeated="{columns}"><text:p>{text}</text:p></table:table-cell></table:table-row>'
        for text, columns, times in rows
    )
    return ods_of({"S": body})


def ods_of(sheets: dict[str, str]) -> bytes:
    """Return a workbook of sheets given as the XML of their rows."""
    tables = "".join(
        f'<table:table table:name="{name}">{body}</table:table>' for name, body in sheets.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_NAMES}office:1.0" '
        f'xmlns:table="{_NAMES}table:1.0" xmlns:text="{_NAMES}text:1.0"><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_NAMES}manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{_TYPE}"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), _TYPE)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return out.getvalue()


def ods_rows(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of texts as XML."""
    cells = (
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in row
        )
        for row in rows
    )
    return "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
