"""The kind shelf: which three to show, and which praise is specific enough to suggest keeping."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from creator_calm.domain.assessment import Confidence, Kind, Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.domain.assessment import Assessment

THREE = 3
SUGGESTED_MOST = 3

_EFFECT = re.compile(
    r"\b(?:helped me|helped us|helped my|saved (?:my|me|us|our)|because of you|thanks to you"
    r"|changed (?:my|how i)|taught me|made my (?:day|week|year)|got me through|i finally"
    r"|inspired me|my (?:son|daughter|kids?|class|students?)"
    r"|hjälpte m(?:ig|in|itt)|hjälpt mig|tack vare dig|räddade m(?:ig|in|itt)|lärde mig"
    r"|fick mig att|förändrade|äntligen|inspirerade mig|min (?:son|dotter|klass)|mina (?:barn|elever))\b",
    re.IGNORECASE,
)
"""An effect on somebody: what makes praise specific (wellbeing.md 10). Bounded, no nesting."""

_READ_TO = 1_000


def three(ids: Sequence[int], turn: int, seed: int) -> tuple[int, ...]:
    """Return the three of this turn: all are shown once before any comes again.

    Each round is shuffled anew from the seed; where a round ends in the middle of a three, the
    next one fills it up without one that stands in it already. With more than three on the shelf
    no three follow themselves.
    """
    if len(ids) <= THREE:
        return tuple(ids)
    order = sorted(ids)
    drawn: list[int] = []
    round_number = 0
    while len(drawn) < (turn + 1) * THREE:
        drawn.extend(_round(order, seed, round_number, tuple(drawn)))
        round_number += 1
    return tuple(drawn[turn * THREE : (turn + 1) * THREE])


def _round(order: Sequence[int], seed: int, number: int, drawn: tuple[int, ...]) -> list[int]:
    shuffled = list(order)
    random.Random(f"{seed}:{number}").shuffle(shuffled)  # noqa: S311 - a pleasure, no secret
    if not drawn:
        return shuffled
    started = len(drawn) % THREE
    standing = set(drawn[-started:]) if started else set()
    before = set(drawn[-(THREE + started) : len(drawn) - started])
    # What stands in this three already comes last; then one that was not in the three before.
    shuffled.sort(key=lambda one: one in standing)
    needed = THREE - started
    head = shuffled[:needed]
    if standing | set(head) == before:
        other = next(i for i in range(needed, len(shuffled)) if shuffled[i] not in before)
        shuffled[needed - 1], shuffled[other] = shuffled[other], shuffled[needed - 1]
    return shuffled


def praise_score(text: str, verdict: Assessment) -> int:
    """Return how much a comment is specific praise; 0: not to be suggested.

    Never a put-away one, a question, something that may be irony, or a doubtful verdict.
    """
    plain_kind = verdict.kind in {Kind.PRAISE, Kind.SHARED_STORY} and verdict.lane is Lane.KIND
    doubtful = verdict.confidence is Confidence.LOW or Kind.SARCASM in verdict.candidates
    if not plain_kind or doubtful or verdict.put_away or "?" in text[:_READ_TO]:
        return 0
    effects = len({found.group().casefold() for found in _EFFECT.finditer(text[:_READ_TO])})
    if not effects:
        return 0
    return effects * 2 + (verdict.kind is Kind.SHARED_STORY) + bool(verdict.points)
