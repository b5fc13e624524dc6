"""One piece of a comment under one language: tokenised once, shared by all judges."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache, reduce
from itertools import islice
from operator import or_
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.language.normalise import normalise
from creator_calm.language.pack import load_pack
from creator_calm.language.topics import points as topic_points
from creator_calm.triage.lexicon import ALWAYS, ANYWHERE, ASKS, DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.assessment import Point, TriageContext
    from creator_calm.triage.finding import Span
    from creator_calm.triage.lexicon import Lexicon, Pattern
    from creator_calm.triage.pieces import Piece

TOKEN = re.compile(r"\w+(?:'\w+)*|[^\x00-\x7f\w\s]")
"""Words with inner apostrophes; every other character beyond ASCII (an emoji) by itself."""
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|[\n;]")
_MATCHES_PER_PATTERN = 4
_HANDLE = re.compile(r"@([\w.]{2,40})")


@lru_cache(maxsize=8)
def name_words(names: frozenset[str]) -> frozenset[str]:
    """Return the single words of the names, normalised; words of one or two letters are left out."""
    words = {word for name in names for word in TOKEN.findall(normalise(name.lstrip("@")))}
    return frozenset(word for word in words if len(word) > 2)


def find_word(text: str, word: str) -> int:
    """Return where `word` first stands in `text` as a whole word; 0 if it does not."""
    at = text.find(word)
    while at > 0 and (
        text[at - 1].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()
    ):
        at = text.find(word, at + 1)
    return max(at, 0)


class Word(NamedTuple):
    """A token and where it stands in the normalised text."""

    text: str
    start: int
    end: int


class Match(NamedTuple):
    """A pattern that was found, and where."""

    pattern: Pattern
    start: int
    end: int


class Reading:
    """A piece of text under one lexicon. What judges look at; they change nothing."""

    __slots__ = (
        "_points",
        "_sentences",
        "_words",
        "cleared",
        "context",
        "far",
        "lexicon",
        "mask",
        "raw",
        "signals",
        "text",
        "tokens",
    )

    def __init__(
        self, piece: Piece, lexicon: Lexicon, context: TriageContext, *, sure: bool
    ) -> None:
        """`sure`: the language is certain, so words with another meaning elsewhere count too."""
        self.text = piece.text
        self.raw = piece.raw
        self.tokens = piece.tokens
        self.lexicon = lexicon
        self.context = context
        self.signals = lexicon.signals if sure else lexicon.cautious
        self.far = piece.offset > 0
        """It stands behind the first 2,000 characters."""
        self._words: list[Word] | None = None
        self._sentences: tuple[list[int], list[int]] | None = None
        self._points: tuple[Point, ...] | None = None
        self.cleared: list[Span] = []
        """What a guard explained as harmless: the model is not asked about these words."""
        # No step of Python's own per word: most words are in no list.
        mask = reduce(or_, filter(None, map(self.signals.get, self.tokens)), ALWAYS)
        if "?" in self.text:
            mask |= ASKS
        if piece.has_digits:
            mask |= DIGITS
        self.mask = mask

    @property
    def names(self) -> frozenset[str]:
        """The words of the names that are no strangers here: the creator's, the channel's, guests'."""
        return name_words(self.context.creator_names | self.context.guest_names)

    @property
    def calls_creator(self) -> bool:
        """Say whether an `@handle` in the text is the creator's."""
        known = self.context.creator_names | self.context.guest_names
        handles = {handle.lower().lstrip("@") for handle in known}
        return any(m.group(1).lower() in handles for m in _HANDLE.finditer(self.raw))

    @property
    def answers_viewer(self) -> bool:
        """Say whether the text is said to another viewer: "@bob shut up"."""
        return bool(self.tokens) and self.tokens[0] == "USR" and not self.calls_creator

    @property
    def words(self) -> list[Word]:
        """The tokens with their places."""
        if self._words is None:
            self._words = [Word(m.group(), *m.span()) for m in TOKEN.finditer(self.text)]
        return self._words

    @property
    def points(self) -> tuple[Point, ...]:
        """What the comment asks for or judges about the work, as codes (triage section 8)."""
        if self._points is None:
            code = self.lexicon.code
            self._points = (
                () if code == ANYWHERE else topic_points(self.text, self.raw, code, load_pack(code))
            )
        return self._points

    def matches(self, judge: str) -> Iterator[Match]:
        """Yield what the judge's patterns find, at most a few places each."""
        for pattern in self.lexicon.called(judge, self.mask):
            regex = pattern.regex
            if regex is None:
                yield Match(pattern, *self._first(pattern.bit))
                continue
            for found in islice(regex.finditer(self.text), _MATCHES_PER_PATTERN):
                yield Match(pattern, *found.span())

    def sentence(self, span: Span) -> Span:
        """Return the bounds of the sentence that `span` stands in."""
        if self._sentences is None:
            marks = [mark.span() for mark in _SENTENCE_END.finditer(self.text)]
            self._sentences = [start for start, _ in marks], [end for _, end in marks]
        starts, ends = self._sentences
        before = bisect_right(ends, span[0])
        after = bisect_left(starts, span[1])
        start = ends[before - 1] if before else 0
        return start, ends[after] if after < len(ends) else len(self.text)

    def _first(self, bit: int) -> Span:
        look = self.signals.get
        token = next((token for token in self.tokens if look(token, 0) & bit), "")
        start = find_word(self.text, token)
        return start, start + len(token)
