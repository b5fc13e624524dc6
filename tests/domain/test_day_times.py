from __future__ import annotations

from datetime import time

import pytest

from creator_calm.domain.day_times import (
    in_span,
    read_span,
    read_time,
    read_times,
    write_span,
    write_times,
)
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.settings import SETTINGS_BY_KEY


@pytest.mark.parametrize(
    "typed", ["", "24", "8:60", "-1", "8:", ":30", "noon", "٨", "8:30:00", "99999"]
)
def test_impossible_times_are_refused(typed: str) -> None:
    if typed == "8:":
        assert read_time(typed) == time(8)
        return
    with pytest.raises(Problem) as refused:
        read_time(typed)
    assert refused.value.code is ProblemCode.BAD_TIME


def test_times_in_a_list() -> None:
    assert read_times("17.30, 9 ; 13 och 0905") == (time(9), time(9, 5), time(13), time(17, 30))
    assert read_times(" , ") == () == read_times("")
    assert write_times(read_times("9,9, 13")) == "09:00, 13:00"
    for typed in ("9, noon", "25", ",".join(str(hour) for hour in range(9))):
        with pytest.raises(Problem) as refused:
            read_times(typed)
        assert refused.value.code is ProblemCode.BAD_TIMES


@pytest.mark.parametrize(
    "typed", ["22-7", "22:00–07:00", "22 to 7", "2200 — 0700", " 22:00 - 7.00 "]
)
def test_spans_as_people_type_them(typed: str) -> None:
    assert write_span(read_span(typed)) == "22:00–07:00"


@pytest.mark.parametrize("typed", ["22", "22-22", "22-7-9", "-", "22–25", "late"])
def test_a_span_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Problem) as refused:
        read_span(typed)
    assert refused.value.code is ProblemCode.BAD_SPAN


def test_a_span_ends_before_its_end() -> None:
    night = (time(22), time(7))
    assert [in_span(at, night) for at in (time(21, 59), time(22), time(6, 59), time(7))] == [
        False, True, True, False,
    ]  # fmt: skip
    assert in_span(time(9), (time(9), time(10)))
    assert not in_span(time(10), (time(9), time(10)))


def test_lines_are_tidied_and_counted() -> None:
    lines = SETTINGS_BY_KEY["breaks.activities"]
    assert lines.tidy("  walk   the dog \n\n tea\n") == "walk the dog\ntea"
    assert lines.accepts("\n".join(["one"] * 20))
    assert not lines.accepts("\n".join(["one"] * 21))
    assert len(str(lines.tidy("x" * 500))) == 120
