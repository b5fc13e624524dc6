"""What keeps a finding from being believed (triage section 7.2).

Idiom, negation and quote clear a finding. The others only make a safety finding less sure, so
that it reads "may be": nothing else ever clears one silently.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

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
_WHY_NOT = re.compile(r"\bwhy\s+(?:don't|dont|not|won't|can't)\s+(?:you|u|ya)?\b|\b(?:varför|kan)\s+(?:\w+\s+)?du\s+inte\b")


class Guard(StrEnum):
    """Why a finding is doubted."""

    IDIOM = "idiom"
    NEGATION = "negation"
    QUOTE = "quote"
    GAME = "game"
    LAUGH = "laugh"
    PAST = "past"
    WARM = "warm"


CLEARING = frozenset({Guard.IDIOM, Guard.NEGATION, Guard.QUOTE})


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
    idiom = reading.lexicon.guards["idiom"]
    start, end = span
    near = idiom.finditer(reading.text, max(0, start - _IDIOM_REACH), end + _IDIOM_REACH)
    return any(match.start() < end and match.end() > start for match in near)


def is_negated(reading: Reading, span: Span) -> bool:
    """Say whether a negation stands just before the span, in its sentence.

    "Why don't you …" is an urging, and "can't wait to …" a wish: both are no negation.
    """
    sentence_start, _ = reading.sentence(span)
    before = reading.text[sentence_start : span[0]]
    sets = reading.lexicon.sets
    tokens = TOKEN.findall(before)[-_NEGATION_REACH:]
    if not any(token in sets["negation"] for token in tokens):
        return False
    if any(token in sets["not_negation"] for token in tokens):
        return False
    return _WHY_NOT.search(before) is None


def is_quoted(reading: Reading, span: Span) -> bool:
    """Say whether somebody else's words are told: quote marks, "she said", `>` lines."""
    return _is_in_marks(reading.text, span) or _is_reported(reading, span) or _is_answered(reading, span)


def has(reading: Reading, guard: Guard, span: Span) -> bool:
    """Say whether a sign of `guard` stands in the sentence of the span (laugh: in the comment)."""
    expression = reading.lexicon.guards[guard.value]
    if guard in {Guard.LAUGH, Guard.PAST}:
        return expression.search(reading.text) is not None
    start, end = reading.sentence(span)
    return expression.search(reading.text, start, end) is not None


def is_warm(reading: Reading, span: Span) -> bool:
    """Say whether a warm word stands within a few words of the span."""
    warm = reading.lexicon.sets["warm"]
    start, end = reading.sentence(span)
    words = [word for word in reading.words if start <= word.start < end]
    inside = [i for i, word in enumerate(words) if word.end > span[0] and word.start < span[1]]
    if not inside:
        return False
    first, last = inside[0], inside[-1]
    near = words[max(0, first - _WARM_REACH) : first] + words[first : last + 1 + _WARM_REACH]
    near_warm = [i for i, word in enumerate(near) if word.text in warm]
    negation = reading.lexicon.sets["negation"]
    return any(not any(w.text in negation for w in near[max(0, i - 3) : i]) for i in near_warm)


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
    start = max(0, span[0] - 2 * _QUOTE_REACH)
    for match in reading.lexicon.guards["quote"].finditer(reading.text, start, span[1]):
        between = span[0] - match.end()
        if match.start() < span[0] and between <= _QUOTE_REACH and not _is_new_sentence(reading.text, match.end(), span[0]):
            return True
    return False


def _is_new_sentence(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "! ", "? "))


def _is_answered(reading: Reading, span: Span) -> bool:
    """A line that starts with `>` repeats what somebody else wrote."""
    if ">" not in reading.raw or "\n" not in reading.raw:
        return False
    words = reading.text[span[0] : span[1]]
    quoted = " ".join(m.group().lower() for m in _GREATER_THAN.finditer(reading.raw))
    unquoted = _GREATER_THAN.sub("", reading.raw).lower()
    return words in quoted and words not in unquoted
