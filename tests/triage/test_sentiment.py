"""The walk gives the very numbers of vaderSentiment 3.3.2, in linear work."""

from __future__ import annotations

import random
import sys
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

from creator_calm.triage import sentiment
from creator_calm.triage.sentiment import Polarity, Walk, polarity, reproduces_installed
from tests.benchmarks import rows

if TYPE_CHECKING:
    from collections.abc import Callable

VADER = SentimentIntensityAnalyzer()
EDGES = [
    "", " ", "\n", "\0", "\ud800", "\udfff😀", "İ", "ß", "but", "BUT", "no", "no no no", "kind of", "Kind of good",
    "least good", "at least good", "very least good", "never so good", "without doubt good", "the shit",
    "this is the shit", "it is the bomb ok", "kiss of death now", "it was to die for", "sort of just enough good",
    "not good", "isn't good", "n't good", "GOOD", "GOOD day", "VERY good", "very GOOD day", "so very good thing",
    "so is this good", "good but bad", "good but but bad", "no good", "no, thanks", "there is no or good", "😀", "😀😀",
    "a😀b", " 😀", "\t😀", "❤️", "💔!", "good!!!!!", "good??", "good????", ":) :( <3", "...good...", "fuck FUCK",
    "a" * 100_000, "good " * 65, "good bad " * 40 + "but " + "good bad " * 40, "1.5 but 3.0", "\u2028good\u2028bad",
]  # fmt: skip
FUZZED = 100_000


def theirs(text: str) -> tuple[float, ...]:
    return tuple(VADER.polarity_scores(text).values())


def test_the_installed_version_is_the_one_that_is_reproduced() -> None:
    assert reproduces_installed(), (
        "vaderSentiment is not 3.3.2: polarity() now asks the package itself"
    )


@pytest.mark.parametrize("text", EDGES)
def test_edges_are_the_same(text: str) -> None:
    assert polarity(text) == theirs(text)


def test_made_up_comments_are_the_same() -> None:
    texts = rows.texts(20_000)
    assert [text for text in texts if polarity(text) != theirs(text)] == []


def test_fuzzed_texts_are_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    seed = random.SystemRandom().randrange(2**32)
    with capsys.disabled():
        sys.stdout.write(f"\nsentiment fuzz seed {seed}\n")
    chance = random.Random(seed)
    fuzz = Fuzz(chance)
    wrong = [
        text for text in (fuzz.text() for _ in range(FUZZED)) if polarity(text) != theirs(text)
    ]
    assert wrong[:3] == [], f"seed {seed}"


class Fuzz:
    """Short texts crowded with everything that has a rule."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.scored: list[str] = list(VADER.lexicon)
        self.special: list[str] = [*NEGATE, *BOOSTER_DICT, *SPECIAL_CASES]
        self.special += [
            "but",
            "but",
            "but",
            "no",
            "no",
            "or",
            "nor",
            "least",
            "at",
            "very",
            "never",
            "so",
            "this",
            "without",
            "doubt",
            "kind",
            "of",
            "sort",
        ]
        self.emoji: list[str] = [sign for sign in VADER.emojis if len(sign) <= 2]
        self.blanks = [" "] * 12 + ["  ", "\n", "\t", "\u00a0", "\u2003", ""]
        self.plain = [
            "a",
            "it",
            "x1",
            "video",
            "’",
            "don’t",
            "—",
            "!",
            "?",
            "...",
            "\ufe0f",
            "İ",
            "ẞ",
            "\0",
            "\ud83d",
        ]

    def text(self) -> str:
        parts: list[str] = []
        for _ in range(self.chance.randint(1, 9)):
            parts += self.word(), self.chance.choice(self.blanks)
        return "".join(parts)

    def word(self) -> str:
        chance = self.chance
        draw = chance.random()
        if draw < 0.4:
            word = chance.choice(self.scored)
        elif draw < 0.75:
            word = chance.choice(self.special)
        else:
            word = chance.choice(self.emoji if draw < 0.85 else self.plain)
        shape = chance.random()
        if shape < 0.15:
            word = word.upper()
        elif shape < 0.25:
            word = word.title()
        if chance.random() < 0.15:
            word += chance.choice(("!", "?", "!!", "??", ".", ",", '"', "!?!?!"))
        return word


@given(st.text(alphabet=st.characters(), max_size=10_000))
def test_any_text_is_the_same(text: str) -> None:
    assert polarity(text) == theirs(text)


@given(
    st.lists(
        st.sampled_from(["good", "bad", "but", "great", "no", "not", "😀", "kind of"]), max_size=200
    )
)
def test_short_walls_of_but_are_the_same(words: list[str]) -> None:
    text = " ".join(words)
    assert polarity(text) == theirs(text)


def test_long_walls_of_but_are_the_same() -> None:
    # Halves of one value that equal another one: there the first equal value is a changed one.
    related = {0.5, 0.75, 1.0, 1.5, 2.0, 2.25, 3.0}
    words = [
        word for word, value in VADER.lexicon.items() if abs(value) in related and word.isalpha()
    ]
    chance = random.Random(20_261_120)
    for _ in range(300):
        wall = chance.choices(words, k=chance.randint(65, 150))
        wall[chance.randrange(len(wall))] = "but"
        assert polarity(" ".join(wall)) == theirs(" ".join(wall))


HOSTILE = [
    "😀",
    "not bad ",
    "but good ",
    "good ",
    "a",
    "<",
    "1",
    "https://a.example ",
    "no ",
    "kind of ",
    "😀 ",
    "good but bad ",
]


@pytest.mark.hostile
@pytest.mark.parametrize("piece", HOSTILE)
def test_work_is_linear_in_the_text(piece: str) -> None:
    few = steps(Walk(VADER), piece * 200)
    many = steps(Walk(VADER), piece * 2_000)
    assert many <= 12 * few + 200


def steps(work: Callable[[str], Polarity], text: str) -> int:
    """Count the lines of our own code that run: a number without noise."""
    lines = 0

    def count(frame: Any, event: str, argument: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.hostile
@pytest.mark.parametrize(
    "text", ["😀" * 10_000, "not bad " * 12_500, "but good " * 40_000, "a" * 1_000_000]
)
def test_hostile_texts_take_no_time(text: str) -> None:
    start = process_time()
    polarity(text)
    assert process_time() - start < 0.5


def test_another_version_is_asked_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentiment, "_DATA_SHA256", "another")
    sentiment._walk.cache_clear()
    try:
        assert not reproduces_installed()
        assert polarity("not good, but kind of fun 😀") == theirs("not good, but kind of fun 😀")
    finally:
        monkeypatch.undo()
        sentiment._walk.cache_clear()
