"""What must hold of any text (triage, section 24)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.assessment import Assessment, Severity, TriageContext
from creator_calm.triage.assess import assess
from creator_calm.triage.frames import frame
from creator_calm.triage.pieces import FULL_LENGTH
from creator_calm.triage.rules import abuse
from tests.triage.judging import DEFAULT, codes, comment, judge, judge_by_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.domain.comment import Comment
    from creator_calm.triage.frames import Frame, Insult
    from creator_calm.triage.reading import Reading

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
BROKEN = [
    "\ud800",
    "\udc00 ",
    "\x00",
    "i\u0301\u0323\u0336\u0489diot ",
    "\u202eyou idiot\u202c",
    "\u2066tihs\u2069 ",
    "😀😂👍🏿",
    "y\u200bo\u200bu ",
    " ",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from([*WORDS, *ODD]), max_size=60).map(" ".join),
    st.lists(st.sampled_from([*WORDS, *ODD]), max_size=60).map("".join),
    st.lists(st.sampled_from([*WORDS, *BROKEN]), max_size=80).map("".join),
    st.tuples(st.sampled_from([*WORDS, *BROKEN]), st.sampled_from([*WORDS, *ODD])).map(
        lambda parts: "".join(parts) * 900
    ),
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


def test_the_size_of_a_batch_does_not_matter() -> None:
    lines = (*SAMPLE, *(f"{word} {other}" for word in WORDS for other in WORDS))
    assert list(assess(map(comment, lines), DEFAULT)) == [judge(line) for line in lines]


SAMPLE = (
    "you are an idiot, piece of shit and a learning disabled clown",
    "I pretty much agree, there is learning to be taken away for all of us",
    "to get your thread to the top of the pile so that others look at your site",
    "the sound at 3:20 is too loud but I love your videos",
    "din jävla idiot, musiken är för hög",
    "ich bin sehr froh about the ß, é mas não",
    "kill yourself",
    "black people are great",
)
_ASK = """
from tests.triage.test_properties import SAMPLE
from tests.triage.judging import judge
for line in SAMPLE:
    found = judge(line)
    print(ascii({n: sorted(v) if isinstance(v := getattr(found, n), frozenset) else v
                 for n in found.__slots__}))
from creator_calm.triage.lexicon import load_lexicon
for code in ("en", "sv", "any"):
    print(ascii(sorted(load_lexicon(code).signals.items())))
"""


def test_another_process_comes_to_the_same_verdicts() -> None:
    """The order of a set differs between processes; no verdict may hang on it."""
    told = {
        subprocess.run(
            [sys.executable, "-c", _ASK],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


@pytest.mark.parametrize("wall", ["you are an idiot and ", "\u202eyou idiot\u202c ", "moron, you "])
def test_a_wall_of_insults_is_not_looked_at_brick_by_brick(
    wall: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0

    def counted(reading: Reading, insult: Insult) -> Frame:
        nonlocal looks
        looks += 1
        return frame(reading, insult)

    monkeypatch.setattr(abuse, "frame", counted)
    found = judge(wall * 100_000)
    assert found.put_away
    assert "not_judged" not in codes(found)
    assert looks <= 2 * (16 + 11 * 4)  # two languages read the beginning and eleven windows


def test_the_end_of_a_wall_of_insults_is_looked_at() -> None:
    wall = "i am an idiot. " * 60
    assert not judge_by_rules(wall).put_away
    assert judge_by_rules(f"{wall} You are a fucking idiot").put_away


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
