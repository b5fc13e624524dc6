"""A promise as a face may show it, and what is worth saying about the rounds it has taken."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

    from creator_calm.domain.inbox import InboxRow
    from creator_calm.domain.promises import Promise


class RoundsAdvice(StrEnum):
    """What is worth saying after two rounds that settled nothing."""

    NONE = "none"
    PRIVATE = "private"
    STOP = "stop"


ROUNDS_ENOUGH: Final = 2
"""From so many rounds on, another one in public rarely helps (replies.md section 12)."""


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise as a face may show it. Rows of put-away comments hold no words.

    `today` is the creator's own day, from which `due_on` is worded; `due` says that its day has
    come, `asleep` that it was put off and that time has not come.
    """

    promise: Promise
    rows: tuple[InboxRow, ...]
    today: date
    due: bool
    asleep: bool
    rounds: int = 0
    advice: RoundsAdvice = RoundsAdvice.NONE
