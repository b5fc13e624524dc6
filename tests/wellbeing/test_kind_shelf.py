"""Three at random: all are shown before any comes again, and no three follow themselves."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from creator_calm.wellbeing.kind_shelf import three


@given(st.integers(4, 12), st.integers(0, 1_000))
def test_never_the_same_three_twice_in_a_row(count: int, seed: int) -> None:
    ids = range(10, 10 + count)
    turns = [three(tuple(ids), turn, seed) for turn in range(30)]
    assert all(len(set(turn)) == 3 for turn in turns)
    assert all(set(a) != set(b) for a, b in pairwise(turns))


@given(st.integers(1, 12), st.integers(0, 1_000))
def test_every_one_is_shown_before_any_comes_again(count: int, seed: int) -> None:
    ids = tuple(range(count))
    shown: list[int] = []
    for turn in range(20):
        shown.extend(three(ids, turn, seed)[:count])
    for start in range(0, len(shown) - count, count):
        if count > 3:
            assert set(shown[start : start + count]) == set(ids)


def test_few_are_shown_as_they_are() -> None:
    assert three((), 0, 1) == ()
    assert three((5, 4), 9, 1) == (5, 4)
