"""What a look at the creator's own draft found. Advice only: nothing here ever blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

    from creator_calm.domain.comment import CommentKey


class FindingLevel(StrEnum):
    """How much a mark in a draft matters."""

    STRONG = "strong"
    FLAG = "flag"
    HINT = "hint"


DRAFT_RULES: Final = (
    "private_data",
    "escalation",
    "non_apology",
    "self_defence",
    "you_are_at_fault",
    "if_you_had_watched",
    "contradiction_opener",
    "absolutes_about_you",
    "calm_down",
    "contempt",
    "obviously",
    "blame_others",
    "persuading",
    "rhetorical_why",
    "mock_praise",
    "marketing",
    "corporate",
    "over_promise",
    "vague",
    "off_topic",
    "shouting",
    "too_long",
)
"""What a draft is looked at for, most important first. Each can be turned off in the settings."""


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """A phrase of the creator's own draft worth a second look. Characters are Python characters."""

    start: int
    end: int
    rule: str
    level: FindingLevel
    message: str
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What a look at a draft gave: findings in text order, and codes of what is good about it.

    `unseen` counts the characters at the end of a very long draft that nobody looked at.
    """

    findings: tuple[DraftFinding, ...] = ()
    positives: tuple[str, ...] = ()
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """What a draft was before. `saved_at` is aware UTC."""

    id: int
    key: CommentKey
    text: str
    saved_at: datetime
    facts: dict[str, str] = field(default_factory=dict)
