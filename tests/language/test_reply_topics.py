"""The topic a reply may name, on comments as people write them: precision first."""

from __future__ import annotations

import pytest

from creator_calm.language.pack import LANGUAGES
from tests.language.reply_topics import coverage, labelled, named, precision

LEAST = {"en": 200, "sv": 100}
PRECISION, COVERAGE = 0.95, 0.70


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_topic_that_is_named_is_right(language: str) -> None:
    rows = labelled(language)
    assert len(rows) >= LEAST[language]
    assert sum(wanted == {"-"} for _, wanted in rows) >= 40
    said = named(language)
    assert precision(said) >= PRECISION, [row for row in said if row.wrong]
    # Not a goal in itself, but nothing named would be right every time.
    assert coverage(said) >= COVERAGE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_names_no_other_topic(language: str) -> None:
    """As above, but through the judge and what a reply takes from it."""
    said = named(language, as_in_a_reply=True)
    assert precision(said) >= PRECISION, [row for row in said if row.wrong]
