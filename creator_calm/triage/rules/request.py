"""Wishes for content, collaboration or time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.rules._content import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Finding
    from creator_calm.triage.reading import Reading

NAME = "request"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield what the commenter would like to see."""
    yield from weigh(reading, NAME, Kind.REQUEST)
