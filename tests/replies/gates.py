"""The quality of replies in figures: what the tests hold to and the benchmark prints.

Nothing here decides what is good enough; that stands in test_gates.py.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import SAFETY_KINDS, Assessment, Kind
from creator_calm.domain.comment import Author, Comment, CommentId, Platform
from creator_calm.domain.reply import Audience, Chip, ReplyContext, Suggestion, Tone
from creator_calm.replies.advisor import plan
from creator_calm.replies.bank import load_bank
from creator_calm.replies.chips import CLAIMS, claims, standing
from creator_calm.replies.draft_check import Addressee, check
from creator_calm.replies.platforms import limit_of
from creator_calm.replies.surface import opener
from tests.replies.made import EVERY_FACT, TEXTS, advise, facts, judged
from tests.triage.judging import judge
from tests.triage.test_lines import VARIANTS, load
from tests.triage.test_obfuscation import DISGUISES, disguised

if TYPE_CHECKING:
    from collections.abc import Iterator

DANGER: Final = frozenset({"threat", "self_harm_urging", "doxxing", "sexual"})
OTHER_TONGUE: Final = {"en": "förresten, ", "sv": "by the way, "}
"""Words of the other language in front."""
WRITING: Final = tuple(
    kind
    for kind in Kind
    if kind not in {Kind.VIEWERS_FIGHTING, Kind.PILE_ON} and advise(kind).public_allowed
)
SAID_AS: Final = {
    "en": ("I'm just saying: ", "jag säger bara: "),
    "sv": ("I'm just saying: ", "jag säger bara: "),
}
"""Words that look like a report of what others said, and are none."""

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
    "en": r"\b(?:fixed|corrected|changed it|refund|promise|tomorrow|mistake|my fault|i'll|i will"
    r"|i'm going to|you're right|good catch|well spotted|on me)\b",
    "sv": r"\b(?:fixat|rättat|ändrat|återbetal\w*|lovar|i morgon|misstag|mitt fel|jag ska"
    r"|jag ändrar|du har rätt|återkommer|bra upptäckt|skarpt öga|mitt ansvar)\b",
}


@dataclass(frozen=True, slots=True)
class Made:
    """A suggestion and what it was made for."""

    kind: Kind
    chips: tuple[Chip, ...]
    platform: Platform
    suggestion: Suggestion


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


def dangerous() -> Iterator[tuple[str, str, str]]:
    """Kind, language and text of safety comments: as written, rewritten, and in disguise."""
    for code in ("en", "sv"):
        for group in load(code)["group"]:
            kinds = group.get("kinds", ())
            if len(kinds) != 1 or kinds[0] not in DANGER:
                continue
            for line in group["lines"]:
                texts = [change(line, code) for change in VARIANTS.values()]
                texts += [disguised(line, code, name) for name in DISGUISES]
                texts.append(OTHER_TONGUE[code] + line)
                for text in dict.fromkeys(texts):
                    yield kinds[0], code, text


def safety() -> tuple[Figures, Figures]:
    """Texts offered to safety comments: where the kind is known, and through the whole judge.

    In the second, "missed" counts comments that the judge takes for another kind, and "text"
    those of them that get a sentence to post.
    """
    known, whole = Figures(), Figures()
    for kind, code, text in dangerous():
        known.tried += 1
        if _texts(text, judged(Kind(kind), code)):
            known.note("text", text)
        whole.tried += 1
        verdict = judge(text)
        is_safe = verdict.kind in SAFETY_KINDS
        whole.wrong["missed"] += not is_safe
        if _texts(text, verdict):
            whole.note("text", text)
    return known, whole


def said_as() -> Figures:
    """Texts offered to danger behind "I'm just saying:", which the judge may take for a quotation.

    A figure to bring down and no gate yet: the gap lies in triage.
    """
    figures = Figures()
    for code, leads in SAID_AS.items():
        for group in load(code)["group"]:
            kinds = group.get("kinds", ())
            if len(kinds) == 1 and kinds[0] in DANGER:
                for text in (lead + line for lead in leads for line in group["lines"]):
                    figures.tried += 1
                    if _texts(text, judge(text)):
                        figures.note("text", text)
    return figures


def _texts(text: str, verdict: Assessment) -> int:
    comment = Comment(CommentId(text), Author("Anna"), text, platform=Platform.YOUTUBE)
    ticked = {chip: EVERY_FACT.get(chip, "") for chip in Chip}
    contexts = (
        ReplyContext(private_channel="inbox"),
        ReplyContext(facts=ticked, private_channel="inbox", attempt=1, norm_notes=True),
    )
    return sum(len(plan(comment, verdict, context).suggestions) for context in contexts)


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
            yield Made(kind, chips, platform, suggestion)


def cleanliness(language: str, least: int) -> Figures:
    """What is wrong with generated suggestions, one by one."""
    figures = Figures()
    for made in generated(language, least):
        figures.tried += 1
        for code in _faults(language, made):
            figures.note(code, made.suggestion.text)
    return figures


def _faults(language: str, made: Made) -> Iterator[str]:
    text = made.suggestion.text
    if _UNCLEAN.search(text) or not text[0].isupper() or not text.endswith((".", "?")):
        yield "unclean"
    to = Addressee(TEXTS[language][made.kind], made.suggestion.audience)
    if check(text, language, made.kind, off=frozenset({"off_topic"}), to=to).findings:
        yield "finding"
    known = frozenset[str]().union(*CLAIMS.values())
    needed = {need for name in made.suggestion.phrases for need in _needs(language)[name]}
    if not needed & known <= claims(standing(facts(*made.chips), made.kind)):
        yield "claim"
    if not made.chips and re.search(_UNTICKED[language], text.lower()):
        yield "claim word"
    if not _fits(made):
        yield "length"


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
