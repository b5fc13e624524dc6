"""A name to address somebody by, or none: nobody is called by a channel or a hurtful word."""

from __future__ import annotations

import pytest

from creator_calm.language.names import first_name


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Anna", "Anna"),
        ("Åsa Lind", "Åsa"),
        ("José María Ruiz", "José"),
        ("Anne-Marie", "Anne-Marie"),
        ("Bo", "Bo"),
    ],
)
def test_first_names(name: str, first: str) -> None:
    assert first_name(name) == first


@pytest.mark.parametrize(
    "name",
    [
        None, "", " ", "anna", "ANNA", "@anna", "Anna99", "anna_b", "A", "A" + "n" * 25,
        "Idiot", "Bitch", "Fitta", "Music", "Gaming Channel", "Anna Official", "User", "Kanalen",
        "Anna Maria Eva Lind", "AnnaBee", "Anna!", "Anna\u202e", "🙂", "Anna (she)", "Pappa",
    ],
)  # fmt: skip
def test_nothing_in_doubt(name: str | None) -> None:
    assert first_name(name) is None
