"""What a person types for countries and an own way to breathe: read, or refused with a sentence."""

from __future__ import annotations

import pytest

from creator_calm.domain.breath_steps import read_steps, write_steps
from creator_calm.domain.countries import write_countries
from creator_calm.domain.problems import Problem, ProblemCode


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("5, 0, 6, 0", (5, 0, 6, 0)),
        ("4-6", (4, 0, 6, 0)),
        ("4–4–4–4", (4, 4, 4, 4)),
        (" 3 3 ", (3, 0, 3, 0)),
        ("12;0;8;0", (12, 0, 8, 0)),
    ],
)
def test_steps_that_can_be_breathed(typed: str, steps: tuple[float, ...]) -> None:
    assert read_steps(typed) == steps
    assert read_steps(write_steps(read_steps(typed))) == steps


@pytest.mark.parametrize(
    "typed",
    ["", "5", "0, 5", "5, 0, 0, 0", "13, 0, 6, 0", "2-3", "12 4 12 4", "5.5, 0, 5, 0", "a b c d",
     "-5 0 5 0 5", "٥ ٥", "999999999999999 5", "nan 5"],
)  # fmt: skip
def test_steps_that_cannot(typed: str) -> None:
    with pytest.raises(Problem) as found:
        read_steps(typed)
    assert found.value.code is ProblemCode.BAD_BREATH


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("se", "SE"), ("SE, no", "SE NO"), ("se se", "SE")]
)
def test_countries(typed: str, kept: str) -> None:
    assert write_countries(typed) == kept


@pytest.mark.parametrize("typed", ["Sweden", "S", "SE NO DK", "ÅÄ", "46"])
def test_no_countries(typed: str) -> None:
    with pytest.raises(Problem) as found:
        write_countries(typed)
    assert found.value.code is ProblemCode.BAD_COUNTRY
