"""A sheet as one self-contained HTML file: no scripts, no links out, everything escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.reports.sheet import Entry, Section, Sheet

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
# System colour words keep the report readable in light and dark without a second palette here.
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 .6rem; }
.lead p { margin: .2rem 0; }
article { border: 1px solid GrayText; border-radius: 12px; padding: .7rem 1rem; margin: .6rem 0; }
article p { margin: .2rem 0; overflow-wrap: anywhere; unicode-bidi: isolate; }
.head, .note, .more, footer { opacity: .8; font-size: .9rem; }
footer { margin-top: 2.5rem; }
"""


def render(sheet: Sheet) -> str:
    """Lay out `sheet` as an HTML document in UTF-8."""
    return "".join(_parts(sheet))


def _parts(sheet: Sheet) -> Iterator[str]:
    title = escape(sheet.title)
    yield f'<!doctype html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield (
        '<div class="lead">\n'
        + "".join(f"<p>{escape(line)}</p>\n" for line in sheet.lead)
        + "</div>\n"
    )
    for section in sheet.sections:
        yield from _section(section)
    yield "<footer>\n" + "".join(f"<p>{escape(line)}</p>\n" for line in sheet.foot) + "</footer>\n"
    yield "</body>\n</html>\n"


def _section(section: Section) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(section.title)}</h2>\n"
    for entry in section.entries:
        yield _article(entry)
    if section.more:
        yield f'<p class="more">{escape(section.more)}</p>\n'
    yield "</section>\n"


def _article(entry: Entry) -> str:
    head = f'<p class="head">{escape(entry.head)}</p>\n' if entry.head else ""
    note = f'<p class="note">{escape(entry.note)}</p>\n' if entry.note else ""
    return f'<article>\n{head}<p dir="auto">{escape(entry.body)}</p>\n{note}</article>\n'
