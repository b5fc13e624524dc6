"""Comments go in and come out as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creator_calm.domain.intake import Sighting
from creator_calm.domain.standing import NO_MARKS, Marks, Place, standing
from creator_calm.storage.identities import person_number
from tests.storage.builders import ABUSE, KIND_ONE, MIX, bring_in, comment, sighting

if TYPE_CHECKING:
    from creator_calm.storage.library import Library


def test_every_field_comes_back(library: Library) -> None:
    brought = [sighting(number) for number in range(60)]
    bring_in(library, brought)
    stored = library.comments.stored(range(1, 61))
    assert [one.comment for one in stored] == [one.comment for one in brought]
    assert [one.assessment for one in stored] == [one.assessment for one in brought]
    assert all(one.marks == NO_MARKS and not one.has_draft for one in stored)


def test_order_asked_is_order_given_and_unknown_keys_are_left_out(library: Library) -> None:
    bring_in(library, [sighting(number) for number in range(5)])
    assert [one.key for one in library.comments.stored([4, 99, 2])] == [4, 2]
    assert [one.key for one in library.listing.rows([5, 1, 77])] == [5, 1]
    assert [one.key for one in library.states.judged([3, 88, 1])] == [3, 1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_any_text_comes_back(library: Library, text: str) -> None:
    with library.writing():
        bring_in(library, [Sighting(comment(0, text), "1", KIND_ONE)])
        key = library.comments.next_key() - 1
        assert library.comments.stored([key])[0].comment.text == text
        library.comments.remove(key, key)


def test_known_ids(library: Library) -> None:
    bring_in(library, [sighting(number) for number in range(3)])
    asked = ["youtube:1", "youtube:9", "youtube:2", 'quote"', "å"]
    assert library.comments.known(asked) == {"youtube:1", "youtube:2"}


def test_a_comment_is_there_once(library: Library) -> None:
    bring_in(library, [sighting(1)])
    with pytest.raises(Exception, match="UNIQUE"):
        bring_in(library, [sighting(1)])
    assert library.listing.total() == 1


def test_keys_are_never_given_twice(library: Library) -> None:
    first = bring_in(library, [sighting(number) for number in range(4)])
    with library.writing():
        library.imports.take_back(first)
    assert library.imports.clear_some(first)
    bring_in(library, [sighting(9)])
    assert [one.key for one in library.comments.stored(range(1, 10))] == [5]


def test_a_person_is_an_account_on_a_platform() -> None:
    same = person_number(comment(1)), person_number(comment(19))
    assert same[0] == same[1]
    assert person_number(comment(2)) != same[0]
    assert -(2**63) <= same[0] < 2**63


def test_marks_move_a_comment_and_the_tallies_follow(library: Library) -> None:
    bring_in(library, [sighting(0, KIND_ONE), sighting(1, ABUSE)])
    done = Marks(done=True, read=True)
    with library.writing():
        library.states.put([(1, done, standing(KIND_ONE, done)), (77, done, standing(ABUSE, done))])
    assert library.states.judged([1])[0].marks == done
    assert library.listing.total(places=(Place.ARCHIVE,)) == 1
    assert library.listing.total(places=(Place.SHOWN,)) == 0
    assert library.listing.total() == 2


def test_tallies_equal_a_recount(library: Library) -> None:
    bring_in(library, [sighting(number) for number in range(len(MIX) * 5)])
    kept = library.database.rows("SELECT place, sum(n) FROM tallies GROUP BY place ORDER BY place")
    counted = library.database.rows(
        "SELECT place, count(*) FROM states GROUP BY place ORDER BY place"
    )
    assert kept == counted
