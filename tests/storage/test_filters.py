"""What somebody typed as a question for the index."""

from __future__ import annotations

import pytest

from creator_calm.storage.filters import match_text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ""),
        ("  ", ""),
        ("sound", '"sound"*'),
        ("too loud", '"too"* "loud"*'),
        ('say "hello"', '"say"* "hello"*'),
        ("NOT OR AND NEAR", '"NOT"* "OR"* "AND"* "NEAR"*'),
        ("don't", '"don\'t"*'),
        ("😀 :-) ...", ""),
        ("text:sound", '"text:sound"*'),
        ("a\0b", '"a"* "b"*'),
        ("half \ud800", '"half"*'),
        (" ".join("abcdefghijklmnop"), " ".join(f'"{letter}"*' for letter in "abcdefghijkl")),
    ],
)
def test_everything_typed_is_a_word_and_nothing_an_operator(typed: str, expected: str) -> None:
    assert match_text(typed) == expected
