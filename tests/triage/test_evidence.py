"""Evidence points at the words as they were written, whatever stands between their letters."""

from __future__ import annotations

import pytest

from creator_calm.triage.assess import assess
from tests.triage.judging import DEFAULT, comment, judge

EXACT = [
    ("you are an idiot", "abuse.you", "you are an idiot"),
    ("👨‍👩‍👧 hello! you are an idiot 👍🏿", "abuse.you", "you are an idiot"),
    ("YOU  ARE\n\tAN   IDIOT", "abuse.you", "YOU  ARE\n\tAN   IDIOT"),
    ("hi. уоu аrе аn іdіоt", "abuse.you", "уоu аrе аn іdіоt"),
    ("👍🏿 ok: f u c k you now", "abuse.phrase", "f u c k you"),
    ("k\u200by\u200bs", "urging.kys", "k\u200by\u200bs"),
    ("see https://example.org/a?b=c then kys", "urging.kys", "kys"),
    ("ﬁne. you idiooooot", "abuse.you", "you idiooooot"),
    ("a\u030asna... din jävla idiot", "abuse.you", "din jävla idiot"),
    ("e\u0301e\u0301 you m0r0n", "abuse.you", "you m0r0n"),
    ("Jag vet var du bor 🙂", "threat.where", "Jag vet var du bor"),
]


@pytest.mark.parametrize(("text", "code", "words"), EXACT)
def test_evidence_is_exact(text: str, code: str, words: str) -> None:
    spans = [text[e.start : e.end] for e in judge(text).evidence if e.code == code]
    assert words in spans


def test_evidence_in_a_far_window() -> None:
    text = "lovely work, thank you. " * 200 + "you are a fucking idiot 👍🏿"
    spans = [text[e.start : e.end] for e in judge(text).evidence if e.code == "abuse.you"]
    assert spans == ["you are a fucking idiot"]


def test_evidence_is_sorted_and_disjoint_by_code() -> None:
    found = judge("you idiot you moron, fuck you, you are trash, kill yourself, kys")
    assert list(found.evidence) == sorted(found.evidence)
    for one, other in zip(found.evidence, found.evidence[1:], strict=False):
        assert one.code != other.code or one.end <= other.start


def test_every_put_away_verdict_has_a_reason() -> None:
    texts = [
        "fuck you",
        "din hora",
        "I know where you live",
        "check out my channel",
        "send nudes",
        "ratio",
    ]
    for found in assess(map(comment, texts), DEFAULT):
        assert found.put_away
        assert found.evidence
