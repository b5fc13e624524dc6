"""Undo disguises, so that "F U C K", "1d10t" and "уоu аrе" are read as what they say.

The normalised text lives in memory only; what was written is never changed. Every step is one
edit of a token or of a short run, remembered per token, so that the work is linear in the
length of the text. `normalise` and `normalise_with_map` share every rule (triage, section 3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from creator_calm.language.disguises import TokenReader, Vocabulary
from creator_calm.language.look_alikes import (
    NON_ASCII_RUN,
    fold_run,
    fold_words,
    may_hold_look_alikes,
)
from creator_calm.language.vocabulary import default_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NORMALISER_VERSION = 2
MAX_CHARACTERS = 2_000
"""What is looked at: a longer text is handed over in pieces or windows of this size."""

MASKS = ("URL", "MAIL", "USR", "TIM")
"""The only words in capitals of a normalised text: a link, an address, a name, a time mark."""

_TOKEN = re.compile(r"\S+")
_SPACED_LETTERS = re.compile(r"(?<![\w'])[^\W\d_](?: {1,3}[^\W\d_](?![\w'])){2,}")
_TWO_SPACED = re.compile(r" [^\W\d_] {1,3}[^\W\d_](?![\w'])")
_CAPITALS = re.compile("[A-Z]")

_Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where the characters of a normalised text came from in the original."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    length: int

    def original(self, index: int) -> int:
        """Return the original position of character `index`; past the last one, the end."""
        return self.starts[index] if index < len(self.starts) else self.length

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open original span of the normalised span `start`..`end`."""
        if end <= start or start >= len(self.starts):
            return self.original(start), self.original(start)
        return self.starts[start], max(self.ends[start:end])


class Normaliser:
    """The steps of triage section 3 over one vocabulary of words worth disguising."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._tokens = TokenReader(vocabulary)
        self._runs = _Memo(fold_run)
        self._vocabulary = vocabulary

    def normalise(self, text: str) -> str:
        """Return the normalised form of the first `MAX_CHARACTERS` characters. Never raises."""
        text = text[:MAX_CHARACTERS]
        if not text.isascii():
            runs = self._runs
            text = NON_ASCII_RUN.sub(lambda match: runs[match.group()], text)
            if may_hold_look_alikes(text):
                text = fold_words(text)
        # Begins with a space, so the engine leaps from space to space; the full look is rarely needed.
        if _TWO_SPACED.search(text) is not None:
            text = _SPACED_LETTERS.sub(self._join, text)
        return " ".join(map(self._tokens.__getitem__, text.split()))

    def with_map(self, text: str) -> tuple[str, Offsets]:
        """Return the same string as `normalise`, and where its characters came from."""
        track = _Track(text[:MAX_CHARACTERS])
        if not track.text.isascii():
            track.apply(_edits(NON_ASCII_RUN, track.text, lambda match: self._runs[match.group()]))
            if may_hold_look_alikes(track.text):
                # Letter for letter, so positions stay.
                track.text = fold_words(track.text)
        track.apply(_edits(_SPACED_LETTERS, track.text, self._join))
        track.apply(self._token_edits(track.text))
        return track.text, track.offsets()

    def _join(self, match: re.Match[str]) -> str:
        run = match.group()
        joined = self._vocabulary.cut_out(run.replace(" ", "").lower())
        return run if joined is None else joined

    def _token_edits(self, text: str) -> Iterable[_Edit]:
        tokens = [match.span() for match in _TOKEN.finditer(text)]
        if not tokens:
            yield 0, len(text), ""
            return
        yield 0, tokens[0][0], ""
        for (start, end), (after, _) in pairwise([*tokens, (len(text), len(text))]):
            yield start, end, self._tokens[text[start:end]]
            yield end, after, " " if after < len(text) else ""


def normalise(text: str) -> str:
    """Return `text` as the judges read it: folded, lower case, disguises undone, links masked."""
    return _normaliser().normalise(text)


def normalise_with_map(text: str) -> tuple[str, Offsets]:
    """Return `normalise(text)` and the original position of each of its characters."""
    return _normaliser().with_map(text)


def shouting(text: str) -> bool:
    """Say whether at least 60 % of the letters, and at least eight, are capitals."""
    if text.isascii() and len(_CAPITALS.findall(text)) < 8:
        return False
    capitals = sum(map(str.isupper, text))
    return capitals >= 8 and capitals >= 0.6 * sum(map(str.isalpha, text))


@cache
def _normaliser() -> Normaliser:
    return Normaliser(default_vocabulary())


class _Memo(dict[str, str]):
    """A function of short strings that remembers; emptied when it has grown large."""

    LIMIT = 20_000
    LONGEST = 24

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: str) -> str:
        value = self._function(key)
        if len(key) <= self.LONGEST:
            if len(self) >= self.LIMIT:
                self.clear()
            self[key] = value
        return value


def _edits(
    pattern: re.Pattern[str], text: str, replacement: Callable[[re.Match[str]], str]
) -> Iterable[_Edit]:
    for match in pattern.finditer(text):
        yield match.start(), match.end(), replacement(match)


class _Track:
    """A text under edits that remembers where its characters came from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._length = len(text)
        self._starts = list(range(len(text)))
        self._ends = list(range(1, len(text) + 1))

    def apply(self, edits: Iterable[_Edit]) -> None:
        """Make the edits, which are in order and do not overlap."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, new in edits:
            parts += self.text[at:start], new
            starts += self._starts[at:start]
            ends += self._ends[at:start]
            self._carry(start, end, new, starts, ends)
            at = end
        self.text = "".join(parts) + self.text[at:]
        self._starts = starts + self._starts[at:]
        self._ends = ends + self._ends[at:]

    def _carry(self, start: int, end: int, new: str, starts: list[int], ends: list[int]) -> None:
        """Give `new` the positions of what it replaces: one by one at both ends where they match."""
        old = self.text[start:end]
        if len(new) == len(old):
            head, tail = len(new), 0
        else:
            shortest = min(len(new), len(old))
            head = next((i for i in range(shortest) if not _same(new[i], old[i])), shortest)
            room = shortest - head
            tail = next((i for i in range(room) if not _same(new[~i], old[~i])), room)
        starts += self._starts[start : start + head]
        ends += self._ends[start : start + head]
        middle = len(new) - head - tail
        if middle:
            # An insertion between two characters belongs to the one before it.
            first = min(start + head, end - 1)
            last = max(end - tail - 1, first)
            starts += [self._starts[first]] * middle
            ends += [self._ends[last]] * middle
        if tail:
            starts += self._starts[end - tail : end]
            ends += self._ends[end - tail : end]

    def offsets(self) -> Offsets:
        return Offsets(tuple(self._starts), tuple(self._ends), self._length)


def _same(new: str, old: str) -> bool:
    return new == old or new == old.lower()
