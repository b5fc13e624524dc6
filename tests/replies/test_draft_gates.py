"""The gates of the look at a draft; the figures: python -m tests.benchmarks.replies."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Kind
from tests.replies.draft_gates import ANY, FLAGGED, RECALL, RULE, lines, marked
from tests.replies.made import LANGUAGES


@pytest.mark.parametrize("kind", [None, Kind.QUESTION, Kind.COMPLAINT])
@pytest.mark.parametrize("language", LANGUAGES)
def test_calm_answers_are_left_alone(language: str, kind: Kind | None) -> None:
    calm = marked("calm", language, kind)
    assert calm.tried >= 300
    assert all(calm.share(count) <= RULE for count in calm.by_rule.values()), calm.by_rule
    assert calm.share(calm.flagged) <= FLAGGED
    assert calm.share(calm.found) <= ANY


@pytest.mark.parametrize("language", LANGUAGES)
def test_defensive_answers_are_seen(language: str) -> None:
    defensive = marked("defensive", language)
    assert defensive.tried >= 200
    assert defensive.share(defensive.found) >= RECALL, defensive.not_found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_is_there_twice(language: str) -> None:
    names = ("calm", "defensive", "held_out_defensive")
    every = [line for name in names for line in lines(f"{name}_{language}")]
    assert len(set(map(str.casefold, every))) == len(every)
    assert all(line == line.strip() and line for line in every)
