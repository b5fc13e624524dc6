"""Long replies: more to say where facts, money or a wait are at stake, and nowhere else."""

from __future__ import annotations

import re

import pytest

from creator_calm.domain.assessment import Kind
from creator_calm.domain.comment import Platform
from creator_calm.domain.reply import Chip
from creator_calm.domain.voice import Length, Voice
from tests.replies.made import LANGUAGES, advise

C = Chip
LONG = (
    (Kind.COMPLAINT, (C.GOT_IT_WRONG, C.WILL_CHANGE, C.BECAUSE, C.WHEN)),
    (Kind.COMPLAINT, (C.NOT_SURE_YET, C.WHEN)),
    (Kind.CORRECTION, (C.GOT_IT_WRONG, C.ALREADY_FIXED, C.WHERE, C.BECAUSE)),
    (Kind.ACCUSATION, (C.NOT_SURE_YET, C.WHEN)),
    (Kind.COPYRIGHT_CLAIM, (C.GOT_IT_WRONG, C.ALREADY_FIXED)),
)
NOT_LONG = (Kind.CRITIQUE, Kind.DISAGREEMENT, Kind.PRAISE, Kind.QUESTION, Kind.PARASOCIAL)


def _said(kind: Kind, language: str, ticked: tuple[Chip, ...], length: Length) -> list[str]:
    return [
        one.text
        for attempt in range(3)
        for one in advise(
            kind,
            language,
            ticked=ticked,
            voice=Voice(length=length),
            platform=Platform.OTHER,
            attempt=attempt,
        ).suggestions
    ]


def _sentences(text: str) -> int:
    return len(re.findall(r"[.?](?=\s|$)", text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "ticked"), LONG)
def test_a_long_reply_has_more_to_say(kind: Kind, ticked: tuple[Chip, ...], language: str) -> None:
    long = _said(kind, language, ticked, Length.LONG)
    assert max(map(_sentences, long)) >= 4
    # A phrase of two sentences that holds the creator's words may stand beside four others.
    assert all(_sentences(text) <= 6 and len(text) <= 1_000 for text in long)
    short = _said(kind, language, ticked, Length.SHORT)
    assert all(_sentences(text) <= 4 and len(text) <= 280 for text in short)
    assert sum(map(len, long)) / len(long) > sum(map(len, short)) / len(short)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NOT_LONG)
def test_elsewhere_a_long_reply_is_none(kind: Kind, language: str) -> None:
    for text in _said(kind, language, (), Length.LONG):
        assert _sentences(text) <= 3
        assert len(text) <= 500
