"""Every pattern of the lexicons is tried: hits, traps, trigger words, time on hostile text."""

from __future__ import annotations

import time
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from creator_calm.domain.assessment import TriageContext
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.triage.lexicon import LISTS_VERSION, Pattern, load_lexicon
from creator_calm.triage.pieces import Piece
from creator_calm.triage.reading import Reading
from tests.triage.triggers import cover

LINES = Path(__file__).parent / "lines"
FEWEST_HITS = 3
FEWEST_TRAPS = 2
LONGEST_S = 0.0025


def patterns(code: str) -> list[Pattern]:
    return [pattern for group in load_lexicon(code).patterns.values() for pattern in group]


@cache
def all_lines(code: str) -> tuple[str, ...]:
    """Every line written for a language: the acceptance groups, and those for single patterns."""
    own: dict[str, Any] = tomllib.loads((LINES / f"{code}.toml").read_text(encoding="utf-8"))
    extra: dict[str, Any] = tomllib.loads(
        (LINES / f"{code}_patterns.toml").read_text(encoding="utf-8")
    )
    found = [line for group in own["group"] for line in group["lines"]]
    for entry in extra.values():
        found += entry["hits"] + entry.get("traps", [])
    return tuple(dict.fromkeys(found))


@cache
def reading(code: str, line: str) -> Reading:
    return Reading(Piece(line, 0), load_lexicon(code), TriageContext(), sure=True)


def is_hit(code: str, pattern: Pattern, line: str) -> bool:
    return any(match.pattern is pattern for match in reading(code, line).matches(pattern.judge))


CASES = [
    pytest.param(code, pattern, id=f"{code}-{pattern.judge}-{pattern.id}")
    for code in LANGUAGES
    for pattern in patterns(code)
]


@pytest.mark.parametrize(("code", "pattern"), CASES)
def test_pattern_has_hits_and_traps(code: str, pattern: Pattern) -> None:
    hits = [line for line in all_lines(code) if is_hit(code, pattern, line)]
    assert len(hits) >= FEWEST_HITS
    if pattern.source:
        triggered = [
            line
            for line in all_lines(code)
            if reading(code, line).mask & pattern.bit and line not in hits
        ]
        assert len(triggered) >= FEWEST_TRAPS


@pytest.mark.parametrize("code", LANGUAGES)
def test_written_hits_and_traps(code: str) -> None:
    text = (LINES / f"{code}_patterns.toml").read_text(encoding="utf-8")
    known = {pattern.id: pattern for pattern in patterns(code)}
    wrong = []
    for name, entry in tomllib.loads(text).items():
        pattern = known[name]
        wrong += [(name, "hit", line) for line in entry["hits"] if not is_hit(code, pattern, line)]
        traps = entry.get("traps", [])
        wrong += [(name, "trap", line) for line in traps if is_hit(code, pattern, line)]
    assert wrong == []


@pytest.mark.parametrize(("code", "pattern"), CASES)
def test_trigger_words_stand_in_every_match(code: str, pattern: Pattern) -> None:
    """The pre-filter may not lose a match: each way through the expression meets a trigger."""
    if pattern.source:
        assert cover(pattern.source, frozenset(pattern.words))


HOSTILE = {
    "one word": "a" * 2_000,
    "pairs": "i will " * 285,
    "you are": "you are so " * 180,
    "du är": "du är så " * 220,
    "dots": "." * 2_000,
    "spaces": "i" + " " * 1_998 + "x",
    "insults": "you idiot " * 200,
    "where": "i know where your " * 110,
    "i i i": "i " * 1_000,
    "jag": "jag ska " * 250,
    "group": "black people are " * 117,
    "digits": "1 2 3 4 " * 250,
}


@pytest.mark.parametrize(("code", "pattern"), CASES)
def test_pattern_is_quick_on_hostile_text(code: str, pattern: Pattern) -> None:
    regex = pattern.regex
    if regex is None:
        return
    slowest = 0.0
    for text in (*HOSTILE.values(), (" ".join(pattern.words) + " ") * 60):
        best = 1.0
        for _ in range(3):
            start = time.thread_time()
            for _match in regex.finditer(text[:2_000]):
                pass
            best = min(best, time.thread_time() - start)
            if best < LONGEST_S / 2:
                break
        slowest = max(slowest, best)
    # Twice the budget: the machine of the test may be half as fast as the one it was set on.
    assert slowest <= 2 * LONGEST_S


def test_languages_hold_the_same_patterns() -> None:
    english, swedish = ({(p.judge, p.id) for p in patterns(code)} for code in LANGUAGES)
    assert english ^ swedish <= {("abuse", "abuse.address")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_ids_and_list_entries_are_unique(code: str) -> None:
    assert [i for i, n in Counter(p.id for p in patterns(code)).items() if n > 1] == []
    table = load_pack(code).table("lexicon")
    for name, words in table["words"].items():
        assert [w for w, n in Counter(words).items() if n > 1] == [], name


@pytest.mark.parametrize("code", LANGUAGES)
def test_list_version_is_the_one_stored_with_verdicts(code: str) -> None:
    assert load_lexicon(code).version == LISTS_VERSION


def test_swedish_list_is_large_and_expands_within_bounds() -> None:
    words = load_pack("sv").table("lexicon")["words"]
    assert sum(map(len, words.values())) >= 400
    lexicon = load_lexicon("sv")
    assert 4_000 <= len(lexicon.signals) <= 30_000
