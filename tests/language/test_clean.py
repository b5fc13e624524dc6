from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.language.clean import block, for_storage, inline

ANY_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Me", "Zl", "Zp", "Zs"]),
        st.sampled_from(
            "\x00\r\n\t \u200d\ufe0f🏴\U000e0067\U000e007f\u200b\u202e\u2067\u2069å👩\u0301"
        ),
    ),
    max_size=300,
)
KEPT = ["åäö ÅÄÖ é ñ", "👨‍👩‍👧", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"]
KEPT += [
    "1️⃣",
    "❤️",
    "👍🏿",
    "می‌خواهم",
    "שלום",
    "ก็ที่นี่",
    "e\u0301\u0323",
    "視頻太好了",
    "Jag gillar ljudet :)",
]


def bare(line: str) -> str:
    return line.removeprefix("\u2068").removesuffix("\u2069")


@pytest.mark.parametrize("text", KEPT)
def test_what_people_write_is_kept(text: str) -> None:
    assert for_storage(text) == text
    assert block(text) == text
    assert bare(inline(text)) == text


@pytest.mark.parametrize(
    ("raw", "stored", "shown", "line"),
    [
        ("a\ud800b", "a\ufffdb", "a\ufffdb", "a\ufffdb"),
        ("\ud83d\ude00", "😀", "\ufffd\ufffd", "\ufffd\ufffd"),
        ("a\x00b", "a\ufffdb", "a\ufffdb", "a\ufffdb"),
        (
            "a\x07b\x9fc\x7fd",
            "a\x07b\x9fc\x7fd",
            "a\ufffdb\ufffdc\ufffdd",
            "a\ufffdb\ufffdc\ufffdd",
        ),
        ("a\r\nb\rc", "a\nb\nc", "a\nb\nc", "a b c"),
        (
            "a\x85b\u2028c\u2029d\ve\ff",
            "a\x85b\u2028c\u2029d\ve\ff",
            "a\nb\nc\nd\ne\nf",
            "a b c d e f",
        ),
        ("a\u202eb\u2066c\u2069d", "a\u202eb\u2066c\u2069d", "abcd", "abcd"),
        ("a\u200eb\u200fc\u061cd", "a\u200eb\u200fc\u061cd", "a\u200eb\u200fc\u061cd", "abcd"),
        (
            "a\u200bb\u2060c\ufeffd\xade\u180ef",
            "a\u200bb\u2060c\ufeffd\xade\u180ef",
            "abcdef",
            "abcdef",
        ),
        ("a\ufff9b", "a\ufff9b", "a\ufffdb", "a\ufffdb"),
        ("a\U000e0067b", "a\U000e0067b", "ab", "ab"),
        ("a" + "\u0301" * 9, "a" + "\u0301" * 9, "a" + "\u0301" * 4, "a" + "\u0301" * 4),
        (
            "a\u0301\u0301\u200d\u0301\u0301\u0301",
            "a\u0301\u0301\u200d\u0301\u0301\u0301",
            "a\u0301\u0301\u200d\u0301\u0301",
            "a\u0301\u0301\u200d\u0301\u0301",
        ),
        ("a\n\n\n\n\n\nb", "a\n\n\n\n\n\nb", "a\n\n\n\nb", "a b"),
        ("a\n \n\t\n\n\nb", "a\n \n\t\n\n\nb", "a\n\n\n\nb", "a b"),
        ("  a \t b  ", "  a \t b  ", "  a \t b  ", "a b"),
    ],
)
def test_the_table(raw: str, stored: str, shown: str, line: str) -> None:
    assert for_storage(raw) == stored
    assert block(raw) == shown
    assert inline(raw) == f"\u2068{line}\u2069"


def test_a_flag_cannot_carry_a_hidden_message() -> None:
    hidden = "🏴" + "\U000e0061" * 50
    assert len(block(hidden)) == 9


def test_a_long_line_ends_with_an_ellipsis_inside_its_cap() -> None:
    line = inline("word " * 100, 40)
    assert len(line) <= 40
    assert bare(line).endswith("…")
    assert inline("\u200b" * 30 + "short", 40) == "\u2068short\u2069"


@pytest.mark.parametrize("text", ["", "   ", "\u200b\n"])
def test_nothing_to_show_is_empty(text: str) -> None:
    assert inline(text) == ""


def test_a_block_is_cut_before_anything_else() -> None:
    assert block("x" * 20_000) == "x" * 10_000
    assert len(block("\u0301" * 100_000, 300)) == 4


def test_a_clean_text_is_handed_back_as_it_is() -> None:
    text = "A calm comment about the sound at 3:20 ❤"
    assert for_storage(text) is text
    assert block(text) is text


@given(ANY_TEXT, st.integers(10, 200))
def test_cleaning_is_idempotent_and_capped(text: str, cap: int) -> None:
    stored, shown, line = for_storage(text), block(text, cap), inline(text, cap)
    assert for_storage(stored) == stored
    assert block(shown, cap) == shown
    assert inline(line, cap) == line
    assert len(shown) <= cap
    assert len(line) <= cap
    assert "\n" not in line
    for display in (shown, bare(line)):
        assert not set(display) & set(
            "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\x00"
        )
        display.encode()
    stored.encode()
