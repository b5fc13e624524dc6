"""Slips of the fingers are read as the word that was meant, and words of their own are left alone."""

from __future__ import annotations

import pytest

from creator_calm.language.normalise import normalise, normalise_with_map
from creator_calm.language.typos import slips


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("you idoit", "you idiot"),
        ("yuo are a bicth", "you are a bitch"),
        ("fcuk you", "fuck you"),
        ("Wortless sutpid man!", "worthless stupid man!"),
        ("pathteic", "pathetic"),
        ("din jälva idoit", "din jävla idiot"),
        ("du är pateitsk", "du är patetisk"),
    ],
)
def test_a_slip_is_read_as_meant(written: str, meant: str) -> None:
    assert normalise(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "sitting in my garage waking up to honey and metal parts",
        "thier house, recieve the money, teh end",
        "min flaska på stolarna, varken kokade eller skuren",
        "i was bored of the miners and pokers",
        "kanalen är bra, siktar på mer",
    ],
)
def test_words_of_their_own_stay(written: str) -> None:
    assert normalise(written) == written


def test_positions_survive_a_lost_letter() -> None:
    text = "oh you wortless man"
    normalised, offsets = normalise_with_map(text)
    start = normalised.index("worthless")
    assert offsets.span(start, start + len("worthless")) == (7, 15)


def test_known_and_real_words_are_no_slips() -> None:
    found = slips({"liars", "worthless"}, ["kill"], {"worthles"}, {"lairs"})
    assert "lairs" not in found
    assert "worthles" not in found
    assert found["klil"] == "kill"
    assert found["wrothless"] == "worthless"
    assert found["wortless"] == "worthless"
