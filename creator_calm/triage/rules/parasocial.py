"""Over-attachment and boundaries: "you're all I have", "answer me", wishes to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Kind, Severity
from creator_calm.triage.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Reading

NAME = "parasocial"
PATTERNS = (NAME,)
NEEDS = 0
FULL_TEXT = False


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield one finding; two different signs weigh one step more."""
    found = {match.pattern.id: match for match in reading.matches(NAME)}
    if not found:
        return
    severity = max(match.pattern.severity for match in found.values())
    if len(found) >= 2:
        severity = Severity(min(Severity.HURTFUL, severity + 1))
    spans = tuple((match.start, match.end) for match in found.values())
    code = next(iter(found))
    yield Finding(code, Kind.PARASOCIAL, spans, severity)
