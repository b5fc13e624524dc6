"""Sentiment alone decides nothing: it offers a kind to pick from."""

from __future__ import annotations

import pytest

from creator_calm.domain.assessment import Confidence, Kind, Lane, TriageContext
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.triage.assess import assess


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("World is not for humanity fight like dogs", Kind.PRAISE),
        ("The sharks keep wanting to make more money, true champions of interest", Kind.PRAISE),
        ("They are fearing a scissors to retaliate", Kind.VAGUE_NEGATIVE),
    ],
)
def test_a_score_without_a_word_of_praise_is_not_praise(text: str, meant: Kind) -> None:
    verdict = next(assess([Comment(CommentId("a"), Author(), text)], TriageContext()))
    assert verdict.kind is Kind.UNCLEAR
    assert verdict.confidence is Confidence.LOW
    assert verdict.candidates == (meant,)
    assert verdict.lane is Lane.CAN_WAIT
    assert not verdict.put_away
