"""What corrections change beyond the words they were made on, and what they never change.

A verdict that could as well have gone the other way has a nearness: above 0 it is put away, below
it is shown. Corrections move it by at most 1.5. Where a model has spoken they are added to its odds
before these are held against the bar (case.py); every other verdict (all of Swedish, what rules put
away, what is shown) is given a nearness by how sure the judges were:

    put away, severity 3, sure / fairly sure / unsure   +2.0 / +1.0 / +0.4
    put away as bait                                    +0.5
    shown, severity 2 / 1 / 0 and nothing warm in it    -0.6 / -1.2 / -1.4

So a listed insult at the creator (+2.0) stays put away whatever was learned, and praise, stories
and questions stay shown. Safety, distress, hate, promotion and what cannot be judged have none.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from creator_calm.domain.assessment import (
    SAFETY_KINDS,
    Assessment,
    Confidence,
    Facet,
    Kind,
    Lane,
    Severity,
)
from creator_calm.domain.own_rules import MOST_LESSONS
from creator_calm.triage.lanes import shown_lane
from creator_calm.triage.word_features import features

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from creator_calm.domain.own_rules import Lesson, Picks

LARGEST_SHIFT: Final = 1.5
FEWEST: Final = 5
FEWEST_EACH: Final = 2
FEWEST_ALIKE: Final = 8
_SURE_OF_A_PICK: Final = 0.7

_SETTLED_KINDS: Final = SAFETY_KINDS | {
    Kind.DISTRESS,
    Kind.HATE,
    Kind.SPAM,
    Kind.SELF_PROMO,
    Kind.IMPERSONATION,
    Kind.PILE_ON,
}
_SETTLED_LANES: Final = frozenset({Lane.SAFETY, Lane.DISTRESS, Lane.CANNOT_JUDGE})
_SETTLED_FACETS: Final = frozenset({Facet.MAY_BE, Facet.CHECK_SAFETY, Facet.PAST_RISK})
_WARM: Final = frozenset({Kind.PRAISE, Kind.SHARED_STORY, Kind.QUESTION, Kind.REQUEST})
_AWAY_BY: Final[Mapping[Confidence, float]] = {
    Confidence.HIGH: 2.0,
    Confidence.MEDIUM: 1.0,
    Confidence.LOW: 0.4,
}
_BAIT: Final = 0.5
_SHOWN_BY: Final[Mapping[Severity, float]] = {
    Severity.HARSH: -0.6,
    Severity.HURTFUL: -0.6,
    Severity.PRICKLY: -1.2,
    Severity.FINE: -1.4,
}


class Learner:
    """Corrections made ready. `active` says whether there are enough of them to learn from."""

    def __init__(self, weights: Mapping[int, float], picks: Mapping[frozenset[Kind], Kind]) -> None:
        self._weights = weights
        self._picks = picks

    @property
    def active(self) -> bool:
        """Say whether anything was learned."""
        return bool(self._weights)

    def shifts(self, normalised: Sequence[str]) -> list[float]:
        """Return by how much each text is moved: above 0 towards putting away, at most 1.5."""
        return [self._shift(features(text)) for text in normalised]

    def _shift(self, found: tuple[int, ...]) -> float:
        if not found:
            return 0.0
        get = self._weights.get
        total = sum(get(bucket, 0.0) for bucket in found) / len(found) ** 0.5
        return float(max(-LARGEST_SHIFT, min(LARGEST_SHIFT, total)))

    def moved(self, verdict: Assessment, shift: float) -> bool | None:
        """Return whether a verdict is to be put away now (True), to be shown (False), or stays (None)."""
        near = nearness(verdict)
        if near is None:
            return None
        away = near + shift > 0
        return away if away != verdict.put_away else None

    def tie(self, verdict: Assessment) -> Assessment:
        """Settle between two kinds as the creator mostly did; both are still offered."""
        kind = self._picks.get(frozenset(verdict.candidates))
        if kind is None or verdict.put_away or kind is verdict.kind or not unsettled(verdict):
            return verdict
        other = next(one for one in verdict.candidates if one is not kind)
        return replace(
            verdict,
            kind=kind,
            candidates=(kind, other),
            lane=shown_lane(kind),
            facets=verdict.facets | {Facet.CORRECTED},
        )


def made_ready(lessons: Sequence[Lesson], picks: Sequence[Picks]) -> Learner:
    """Fit the newest corrections, where there are enough of them."""
    newest = lessons[-MOST_LESSONS:]
    weights: Mapping[int, float] = {}
    if enough(newest):
        from creator_calm.triage.corrections import fit  # noqa: PLC0415 - numpy only where it is used

        weights = fit(newest)
    return Learner(weights, _preferred(picks))


def enough(lessons: Sequence[Lesson]) -> bool:
    """Say whether corrections are enough to learn from: five with two of each, or eight alike."""
    harsh = sum(lesson.harsh for lesson in lessons)
    fewer, more = sorted((harsh, len(lessons) - harsh))
    return more >= FEWEST_ALIKE or (fewer >= FEWEST_EACH and len(lessons) >= FEWEST)


def unsettled(verdict: Assessment) -> bool:
    """Say whether a verdict may be moved by what was learned at all."""
    return (
        verdict.severity < Severity.SAFETY
        and verdict.kind not in _SETTLED_KINDS
        and verdict.lane not in _SETTLED_LANES
        and _SETTLED_FACETS.isdisjoint(verdict.facets)
    )


def nearness(verdict: Assessment) -> float | None:
    """Return how far a verdict is from the other side; None where nothing learned may move it."""
    if not unsettled(verdict):
        return None
    if verdict.put_away:
        hard = verdict.severity >= Severity.HARSH
        return _AWAY_BY[verdict.confidence] if hard else _BAIT
    if verdict.kind in _WARM:
        return None
    return _SHOWN_BY[verdict.severity]


def _preferred(picks: Sequence[Picks]) -> Mapping[frozenset[Kind], Kind]:
    """Return for each pair the kind picked clearly more often, by counts with one added to each."""
    counts: Counter[tuple[Kind, Kind]] = Counter()
    for one in picks:
        counts[one.kind, one.rival] += one.times
    preferred: dict[frozenset[Kind], Kind] = {}
    for kind, rival in counts:
        mine, theirs = counts[kind, rival] + 1, counts.get((rival, kind), 0) + 1
        if mine / (mine + theirs) >= _SURE_OF_A_PICK:
            preferred[frozenset({kind, rival})] = kind
    return preferred
