"""The words a pattern needs: never wrong, and of use."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from creator_calm.language.pack import LANGUAGES
from creator_calm.triage.lexicon import load_lexicon
from creator_calm.triage.literals import WORDS, needed_words
from creator_calm.triage.pieces import Piece
from creator_calm.triage.reading import Match, Reading
from tests.triage.judging import DEFAULT

LINES = Path(__file__).parent / "lines"


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(?:waste\s+of\s+(?:\w+\s+)?oxygen|kys)\b", {"oxygen", "kys"}),
        (r"\byou\s+(?:\w+\s+){0,2}clown\b", {"clown"}),
        (r"\bribs?\b", {"rib", "ribs"}),
        (r"\b(?:go\s+)?hence\b", {"hence"}),
        (r"\byou're\s+\w+", {"re"}),
        (r"goose\s*bumps", set()),
        (r"\bgoose\s*bumps\b", {"goosebumps", "goose"}),
        (r"\bidiot", set()),
        (r"idiot\b", set()),
        (r"\bidiot\w*", set()),
        (r"\bno(?:body)?\b", {"no", "nobody"}),
        (r"\b(?:a|\w+)\b", set()),
        (r"\bf[aeiou]n\b", {"fan", "fen", "fin", "fon", "fun"}),
        (r"\bf[^a]n\b", set()),
        (r"(?i)\bidiot\b", set()),
        (r"(?<!not )\bidiot\b(?! proof)", {"idiot"}),
        (r"\b(?i:idiot)\b", set()),
    ],
)
def test_needed(pattern: str, needed: set[str]) -> None:
    assert needed_words(pattern) == needed


def _lines() -> list[str]:
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for path in sorted(LINES.glob("*.toml")):
        walk(tomllib.loads(path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_match_is_lost(code: str) -> None:
    """Wherever a pattern matches one of our lines, the line has a word that the pattern needs."""
    patterns = [
        (re.compile(p.source), needed_words(p.source))
        for group in load_lexicon(code).patterns.values()
        for p in group
        if p.source
    ]
    assert sum(bool(needed) for _, needed in patterns) > len(patterns) / 2
    pieces = [Piece(line, 0) for line in _lines()]
    assert len(pieces) > 600
    matched = 0
    for piece in pieces:
        for regex, needed in patterns:
            if needed and needed.isdisjoint(WORDS.findall(piece.text)):
                assert regex.search(piece.text) is None, (regex.pattern, piece.text)
            elif needed:
                matched += 1
    assert matched > 200


def test_the_hundredth_reading_finds_what_the_first_does() -> None:
    lines = [
        "you are a waste of oxygen",
        "what mic do you use",
        "you, a hamster",
        "nobody likes you",
    ]

    def found() -> list[list[Match]]:
        readings = [Reading(Piece(x, 0), load_lexicon("en"), DEFAULT, sure=True) for x in lines]
        return [[m for j in r.lexicon.patterns for m in r.matches(j)] for r in readings]

    first = found()
    assert any(first)
    assert all(found() == first for _ in range(100))
