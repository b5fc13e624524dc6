"""Stretches of a comment: what is read of long ones, and the way back to the words as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Evidence
from creator_calm.language.normalise import MAX_CHARACTERS, normalise, normalise_with_map
from creator_calm.triage.reading import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from creator_calm.language.normalise import Offsets
    from creator_calm.triage.finding import Finding, Span

FULL_LENGTH: Final = 20_000
"""Characters that the judges of attacks read of a long comment."""
_OVERLAP: Final = 200
_DIGITS: Final = re.compile(r"\d[\d\s().-]{5}")
"""Room for a phone number, a personal number or an IP address."""
_TAIL: Final = 300
_MOST_EVIDENCE: Final = 12


class Piece:
    """A stretch of the comment: where it starts, its normalised form and that form's words."""

    __slots__ = ("_offsets", "has_digits", "offset", "raw", "text", "tokens")

    def __init__(self, raw: str, offset: int) -> None:
        self.raw = raw
        self.offset = offset
        self.text = normalise(raw)
        self.tokens = TOKEN.findall(self.text)
        # Two lexicons read most pieces; what both want to know is found out once.
        self.has_digits = _DIGITS.search(raw) is not None
        self._offsets: Offsets | None = None

    def evidence(self, finding: Finding) -> Iterator[Evidence]:
        """Yield the places of a finding as positions of the comment's own text."""
        if not finding.spans:
            yield Evidence(0, 0, finding.code)
            return
        for span in finding.spans:
            yield from self.places(span, finding.code)

    def places(self, span: Span, code: str) -> Iterator[Evidence]:
        """Yield the place of one span of the normalised text, if it has one."""
        start, end = self._original(span)
        if end > start:
            yield Evidence(self.offset + start, self.offset + end, code)

    def _original(self, span: Span) -> Span:
        """Return the place of `span` in the raw text.

        The map costs as much as all else together, so the easy cases come first: a text that was
        only lower-cased, and words that stand once in either form.
        """
        lower = self.raw.lower()
        if len(lower) == len(self.raw):
            if lower == self.text:
                return span
            words = self.text[slice(*span)]
            if self.text.count(words) == 1 == lower.count(words):
                at = lower.find(words)
                return at, at + len(words)
        return self._map().span(*span)

    def _map(self) -> Offsets:
        if self._offsets is None:
            _, self._offsets = normalise_with_map(self.raw)
        return self._offsets


def tail(text: str) -> Piece:
    """Return the end of a long text."""
    start = max(0, len(text) - _TAIL)
    return Piece(text[start:], start)


def windows(text: str) -> Iterator[Piece]:
    """Yield what stands behind the first 2,000 characters: overlapping windows, and the very end."""
    step = MAX_CHARACTERS - _OVERLAP
    limit = min(len(text), FULL_LENGTH)
    for start in range(step, limit - _OVERLAP, step):
        yield Piece(text[start : min(start + MAX_CHARACTERS, limit)], start)
    if len(text) > FULL_LENGTH:
        yield tail(text)


def evidence_of(located: Sequence[tuple[Finding, Piece]]) -> tuple[Evidence, ...]:
    """Return the evidence of findings: sorted, overlapping places of one code merged."""
    found: list[Evidence] = []
    for one in sorted({e for finding, piece in located for e in piece.evidence(finding)}):
        last = found[-1] if found else None
        if last is not None and last.code == one.code and one.start < last.end:
            found[-1] = Evidence(last.start, max(last.end, one.end), last.code)
        else:
            found.append(one)
    return tuple(found[:_MOST_EVIDENCE])
