"""Abuse hidden in an author's name, and names that pass for the creator's (triage section 19)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from creator_calm.domain.assessment import Severity, TriageContext
from creator_calm.language.normalise import normalise
from creator_calm.language.pack import LANGUAGES
from creator_calm.triage.lexicon import Lexicon, load_lexicon
from creator_calm.triage.pieces import Piece
from creator_calm.triage.reading import TOKEN, Reading
from creator_calm.triage.rules import Judge, all_judges

_LONGEST: Final = 100
_CAMEL: Final = re.compile(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])|(?<=[A-ZÅÄÖ])(?=[A-ZÅÄÖ][a-zåäö])")
_PARTS: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NAME_JUDGES: Final = frozenset({"threat", "self_harm", "hate", "sexual", "abuse"})
_NEAR_LENGTH: Final = 8


@lru_cache(maxsize=20_000)
def is_abusive_name(name: str) -> bool:
    """Say whether a display name or handle is abusive: whole parts only, so "Dickens" is not."""
    forms = _forms(name[:_LONGEST])
    joined = "".join(_PARTS.findall(forms[-1]))
    if any(part in joined for code in LANGUAGES for part in load_lexicon(code).sets["name_parts"]):
        return True
    return any(_says_harm(form, load_lexicon(code)) for code in LANGUAGES for form in forms)


@lru_cache(maxsize=8)
def guest_forms(names: frozenset[str]) -> frozenset[str]:
    """Return the names of guests as they are compared: whoever bears one passes for nobody."""
    return frozenset(name.lstrip("@").lower() for name in names)


def passes_for(name: str, creator_names: frozenset[str]) -> bool:
    """Say whether a name looks like one of the creator's without being it.

    At most one letter differs below eight letters, two above; look-alike letters are folded.
    """
    folded = _folded(name)
    if not folded or name in creator_names:
        return False
    for own in creator_names:
        target = _folded(own)
        if len(target) < 4:
            continue
        allowed = 1 if len(target) < _NEAR_LENGTH else 2
        if name.lower() != own.lower() and _distance(folded, target, allowed) <= allowed:
            return True
    return False


def _forms(name: str) -> tuple[str, ...]:
    split = " ".join(_PARTS.findall(_CAMEL.sub(" ", name)))
    as_written = " ".join(normalise(part) for part in re.split(r"[\s_.\-]+", name) if part)
    return tuple(dict.fromkeys((normalise(split), as_written, normalise(name))))


def _says_harm(form: str, lexicon: Lexicon) -> bool:
    tokens = TOKEN.findall(form)
    if any(_is_harmful_word(token, lexicon) for token in tokens):
        return True
    reading = Reading(Piece(form, 0), lexicon, TriageContext(), sure=True)
    for judge in _name_judges():
        call = judge.needs
        for name in judge.patterns:
            call |= lexicon.masks.get(name, 0)
        if reading.mask & call and any(
            f.severity >= Severity.HARSH for f in judge.judge(reading) if f.kind
        ):
            return True
    return False


@cache
def _name_judges() -> tuple[Judge, ...]:
    return tuple(judge for judge in all_judges() if judge.name in _NAME_JUDGES)


def _is_harmful_word(token: str, lexicon: Lexicon) -> bool:
    if token in lexicon.slurs and token not in lexicon.homonyms:
        return True
    return (
        token in lexicon.insult_nouns
        and token not in lexicon.sets["frame_only"] | lexicon.sets["mild"]
    )


def _folded(name: str) -> str:
    return "".join(_PARTS.findall(normalise(name.lstrip("@")[:_LONGEST]))) or normalise(
        name[:_LONGEST]
    )


def _distance(one: str, other: str, most: int) -> int:
    """Return the edit distance, or more than `most` as soon as it cannot be reached."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    previous = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, other_letter in enumerate(other, 1):
            row.append(
                min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (letter != other_letter))
            )
        if min(row) > most:
            return most + 1
        previous = row
    return previous[-1]
