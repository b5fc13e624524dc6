"""Insults at the creator, and viewers insulting each other."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Facet, Kind, Severity
from creator_calm.triage.finding import Finding, less_sure, quoted
from creator_calm.triage.frames import Frame, Target, frame, insults
from creator_calm.triage.guards import (
    Guard,
    clearing,
    has,
    is_idiom,
    is_negated,
    is_quoted,
    is_warm,
)
from creator_calm.triage.lexicon import EMOJI, GROUP, INSULT, SLUR, YOU

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.triage.finding import Span
    from creator_calm.triage.frames import Insult
    from creator_calm.triage.reading import Match, Reading

NAME = "abuse"
PATTERNS = (NAME,)
NEEDS = INSULT | EMOJI
FULL_TEXT = True

_HEARD = {
    Target.CREATOR: (Kind.ABUSE, Severity.HARSH),
    Target.PRESENT: (Kind.ABUSE, Severity.HARSH),
    Target.THIRD: (Kind.ABUSE, Severity.HURTFUL),
    Target.ANYONE: (Kind.ABUSE, Severity.HURTFUL),
    Target.VIEWER: (Kind.VIEWERS_FIGHTING, Severity.HARSH),
}
_NOBODY = frozenset({Target.SELF, Target.THING})
_THING_REACH = 4
_MOST = (12, 4)
_MOST_FAR = (3, 1)
"""How many insults of a piece are looked at from its start, and from its end."""
_RUDE_ONCE = "🖕"


def judge(reading: Reading) -> Iterator[Finding]:
    """Yield one finding per insult that is aimed at somebody."""
    if reading.mask & INSULT:
        for insult in _looked_at(reading):
            finding = _insult(reading, frame(reading, insult))
            if finding is not None:
                yield finding
    for match in reading.matches(NAME):
        finding = _phrase(reading, match)
        if finding is not None:
            yield finding
    if reading.mask & EMOJI:
        yield from _emoji(reading)


def _looked_at(reading: Reading) -> Iterator[Insult]:
    """Yield the first and the last insults: each costs as much as a short comment.

    A wall of a hundred says no more than its first dozen, and what is put behind a wall comes last.
    """
    first, last = _MOST_FAR if reading.far else _MOST
    source = insults(reading)
    yield from islice(source, first)
    yield from deque(source, last)


def _insult(reading: Reading, aimed: Frame) -> Finding | None:
    heard = _heard(reading, aimed)
    if heard is None:
        return _aimed_at_nobody(reading, aimed)
    kind, severity = heard
    insult = aimed.insult
    words = reading.words
    core = (words[insult.first].start, words[insult.last].end)
    guard = _cleared(reading, aimed, core)
    code = (
        "abuse.you" if aimed.how in {"you", "body", "anyone"} else f"abuse.{aimed.how or 'third'}"
    )
    if guard is Guard.QUOTE:
        return quoted(reading, code, aimed.span)
    if guard is not None or is_warm(reading, aimed.span):
        return None
    sets = reading.lexicon.sets
    laughing = has(reading, Guard.LAUGH, core)
    direct = aimed.target is Target.CREATOR and insult.text in sets["personal"] and not laughing
    if insult.text in sets["mild"] and not aimed.emphasis and not direct:
        severity = Severity(max(Severity.PRICKLY, severity - 1))
    if aimed.target is Target.ANYONE and not insult.noun:
        return None
    facets = {Facet.INSULT}
    if aimed.target in {Target.VIEWER, Target.THIRD}:
        facets.add(Facet.ABOUT_OTHERS)
    sure = Confidence.HIGH if aimed.target is Target.CREATOR else Confidence.MEDIUM
    if laughing:
        sure = less_sure(sure)
    return Finding(code, kind, (aimed.span,), severity, sure, frozenset(facets))


def _heard(reading: Reading, aimed: Frame) -> tuple[Kind, Severity] | None:
    """Return what an insult at this target is. Sworn at, it is harsh whoever is meant."""
    if aimed.target in {Target.NONE, Target.THIRD} and _is_swearing_at(reading, aimed):
        return Kind.ABUSE, Severity.HARSH
    return _HEARD.get(aimed.target)


def _is_swearing_at(reading: Reading, aimed: Frame) -> bool:
    """Say whether a strong word stands right before a noun that is nothing but an insult.

    "Fucking moron" is aimed at somebody whoever is named; "fucking clown makeup" is not.
    """
    insult, words, lexicon = aimed.insult, reading.words, reading.lexicon
    loose = insult.text in lexicon.sets["mild"] or insult.text in lexicon.sets["frame_only"]
    if not insult.noun or not insult.first or (loose and insult.text not in lexicon.sets["sworn"]):
        return False
    before = words[insult.first - 1]
    close = words[insult.first].start - before.end == 1
    if not close or before.text not in lexicon.sets["swearing"]:
        return False
    own = {word.text for word in words[max(0, insult.first - 5) : insult.first]}
    after = words[insult.last + 1].text if insult.last + 1 < len(words) else ""
    return not own & lexicon.sets["me"] and after not in lexicon.sets["thing"]


def _aimed_at_nobody(reading: Reading, aimed: Frame) -> Finding | None:
    """Note what is harmless, for the model; return what is left of an insult that is only told."""
    if _is_harmless(reading, aimed):
        reading.cleared.append((aimed.span[0], _end_of_swearing(reading, aimed)))
    told = aimed.target is Target.NONE and is_quoted(reading, aimed.span)
    return quoted(reading, "abuse.told", aimed.span) if told else None


def _end_of_swearing(reading: Reading, aimed: Frame) -> int:
    """Return where the insult ends with the swear word it describes: "my lazy ass"."""
    after = aimed.insult.last + 1
    words = reading.words
    swears = after < len(words) and words[after].text in reading.lexicon.profanity
    return words[after].end if swears else aimed.span[1]


def _is_harmless(reading: Reading, aimed: Frame) -> bool:
    """Say whether an insult is one of oneself, of a thing ("stupid autocorrect"), or denied."""
    if aimed.target in _NOBODY or is_negated(reading, aimed.span):
        return True
    words, first = reading.words, aimed.insult.first
    before = {word.text for word in words[max(0, first - _THING_REACH) : first]}
    if before & reading.lexicon.sets["thing"]:
        return True
    if aimed.insult.noun or reading.mask & YOU:
        return False
    following = aimed.insult.last + 1
    if following >= len(words) or not words[following].text.isalpha():
        return False
    look = reading.signals.get(words[following].text, 0)
    is_person = words[following].text in reading.lexicon.sets["third"]
    return not look & (INSULT | SLUR | GROUP) and not is_person


def _cleared(reading: Reading, aimed: Frame, core: Span) -> Guard | None:
    """Return what clears the insult. A negation must stand before a whole statement: "I don't think you are …"."""
    if is_idiom(reading, core):
        return Guard.IDIOM
    if is_quoted(reading, aimed.span):
        return Guard.QUOTE
    said = reading.text[slice(*aimed.span)].split()
    stated = not reading.lexicon.sets["be"].isdisjoint(said)
    return Guard.NEGATION if stated and is_negated(reading, aimed.span) else None


def _phrase(reading: Reading, match: Match) -> Finding | None:
    pattern = match.pattern
    span = (match.start, match.end)
    guard = clearing(reading, span)
    if guard is Guard.QUOTE:
        return quoted(reading, pattern.id, span)
    if guard is not None or is_warm(reading, span):
        return None
    sure, severity = pattern.confidence, pattern.severity or Severity.HARSH
    if has(reading, Guard.LAUGH, span):
        # Banter uses rude address ("ditt jävla får! haha"); a listed insult stays one.
        severity = Severity.HURTFUL if sure is not Confidence.HIGH else severity
        sure = less_sure(sure)
    facets = pattern.facets | {Facet.INSULT}
    if reading.answers_viewer:
        facets |= {Facet.ABOUT_OTHERS}
        return Finding(pattern.id, Kind.VIEWERS_FIGHTING, (span,), severity, sure, facets)
    return Finding(pattern.id, Kind.ABUSE, (span,), severity, sure, facets)


def _emoji(reading: Reading) -> Iterator[Finding]:
    """Yield one finding: a raised middle finger speaks every language, pigs only in pairs."""
    sets = reading.lexicon.sets
    rude = [word for word in reading.words if word.text in sets["rude_emoji"]]
    counts: dict[str, int] = {}
    for word in rude:
        counts[word.text] = counts.get(word.text, 0) + 1
    for word in rude:
        alone = not any(other.text[0].isalnum() for other in reading.words)
        if word.text == _RUDE_ONCE or (alone and counts[word.text] >= 2):
            span = (word.start, word.end)
            facets = frozenset({Facet.INSULT})
            yield Finding(
                "abuse.emoji", Kind.ABUSE, (span,), Severity.HARSH, Confidence.MEDIUM, facets
            )
            return
