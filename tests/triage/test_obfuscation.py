"""What is caught in plain writing is caught in disguise: shares of the clean recall, per disguise.

Each disguise is put on the words that make a line harsh (listed words of five letters or more for
slips of the fingers), since nobody spells "the" with stars. Run with -s to see the shares.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from creator_calm.language.pack import load_pack
from creator_calm.triage.lexicon import load_lexicon
from tests.triage.judging import judge
from tests.triage.test_shares import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable

HARSH: Final = ("abuse", "påhopp", "urging", "uppmaning", "harsh critique", "hård kritik")
WORD: Final = re.compile(r"[^\W\d_]+")
LEET: Final = str.maketrans({"i": "1", "o": "0", "e": "3", "a": "4"})
ALIKE: Final = str.maketrans({"a": "а", "o": "о", "e": "е", "c": "с", "p": "р"})


def wide(word: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)


def bold(word: str) -> str:
    return "".join(chr(0x1D41A + ord(c) - 97) if "a" <= c <= "z" else c for c in word)


def stretched(word: str) -> str:
    at = next((i for i, letter in enumerate(word) if letter in "aeiouyåäö"), 1)
    return word[:at] + word[at] * 4 + word[at + 1 :]


def starred(word: str) -> str:
    at = next((i for i, letter in enumerate(word) if i and letter in "aeiouyåäö"), 1)
    return word[:at] + "*" + word[at + 1 :]


def swapped(word: str) -> str:
    at = len(word) // 2
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def lost(word: str) -> str:
    at = len(word) // 2
    return word[:at] + word[at + 1 :]


DISGUISES: Final[dict[str, tuple[Callable[[str], str], float]]] = {
    "leet": (lambda word: word.translate(LEET), 0.9),
    "look-alikes": (lambda word: word.translate(ALIKE), 0.9),
    "zero width": ("\u200b".join, 0.9),
    "soft hyphen": ("\u00ad".join, 0.9),
    "spaced": (" ".join, 0.9),
    "dotted": (".".join, 0.9),
    "dashed": ("-".join, 0.9),
    "stretched": (stretched, 0.9),
    "starred": (starred, 0.9),
    "full width": (wide, 0.9),
    "bold": (bold, 0.9),
    "capitals in turn": (lambda word: "".join(map(_turn, enumerate(word))), 0.9),
    "swapped": (swapped, 0.75),
    "lost letter": (lost, 0.75),
}


def _turn(numbered: tuple[int, str]) -> str:
    at, letter = numbered
    return letter.upper() if at % 2 else letter


@cache
def harm(code: str) -> frozenset[str]:
    return frozenset(load_pack(code).table("disguises")["harm"])


def is_telling(word: str, code: str) -> bool:
    lexicon = load_lexicon(code)
    lists = (lexicon.insult_nouns, lexicon.insult_adjectives, lexicon.profanity, lexicon.slurs)
    return word in harm(code) or any(word in words for words in lists)


def disguised(line: str, code: str, name: str) -> str:
    change, _ = DISGUISES[name]
    shortest = {"swapped": 5, "lost letter": 7, "starred": 4}.get(name, 3)

    def one(match: re.Match[str]) -> str:
        word = match.group()
        hide = len(word) >= shortest and is_telling(word.lower(), code)
        return change(word.lower()) if hide else word

    return WORD.sub(one, line)


@cache
def cases() -> tuple[tuple[str, str], ...]:
    """Return the lines that are put away as written and hold a word worth disguising."""
    return tuple(
        (group["language"], line)
        for group in GROUPS
        if group["name"] in HARSH
        for line in group["lines"]
        if judge(line).put_away
    )


@pytest.mark.parametrize("name", DISGUISES)
def test_disguise(name: str) -> None:
    tried = [
        (code, line, hidden)
        for code, line in cases()
        if (hidden := disguised(line, code, name)) != line
    ]
    missed = [hidden for _, _, hidden in tried if not judge(hidden).put_away]
    share = 1 - len(missed) / len(tried)
    sys.stdout.write(f"{name:18} {share:.3f} of {len(tried)}\n")
    assert share >= DISGUISES[name][1], missed
