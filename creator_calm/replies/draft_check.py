"""A calm look at the creator's own draft: at most one gentle message on any words, nothing blocked.

Precision before recall: every pattern passes guards for negation, quotation and warmth, and a
mark that is wrong costs more than one that is missing (replies.md section 17).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import Kind
from creator_calm.domain.draft import DraftFinding, DraftReport, FindingLevel
from creator_calm.domain.reply import Audience
from creator_calm.language.identify import UNDETERMINED, identify
from creator_calm.language.pack import LANGUAGES
from creator_calm.replies import private_data
from creator_calm.replies.draft_shape import (
    NEGATIVE_KINDS,
    OF_THE_WHOLE,
    Look,
    by_shape,
    shares_a_word,
)
from creator_calm.replies.draft_text import DraftText
from creator_calm.replies.tone_guards import passes
from creator_calm.replies.tone_rules import (
    ORDER,
    PatternGroup,
    ToneRule,
    load_tone,
    messages,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

MOST_MARKS = 30
_MEANT: Final = frozenset({"negation", "quotation"})
_ANY_LANGUAGE: Final = frozenset({"private_data", "shouting"})
_IN_CARE: Final = frozenset(
    {"calm_down", "self_defence", "over_promise", "private_data", "escalation"}
)
_ASKED: Final = frozenset({Kind.QUESTION, Kind.REQUEST})
"""Kinds to which "No, it has no end date." is the plain answer."""
_LIKE_SWEDISH: Final = frozenset({"no", "da"})
"""A short Swedish sentence may be taken for one of these."""
_ENOUGH_LETTERS = 20
_LETTERS_LOOKED_AT = 200
_SHORT = 280
_SHORT_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Addressee:
    """What a draft answers, and who will read it.

    `comment` are the comment's words: None where there is none or nobody knows, "" where there
    is one whose words stay put away. `language` is the comment's.
    `own_channel` is the creator's own public channel, which is no secret; `private_words` are
    the creator's own, for no public reply.
    """

    comment: str | None = None
    language: str | None = None
    is_reply: bool = True
    audience: Audience = Audience.PUBLIC
    own_channel: str = ""
    private_words: tuple[str, ...] = ()


NOBODY: Final = Addressee()


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
        return DraftReport(unseen=len(draft) - len(text.raw))
    language = draft_language or _language(text.raw, to.language, message_language)
    known = language in LANGUAGES
    look = Look(
        draft=text,
        language=language,
        kind=kind,
        comment=to.comment or "",
        answers=to.comment is not None,
        tone=load_tone(language if known else "en"),
    )
    shown = _rules_for(kind, known=known, is_reply=to.is_reply) - off
    found = [
        *_by_pattern(look, shown),
        *_private(look, shown, to),
        *(by_shape(look, shown) if known else ()),
    ]
    said = messages(message_language if message_language in LANGUAGES else "en")
    kept = _one_per_span(found)
    worded = (replace(finding, message=said[finding.rule]) for finding in kept)
    unseen = len(draft) - len(text.raw)
    return DraftReport(tuple(worded), _positives(look, kept) if known else (), unseen)


def _language(draft: str, of_comment: str | None, of_window: str) -> str:
    """Return the language of a draft; of few letters, or where it cannot tell, the comment's.

    Without a comment to go by the creator most likely writes in the language of the window.
    """
    hint = of_comment if of_comment in LANGUAGES else None
    found = identify(draft, hint).code
    letters = sum(char.isalpha() for char in draft[:_LETTERS_LOOKED_AT])
    if found in _LIKE_SWEDISH and "sv" in (hint, of_window):
        return "sv"
    if letters >= _ENOUGH_LETTERS or found in LANGUAGES or found.startswith("und-"):
        return found if found != UNDETERMINED else hint or of_window
    return hint or of_window


def _rules_for(kind: Kind | None, *, known: bool, is_reply: bool) -> frozenset[str]:
    rules = frozenset(ORDER)
    if not known:
        rules &= _ANY_LANGUAGE
    if kind is Kind.DISTRESS:
        rules &= _IN_CARE
    if kind is not None and kind not in NEGATIVE_KINDS:
        rules -= {"marketing"}
    if not is_reply or kind in _ASKED:
        rules -= {"contradiction_opener"}
    return rules


def _by_pattern(look: Look, shown: frozenset[str]) -> Iterator[DraftFinding]:
    for rule in look.tone.rules:
        if rule.id not in shown:
            continue
        marked: set[tuple[int, int]] = set()
        for group in (*rule.groups, *(rule.care if look.kind is Kind.DISTRESS else ())):
            for match in _matches(group.patterns, look, as_written=rule.as_written):
                sentence = look.draft.sentence_at(match.start())
                # The first mark of a rule in a sentence is enough; more would nag.
                if sentence in marked or not passes(
                    group.guards, match, look.draft, look.tone.words
                ):
                    continue
                marked.add(sentence)
                yield _finding(rule, group, match, look)


def _finding(rule: ToneRule, group: PatternGroup, match: re.Match[str], look: Look) -> DraftFinding:
    start, end = match.span(match.lastindex or 0)
    level = group.level
    if rule.id == "marketing" and look.kind is None:
        level = FindingLevel.HINT
    return DraftFinding(start, end, rule.id, level, "", _swap(rule, start, end, look))


def _matches(
    patterns: Iterable[re.Pattern[str]], look: Look, *, as_written: bool = False
) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(look.draft.raw if as_written else look.draft.folded)


def _swap(rule: ToneRule, start: int, end: int, look: Look) -> str | None:
    """Return ready words for the span: "" to strike it, None where rewording is the creator's."""
    words = " ".join(look.draft.folded[start:end].split())
    if words in look.tone.removable:
        # Struck at the start of a sentence it would leave a small letter behind.
        return None if start == look.draft.sentence_at(start)[0] else ""
    return rule.swaps.get(words)


def _private(look: Look, shown: frozenset[str], to: Addressee) -> Iterator[DraftFinding]:
    if "private_data" not in shown or to.audience is Audience.PRIVATE:
        return
    for start, end in private_data.find(look.draft.raw, to.own_channel, to.private_words):
        yield DraftFinding(start, end, "private_data", FindingLevel.STRONG, "")


def _positives(look: Look, found: Sequence[DraftFinding]) -> tuple[str, ...]:
    """Return what is good about a draft: never words that are denied, quoted or marked."""
    good: list[str] = []
    if look.names_a_topic or (look.comment and shares_a_word(look)):
        good.append("names_the_topic")
    for name, patterns in look.tone.positives.items():
        guards = frozenset() if name == "asks" else _MEANT
        if any(_is_good(match, look, guards, found) for match in _matches(patterns, look)):
            good.append(name)
    if len(look.draft.raw.strip()) <= _SHORT and len(look.draft.sentences) <= _SHORT_SENTENCES:
        good.append("short")
    return tuple(good)


def _is_good(
    match: re.Match[str], look: Look, guards: frozenset[str], found: Sequence[DraftFinding]
) -> bool:
    start, end = look.draft.sentence_at(match.start())
    # A question that is marked as accusing asks nothing; a whole draft may be marked as long.
    marked = any(
        one.start < end and start < one.end and one.rule not in OF_THE_WHOLE for one in found
    )
    return not marked and passes(guards, match, look.draft, look.tone.words)


def _one_per_span(found: list[DraftFinding]) -> list[DraftFinding]:
    """Keep one message on any words: the first in ORDER; marks of the whole draft only when alone."""
    kept: list[DraftFinding] = []
    for finding in sorted(found, key=lambda item: (ORDER.index(item.rule), item.start)):
        if all(finding.end <= other.start or other.end <= finding.start for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda item: item.start)[:MOST_MARKS]
