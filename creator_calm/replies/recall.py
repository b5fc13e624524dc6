"""Which phrases of the banks stand in a text: what has been said is read from what was said.

So the memory of variation holds after a restart, follows undo, and a sentence that the creator
rewrote does not count as ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from creator_calm.language.pack import LANGUAGES
from creator_calm.replies.bank import SLOT, load_bank
from creator_calm.replies.own_phrases import OWN
from creator_calm.replies.surface import without_hello

if TYPE_CHECKING:
    from collections.abc import Iterable

    from creator_calm.domain.learned import OwnPhrase

_LOOKED_AT = 2_000
"""Characters of a text that are searched; no reply we make is half as long."""

_LONGEST_FILLING = 400
_BEGINNING = r"(?:\A|(?<=[^\w,] ))"
"""A sentence begins at the start, or behind what closes one (an emoji does as well)."""


@dataclass(frozen=True, slots=True)
class _Trace:
    """How to see a phrase: `literal` stands in the text before the pattern is worth trying."""

    id: str
    literal: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=512)
def phrases_in(text: str) -> frozenset[str]:
    """Return the ids of the phrases a text holds, of every language."""
    said = without_hello(" ".join(text[:_LOOKED_AT].split()))
    return frozenset(
        trace.id for trace in _traces() if trace.literal in said and trace.pattern.search(said)
    )


def own_in(text: str, own: Iterable[OwnPhrase]) -> frozenset[str]:
    """Return the ids of the creator's own phrases a text holds."""
    said = without_hello(" ".join(text[:_LOOKED_AT].split()))
    traces = (_own_trace(one.id, one.text) for one in own)
    return frozenset(
        trace.id for trace in traces if trace.literal in said and trace.pattern.search(said)
    )


@lru_cache(maxsize=256)
def _own_trace(number: int, text: str) -> _Trace:
    return _trace(f"{OWN}{number}", text)


@cache
def _traces() -> tuple[_Trace, ...]:
    return tuple(
        _trace(phrase.id, phrase.text)
        for language in LANGUAGES
        for phrases in load_bank(language).moves.values()
        for phrase in phrases
        # A bare slot has no words of ours that could come twice.
        if any(char.isalpha() for char in SLOT.sub("", phrase.text))
    )


def _trace(name: str, text: str) -> _Trace:
    literals = SLOT.split(text)[::2]
    filling = rf".{{1,{_LONGEST_FILLING}}}?"
    pattern = _BEGINNING + filling.join(re.escape(literal) for literal in literals)
    return _Trace(name, max(literals, key=len), re.compile(pattern))
