"""From phrases to the text of a reply: slots filled once, capitals, spaces, closing full stops."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from creator_calm.replies.bank import SLOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.replies.bank import Phrase
    from creator_calm.replies.material import Material

OPENER_WORDS = 3
"""So many first words make an opener."""

_CLOSED = (".", "!", "?", "…", ":", ";", ")", '"', "”")
_LINK_AT_END = re.compile(r"(?:https?://|www\.)\S+$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HELLO = re.compile(r"(?:hi|hej)(?: [^\W\d_][\w-]{1,40})?[,.] (?=\S)", re.IGNORECASE)
_NOT_A_WORD_START = re.compile(r"(?:https?://|www\.|@|#)")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished text; `own` are the spans of the creator's own words, `parts` what phrases became."""

    text: str
    own: tuple[tuple[int, int], ...]
    parts: tuple[str, ...] = ()

    @property
    def opener(self) -> str:
        """The first words, lower case, as the memory of openers keeps them."""
        return opener(self.text)

    @property
    def bank_length(self) -> int:
        """Characters that are ours: what the creator typed is as long as they want it."""
        return len(self.text) - sum(end - start for start, end in self.own)


def opener(text: str) -> str:
    """Return the first three words behind a hello, in lower case."""
    return " ".join(_WORD.findall(without_hello(text[:200]))[:OPENER_WORDS]).lower()


def without_hello(text: str) -> str:
    """Return a text without the greeting before it: what follows is what can be said twice."""
    found = _HELLO.match(text)
    return _capital(text[found.end() :]) if found else text


def render(phrases: Iterable[Phrase], material: Material) -> Rendered:
    """Fill and join phrases. Braces in the creator's words stay what they are: words."""
    text = ""
    own: list[tuple[int, int]] = []
    starts: list[int] = []
    for phrase in phrases:
        if text:
            text += " "
        starts.append(len(text))
        for piece, is_own in _pieces(phrase, material):
            if is_own:
                own.append((len(text), len(text) + len(piece)))
            text += piece
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    parts = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    return Rendered(text, tuple(own), parts)


def _pieces(phrase: Phrase, material: Material) -> list[tuple[str, bool]]:
    pieces: list[tuple[str, bool]] = []
    position = 0
    for slot in SLOT.finditer(phrase.text):
        if slot.start() > position:
            pieces.append((phrase.text[position : slot.start()], False))
        at_end = slot.end() == len(phrase.text)
        words = _closed(material.words[slot[1]]) if at_end else _open(material.words[slot[1]])
        # After a full stop inside a phrase ("Good question. {answer}") a sentence begins.
        if not pieces or pieces[-1][0].endswith(". "):
            words = _capital(words)
        pieces.append((words, slot[1] in material.own))
        position = slot.end()
    if position < len(phrase.text):
        pieces.append((phrase.text[position:], False))
    return pieces


def _closed(words: str) -> str:
    """End with a full stop unless there is an end already; a link would break with one."""
    if words.endswith(_CLOSED) or _LINK_AT_END.search(words):
        return words
    return words + "."


def _open(words: str) -> str:
    return words.rstrip(".!") or words


def _capital(words: str) -> str:
    if _NOT_A_WORD_START.match(words):
        return words
    return words[:1].upper() + words[1:]
