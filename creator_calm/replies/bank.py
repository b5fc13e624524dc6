"""The phrase bank of one language: what a reply may be made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from creator_calm.domain.assessment import Kind
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.reply import Tone
from creator_calm.language.pack import load_pack

if TYPE_CHECKING:
    from collections.abc import Mapping

SLOT = re.compile(r"\{([a-z_]+)\}")
"""An open slot in a phrase."""

CARE_MOVES = frozenset({"SEE_CARE", "LIMIT_CARE", "SIGNPOST"})
"""Words to somebody at risk. They stay locked until a qualified person has approved them."""

STOP_MOVE = "ASK_TO_STOP"
"""Fixed sentences, kept apart from composing: no variation, no memory, no learning."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One sentence of the bank.

    `needs` names everything that has to be there before it may be used: slots, ticked claims,
    facts of the comment. `kinds` empty means any kind. `reviewed` False means never offered.
    """

    id: str
    move: str
    text: str
    tones: frozenset[Tone]
    needs: frozenset[str]
    kinds: frozenset[Kind]
    not_with: frozenset[str]
    weight: float
    reviewed: bool

    @property
    def slots(self) -> tuple[str, ...]:
        """The open slots, in the order they stand."""
        return tuple(SLOT.findall(self.text))


@dataclass(frozen=True)
class Bank:
    """All phrases of one language by move, with its word lists for facts of a comment.

    `troubles` are topics that nobody makes on purpose, such as noise. `repeats` are words that a
    reply holds once. `directory` lists help lines by country.
    """

    language: str
    moves: Mapping[str, tuple[Phrase, ...]]
    conditions: Mapping[str, tuple[re.Pattern[str], ...]]
    feelings: tuple[tuple[re.Pattern[str], str], ...]
    troubles: frozenset[str]
    repeats: tuple[re.Pattern[str], ...] = ()
    directory: str = ""

    @cached_property
    def echoes(self) -> Mapping[str, frozenset[int]]:
        """Phrase id → which of `repeats` it holds."""
        return {
            phrase.id: frozenset(
                number
                for number, words in enumerate(self.repeats)
                if words.search(phrase.text.lower())
            )
            for phrases in self.moves.values()
            for phrase in phrases
        }


@cache
def load_bank(language: str) -> Bank:
    """Read `replies.toml` of a language; raises Problem RESOURCE_DAMAGED where it does not fit."""
    table = load_pack(language).table("replies")
    try:
        return _bank(language, table)
    except (KeyError, TypeError, ValueError, re.error):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name=f"{language}/replies.toml") from None


def bank_counts(language: str) -> dict[str, int]:
    """Return how many phrases each move holds, locked ones included."""
    return {move: len(phrases) for move, phrases in load_bank(language).moves.items()}


def unlocked_care(language: str) -> tuple[str, ...]:
    """Return the ids of words of care that could be offered: none may be until a review is done."""
    moves = load_bank(language).moves
    return tuple(p.id for move in CARE_MOVES for p in moves[move] if p.reviewed)


def _bank(language: str, table: dict[str, Any]) -> Bank:
    moves = {
        move: tuple(_phrase(move, entry) for entry in entries)
        for move, entries in table["moves"].items()
    }
    conditions = {
        name: tuple(re.compile(pattern) for pattern in patterns)
        for name, patterns in table["conditions"].items()
    }
    feelings = tuple(
        (re.compile(rf"\b{re.escape(form)}\b"), name)
        for name, forms in table["feelings"].items()
        for form in forms
    )
    troubles = frozenset(table["topics"]["troubles"])
    repeats = tuple(re.compile(pattern) for pattern in table["repeats"]["words"])
    directory = str(table["care"]["directory"])
    return Bank(language, moves, conditions, feelings, troubles, repeats, directory)


def _phrase(move: str, entry: dict[str, Any]) -> Phrase:
    return Phrase(
        id=str(entry["id"]),
        move=move,
        text=str(entry["text"]),
        tones=frozenset(Tone(tone) for tone in entry["tone"]),
        needs=frozenset(entry.get("needs", ())),
        kinds=frozenset(Kind(kind) for kind in entry.get("kinds", ())),
        not_with=frozenset(entry.get("not_with", ())),
        weight=float(entry.get("weight", 1.0)),
        reviewed=bool(entry.get("reviewed", True)),
    )
