"""What must hold of any text (triage, section 24)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Assessment, Severity, TriageContext
from creator_calm.triage.assess import assess
from creator_calm.triage.pieces import FULL_LENGTH
from tests.triage.judging import DEFAULT, codes, comment, judge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.comment import Comment

ODD = "\u200d\u200b\ufe0f\x00\ud800\udfff\u202e\u0301😀👍🏿🖕åäöıİßﬁ<>\"'`*_@#$%.,!?\n\t"
WORDS = [
    "you",
    "are",
    "idiot",
    "fuck",
    "kill",
    "yourself",
    "du",
    "din",
    "jävla",
    "love",
    "the",
    "sound",
    "too",
    "loud",
    "not",
    "never",
    "said",
    "i",
    "want",
    "die",
    "3:20",
    "https://x.org",
    "@anna",
    "black",
    "people",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*WORDS, *ODD]), max_size=60).map(" ".join),
    st.lists(st.sampled_from([*WORDS, *ODD]), max_size=60).map("".join),
    st.text(alphabet=st.characters(), min_size=1, max_size=40).map(
        lambda part: (part * 2_500)[:10_000]
    ),
)
calm = st.lists(
    st.sampled_from(
        ["hello", "there", "nice", "sound", "music", "the", "and", "video", "today", "hej", "bra"]
    ),
    max_size=30,
).map(" ".join)


def valid(found: Assessment, text: str) -> None:
    assert 0.0 <= found.harshness <= 1.0
    assert found.scored_to <= len(text)
    for evidence in found.evidence:
        assert 0 <= evidence.start <= evidence.end <= len(text)
    assert len(found.candidates) <= 2


@given(texts)
def test_any_text_gets_a_valid_verdict(text: str) -> None:
    found = judge(text)
    assert "not_judged" not in codes(found)
    valid(found, text)


@given(st.lists(texts, max_size=8))
def test_batch_order_and_duplicates_do_not_matter(several: list[str]) -> None:
    together = list(assess(map(comment, [*several, *several]), DEFAULT))
    alone = [judge(text) for text in several]
    assert together == [*alone, *alone]
    assert list(assess(map(comment, reversed(several)), DEFAULT)) == alone[::-1]


@pytest.mark.parametrize(
    "text",
    [
        "you are an idiot",
        "love it, don't change",
        "I know where you live",
        "musiken är för hög",
        "I'm dead, you're great 👍",
    ],
)
def test_what_the_eye_does_not_see_changes_nothing(text: str) -> None:
    plain = judge(text)
    for changed in (
        f"{text} ",
        text.replace("'", "’"),
        text.replace("👍", "👍🏿"),
        text.replace("👍", "👍\ufe0f"),
        f"{text}\u200b",
    ):
        found = judge(changed)
        assert (found.kind, found.severity, found.put_away) == (
            plain.kind,
            plain.severity,
            plain.put_away,
        )


@given(calm)
def test_an_insult_at_the_end_never_lowers_severity(text: str) -> None:
    before = judge(text).severity
    for insult in ("You are a fucking idiot", "Din jävla idiot"):
        assert judge(f"{text}. {insult}").severity >= max(before, Severity.HURTFUL)


@given(calm, st.sampled_from(["please", "thanks", "thank you so much", "❤", "lol", "tack"]))
def test_courtesy_never_shows_a_safety_line(text: str, courtesy: str) -> None:
    for line in ("kill yourself", "I know where you live", "ta livet av dig", "jag vet var du bor"):
        assert judge(f"{text}. {courtesy} {line}").put_away
        assert judge(f"{line} {courtesy}").put_away


HOSTILE = {
    "one word": "a" * 100_000,
    "emoji": "😂" * 10_000,
    "fingers": "🖕" * 10_000,
    "not bad": "not bad " * 5_000,
    "hyphens": "a-b-" * 5_000,
    "marks": "e" + "\u0301" * 100_000,
    "tags": "<" * 50_000,
    "insults": "you idiot " * 5_000,
    "quotes": '"you idiot" he said ' * 2_000,
    "threats": "i will kill you " * 3_000,
    "stops": "you. " * 10_000,
    "sv": "din jävla idiot " * 3_000,
    "@": "@a " * 10_000,
}


@pytest.mark.hostile
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_linear(name: str) -> None:
    whole = HOSTILE[name]
    judge("warm up, you idiot, fuck you")
    judge(whole[:2_000])

    def seconds(text: str) -> float:
        best = 9.0
        for _ in range(2):
            start = time.thread_time()
            judge(text)
            best = min(best, time.thread_time() - start)
        return best

    short, long = seconds(whole[: FULL_LENGTH // 10]), seconds(whole)
    assert long <= 15 * short + 0.02
    assert long < 0.5


def test_the_stream_is_read_batch_by_batch() -> None:
    read = 0

    def source() -> Iterator[Comment]:
        nonlocal read
        for _ in range(1_000):
            read += 1
            yield comment("hello")

    first = next(assess(source(), TriageContext()))
    assert first.put_away is False
    assert read <= 256
