"""Attacks on protected groups. Naming a group never adds anything by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import Finding, Span, quoted
from creator_calm.triage.group_frames import group_frames
from creator_calm.triage.guards import Guard, clearing, is_idiom, is_quoted
from creator_calm.triage.lexicon import ANYWHERE, GROUP, SLUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.group_frames import GroupFrame
    from creator_calm.triage.reading import Match, Reading, Word

NAME = "hate"
PATTERNS = (NAME,)
NEEDS = SLUR | GROUP
FULL_TEXT = True
_OWN_REACH = 5


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield slurs, and group words that are dehumanised, excluded or wished away."""
    if reading.mask & SLUR:
        for word in reading.words:
            if word.text in reading.lexicon.slurs:
                yield from _slur(reading, word)
    for match in reading.matches(NAME):
        yield from _attack(reading, match)
    if reading.mask & GROUP:
        for aimed in group_frames(reading):
            yield from _framed(reading, aimed)
        yield Finding("hate.names_group", None, facets=frozenset({Facet.NAMES_GROUP}))


def _slur(reading: Reading, word: Word) -> Iterator[Finding]:
    span = (word.start, word.end)
    if word.text in reading.lexicon.homonyms:
        hashtag = reading.text[max(0, word.start - 1) : word.start] == "#"
        if hashtag or not _is_about_people(reading, span):
            return
    if _is_told(reading, span):
        yield quoted(reading, "hate.slur", span)
        return
    if word.text in reading.lexicon.reclaimed and _is_own(reading, word):
        return
    sure = Confidence.MEDIUM if reading.lexicon.code == ANYWHERE else Confidence.HIGH
    facets = frozenset({Facet.INSULT, Facet.NAMES_GROUP})
    yield Finding("hate.slur", Kind.HATE, (span,), Severity.HARSH, sure, facets)


def _attack(reading: Reading, match: Match) -> Iterator[Finding]:
    span = (match.start, match.end)
    guard = clearing(reading, span)
    told = _is_countered(reading, span) or _is_ascribed(reading, match)
    if guard is Guard.QUOTE or (guard is None and told):
        yield quoted(reading, match.pattern.id, span)
    elif guard is None:
        facets = match.pattern.facets | {Facet.NAMES_GROUP}
        severity = match.pattern.severity or Severity.HARSH
        yield Finding(
            match.pattern.id, Kind.HATE, (span,), severity, match.pattern.confidence, facets
        )


def _framed(reading: Reading, aimed: GroupFrame) -> Iterator[Finding]:
    """Yield a group that is degraded, excluded or wished away, unless that is told or countered."""
    code, span = f"hate.{aimed.how}", aimed.span
    if _is_told(reading, span):
        yield quoted(reading, code, span)
    elif not is_idiom(reading, span):
        facets = frozenset({Facet.NAMES_GROUP})
        severity = Severity.SAFETY if aimed.how == "harms" else Severity.HARSH
        yield Finding(code, Kind.HATE, (span,), severity, Confidence.MEDIUM, facets)


def _is_ascribed(reading: Reading, match: Match) -> bool:
    """Say whether somebody else is said to think or want it: "people think all …", "he wants to …"."""
    sets = reading.lexicon.sets
    deports = reading.text.startswith("deport", match.start)
    if match.pattern.id != "hate.dehumanise" and not deports:
        return False
    start, _ = reading.sentence((match.start, match.end))
    before = set(reading.text[start : match.start].split()[-_OWN_REACH:])
    return bool(before & sets["group_told"]) and not before & sets["me"]


def _is_told(reading: Reading, span: Span) -> bool:
    return is_quoted(reading, span) or _is_countered(reading, span)


def _is_countered(reading: Reading, span: Span) -> bool:
    """Say whether the sentence speaks against it: "is not okay", "that is racist"."""
    start, end = reading.sentence(span)
    return reading.lexicon.guards["counter"].search(reading.text, start, end) is not None


def _is_about_people(reading: Reading, span: Span) -> bool:
    """Say whether people are meant: a group word is near, or a frame with "you"."""
    before = reading.text[max(0, span[0] - 30) : span[0]].split()[-3:]
    sets = reading.lexicon.sets
    near = set(before)
    if near & (sets["you"] | sets["slur_frame"] | reading.lexicon.profanity):
        return True
    start, end = reading.sentence(span)
    return (
        reading.lexicon.groups.search(
            reading.text[start:end].replace(reading.text[slice(*span)], " ")
        )
        is not None
    )


def _is_own(reading: Reading, word: Word) -> bool:
    """Say whether it is said of oneself: "I'm a …", "my …", "as a …", "proud …"."""
    words = reading.words
    at = words.index(word)
    before = {w.text for w in words[max(0, at - _OWN_REACH) : at]}
    own = reading.lexicon.sets["me"] | reading.lexicon.sets["own"]
    return bool(before & own) and not before & reading.lexicon.sets["you"]
