"""The quality gates of composed replies; the figures: python -m tests.benchmarks.replies."""

from __future__ import annotations

import pytest

from creator_calm.domain.reply import Tone
from creator_calm.replies.surface import opener
from tests.replies import gates
from tests.replies.made import LANGUAGES


def test_no_text_for_danger_written_rewritten_or_in_disguise() -> None:
    known, whole = gates.safety()
    assert known.tried >= 500
    assert known.wrong["text"] == 0, known.examples
    assert whole.wrong["text"] == 0, whole.examples


@pytest.mark.parametrize("least", [400, pytest.param(5_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_generated_replies_are_whole_calm_and_claim_nothing(language: str, least: int) -> None:
    figures = gates.cleanliness(language, least)
    assert figures.tried >= least
    assert not figures.wrong, figures.examples


@pytest.mark.parametrize("openers_kept", [10, 60])
@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("language", LANGUAGES)
def test_sixty_replies_in_a_row_do_not_sound_alike(
    language: str, tone: Tone, openers_kept: int
) -> None:
    texts = [text for _, text in gates.day(language, tone=tone, openers_kept=openers_kept)]
    assert len(texts) == 60
    assert gates.distinct_2(texts) >= 0.60
    assert gates.first_words_unique(texts) >= 0.85
    if openers_kept == 60:
        assert len(set(map(opener, texts))) == 60


def test_the_measures_tell_canned_from_varied() -> None:
    canned = ["Thanks for your comment, it is read."] * 60
    varied = [f"Words {n} and {n + 1} of {n + 2}." for n in range(0, 180, 3)]
    for measure in (gates.distinct_2, gates.first_words_unique):
        assert measure(canned) < 0.1
        assert measure(varied) > 0.6
