"""The rules a draft is looked at by, read from `tone.toml` of one language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from creator_calm.domain.draft import DRAFT_RULES, FindingLevel
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.language.pack import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ORDER: Final = DRAFT_RULES
"""Every rule; where two meet on one span the first one speaks."""


@dataclass(frozen=True, slots=True)
class PatternGroup:
    """Patterns that share a level and guards. A group in a pattern is what is marked of it."""

    patterns: tuple[re.Pattern[str], ...]
    level: FindingLevel
    guards: frozenset[str]


@dataclass(frozen=True, slots=True)
class ToneRule:
    """One rule: groups of patterns, each with its level and guards.

    `care` are patterns for an answer to somebody in distress only; `as_written` looks at the
    text unfolded.
    """

    id: str
    level: FindingLevel
    groups: tuple[PatternGroup, ...]
    care: tuple[PatternGroup, ...]
    swaps: Mapping[str, str]
    as_written: bool


@dataclass(frozen=True)
class ToneWords:
    """Word patterns that the guards and the rules without patterns go by."""

    second_person: re.Pattern[str]
    own: re.Pattern[str]
    negation: re.Pattern[str]
    negation_after: re.Pattern[str]
    quoting: re.Pattern[str]
    warmth: re.Pattern[str]
    bare: re.Pattern[str]
    clause: re.Pattern[str]
    supposed: re.Pattern[str]
    order: re.Pattern[str]
    acknowledges: re.Pattern[str]
    stop_words: frozenset[str]
    empty_words: frozenset[str]


_LISTS: Final = ("stop_words", "empty_words")
_GROUPS: Final = {"patterns": (), "orders": ("order",), "aimed": ("aimed",), "hints": ()}
"""The groups of a rule in the file, and the guards each has beside those of the rule."""


@dataclass(frozen=True)
class Tone:
    """Everything about tone in one language."""

    rules: tuple[ToneRule, ...]
    words: ToneWords
    positives: Mapping[str, tuple[re.Pattern[str], ...]]
    removable: frozenset[str]


@cache
def load_tone(language: str) -> Tone:
    """Read the tone rules of a language; raises Problem RESOURCE_DAMAGED where they do not fit."""
    table = load_pack(language).table("tone")
    try:
        return _tone(table)
    except (KeyError, TypeError, ValueError, re.error):
        raise Problem(ProblemCode.RESOURCE_DAMAGED, name=f"{language}/tone.toml") from None


def messages(language: str) -> Mapping[str, str]:
    """Return what each rule says, in the language of the interface."""
    rules = load_pack(language).table("tone")["rules"]
    return {rule: str(entry["message"]) for rule, entry in rules.items()}


def _tone(table: dict[str, Any]) -> Tone:
    rules = {rule: _rule(rule, entry) for rule, entry in table["rules"].items()}
    words = {
        name: re.compile(pattern) for name, pattern in table["words"].items() if name not in _LISTS
    }
    positives = {
        name: tuple(re.compile(pattern) for pattern in patterns)
        for name, patterns in table["positives"].items()
    }
    return Tone(
        tuple(rules[rule] for rule in ORDER),
        ToneWords(
            stop_words=frozenset(table["words"]["stop_words"].split()),
            empty_words=frozenset(table["words"]["empty_words"].split()),
            **words,
        ),
        positives,
        frozenset(table["remove"]["words"]),
    )


def _rule(rule: str, entry: dict[str, Any]) -> ToneRule:
    level = FindingLevel(entry["level"])
    guards = frozenset(entry.get("guards", ()))

    def group(name: str, more: Iterable[str] = ()) -> tuple[PatternGroup, ...]:
        patterns = _compiled(entry.get(name, ()))
        how = FindingLevel.HINT if name == "hints" else level
        return (PatternGroup(patterns, how, guards.union(more)),) if patterns else ()

    return ToneRule(
        id=rule,
        level=level,
        groups=tuple(one for name, more in _GROUPS.items() for one in group(name, more)),
        care=group("care"),
        swaps=dict(entry.get("swaps", {})),
        as_written=bool(entry.get("as_written", False)),
    )


def _compiled(patterns: Iterable[str]) -> tuple[re.Pattern[str], ...]:
    """Compile patterns, those that begin at a word in one: a draft is walked once for all of them.

    That each is whole by itself is held by a test, since compiling twice takes twice as long.
    """
    each = [bounded(pattern) for pattern in patterns]
    at_words = [one.removeprefix(r"\b") for one in each if one.startswith(r"\b")]
    others = [re.compile(one) for one in each if not one.startswith(r"\b")]
    joined = "|".join(f"(?:{pattern})" for pattern in at_words)
    return (*([re.compile(rf"\b(?:{joined})")] if at_words else []), *others)


def bounded(pattern: str) -> str:
    """Return a pattern whose blanks are at most four.

    "Wow", any blanks, a comma, any blanks would look at a long row of them again and again.
    """
    return pattern.replace(r"\s+", r"\s{1,4}").replace(r"\s*", r"\s{0,4}")
