"""Questions: a question mark with an opening, or an opening that asks without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind
from creator_calm.triage.finding import Finding
from creator_calm.triage.lexicon import ASKS
from creator_calm.triage.rules._content import MOST_POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "question"
PATTERNS = (NAME,)
NEEDS = ASKS
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield a question: 3 points for mark and opening, 1 for the mark alone."""
    opening = next(iter(reading.matches(NAME)), None)
    asks = bool(reading.mask & ASKS)
    if opening is not None:
        points = opening.pattern.points + (1 if asks else -1)
        if points > 0:
            span = (opening.start, opening.end)
            yield Finding(
                opening.pattern.id, Kind.QUESTION, (span,), points=min(MOST_POINTS, points)
            )
    elif asks:
        at = reading.text.find("?")
        yield Finding("question.mark", Kind.QUESTION, ((at, at + 1),), points=1)
