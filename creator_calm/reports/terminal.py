"""A sheet for the terminal: few lines, wrapped, no colour that carries meaning."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from creator_calm.language.clean import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.reports.sheet import Entry, Sheet

_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_BODY_CAP = 300


def render(sheet: Sheet, *, width: int = 80, colour: bool = False) -> str:
    """Lay out `sheet` for a terminal `width` columns wide; `colour` allows bold and dim."""
    return "\n".join(_lines(sheet, max(width, 40), colour=colour)) + "\n"


def _lines(sheet: Sheet, width: int, *, colour: bool) -> Iterator[str]:
    yield _styled(sheet.title, _BOLD, colour=colour)
    for line in sheet.lead:
        yield from _wrapped(line, width)
    for section in sheet.sections:
        yield ""
        yield _styled(section.title, _BOLD, colour=colour)
        for entry in section.entries:
            yield from _entry(entry, width, colour=colour)
        if section.more:
            yield "  " + _styled(section.more, _DIM, colour=colour)
    if sheet.foot:
        yield ""
        for line in sheet.foot:
            yield from _wrapped(line, width)


def _entry(entry: Entry, width: int, *, colour: bool) -> Iterator[str]:
    if entry.head:
        yield "  " + _styled(entry.head, _DIM, colour=colour)
    yield from _wrapped(entry.body, width, indent="  ")
    if entry.note:
        yield from _wrapped(entry.note, width, indent="    ")


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent) or [""]


def _styled(text: str, style: str, *, colour: bool) -> str:
    return f"{style}{text}{_PLAIN}" if colour else text


def plain(text: str) -> str:
    """Clean a comment's words for one line of a terminal: no control characters, no direction tricks."""
    # The isolates around `inline` text are for mixed layouts; a terminal prints them as boxes.
    return inline(text, _BODY_CAP).strip("\u2068\u2069")
