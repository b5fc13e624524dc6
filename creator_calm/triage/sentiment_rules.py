"""The neighbourhood rules of vaderSentiment 3.3.2: what the words around one do to its value.

Quirks are the original's and are kept; see `sentiment` for why.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Final

from vaderSentiment.vaderSentiment import C_INCR, N_SCALAR

from creator_calm.triage.sentiment_words import BOOSTERS, NEGATIONS, PHRASES, lower_word

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAPITALS_ADD: Final[float] = C_INCR
_NEGATED: Final[float] = N_SCALAR

_FEW = 64
"""Up to so many scored words the plain search of the `but` rule is faster than heaps."""


def boost(other: str, value: float, distance: int, *, shouted: bool) -> float:
    """Return what a word before adds: the farther away, the less."""
    boost: float = BOOSTERS.get(other, 0.0)
    if not boost:
        return 0.0
    if value < 0:
        boost *= -1
    if shouted:
        boost += _CAPITALS_ADD if value > 0 else -_CAPITALS_ADD
    return boost * (1.0, 0.95, 0.9)[distance]


def negate(value: float, before: Sequence[str], distance: int) -> float:
    """Apply `not`, `never so`, `without doubt` at `distance` words before; the quirk is the original's."""
    other = before[distance]
    nearer = before[:distance]
    if distance == 1 and other == "never" and before[0] in {"so", "this"}:
        return value * 1.25
    if distance == 2 and (
        (other == "never" and before[1] in {"so", "this"}) or before[0] in {"so", "this"}
    ):
        return value * 1.25
    if other == "without" and "doubt" in nearer:
        return value
    if other in NEGATIONS or "n't" in other:
        return value * _NEGATED
    return value


def idiom(value: float, before: Sequence[str], lower: str, after: Sequence[str]) -> float:
    """Let a phrase around the word replace its value; then let `kind of` and the like damp it."""
    one, two, three = before
    sequences = (
        f"{one} {lower}",
        f"{two} {one} {lower}",
        f"{two} {one}",
        f"{three} {two} {one}",
        f"{three} {two}",
    )
    value = next(
        (PHRASES[phrase] for phrase in sequences if phrase in PHRASES),
        value,
    )
    ahead = lower
    for token in after:
        ahead = f"{ahead} {lower_word(token)}"
        value = PHRASES.get(ahead, value)
    for phrase in (sequences[3], sequences[4], sequences[2]):
        value += BOOSTERS.get(phrase, 0.0)
    return value


def weigh_but(values: list[float], hits: list[int], but: int) -> None:
    """Halve what stands before the first "but", raise what follows by half.

    The original finds its place by the first equal value, in a list that changes meanwhile; that
    is kept. Zeros stay zero, so they need no place.
    """
    if len(values) <= _FEW:
        for index in range(len(values)):
            place = values.index(values[index])
            values[place] = _beside(values[place], hits[place], but)
        return
    places: dict[float, list[int]] = {}
    for index, value in enumerate(values):
        places.setdefault(value, []).append(index)
    for index in range(len(values)):
        value = values[index]
        heap = places[value]
        while values[heap[0]] != value:
            heappop(heap)
        place = heap[0]
        weighed = _beside(value, hits[place], but)
        if weighed != value:
            heappop(heap)
            values[place] = weighed
            heappush(places.setdefault(weighed, []), place)


def _beside(value: float, place: int, but: int) -> float:
    if place < but:
        return value * 0.5
    return value * 1.5 if place > but else value


def emphasis(text: str) -> float:
    """Return what exclamation and question marks add."""
    amplifier: float = min(text.count("!"), 4) * 0.292
    questions = text.count("?")
    if questions > 1:
        amplifier += questions * 0.18 if questions <= 3 else 0.96
    return amplifier
