"""Asking somebody once to stop: what was done about the evidence, and when they were asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class StopAsk:
    """What is noted of one author. `saved` says that evidence was kept, else it was declined.

    `person` is the library's number for who it is, `comment` the id of the comment at hand.
    """

    person: int
    comment: str
    saved: bool
    evidence_at: datetime
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StopStep:
    """Where it stands for a comment whose author may be asked. `words` is the fixed sentence."""

    words: str
    evidence_settled: bool = False
    asked_at: datetime | None = None
