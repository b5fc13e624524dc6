"""What the library remembers of each source that was brought in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class ImportState(StrEnum):
    """RUNNING found at a start means that it was interrupted."""

    RUNNING = "running"
    DONE = "done"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One source that was brought in: counts and dates, no text. `source` is a file name or "".

    `path` is where the file lay, "" for a paste and where the creator keeps no recent files.
    """

    id: int
    source: str
    format: str
    state: ImportState
    started_at: datetime
    new: int
    duplicates: int
    skipped: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An act of bringing in that a crash cut short. Nothing of it is in any list.

    `names` are its files (one "" for a paste), `paths` those that still lie where they lay.
    """

    names: tuple[str, ...]
    paths: tuple[str, ...]
    comments: int
