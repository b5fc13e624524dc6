"""What was learned from how the creator changes suggestions: counts, and phrases of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from creator_calm.domain.assessment import Kind

OWN_PHRASES_MOST = 200
REMOVED_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class PhraseMemory:
    """How often a phrase was kept or taken out; twice in a row retires it until it is wanted back."""

    kept: int = 0
    removed: int = 0
    in_a_row: int = 0
    retired: bool = False

    @property
    def weight(self) -> float:
        """The mean of Beta(1 + kept, 1 + removed), twice: 1.0 for a phrase nothing is known of."""
        return 2 * (1 + self.kept) / (2 + self.kept + self.removed)


@dataclass(frozen=True, slots=True)
class OwnPhrase:
    """A sentence of the creator's own that replies may hold, in the place of a move.

    `text` may hold slots in braces; `needs` are claims and slots without which it is not said.
    """

    id: int
    language: str
    move: str
    text: str
    needs: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Learned:
    """Everything the composer is told of it."""

    phrases: Mapping[str, PhraseMemory] = field(default_factory=dict)
    own: tuple[OwnPhrase, ...] = ()


def learned_name(language: str, phrase: str) -> str:
    """Return under which name a phrase is remembered: the same id has other words elsewhere."""
    return f"{language}:{phrase}"


NOTHING_LEARNED = Learned()


@dataclass(frozen=True, slots=True)
class StyleProfile:
    """How the last replies were written, as shares of them; from ten replies on."""

    replies: int
    emoji: float
    greeting: float
    exclamation: float
    characters: int
    sign_off: str = ""


@dataclass(frozen=True, slots=True)
class LearnedThings:
    """Everything that was learned, for one list: `phrases` are id, words and what is known."""

    own: tuple[OwnPhrase, ...] = ()
    phrases: tuple[tuple[str, str, PhraseMemory], ...] = ()
    unwanted: tuple[str, ...] = ()
    style: StyleProfile | None = None
