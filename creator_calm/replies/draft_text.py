"""A draft made ready for looking: folded without moving a character, cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

MAX_CHARACTERS = 4_000
"""Longer drafts are looked at this far."""

_QUOTES = str.maketrans("’‘ʼ´`“”„«»", "'''''" + '"""""')
_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n+")
_QUOTED = re.compile(r'"[^"\n]{1,400}"')
_WORD = re.compile(r"[^\W\d_]{4,30}")


@dataclass(frozen=True)
class DraftText:
    """`raw` as typed, at most MAX_CHARACTERS; every offset counts Python characters of it."""

    raw: str

    @classmethod
    def of(cls, draft: str) -> DraftText:
        """Cut a draft to the length that is looked at."""
        return cls(draft[:MAX_CHARACTERS])

    @cached_property
    def folded(self) -> str:
        """The text in lower case with straight quotes, character for character."""
        straight = self.raw.translate(_QUOTES)
        lower = straight.lower()
        if len(lower) == len(straight):
            return lower
        # A few letters (İ) grow when lowered; they stay as they are so that nothing moves.
        return "".join(low if len(low := char.lower()) == 1 else char for char in straight)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Spans of the sentences, without the space between them."""
        spans: list[tuple[int, int]] = []
        start = 0
        for end in [*(match.end() for match in _END.finditer(self.folded)), len(self.folded)]:
            piece = self.folded[start:end]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                spans.append((start + lead, start + len(piece.rstrip())))
            start = end
        return tuple(spans)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """Return the span of the sentence that holds a position."""
        index = max(0, bisect_right(self._starts, position) - 1)
        return self.sentences[index] if self.sentences else (0, 0)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.sentences)

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Spans inside quotation marks."""
        return tuple(match.span() for match in _QUOTED.finditer(self.folded))

    def content_words(self, stop_words: frozenset[str]) -> frozenset[str]:
        """Return the words that carry meaning, in lower case, cut to five letters.

        Cutting is a crude stem that is right often enough to see whether two texts share a
        subject ("klipp", "klippen", "klippningen").
        """
        return content_words(self.folded, stop_words)


def content_words(folded: str, stop_words: frozenset[str]) -> frozenset[str]:
    """Return the content words of a lower-case text, cut to five letters."""
    return frozenset(word[:5] for word in _WORD.findall(folded) if word not in stop_words)
