"""A reply that rests before it is posted: offered, never a lock, and never a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.comment import CommentKey


class Wait(StrEnum):
    """How long a reply may rest, the shortest first."""

    OFF = "off"
    TWO = "2"
    TEN = "10"
    SIXTY = "60"
    MORNING = "morning"


class RestReason(StrEnum):
    """Why a rest is offered."""

    STRONG = "strong"
    FLAGS = "flags"
    HARSH = "harsh"
    LOW_DAY = "low_day"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Resting:
    """What is kept of a rest: aware UTC, and the seconds that were promised."""

    key: CommentKey
    start: datetime
    end: datetime
    seconds: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Where a rest stands now. Nothing is left: the reply has rested."""

    resting: Resting
    left_s: float

    @property
    def over(self) -> bool:
        """Say whether the time has passed."""
        return self.left_s <= 0


@dataclass(frozen=True, slots=True)
class RestOffer:
    """Why a rest may do good, and which wait is proposed first."""

    reasons: tuple[RestReason, ...]
    proposed: Wait
