"""Places to call or write to in a bad hour. Numbers are texts, shown as they were written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class Standing(StrEnum):
    """How old the last look at the organisation's own page is."""

    FRESH = "fresh"
    CHECK_FIRST = "check_first"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Reach:
    """One way to reach a line. `dial` is shown verbatim and never dialled."""

    type: str
    dial: str
    keyword: str = ""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A line that a named person checked on the organisation's own page on `verified_on`."""

    id: str
    country: str
    name: str
    kind: str
    contact: tuple[Reach, ...]
    source_url: str
    verified_on: date
    verified_by: str
    lang: tuple[str, ...] = ()
    hours: str = ""
    audience: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it may be shown today; HIDDEN has no numbers."""

    line: HelpLine
    standing: Standing


@dataclass(frozen=True, slots=True)
class OwnLine:
    """An entry of the creator's own: shown first, checked by nobody else."""

    id: int
    name: str
    reach: str = ""
    hours: str = ""
    note: str = ""
