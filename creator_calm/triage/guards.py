"""What keeps a finding from being believed (triage section 7.2).

Idiom, negation and quote clear a finding. The others only make a safety finding less sure, so
that it reads "may be": nothing else ever clears one silently.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from creator_calm.language.pack import LANGUAGES
from creator_calm.triage.lexicon import load_lexicon
from creator_calm.triage.reading import TOKEN

if TYPE_CHECKING:
    from creator_calm.triage.finding import Span
    from creator_calm.triage.reading import Reading

_NEGATION_REACH = 4
"""Words before the verb in which a negation counts."""
_QUOTE_REACH = 60
"""Characters between "he said" and what he said."""
_WARM_REACH = 4
_IDIOM_REACH = 60
"""Characters; no idiom of the lists is longer."""
_DOUBLE_QUOTED = re.compile(r'"[^"]{1,400}"')
_SINGLE_QUOTED = re.compile(r"(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){2,400}'(?!\w)")
_GREATER_THAN = re.compile(r"^\s*>[^\n]*", re.MULTILINE)
_WHY_NOT = re.compile(
    r"\bwhy\b[^.!?]{0,24}\b(?:you|u|ya)\s+(?:don't|dont|not)\b|"
    r"\bwhy\s+(?:don't|dont|not|won't|can't)\s+(?:you|u|ya)?\b|\b(?:varför|kan)\s+(?:\w+\s+)?du\s+inte\b"
)

_OWN_SUBJECT = re.compile(r"(?:i|we|i'll|i'm|we'll|imma|jag|vi)\b")


class Guard(StrEnum):
    """Why a finding is doubted."""

    IDIOM = "idiom"
    NEGATION = "negation"
    QUOTE = "quote"
    GAME = "game"
    LAUGH = "laugh"
    PAST = "past"
    WARM = "warm"


_ANYWHERE = frozenset({Guard.LAUGH, Guard.PAST})
"""Signs that count wherever they stand in the comment."""


@cache
def _expressions(name: str) -> tuple[re.Pattern[str], ...]:
    """Return the signs of all languages: people mix them, and a guard read in vain does no harm."""
    return tuple(load_lexicon(code).guards[name] for code in LANGUAGES)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset().union(*(load_lexicon(code).sets[name] for code in LANGUAGES))


def clearing(reading: Reading, span: Span) -> Guard | None:
    """Return the guard that clears a finding at `span`, the first of idiom, quote, negation."""
    if is_idiom(reading, span):
        return Guard.IDIOM
    if is_quoted(reading, span):
        return Guard.QUOTE
    if is_negated(reading, span):
        return Guard.NEGATION
    return None


def is_idiom(reading: Reading, span: Span) -> bool:
    """Say whether a fixed harmless phrase overlaps the span."""
    start, end = span
    first, last = max(0, start - _IDIOM_REACH), end + _IDIOM_REACH
    found = any(
        match.start() < end and match.end() > start
        for idiom in _expressions("idiom")
        for match in idiom.finditer(reading.text, first, last)
    )
    return _noted(reading, span, cleared=found)


def is_negated(reading: Reading, span: Span) -> bool:
    """Say whether a negation stands just before the span, in its sentence.

    "Why don't you …" is an urging, and "can't wait to …" a wish: both are no negation.
    """
    sentence_start, _ = reading.sentence(span)
    before = reading.text[sentence_start : span[0]]
    tokens = TOKEN.findall(before)[-_NEGATION_REACH:]
    if not any(token in _words("negation") for token in tokens):
        return False
    if any(token in _words("not_negation") for token in tokens):
        return False
    if _OWN_SUBJECT.match(reading.text, span[0]) and tokens[-1] not in _words("thinking"):
        return False  # "I don't like you I will …": the negation has a sentence of its own
    return _noted(reading, span, cleared=_WHY_NOT.search(before) is None)


def is_quoted(reading: Reading, span: Span) -> bool:
    """Say whether somebody else's words are told: quote marks, "she said", `>` lines."""
    found = (
        _is_in_marks(reading.text, span)
        or _is_reported(reading, span)
        or _is_answered(reading, span)
    )
    return _noted(reading, span, cleared=found)


def _noted(reading: Reading, span: Span, *, cleared: bool) -> bool:
    """Remember what a guard explained, so that the model does not judge by it; return `cleared`."""
    if cleared:
        reading.cleared.append(span)
    return cleared


def has(reading: Reading, guard: Guard, span: Span) -> bool:
    """Say whether a sign of `guard` stands in the sentence of the span (laugh: in the comment)."""
    if guard in _ANYWHERE:
        return _is_anywhere(reading.text, guard)
    start, end = reading.sentence(span)
    return any(
        sign.search(reading.text, start, end) is not None for sign in _expressions(guard.value)
    )


@lru_cache(maxsize=8)
def _is_anywhere(text: str, guard: Guard) -> bool:
    return any(sign.search(text) is not None for sign in _expressions(guard.value))


def is_warm(reading: Reading, span: Span) -> bool:
    """Say whether a warm word stands within a few words of the span."""
    warm, negation = _words("warm"), _words("negation")
    start, end = reading.sentence(span)
    words = [word for word in reading.words if start <= word.start < end]
    inside = [i for i, word in enumerate(words) if word.end > span[0] and word.start < span[1]]
    if not inside:
        return False
    first, last = inside[0], inside[-1]
    near = words[max(0, first - _WARM_REACH) : first] + words[first : last + 1 + _WARM_REACH]
    near_warm = [i for i, word in enumerate(near) if word.text in warm]
    warmed = any(not any(w.text in negation for w in near[max(0, i - 3) : i]) for i in near_warm)
    return _noted(reading, span, cleared=warmed)


@lru_cache(maxsize=4)
def _marked_spans(text: str) -> tuple[Span, ...]:
    return tuple(m.span() for mark in (_DOUBLE_QUOTED, _SINGLE_QUOTED) for m in mark.finditer(text))


def _is_in_marks(text: str, span: Span) -> bool:
    """Quote marks count only if something is said outside them: an insult in marks is an insult."""
    for start, end in _marked_spans(text):
        if start <= span[0] and span[1] <= end:
            outside = text[:start] + text[end:]
            return len(TOKEN.findall(outside)) >= 2
    return False


def _is_reported(reading: Reading, span: Span) -> bool:
    text = reading.text
    start = max(0, span[0] - 2 * _QUOTE_REACH)
    return any(
        match.start() < span[0]
        and span[0] - match.end() <= _QUOTE_REACH
        and not _is_new_sentence(text, match.end(), span[0])
        for sign in _expressions("quote")
        for match in sign.finditer(text, start, span[1])
    )


def _is_new_sentence(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "! ", "? "))


def _is_answered(reading: Reading, span: Span) -> bool:
    """Say whether the words stand only in lines that start with `>`: somebody else's."""
    if ">" not in reading.raw or "\n" not in reading.raw:
        return False
    words = reading.text[span[0] : span[1]]
    quoted = " ".join(m.group().lower() for m in _GREATER_THAN.finditer(reading.raw))
    unquoted = _GREATER_THAN.sub("", reading.raw).lower()
    return words in quoted and words not in unquoted
