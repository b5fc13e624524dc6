"""What has been said is found again in the text: filled slots, edits, both languages."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.reply import Chip
from creator_calm.replies.recall import phrases_in
from tests.replies.made import LANGUAGES, advise


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_a_suggestion_is_found_again(language: str) -> None:
    found = 0
    for kind in (Kind.CRITIQUE, Kind.COMPLAINT, Kind.PRAISE, Kind.QUESTION, Kind.DISAGREEMENT):
        for chips in ((), (Chip.GOT_IT_WRONG, Chip.WILL_CHANGE), (Chip.ANSWER, Chip.WHEN)):
            for number in range(5):
                one = advise(kind, language, ticked=chips, name=str(number))
                for suggestion in one.suggestions:
                    ours = set(suggestion.phrases) - {"answer.bare"}
                    found += len(ours)
                    assert ours <= phrases_in(suggestion.text)
                    assert ours <= phrases_in(f"Hej!\n{suggestion.text}\n🙂")
    assert found > 100


def test_a_sentence_that_was_rewritten_is_not_ours() -> None:
    assert "ack.agree" in phrases_in("I agree. See you.")
    assert "ack.agree" not in phrases_in("Now I agree.")
    assert "ack.agree" not in phrases_in("I agree with that.")
    assert phrases_in("") == phrases_in("🙂" * 5_000) == frozenset()
