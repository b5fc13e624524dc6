"""Pasted text: every line stays, and the creator's edits are exact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.comment import Platform
from creator_calm.domain.intake import Grouping, ReadOptions, SkipReason, Warn
from creator_calm.domain.preview import BlockState
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits, pasted
from tests.importers.reading import read_bytes, read_paste

INSTAGRAM = """example_one
First words
4 d24,728 likesReply
View replies (29)
example.two
and these
2 dReply
example_three
3 d23,442 likesReply
View replies (25)
example_four
line one
line two
1 d5 likesReply
"""
INSTAGRAM_SV = """exempel_ett
Så fint
4 d12 gilla-markeringarSvara
Visa svar (2)
exempel_tva
Tack!
2 vSvara
"""
YOUTUBE = """1,204 Comments
Sort by
@example-one
2 days ago (edited)
Loved it

12

Reply

3 replies
@example-two
1 year ago
Two lines
of text
Reply
"""
YOUTUBE_SV = """@exempel • för 3 dagar sedan
Hur gjorde du?
Svara
@exempel2 • för 1 år sedan
Toppen

4
Svara
"""
# Signs that make Python's own splitlines cut, whitespace, page words, names and ages.
PIECES = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "\u2028",
        "\x85",
        "\x0c",
        "@a",
        "user_x",
        "Reply",
        "2 dReply",
        "2 days ago",
        "words",
        "12",
        "View replies (3)",
        "hello there",
    ]
)
TEXT = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)
EDITS = st.builds(
    ReadOptions,
    left_out=st.frozensets(st.integers(0, 6), max_size=3),
    joined=st.frozensets(st.integers(0, 6), max_size=3),
    split=st.lists(st.tuples(st.integers(0, 6), st.integers(-2, 30)), max_size=4).map(tuple),
    left_out_parts=st.frozensets(st.tuples(st.integers(0, 6), st.integers(0, 2)), max_size=3),
    as_comments=st.frozensets(st.integers(0, 6), max_size=3),
    grouping=st.sampled_from([None, *Grouping]),
)


@given(TEXT, EDITS)
def test_the_blocks_are_the_paste_whatever_is_edited(text: str, options: ReadOptions) -> None:
    paste = pasted.proposal(text, options.grouping)
    assert "".join(block.source for block in paste.blocks) == text
    edited = pasted.edited(paste, options)
    assert "".join(block.source for block in edited) == text


@given(TEXT, EDITS)
def test_every_block_with_signs_in_it_is_accounted_for(text: str, options: ReadOptions) -> None:
    blocks = pasted.edited(pasted.proposal(text, options.grouping), options)
    filled = sum(bool(block.source.strip()) for block in blocks)
    if filled == 0:
        with pytest.raises(Problem, match="paste_empty"):
            read_paste(text, replace(options, format="lines"))
        return
    assert read_paste(text, replace(options, format="lines")).receipt.read == filled


def test_instagram_in_english() -> None:
    result = read_paste(INSTAGRAM)
    assert result.found.detail == "page"
    assert result.found.platform is Platform.INSTAGRAM
    assert [(c.author.name, c.text, c.likes) for c in result.comments] == [
        ("example_one", "First words", 24_728), ("example.two", "and these", None), ("example_four", "line one\nline two", 5),
    ]  # fmt: skip
    assert [s.reason for s in result.receipt.skipped] == [SkipReason.EMPTY]
    assert result.receipt.dates == (0, 0, 3, 0)


def test_instagram_in_swedish() -> None:
    result = read_paste(INSTAGRAM_SV)
    assert [(c.author.name, c.text, c.likes) for c in result.comments] == [
        ("exempel_ett", "Så fint", 12),
        ("exempel_tva", "Tack!", None),
    ]


def test_youtube_unverified() -> None:
    result = read_paste(YOUTUBE)
    assert result.found.platform is Platform.YOUTUBE
    assert [(c.author.name, c.text, c.likes) for c in result.comments] == [
        ("@example-one", "Loved it", 12),
        ("@example-two", "Two lines\nof text", None),
    ]
    assert read_paste(YOUTUBE_SV).texts == ["Hur gjorde du?", "Toppen"]


def test_a_decoy_is_no_anchor() -> None:
    text = "5 min Reply to me please\nReply to this\nI waited 4 days\n24,728 likes\n"
    assert read_paste(text).receipt.new == 4


def test_lines_without_blank_ones_are_comments_and_blocks_with_them() -> None:
    lines = [f"comment number {i}" for i in range(200)]
    assert read_paste("\n".join(lines)).texts == lines
    assert read_paste("\r\n".join(lines)).texts == lines
    assert read_paste("\n\n".join(lines)).texts == lines
    one_gap = "\n".join([*lines[:90], "", *lines[90:]])
    assert read_paste(one_gap).texts == lines
    assert read_paste("A paragraph\nof two lines\n\nand another").texts == [
        "A paragraph\nof two lines",
        "and another",
    ]


def test_rare_line_signs_stay_inside_a_comment() -> None:
    assert read_paste("one\u2028still one\ntwo\x85still two").receipt.new == 2


def test_the_creator_can_choose_how_it_falls_apart() -> None:
    text = "a\nb\n\nc"
    assert read_paste(text, ReadOptions(grouping=Grouping.LINES)).texts == ["a", "b", "c"]
    assert read_paste(text, ReadOptions(grouping=Grouping.BLOCKS)).texts == ["a\nb", "c"]
    assert read_paste(text, ReadOptions(grouping=Grouping.ONE)).texts == ["a\nb\n\nc"]


def test_join_split_and_leave_out() -> None:
    text = "one\ntwo\nthree\n"
    assert read_paste(text, ReadOptions(joined=frozenset({1}))).texts == ["one\ntwo", "three"]
    assert read_paste(text, ReadOptions(split=((2, 2),))).texts == ["one", "two", "th", "ree"]
    out = read_paste(text, ReadOptions(left_out=frozenset({0})))
    assert out.texts == ["two", "three"]
    assert [s.reason for s in out.receipt.skipped] == [SkipReason.LEFT_OUT]
    part = ReadOptions(split=((2, 2),), left_out_parts=frozenset({(2, 0)}))
    assert read_paste(text, part).texts == ["one", "two", "ree"]


def test_joining_brings_names_back_as_words() -> None:
    result = read_paste(INSTAGRAM, ReadOptions(joined=frozenset({1})))
    assert result.texts[0] == "First words\nexample.two\nand these\n2 dReply"


def test_page_words_among_plain_comments_are_shown_and_not_kept() -> None:
    text = "Lovely\nReply\nGreat work\nReply\n"
    result = read_paste(text)
    assert result.texts == ["Lovely", "Great work"]
    assert {s.reason for s in result.receipt.skipped} == {SkipReason.UNRECOGNISED}
    kept = read_paste(text, ReadOptions(as_comments=frozenset({1})))
    assert kept.texts == ["Lovely", "Reply", "Great work"]
    assert read_paste("Reply\nLovely\n").texts == ["Reply", "Lovely"]


def test_states_of_blocks() -> None:
    blocks = pasted.edited(pasted.proposal(INSTAGRAM), ReadOptions(left_out=frozenset({0})))
    assert [block.state for block in blocks] == [
        BlockState.LEFT_OUT, BlockState.COMMENT, BlockState.EMPTY, BlockState.COMMENT,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  \n ", ProblemCode.PASTE_EMPTY),
        ("x" * (limits.PASTE_CHARACTERS + 1), ProblemCode.PASTE_TOO_LONG),
    ],
    ids=["empty", "long"],
)
def test_pastes_that_are_none(text: str, code: ProblemCode) -> None:
    with pytest.raises(Problem) as caught:
        read_paste(text)
    assert caught.value.code is code


def test_a_pasted_spreadsheet_range_is_a_table() -> None:
    assert read_paste("author\tcomment\nA\thello\nB\tbye\n").texts == ["hello", "bye"]
    assert read_paste("nice, really\nwell, no\nyes, yes\n").found.format == "lines"


def test_a_long_text_file_is_streamed_line_by_line() -> None:
    lines = [f"comment number {i} with some more words" for i in range(55_000)]
    result = read_bytes("\n".join(lines).encode())
    assert result.receipt.new == 55_000
    assert (result.kept[-1].row, result.kept[-1].comment.text) == ("55000", lines[-1])
    blocks = read_bytes(("\n\n".join(lines)).encode())
    assert (blocks.receipt.new, blocks.kept[-1].row) == (55_000, "109999")


def test_ids_are_the_same_when_it_is_pasted_again() -> None:
    first, second = read_paste(INSTAGRAM), read_paste(INSTAGRAM)
    assert [c.id for c in first.comments] == [c.id for c in second.comments]
    assert Warn.OWN_WORDS not in first.receipt.warnings
