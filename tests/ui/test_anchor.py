from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from creator_calm.ui.widgets.anchor import MADE_UP, Anchor

HEIGHTS = st.lists(st.integers(20, 400), min_size=1, max_size=60)


def placed(heights: list[int], room: int, top: int = 0, off: int = 0) -> Anchor:
    anchor = Anchor()
    anchor.top, anchor.off = top, off
    anchor.place(len(heights), room, heights.__getitem__)
    return anchor


@given(HEIGHTS, st.integers(50, 900), st.integers(-5, 70), st.integers(-2000, 4000))
def test_rows_on_screen_join_and_never_leave_a_gap(
    heights: list[int], room: int, top: int, off: int
) -> None:
    anchor = placed(heights, room, top, off)
    rows = anchor.visible
    assert rows
    assert [p.row for p in rows] == list(range(rows[0].row, rows[-1].row + 1))
    for one, other in itertools.pairwise(rows):
        assert one.end == other.y
    assert rows[0].y <= 0 or anchor.top == 0
    if sum(heights) >= room:
        assert rows[-1].end >= room, "the end of the list is never passed"
    else:
        assert anchor.fits()


@given(HEIGHTS, st.integers(50, 900), st.lists(st.integers(-300, 300), max_size=40))
def test_scrolling_there_and_back_ends_on_the_same_pixel(
    heights: list[int], room: int, steps: list[int]
) -> None:
    anchor = placed(heights, room, len(heights) // 2)
    before = (anchor.top, anchor.off)
    total = 0
    for step in steps:
        anchor.off += step
        anchor.place(len(heights), room, heights.__getitem__)
    positions = sum(heights[: anchor.top]) + anchor.off
    start = sum(heights[: before[0]]) + before[1]
    total = positions - start
    anchor.off -= total
    anchor.place(len(heights), room, heights.__getitem__)
    assert (anchor.top, anchor.off) == before


@given(HEIGHTS, st.integers(50, 900), st.integers(0, 59))
def test_row_and_pixel_are_convertible_on_and_off_screen(
    heights: list[int], room: int, row: int
) -> None:
    row = min(row, len(heights) - 1)
    anchor = placed(heights, room, len(heights) // 3)
    y, height = anchor.span(row)
    assert anchor.row_at(y) == row
    assert anchor.row_at(y + height - 1) == row
    if anchor.find(row) is None:
        assert height == MADE_UP


@given(HEIGHTS, st.integers(50, 900), st.integers(0, 59))
def test_a_revealed_row_is_seen_whole_or_from_its_top(
    heights: list[int], room: int, row: int
) -> None:
    row = min(row, len(heights) - 1)
    anchor = placed(heights, room)
    if anchor.reveal(row, heights.__getitem__):
        anchor.place(len(heights), room, heights.__getitem__)
    found = anchor.find(row)
    assert found is not None
    assert found.y >= 0 or heights[row] >= room
    assert found.end <= room or heights[row] >= room
    assert not anchor.reveal(row, heights.__getitem__) or heights[row] >= room


def test_only_rows_on_screen_are_measured() -> None:
    asked: list[int] = []

    def height(row: int) -> int:
        asked.append(row)
        return 80

    anchor = Anchor()
    anchor.top = 500_000
    anchor.place(1_000_000, 800, height)
    assert len(anchor.visible) == 10
    assert len(set(asked)) <= 12
