"""The quality of replies in figures: what the tests hold to and the benchmark prints.

Nothing here decides what is good enough; that stands in test_gates.py.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import Audience, Chip, ReplyPlan, Suggestion, Tone
from creator_calm.replies.bank import load_bank
from creator_calm.replies.chips import CLAIMS, claims, standing
from creator_calm.replies.compose import MOST
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.platforms import limit_of
from creator_calm.replies.surface import opener
from tests.replies.made import TEXTS, advise, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITING: Final = tuple(
    kind
    for kind in Kind
    if kind not in {Kind.VIEWERS_FIGHTING, Kind.PILE_ON} and advise(kind).public_allowed
)
PLATFORMS: Final = (
    Platform.YOUTUBE, Platform.TIKTOK, Platform.X, Platform.BLUESKY, Platform.MASTODON,
)  # fmt: skip
MEDIUM: Final = 500
DAY: Final = (
    Kind.PRAISE, Kind.CRITIQUE, Kind.QUESTION, Kind.MIXED, Kind.PRAISE, Kind.REQUEST,
    Kind.TECH_PROBLEM, Kind.COMPLAINT, Kind.CORRECTION, Kind.DISAGREEMENT, Kind.SHARED_STORY,
    Kind.DISAPPOINTMENT,
)  # fmt: skip
"""What a day brings: mostly kind words, points and questions."""

_UNCLEAN = re.compile(r"[{}]|\s[.,!?]|\.\.|\?\.|\s\s|[.?!] [a-zåäö]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_UNTICKED = {
    "en": r"\b(?:fixed|corrected|changed|refund\w*|promise\w*|tomorrow|today|mistake|fault|wrong"
    r"|i'll|will|i'm going to|you're right|good catch|well spotted|on me|offer\w*|\w+day"
    r"|january|february|april|june|july|august|september|october|november|december)\b|[\d€$£%]",
    "sv": r"\b(?:fixat|rättat|ändrat|ändrar|återbetal\w*|lovar|i morgon|imorgon|i dag|idag|misstag"
    r"|jag ska|ska jag|kommer att|fel|du har rätt|återkommer|bra upptäckt|skarpt öga|mitt ansvar"
    r"|erbjud\w*|\w+dag|januari|februari|april|juni|juli|augusti|september|oktober|november"
    r"|december|kronor|kr)\b|[\d€$£%]",
}
"""Words that state a fact, a plan, a date, an offer or an amount."""

_SORRY = {"en": r"\b(?:sorry|apolog\w+)\b", "sv": r"\b(?:förlåt|ledsen|ursäkt|beklagar)\b"}
_COURTESY = frozenset({Kind.COMPLAINT, Kind.SHARED_STORY})
"""Where being sorry is no admission."""


@dataclass(frozen=True, slots=True)
class Made:
    """A suggestion and what it was made for."""

    kind: Kind
    chips: tuple[Chip, ...]
    platform: Platform
    suggestion: Suggestion
    plan: ReplyPlan


@dataclass
class Figures:
    """Counts of one gate, with the first few examples of what went wrong."""

    tried: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def note(self, code: str, text: str) -> None:
        """Count one thing that went wrong."""
        self.wrong[code] += 1
        if len(self.examples) < 5:
            self.examples.append(f"{code}: {text}")


def generated(language: str, least: int) -> Iterator[Made]:
    """At least so many suggestions over kinds, facts, tones and platforms."""
    subsets = [(), *((chip,) for chip in Chip), *itertools.combinations(Chip, 2)]
    cases = list(itertools.product(subsets, WRITING))
    made = 0
    for number, (chips, kind) in enumerate(itertools.cycle(cases)):
        if made >= least:
            return
        platform = PLATFORMS[number % len(PLATFORMS)]
        one = advise(
            kind,
            language,
            ticked=chips,
            tone=list(Tone)[number % 3],
            platform=platform,
            name=f"n{number}",
            community="Forum",
        )
        for suggestion in one.suggestions:
            made += 1
            yield Made(kind, chips, platform, suggestion, one)


def cleanliness(language: str, least: int) -> Figures:
    """What is wrong with generated suggestions, one by one."""
    figures = Figures()
    for made in generated(language, least):
        figures.tried += 1
        for code in faults(language, made):
            figures.note(code, made.suggestion.text)
    return figures


def faults(language: str, made: Made) -> Iterator[str]:
    """What is wrong with one suggestion, by name."""
    text = made.suggestion.text
    if _UNCLEAN.search(text) or not text[0].isupper() or not text.endswith((".", "?")):
        yield "unclean"
    to = Addressee(TEXTS[language][made.kind], audience=made.suggestion.audience)
    if check(text, language, made.kind, off=frozenset({"off_topic"}), to=to).findings:
        yield "finding"
    known = frozenset[str]().union(*CLAIMS.values())
    needed = {need for name in made.suggestion.phrases for need in _needs(language)[name]}
    if not needed & known <= claims(standing(facts(*made.chips), made.kind)):
        yield "claim"
    if not made.chips and _says_what_nobody_ticked(language, made):
        yield "claim word"
    if not _fits(made):
        yield "length"
    intents = [one.intent for one in made.plan.suggestions]
    if len(set(intents)) != len(intents) or len(intents) > MOST:
        yield "intents"


def _says_what_nobody_ticked(language: str, made: Made) -> bool:
    text = made.suggestion.text.lower()
    sorry = made.kind not in _COURTESY and bool(re.search(_SORRY[language], text))
    return sorry or bool(re.search(_UNTICKED[language], text))


def _fits(made: Made) -> bool:
    limit = limit_of(made.platform)
    public = made.suggestion.audience is Audience.PUBLIC
    fits = limit is None or not public or limit.fits(made.suggestion.text)
    return fits and len(made.suggestion.text) <= MEDIUM


@cache
def _needs(language: str) -> dict[str, frozenset[str]]:
    return {p.id: p.needs for phrases in load_bank(language).moves.values() for p in phrases}


def day(
    language: str, count: int = 60, tone: Tone = Tone.PLAIN, openers_kept: int = 60
) -> list[tuple[Kind, str]]:
    """So many replies of one creator, one after the other, each remembered as posted.

    Under one video every opener is remembered; over many videos only the last ten are.
    """
    replies: list[tuple[Kind, str]] = []
    phrases: list[tuple[str, ...]] = []
    openers: list[str] = []
    for number in range(count):
        kind = DAY[number % len(DAY)]
        suggestions = advise(
            kind,
            language,
            tone=tone,
            name=f"day {number}",
            recent=frozenset(itertools.chain.from_iterable(phrases[-50:])),
            openers=tuple(openers[-openers_kept:]),
        ).suggestions
        if not suggestions:
            continue
        chosen = suggestions[number // len(DAY) % len(suggestions)]
        replies.append((kind, chosen.text))
        phrases.append(chosen.phrases)
        openers.append(opener(chosen.text))
    return replies


def distinct_2(texts: list[str]) -> float:
    """Share of pairs of words that are not a repetition of an earlier pair."""
    pairs = [pair for words in map(_words, texts) for pair in itertools.pairwise(words)]
    return len(set(pairs)) / len(pairs)


def first_words_unique(texts: list[str], words: int = 4) -> float:
    """Share of texts with first words of their own."""
    return len({tuple(_words(text)[:words]) for text in texts}) / len(texts)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def self_bleu(texts: list[str]) -> float:
    """Mean BLEU-4 of each text against the others, 0 all different, 1 all the same.

    Papineni et al. 2002 with clipped counts; an order without a hit counts as a tenth of one.
    """
    counted = [[_grams(_words(text), n) for n in range(1, 5)] for text in texts]
    scores = []
    for number, orders in enumerate(counted):
        logs = 0.0
        for n, grams in enumerate(orders):
            others = [counted[k][n] for k in range(len(counted)) if k != number]
            hits = sum(min(count, max(o[gram] for o in others)) for gram, count in grams.items())
            logs += math.log(max(hits, 0.1) / max(sum(grams.values()), 1))
        scores.append(math.exp(logs / 4))
    return sum(scores) / len(scores)


def _grams(words: list[str], n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[k:] for k in range(n)), strict=False))


def digest(language: str, least: int = 300) -> str:
    """A hash of generated texts: the same in every process and on every machine."""
    said = "\n".join(made.suggestion.text for made in generated(language, least))
    return blake2b(said.encode(), digest_size=8).hexdigest()
