"""Where a comment stands in the creator's lists: a judgement, their own marks, and one rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from creator_calm.domain.assessment import (
    NOT_JUDGED_CODE,
    SAFETY_KINDS,
    Assessment,
    Confidence,
    Facet,
    Kind,
    Lane,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Place(IntEnum):
    """Which pile holds a comment. UNJUDGED is apart from AWAY: it is never shown, whatever is set."""

    SHOWN = 0
    AWAY = 1
    ARCHIVE = 2
    UNJUDGED = 3


class Weight(IntEnum):
    """Order of "kind and useful first", highest first. Everything put away weighs the same.

    A put-away comment weighs as much as one that can wait, so that neither the order of the
    put-away pile nor their place among the others (when the creator shows them) tells how
    harsh one is.
    """

    DISTRESS = 5
    NEEDS_YOU = 4
    KIND = 3
    CAN_WAIT = 2
    CANNOT_JUDGE = 1


class Group(IntEnum):
    """Which pill a comment answers to. "Not sure" is a second question (`Standing.unsure`)."""

    NONE = 0
    USEFUL = 1
    QUESTIONS = 2
    KIND = 3
    OWN = 4
    """The creator's own words: a list apart, in no other."""


class Mask(IntEnum):
    """Why a comment's words are kept back, if they are. Promotion is put away but not harsh."""

    NONE = 0
    HARSH = 1
    NOT_JUDGED = 2
    PROMOTION = 3


class Urgent(IntEnum):
    """What is named above every list as long as it is not archived."""

    SAFETY = 1
    DISTRESS = 2


@dataclass(frozen=True, slots=True)
class Marks:
    """What the creator did with a comment. `picked` and `placed` overrule the judges; None: they did not."""

    read: bool = False
    done: bool = False
    rested: bool = False
    answered: bool = False
    kept: bool = False
    picked: Kind | None = None
    placed: bool | None = None


NO_MARKS = Marks()


class Standing(NamedTuple):
    """Everything a list needs to find and order a comment, without a word of it."""

    place: Place
    weight: Weight
    group: Group
    unsure: bool
    mask: Mask
    urgent: Urgent | None
    waiting: bool = False
    """It holds something to answer, and has not been answered, archived or let rest."""


JUDGED_AWAY = (Mask.HARSH, Mask.PROMOTION)
"""What is kept back only as long as the creator wants harsh ones put away."""

USEFUL_KINDS = frozenset(
    {
        Kind.CRITIQUE,
        Kind.MIXED,
        Kind.CORRECTION,
        Kind.COMPLAINT,
        Kind.TECH_PROBLEM,
        Kind.COPYRIGHT_CLAIM,
        Kind.ACCUSATION,
        Kind.HARSH_CRITIQUE,
    }
)
QUESTION_KINDS = frozenset({Kind.QUESTION, Kind.REQUEST})
ANSWERABLE_KINDS = USEFUL_KINDS | QUESTION_KINDS | {Kind.DISAGREEMENT, Kind.DISAPPOINTMENT}
"""Kinds that hold something to answer."""
_KIND_KINDS = frozenset({Kind.PRAISE, Kind.SHARED_STORY})
_NEEDS_YOU = USEFUL_KINDS | {Kind.QUESTION}
_PROMOTION = frozenset({Kind.SPAM, Kind.SELF_PROMO})
_SAFETY = SAFETY_KINDS | {Kind.IMPERSONATION, Kind.HATE}

AWAY_BY_NATURE = _SAFETY | _PROMOTION | {Kind.ABUSE, Kind.TROLL}
"""Kinds that put a comment away when the creator picks them."""

AWAY_BY_DEGREE = frozenset(
    {Kind.HARSH_CRITIQUE, Kind.ACCUSATION, Kind.PARASOCIAL, Kind.VIEWERS_FIGHTING, Kind.PILE_ON}
)
"""Kinds that may be put away or not; picking one leaves the comment where it is."""

_WEIGHTS: Mapping[Lane, Weight] = {
    Lane.DISTRESS: Weight.DISTRESS,
    Lane.NEEDS_YOU: Weight.NEEDS_YOU,
    Lane.KIND: Weight.KIND,
    Lane.CANNOT_JUDGE: Weight.CANNOT_JUDGE,
}


def effective(assessment: Assessment, marks: Marks) -> Assessment:
    """Return the judgement as the creator overruled it; the stored one stays what it was."""
    if marks.picked is None and marks.placed is None:
        return assessment
    kind = marks.picked or assessment.kind
    put_away = assessment.put_away
    if marks.picked is not None:
        put_away = kind in AWAY_BY_NATURE or (put_away and kind in AWAY_BY_DEGREE)
    if marks.placed is not None:
        put_away = marks.placed
    return replace(
        assessment,
        kind=kind,
        facets=assessment.facets | {Facet.CORRECTED},
        lane=_lane(assessment, kind, put_away=put_away, picked=marks.picked is not None),
        confidence=Confidence.HIGH if marks.picked is not None else assessment.confidence,
        candidates=() if marks.picked is not None else assessment.candidates,
        put_away=put_away,
    )


def _lane(assessment: Assessment, kind: Kind, *, put_away: bool, picked: bool) -> Lane:
    """Return the lane of triage, section 13, for an overruled judgement."""
    if not picked and assessment.lane in {Lane.SAFETY, Lane.DISTRESS}:
        return assessment.lane  # bringing a threat back into view does not make it harmless
    if kind is Kind.DISTRESS:
        return Lane.DISTRESS
    if kind in _SAFETY:
        return Lane.SAFETY
    if put_away:
        return Lane.USEFUL_BUT_HARSH if _has_point(assessment, kind) else Lane.NOTHING_IN_IT
    if not picked and assessment.lane not in {Lane.USEFUL_BUT_HARSH, Lane.NOTHING_IN_IT}:
        return assessment.lane
    if kind in _NEEDS_YOU:
        return Lane.NEEDS_YOU
    return Lane.KIND if kind in _KIND_KINDS else Lane.CAN_WAIT


def _has_point(assessment: Assessment, kind: Kind) -> bool:
    said = bool(assessment.points) or Facet.VALID_POINT in assessment.facets
    return said or kind is Kind.ACCUSATION


def is_judged(assessment: Assessment) -> bool:
    """Say whether any judge has looked at it."""
    return all(piece.code != NOT_JUDGED_CODE for piece in assessment.evidence)


def standing(assessment: Assessment, marks: Marks = NO_MARKS, *, own: bool = False) -> Standing:
    """Return where a comment stands. Own comments are never put away and never in doubt."""
    verdict = effective(assessment, marks)
    mask = Mask.NONE if own else _mask(verdict, marks)
    archived = marks.done or marks.rested
    if archived:
        place = Place.ARCHIVE
    elif mask is Mask.NOT_JUDGED:
        place = Place.UNJUDGED
    else:
        place = Place.AWAY if mask else Place.SHOWN
    return Standing(
        place,
        Weight.CAN_WAIT if mask or own else _WEIGHTS.get(verdict.lane, Weight.CAN_WAIT),
        Group.OWN if own else _group(verdict),
        not own and (verdict.confidence is Confidence.LOW or verdict.lane is Lane.CANNOT_JUDGE),
        mask,
        None if archived or own else _urgent(verdict.lane),
        verdict.kind in ANSWERABLE_KINDS and not (archived or own or marks.answered),
    )


def _mask(verdict: Assessment, marks: Marks) -> Mask:
    if marks.picked is None and marks.placed is None and not is_judged(verdict):
        return Mask.NOT_JUDGED
    if marks.placed is False:
        return Mask.NONE
    # What may be a matter of safety is kept back even where a judge was in doubt.
    if not verdict.put_away and verdict.lane is not Lane.SAFETY:
        return Mask.NONE
    return Mask.PROMOTION if verdict.kind in _PROMOTION else Mask.HARSH


def _group(verdict: Assessment) -> Group:
    if verdict.kind in USEFUL_KINDS:
        return Group.USEFUL
    if verdict.kind in QUESTION_KINDS:
        return Group.QUESTIONS
    return Group.KIND if verdict.lane is Lane.KIND else Group.NONE


def _urgent(lane: Lane) -> Urgent | None:
    if lane is Lane.SAFETY:
        return Urgent.SAFETY
    return Urgent.DISTRESS if lane is Lane.DISTRESS else None
