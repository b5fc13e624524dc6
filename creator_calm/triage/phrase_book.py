"""Own phrases found in a text: one walk over its words, however many phrases there are.

A tree of words: from each word of the text on, a step for each word as long as some phrase goes
on that way, at most `MOST_WORDS` of them. Nothing is looked at phrase by phrase.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.domain.own_rules import Match, Where
from creator_calm.language.identify import is_small_word
from creator_calm.language.normalise import normalise
from creator_calm.triage.reading import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from creator_calm.domain.own_rules import Phrase

MOST_WORDS = 20
FEWEST_LETTERS = 3
_LATIN = re.compile(r"[^\W\d_]")
_NAME_BREAKS = re.compile(r"[_.@\-]+")
_LAST_LATIN = "\u024f"


class Hit(NamedTuple):
    """A phrase that was found, by its number in the book, and where in the text that was searched."""

    number: int
    start: int
    end: int


class Found(NamedTuple):
    """What was found in a comment: hits in the words as written, and in the normalised form."""

    written: tuple[Hit, ...]
    normalised: tuple[Hit, ...]
    author: frozenset[int]


NOTHING = Found((), (), frozenset())


class _Entry(NamedTuple):
    number: int
    cancels: bool
    exact: str


class _Node:
    __slots__ = ("ends", "lengths", "next", "starts")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[_Entry] = []
        self.starts: dict[str, list[_Entry]] = {}
        self.lengths: tuple[int, ...] = ()


class PhraseBook:
    """Phrases made ready. `steps` counts the words looked at, for tests of growth."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._phrases = phrases
        self._comments, self._authors = _Node(), _Node()
        self.steps = 0
        self._about_authors = False
        for number, phrase in enumerate(phrases):
            for root in self._roots(phrase.where):
                _plant(root, phrase.text, phrase.match, number, cancels=False)
                for exception in phrase.exceptions:
                    _plant(root, exception, phrase.match, number, cancels=True)
        _settle(self._comments)
        _settle(self._authors)

    def _roots(self, where: Where) -> tuple[_Node, ...]:
        if where is Where.COMMENT:
            return (self._comments,)
        self._about_authors = True
        return (self._authors,) if where is Where.AUTHOR else (self._comments, self._authors)

    def find(self, raw: str, normalised: str, author: str | None) -> Found:
        """Return every phrase that stands in a text or in its author's name and is not cancelled."""
        lower = raw.lower()
        written, cancelled = self._walk(self._comments, lower, exact=True)
        seen: list[Hit] = []
        if normalised != lower:
            seen, more = self._walk(self._comments, normalised, exact=False)
            cancelled |= more
        names = self._in_name(author) if author and self._about_authors else frozenset()
        if not (written or seen or names):
            return NOTHING
        return Found(
            tuple(hit for hit in written if hit.number not in cancelled),
            tuple(hit for hit in seen if hit.number not in cancelled),
            names,
        )

    def _in_name(self, name: str) -> frozenset[int]:
        found: set[int] = set()
        cancelled: set[int] = set()
        lower = name.lower()
        forms = (lower, normalise(name), _NAME_BREAKS.sub(" ", lower))
        for form in dict.fromkeys(forms):
            hits, away = self._walk(self._authors, form, exact=form == lower)
            found.update(hit.number for hit in hits)
            cancelled |= away
        return frozenset(found - cancelled)

    def _walk(self, root: _Node, text: str, *, exact: bool) -> tuple[list[Hit], set[int]]:
        """Return hits and the numbers of cancelled phrases. `exact`: the text is as it was written."""
        hits: list[Hit] = []
        cancelled: set[int] = set()
        words = list(TOKEN.finditer(text))
        for first, at in enumerate(words):
            if not root.lengths and at.group() not in root.next:
                self.steps += 1
                continue
            start = at.start()
            for entry, end in self._onward(root, words, first):
                if entry.exact and not (exact and text[start:end] == entry.exact):
                    continue
                if entry.cancels:
                    cancelled.add(entry.number)
                else:
                    hits.append(Hit(entry.number, start, end))
        return hits, cancelled

    def _onward(
        self, root: _Node, words: Sequence[re.Match[str]], first: int
    ) -> Iterator[tuple[_Entry, int]]:
        """Yield what ends along the way from one word on, and where."""
        node: _Node | None = root
        at = first
        while node is not None and at < len(words):
            self.steps += 1
            word, end = words[at].group(), words[at].end()
            for entry in _starting(node, word) if node.lengths else ():
                yield entry, end
            node = node.next.get(word)
            for entry in node.ends if node is not None else ():
                yield entry, end
            at += 1


def too_small(text: str) -> bool:
    """Say whether a phrase would stand in nearly every comment: one or two letters, or small words only."""
    words = TOKEN.findall(text.lower())
    if not words:
        return True
    if any(not word[0].isalnum() and word[0] != "_" for word in words):
        return False  # an emoji says something by itself
    letters = sum(character.isalnum() for word in words for character in word)
    latin = all(sign <= _LAST_LATIN for sign in _LATIN.findall(text))
    if latin and letters < FEWEST_LETTERS:
        return True
    return all(is_small_word(word) for word in words)


def _plant(root: _Node, text: str, match: Match, number: int, *, cancels: bool) -> None:
    lower = " ".join(text.lower().split())
    forms: Iterable[str] = (lower,) if match is Match.EXACT else (lower, normalise(text))
    places = list(TOKEN.finditer(lower))
    exact = lower[places[0].start() : places[-1].end()] if places else ""
    exact = exact if match is Match.EXACT else ""
    for words in dict.fromkeys(tuple(TOKEN.findall(form))[:MOST_WORDS] for form in forms):
        if not words:
            continue
        node = root
        before = words[:-1] if match is Match.STARTS else words
        for word in before:
            node = node.next.setdefault(word, _Node())
        entry = _Entry(number, cancels, exact)
        if match is Match.STARTS:
            node.starts.setdefault(words[-1], []).append(entry)
        else:
            node.ends.append(entry)


def _settle(root: _Node) -> None:
    """Note for each node how long the beginnings are that it knows."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        node.lengths = tuple(sorted({len(start) for start in node.starts}))
        waiting.extend(node.next.values())


def _starting(node: _Node, word: str) -> list[_Entry]:
    found: list[_Entry] = []
    for length in node.lengths:
        if length > len(word):
            break
        found += node.starts.get(word[:length], ())
    return found
