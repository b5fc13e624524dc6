"""Factual corrections: they need a fact pattern, not only the word wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.rules._content import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Finding
    from creator_calm.triage.reading import Reading

NAME = "correction"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield corrections of fact."""
    yield from weigh(reading, NAME, Kind.CORRECTION)
