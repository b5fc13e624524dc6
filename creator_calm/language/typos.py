"""Words that lost a letter or swapped two: "idoit", "bicth", "wortless".

Every slip of every listed word is written down once, so that reading a word costs one look. A
slip that is a word of its own ("sitting", "garage") is never taken for one: `real` names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_SHORTEST_SWAP: Final = 5
_SHORTEST_LOSS: Final = 7
"""Letters of the listed word; shorter ones lie too close to harmless words."""


def slips(
    words: Iterable[str], short: Iterable[str], known: Collection[str], real: Collection[str]
) -> dict[str, str]:
    """Return slip → word. `short` words may be met with swapped letters whatever their length.

    Nothing in `known` or `real` is a slip; of two words with the same slip the first in order
    of the alphabet wins.
    """
    found: dict[str, str] = {}
    for word in sorted(set(words)):
        for slip in _slips_of(word):
            if slip not in known and slip not in real:
                found.setdefault(slip, word)
    for word in short:
        for slip in _swaps(word):
            if slip not in known and slip not in real:
                found[slip] = word
    return found


def _slips_of(word: str) -> Iterator[str]:
    if len(word) >= _SHORTEST_SWAP:
        yield from _swaps(word)
    if len(word) >= _SHORTEST_LOSS:
        yield from (word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))


def _swaps(word: str) -> Iterator[str]:
    """Yield the word with each pair of neighbouring letters swapped."""
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
