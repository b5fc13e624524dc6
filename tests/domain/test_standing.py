"""Where a comment stands, by judgement and by what the creator said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from creator_calm.domain.assessment import Assessment, Facet, Kind, Lane
from creator_calm.domain.standing import (
    AWAY_BY_NATURE,
    NO_MARKS,
    Group,
    Marks,
    Mask,
    Place,
    Urgent,
    Weight,
    effective,
    standing,
)
from tests.storage import builders as made


@pytest.mark.parametrize(
    ("judged", "place", "weight", "group", "unsure", "mask"),
    [
        (made.KIND_ONE, Place.SHOWN, Weight.KIND, Group.KIND, False, Mask.NONE),
        (made.QUESTION, Place.SHOWN, Weight.NEEDS_YOU, Group.QUESTIONS, False, Mask.NONE),
        (made.CRITIQUE, Place.SHOWN, Weight.NEEDS_YOU, Group.USEFUL, False, Mask.NONE),
        (made.UNSURE, Place.SHOWN, Weight.CAN_WAIT, Group.NONE, True, Mask.NONE),
        (made.FOREIGN, Place.SHOWN, Weight.CANNOT_JUDGE, Group.NONE, True, Mask.NONE),
        (made.DISTRESS, Place.SHOWN, Weight.DISTRESS, Group.NONE, False, Mask.NONE),
        (made.ABUSE, Place.AWAY, Weight.CAN_WAIT, Group.NONE, False, Mask.HARSH),
        (made.HARSH_POINT, Place.AWAY, Weight.CAN_WAIT, Group.USEFUL, False, Mask.HARSH),
        (made.THREAT, Place.AWAY, Weight.CAN_WAIT, Group.NONE, False, Mask.HARSH),
        (made.SPAM, Place.AWAY, Weight.CAN_WAIT, Group.NONE, False, Mask.PROMOTION),
        (made.UNJUDGED, Place.UNJUDGED, Weight.CAN_WAIT, Group.NONE, True, Mask.NOT_JUDGED),
    ],
)
def test_by_judgement_alone(
    judged: Assessment, place: Place, weight: Weight, group: Group, unsure: bool, mask: Mask
) -> None:
    found = standing(judged)
    assert found[:5] == (place, weight, group, unsure, mask)


def test_what_was_not_overruled_is_the_same_object() -> None:
    assert effective(made.ABUSE, NO_MARKS) is made.ABUSE


@pytest.mark.parametrize("judged", made.MIX)
@pytest.mark.parametrize("marks", [Marks(done=True), Marks(rested=True)])
def test_archived_is_never_urgent(judged: Assessment, marks: Marks) -> None:
    found = standing(judged, marks)
    assert found.place is Place.ARCHIVE
    assert found.urgent is None
    assert found.mask is standing(judged).mask


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("judged", made.MIX)
def test_a_picked_kind_rules(judged: Assessment, kind: Kind) -> None:
    verdict = effective(judged, Marks(picked=kind))
    assert verdict.kind is kind
    assert Facet.CORRECTED in verdict.facets
    assert verdict.put_away or kind not in AWAY_BY_NATURE
    found = standing(judged, Marks(picked=kind))
    assert found.mask is not Mask.NOT_JUDGED
    assert (found.place is Place.AWAY) == (found.mask is not Mask.NONE)


@pytest.mark.parametrize("judged", made.MIX)
def test_placing_by_hand_rules(judged: Assessment) -> None:
    assert standing(judged, Marks(placed=True)).place is Place.AWAY
    assert standing(judged, Marks(placed=False)).place is Place.SHOWN


def test_a_threat_in_view_is_still_named() -> None:
    assert standing(made.THREAT, Marks(placed=False)).urgent is Urgent.SAFETY
    assert standing(made.THREAT, Marks(picked=Kind.PRAISE)).urgent is None


def test_doubt_about_safety_keeps_the_words_back() -> None:
    doubted = replace(made.KIND_ONE, lane=Lane.SAFETY, put_away=False)
    assert standing(doubted).mask is Mask.HARSH


@pytest.mark.parametrize("judged", made.MIX)
def test_own_comments_are_shown_without_a_verdict(judged: Assessment) -> None:
    found = standing(judged, own=True)
    assert found == (Place.SHOWN, Weight.CAN_WAIT, Group.OWN, False, Mask.NONE, None, False)
