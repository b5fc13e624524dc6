"""The lists and patterns of one language, made ready for judging.

`lexicon.toml` names words and patterns; here every word becomes one entry of a dictionary from
word to signal bits, so that one look per word says which judges have anything to do (the
pre-filter of triage section 21). Patterns are compiled when first needed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from creator_calm.domain.assessment import Confidence, Facet, Severity
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.word_forms import ADJECTIVE_CLASSES, expand, listed, split

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Signal bits of whole groups of words; every pattern has one of its own above these.
YOU: Final = 1 << 0
ME: Final = 1 << 1
INSULT: Final = 1 << 2
PROFANITY: Final = 1 << 3
SLUR: Final = 1 << 4
GROUP: Final = 1 << 5
WARM: Final = 1 << 6
LINK: Final = 1 << 7
MAIL: Final = 1 << 8
HANDLE: Final = 1 << 9
ASKS: Final = 1 << 10
DIGITS: Final = 1 << 11
EMOJI: Final = 1 << 12
ALWAYS: Final = 1 << 13
"""Set in every text, for judges that are asked each time."""
_FIRST_PATTERN_BIT: Final = 16
GROUPS_OF_WORDS: Final = (1 << _FIRST_PATTERN_BIT) - 1

RULES_VERSION: Final = 3
LISTS_VERSION: Final = 2
"""The `version` that every lexicon.toml states; stored with each verdict, so known without reading one."""
ANYWHERE: Final = "any"
"""The lexicon for languages we cannot judge: what counts in any language, from all packs."""

_MOST_CALLED = 20_000
_MACRO = re.compile(r"@(\w+)@")


@dataclass(slots=True)
class Pattern:
    """One `[[pattern]]`: trigger words, and a regular expression unless the words are enough."""

    id: str
    judge: str
    bit: int
    words: tuple[str, ...]
    source: str
    severity: Severity
    confidence: Confidence
    points: int
    facets: frozenset[Facet]
    anywhere: bool
    _compiled: re.Pattern[str] | None = field(default=None, repr=False)

    @property
    def regex(self) -> re.Pattern[str] | None:
        """The compiled expression, None where the words alone decide."""
        if self._compiled is None and self.source:
            self._compiled = re.compile(self.source)
        return self._compiled


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, ready for judging. `signals` maps a word to its bits."""

    code: str
    version: int
    signals: Mapping[str, int]
    cautious: Mapping[str, int]
    patterns: Mapping[str, tuple[Pattern, ...]]
    masks: Mapping[str, int]
    insult_nouns: frozenset[str]
    insult_adjectives: frozenset[str]
    insult_phrases: re.Pattern[str] | None
    profanity: frozenset[str]
    slurs: frozenset[str]
    homonyms: frozenset[str]
    reclaimed: frozenset[str]
    groups: re.Pattern[str]
    sets: Mapping[str, frozenset[str]]
    guards: Mapping[str, re.Pattern[str]]
    _called: dict[tuple[str, int], tuple[Pattern, ...]] = field(default_factory=dict, repr=False)

    def called(self, judge: str, mask: int) -> tuple[Pattern, ...]:
        """Return the patterns of a judge that the signals in `mask` call for.

        Remembered: a judge has up to a hundred, and mostly the same few or none are called for.
        """
        key = judge, mask & self.masks.get(judge, 0)
        found = self._called.get(key)
        if found is None:
            if len(self._called) >= _MOST_CALLED:
                self._called.clear()
            found = tuple(p for p in self.patterns.get(judge, ()) if p.bit & mask)
            self._called[key] = found
        return found


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of `en`, `sv` or `ANYWHERE`."""
    if code == ANYWHERE:
        return _anywhere()
    return _Builder(code, load_pack(code).table("lexicon")).build()


def alternation(words: Iterable[str]) -> str:
    """Return one group of all words, the longest first; a space in a word is any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + ")"


class _Builder:
    """Turns one parsed `lexicon.toml` into a `Lexicon`."""

    def __init__(self, code: str, table: Mapping[str, Any]) -> None:
        self.code = code
        self.table = table
        self.sets: dict[str, list[str]] = table["sets"]
        self.signals: dict[str, int] = {}

    def build(self) -> Lexicon:
        table = self.table
        insults = listed(table, "insult")
        adjectives = expand(
            entry for entry in table["words"]["insult"] if split(entry)[1] in ADJECTIVE_CLASSES
        )
        phrases = frozenset(word for word in insults if " " in word)
        slurs = listed(table, "slur") - frozenset(table["slurs"]["general"])
        self._mark_groups(insults, slurs)
        patterns = tuple(self._pattern(i, entry) for i, entry in enumerate(table["pattern"]))
        for pattern in patterns:
            self._mark(pattern.words, pattern.bit)
        friends = frozenset(self.sets["false_friends"])
        silent = INSULT | PROFANITY | SLUR
        cautious = {w: b & ~silent if w in friends else b for w, b in self.signals.items()}
        return Lexicon(
            code=self.code,
            version=int(table["version"]),
            signals=self.signals,
            cautious=cautious,
            patterns=_by_judge(patterns),
            masks=_masks(patterns),
            insult_nouns=insults - adjectives,
            insult_adjectives=adjectives,
            insult_phrases=re.compile(rf"\b{alternation(phrases)}\b") if phrases else None,
            profanity=listed(table, "profanity"),
            slurs=slurs,
            homonyms=frozenset(table["slurs"]["homonym"]),
            reclaimed=frozenset(table["slurs"]["reclaimed"]),
            groups=re.compile(rf"\b{alternation(self.sets['group'])}\b"),
            sets={name: frozenset(words) for name, words in self.sets.items()},
            guards={name: re.compile("|".join(parts)) for name, parts in table["guards"].items()},
        )

    def _mark_groups(self, insults: frozenset[str], slurs: frozenset[str]) -> None:
        sets = self.sets
        for words, bit in (
            (sets["you"], YOU),
            (sets["me"], ME),
            (insults, INSULT),
            (listed(self.table, "profanity"), PROFANITY),
            (slurs, SLUR),
            (sets["group"], GROUP),
            (sets["group_people"], GROUP),
            (sets["group_kind"], GROUP),
            (sets["warm"], WARM),
            (("URL",), LINK),
            (("MAIL",), MAIL),
            (("USR",), HANDLE),
            (sets["rude_emoji"], EMOJI),
        ):
            self._mark(words, bit)

    def _mark(self, words: Iterable[str], bit: int) -> None:
        """Set `bit` on every word; a phrase is called by its longest word, the rarest as a rule.

        In alphabetical order: which word calls a phrase hangs on those before it, and sets have
        another order in every process.
        """
        signals = self.signals
        phrases = []
        for word in sorted(words):
            if " " in word:
                phrases.append(word.split())
            else:
                signals[word] = signals.get(word, 0) | bit
        # In order: the words of a set come in another order in every process.
        for parts in sorted(phrases):
            if not any(signals.get(part, 0) & bit for part in parts):
                longest = max(parts, key=len)
                signals[longest] = signals.get(longest, 0) | bit

    def _pattern(self, index: int, entry: Mapping[str, Any]) -> Pattern:
        return Pattern(
            id=entry["id"],
            judge=entry["judge"],
            bit=1 << (_FIRST_PATTERN_BIT + index),
            words=tuple(entry["words"]),
            source=self._written_out(entry.get("regex", "")),
            severity=Severity(entry.get("severity", 0)),
            confidence=Confidence(entry.get("confidence", "high")),
            points=entry.get("points", 0),
            facets=frozenset(Facet(name) for name in entry.get("facets", ())),
            anywhere=entry.get("anywhere", False),
        )

    def _written_out(self, source: str) -> str:
        return _MACRO.sub(lambda match: alternation(self.sets[match.group(1)]), source)


def _by_judge(patterns: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        found.setdefault(pattern.judge, []).append(pattern)
    return {judge: tuple(entries) for judge, entries in found.items()}


def _masks(patterns: Iterable[Pattern]) -> dict[str, int]:
    masks: dict[str, int] = {}
    for pattern in patterns:
        masks[pattern.judge] = masks.get(pattern.judge, 0) | pattern.bit
    return masks


def _anywhere() -> Lexicon:
    """English with only what needs no language: strong slurs of all packs, marked patterns, emoji."""
    english = load_lexicon("en")
    packs = [load_lexicon(code) for code in LANGUAGES]
    kept = tuple(p for group in english.patterns.values() for p in group if p.anywhere)
    slurs = frozenset().union(*(pack.slurs - pack.homonyms for pack in packs))
    signs = LINK | MAIL | HANDLE | EMOJI
    signals = {word: bits & signs for word, bits in english.signals.items() if bits & signs}
    signals.update(dict.fromkeys((word for word in slurs if " " not in word), SLUR))
    for pattern in kept:
        for word in pattern.words:
            signals[word] = signals.get(word, 0) | pattern.bit
    nobody: frozenset[str] = frozenset()
    return Lexicon(
        code=ANYWHERE,
        version=english.version,
        signals=signals,
        cautious=signals,
        patterns=_by_judge(kept),
        masks=_masks(kept),
        insult_nouns=nobody,
        insult_adjectives=nobody,
        insult_phrases=None,
        profanity=nobody,
        slurs=slurs,
        homonyms=nobody,
        reclaimed=frozenset().union(*(pack.reclaimed for pack in packs)),
        groups=english.groups,
        sets=english.sets,
        guards=english.guards,
    )
