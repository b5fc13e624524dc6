"""Somebody who says they are a child. Brings a facet only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Facet
from creator_calm.triage.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "minor"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield the facet `minor` for "I'm 12", "jag går i femman"."""
    for match in reading.matches(NAME):
        yield Finding(
            match.pattern.id, None, ((match.start, match.end),), facets=frozenset({Facet.MINOR})
        )
