"""A calm look at the creator's own draft: at most one gentle message on any words, nothing blocked.

Precision before recall: every pattern passes guards for negation, quotation and warmth, and a
mark that is wrong costs more than one that is missing (replies.md section 17).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.draft import DraftFinding, DraftReport, FindingLevel
from creator_calm.domain.reply import Audience
from creator_calm.language.identify import identify
from creator_calm.language.pack import LANGUAGES, load_pack
from creator_calm.language.topics import mentions
from creator_calm.replies import private_data
from creator_calm.replies.draft_text import DraftText, content_words
from creator_calm.replies.tone_guards import passes
from creator_calm.replies.tone_rules import (
    ORDER,
    PatternGroup,
    Tone,
    ToneRule,
    load_tone,
    messages,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

MOST_MARKS = 30
NEGATIVE_KINDS: Final = frozenset(
    {
        Kind.CRITIQUE,
        Kind.HARSH_CRITIQUE,
        Kind.MIXED,
        Kind.COMPLAINT,
        Kind.TECH_PROBLEM,
        Kind.DISAPPOINTMENT,
        Kind.DISAGREEMENT,
        Kind.VAGUE_NEGATIVE,
        Kind.SARCASM,
        Kind.ACCUSATION,
        Kind.COPYRIGHT_CLAIM,
        Kind.ABUSE,
        Kind.TROLL,
    }
)
_ANY_LANGUAGE: Final = frozenset({"private_data", "shouting"})
_IN_CARE: Final = frozenset(
    {"calm_down", "self_defence", "over_promise", "private_data", "escalation"}
)
_WANTS_SOMETHING_CONCRETE: Final = frozenset(
    {Kind.COMPLAINT, Kind.CRITIQUE, Kind.HARSH_CRITIQUE, Kind.MIXED}
)
_MOST_SENTENCES = 4
_FEW_WORDS = 3
_SHORT = 280
_SHORT_SENTENCES = 3
_LONG_TIMES = 2.5
_NAMED_BY = 800
"""A topic that comes later than this in a reply is not what it answers."""
_NEVER_LONG = 200
"""A reply up to here is not long, however short the comment was."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """What a draft answers, and who will read it.

    `comment` are the comment's words: None where there is none or nobody knows, "" where there
    is one whose words stay put away.
    `own_channel` is the creator's own public channel, which is no secret; `private_words` are
    the creator's own, for no public reply.
    """

    comment: str | None = None
    audience: Audience = Audience.PUBLIC
    own_channel: str = ""
    private_words: tuple[str, ...] = ()


NOBODY: Final = Addressee()


@dataclass(frozen=True)
class _Look:
    """One look at one draft."""

    draft: DraftText
    language: str
    kind: Kind | None
    comment: str
    answers: bool
    tone: Tone

    @cached_property
    def names_a_topic(self) -> bool:
        """Whether the draft holds a topic of the lexicon."""
        return mentions(self.draft.raw[:_NAMED_BY], self.language, load_pack(self.language))


def check(
    draft: str,
    draft_language: str | None = None,
    kind: Kind | None = None,
    message_language: str = "en",
    off: frozenset[str] = frozenset(),
    to: Addressee = NOBODY,
) -> DraftReport:
    """Look at a draft. Offsets are Python characters; only the first 4,000 are looked at.

    `draft_language` None means: see for yourself. `kind` and `to` are what it answers, as far as
    known. `off` holds ids of rules not to show. Messages come in `message_language`, swaps in
    the language of the draft.
    """
    text = DraftText.of(draft)
    if not text.raw.strip():
        return DraftReport()
    language = _language(text, draft_language, message_language)
    known = language in LANGUAGES
    look = _Look(
        draft=text,
        language=language,
        kind=kind,
        comment=to.comment or "",
        answers=to.comment is not None,
        tone=load_tone(language if known else "en"),
    )
    shown = _rules_for(kind, known=known) - off
    found = [
        *_by_pattern(look, shown),
        *_private(look, shown, to),
        *(_by_shape(look, shown) if known else ()),
    ]
    said = messages(message_language if message_language in LANGUAGES else "en")
    worded = (replace(finding, message=said[finding.rule]) for finding in _one_per_span(found))
    return DraftReport(tuple(worded), _positives(look) if known else ())


def _language(text: DraftText, given: str | None, interface: str) -> str:
    if given is not None:
        return given
    code = identify(text.raw).code
    # Too little to tell: the creator most likely writes in the language of the window.
    return interface if code == "und" else code


def _rules_for(kind: Kind | None, *, known: bool) -> frozenset[str]:
    rules = frozenset(ORDER)
    if not known:
        rules &= _ANY_LANGUAGE
    if kind is Kind.DISTRESS:
        rules &= _IN_CARE
    if kind is not None and kind not in NEGATIVE_KINDS:
        rules -= {"marketing"}
    return rules


def _by_pattern(look: _Look, shown: frozenset[str]) -> Iterator[DraftFinding]:
    for rule in look.tone.rules:
        if rule.id not in shown:
            continue
        marked: set[tuple[int, int]] = set()
        for group in (*rule.groups, *(rule.care if look.kind is Kind.DISTRESS else ())):
            for match in _matches(
                group.patterns, look.draft.raw if rule.as_written else look.draft.folded
            ):
                sentence = look.draft.sentence_at(match.start())
                # The first mark of a rule in a sentence is enough; more would nag.
                if sentence in marked or not passes(
                    group.guards, match, look.draft, look.tone.words
                ):
                    continue
                marked.add(sentence)
                yield _finding(rule, group, match, look)


def _finding(
    rule: ToneRule, group: PatternGroup, match: re.Match[str], look: _Look
) -> DraftFinding:
    start, end = match.span(match.lastindex or 0)
    level = group.level
    if rule.id == "marketing" and look.kind is None:
        level = FindingLevel.HINT
    return DraftFinding(start, end, rule.id, level, "", _swap(rule, start, end, look))


def _matches(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(text)


def _swap(rule: ToneRule, start: int, end: int, look: _Look) -> str | None:
    """Return ready words for the span: "" to strike it, None where rewording is the creator's."""
    words = " ".join(look.draft.folded[start:end].split())
    if words in look.tone.removable:
        # Struck at the start of a sentence it would leave a small letter behind.
        return None if start == look.draft.sentence_at(start)[0] else ""
    return rule.swaps.get(words)


def _private(look: _Look, shown: frozenset[str], to: Addressee) -> Iterator[DraftFinding]:
    if "private_data" not in shown or to.audience is Audience.PRIVATE:
        return
    for start, end in private_data.find(look.draft.raw, to.own_channel, to.private_words):
        yield DraftFinding(start, end, "private_data", FindingLevel.STRONG, "")


def _by_shape(look: _Look, shown: frozenset[str]) -> Iterator[DraftFinding]:
    """Rules that look at the whole draft; their mark is the whole of it."""
    sentences = look.draft.sentences
    start, end = sentences[0][0], sentences[-1][1]
    holds = {
        "too_long": _is_too_long,
        "off_topic": _is_off_topic,
        "vague": _is_vague,
    }
    for rule, test in holds.items():
        if rule in shown and test(look):
            yield DraftFinding(start, end, rule, FindingLevel.HINT, "")


def _is_too_long(look: _Look) -> bool:
    if look.kind not in NEGATIVE_KINDS:
        return False
    sentences = look.draft.sentences
    first_person = ("i ", "i'") if look.language == "en" else ("jag ",)
    about_me = sum(look.draft.folded.startswith(first_person, start) for start, _ in sentences)
    long_for = max(_NEVER_LONG, len(look.comment) * _LONG_TIMES)
    beside = bool(look.comment) and len(look.draft.raw) > long_for
    return len(sentences) > _MOST_SENTENCES or about_me >= 3 or beside


def _is_off_topic(look: _Look) -> bool:
    if not look.comment.strip() or len(look.draft.sentences) < 2:
        return False
    heard = look.tone.words.acknowledges.search(look.draft.folded) is not None
    return not heard and not _shares_a_word(look) and not look.names_a_topic


def _is_vague(look: _Look) -> bool:
    return (
        look.kind in _WANTS_SOMETHING_CONCRETE
        and len(look.draft.sentences) <= 1
        and "?" not in look.draft.raw
        and not any(char.isdigit() for char in look.draft.raw)
        and _says_little(look)
        and not _shares_a_word(look)
        and not look.names_a_topic
    )


def _says_little(look: _Look) -> bool:
    words = look.tone.words
    if look.answers:
        return len(look.draft.content_words(words.stop_words)) <= _FEW_WORDS
    # Without the comment nobody can tell whether one word is what it was about.
    return not look.draft.content_words(words.stop_words | words.empty_words)


def _shares_a_word(look: _Look) -> bool:
    stop_words = look.tone.words.stop_words
    theirs = content_words(look.comment[:2_000].lower(), stop_words)
    return not theirs.isdisjoint(look.draft.content_words(stop_words))


def _positives(look: _Look) -> tuple[str, ...]:
    found: list[str] = []
    if look.names_a_topic or (look.comment and _shares_a_word(look)):
        found.append("names_the_topic")
    for name, patterns in look.tone.positives.items():
        if any(pattern.search(look.draft.folded) for pattern in patterns):
            found.append(name)
    if len(look.draft.raw.strip()) <= _SHORT and len(look.draft.sentences) <= _SHORT_SENTENCES:
        found.append("short")
    return tuple(found)


def _one_per_span(found: list[DraftFinding]) -> list[DraftFinding]:
    """Keep one message on any words: the first in ORDER; marks of the whole draft only when alone."""
    kept: list[DraftFinding] = []
    for finding in sorted(found, key=lambda item: (ORDER.index(item.rule), item.start)):
        if all(finding.end <= other.start or other.end <= finding.start for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda item: item.start)[:MOST_MARKS]
