"""Telling somebody to harm themself, and somebody who may be about to.

Both stand in one file because they must be told apart: subject "I" is distress, object "you" is
urging. Distress is shown with care steps and never put away; urging is always put away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import Finding, quoted
from creator_calm.triage.guards import Guard, clearing, has, is_negated
from creator_calm.triage.rules._safety import believed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.reading import Match, Reading

NAME = "self_harm"
PATTERNS = ("urging", "distress", "care")
NEEDS = 0
FULL_TEXT = True


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield urging, distress and care for others."""
    for match in reading.matches("urging"):
        yield from _urging(reading, match)
    for match in reading.matches("distress"):
        yield from _distress(reading, match)
    for match in reading.matches("care"):
        yield _care(match)


def _urging(reading: Reading, match: Match) -> Iterator[Finding]:
    """Yield urging. A laugh never clears it, so no guard makes it doubtful."""
    if is_negated(reading, (match.start, match.end)):
        yield _care(match)
        return
    finding = believed(reading, match, Kind.SELF_HARM_URGING, ())
    if finding is not None:
        yield finding


def _distress(reading: Reading, match: Match) -> Iterator[Finding]:
    span = (match.start, match.end)
    guard = clearing(reading, span)
    if guard is Guard.NEGATION and reading.text[span[0] : span[1]].startswith(("i ", "i'", "jag ")):
        guard = None  # "never …, I want to": the sentence of wanting has its own subject
    if guard is Guard.QUOTE:
        yield quoted(reading, match.pattern.id, span)
    if guard is not None:
        return
    if has(reading, Guard.PAST, span):
        # Told as past: a story to be met gently, and still worth a look.
        facets = match.pattern.facets | {Facet.PAST_RISK}
        yield Finding(
            match.pattern.id, Kind.DISTRESS, (span,), Severity.SAFETY, Confidence.LOW, facets
        )
        return
    yield Finding(
        match.pattern.id,
        Kind.DISTRESS,
        (span,),
        Severity.SAFETY,
        match.pattern.confidence,
        match.pattern.facets,
    )


def _care(match: Match) -> Finding:
    return Finding(
        "care.others", None, ((match.start, match.end),), facets=frozenset({Facet.CARE_FOR_OTHERS})
    )
