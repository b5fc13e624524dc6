"""What a report holds: sections of lines, already worded and already masked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """One comment or statement. `head` is a short first line, `body` its text, `note` what to do."""

    body: str
    head: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with entries; `more` is a closing line such as "and 12 more"."""

    title: str
    entries: tuple[Entry, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole report. `language` is the code of the interface language."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: tuple[str, ...] = ()
    language: str = "en"
