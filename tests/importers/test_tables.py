"""Rows out of delimited text, broken or not."""

from __future__ import annotations

import csv
import io
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from creator_calm.domain.intake import ReadOptions, Role, SkipReason, Warn
from creator_calm.importers import columns, delimiters, tables
from tests.importers.reading import read_bytes
from tests.importers.workbooks import workbook

ROWS = 5_000


def _records(text: str, width: int | None = None) -> list[tables.Row]:
    sign, found, _ = delimiters.delimiter(text[:65_536])
    return list(tables.Records(lambda: io.StringIO(text, newline=""), sign, width or found))


def _text(broken: frozenset[int]) -> str:
    lines = [f"{i},{'' if i not in broken else chr(34)}words {i},ok\n" for i in range(ROWS)]
    return "id,comment,state\n" + "".join(lines)


@pytest.mark.parametrize(
    "broken",
    [frozenset({1}), frozenset({1, 2_000}), frozenset(range(0, ROWS, 500)), frozenset(range(ROWS))],
    ids=len,
)
def test_unclosed_quotes_cost_no_other_row(broken: frozenset[int]) -> None:
    rows = _records(_text(broken))
    assert [row.cells for row in rows[1:]] == [[str(i), f"words {i}", "ok"] for i in range(ROWS)]
    assert [row.line for row in rows if row.repaired] == [i + 2 for i in sorted(broken)]


def test_sound_tables_are_what_csv_makes_of_them() -> None:
    chance = random.Random(3)
    pieces = ["a", 'q"q', "x,y", "line\nbreak", "", " ", "å;ä", "\r\n"]
    for width in range(1, 13):
        rows = [[f"c{i}" for i in range(width)]]
        rows += [["".join(chance.choices(pieces, k=3)) for _ in range(width)] for _ in range(40)]
        out = io.StringIO(newline="")
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
        plain = [
            r
            for r in csv.reader(io.StringIO(out.getvalue(), newline=""))
            if any(c.strip() for c in r)
        ]
        assert [row.cells for row in _records(out.getvalue(), width)] == plain


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign: str) -> None:
    text = "".join(
        sign.join((f"n{i}", f"some words, {i}" if sign != "," else "some words", "3")) + "\n"
        for i in range(9)
    )
    assert delimiters.delimiter(text)[0] == sign


def test_a_field_beyond_all_limits_is_one_skipped_row() -> None:
    data = b'name,comment\nA,"' + b"z" * 3_000_000 + b'"\nB,fine\n'
    result = read_bytes(data)
    assert result.texts == ["fine"]
    assert [(skip.row, skip.reason) for skip in result.receipt.skipped] == [
        ("2", SkipReason.TOO_LONG)
    ]


def test_a_quoted_field_of_a_million_lines_is_one_skipped_row() -> None:
    data = b'name,comment\nA,"' + b"zz\n" * 360_000 + b'"\nB,fine\n'
    result = read_bytes(data)
    assert result.texts == ["fine"]
    assert result.receipt.skipped_count == 1


def test_repaired_lines_are_named() -> None:
    data = b'name,comment\nA,"never closed\nB,fine\nC,"quoted ""well"""\n'
    result = read_bytes(data)
    assert result.texts == ["never closed", "fine", 'quoted "well"']
    assert result.receipt.repaired == (2,)
    assert Warn.REPAIRED_LINES in result.receipt.warnings


def test_a_header_behind_a_title_and_blank_lines() -> None:
    data = b"Report of May\n\n\nUser,Text,Likes\nA,hello,3\n"
    assert read_bytes(data, ReadOptions(format="table")).texts == ["hello"]


def test_a_table_without_a_header_is_guessed_and_said() -> None:
    rows = "".join(
        f"@user{i}\t2026-05-0{i}\t{i * 3}\tThis is comment number {i}, quite long\n"
        for i in range(1, 8)
    )
    result = read_bytes(rows.encode())
    assert Warn.NO_HEADER in result.receipt.warnings
    assert result.receipt.new == 7
    assert result.comments[0].author.name == "@user1"
    assert result.comments[0].likes == 3
    assert [role for _, role in result.found.columns] == [
        Role.AUTHOR,
        Role.DATE,
        Role.LIKES,
        Role.TEXT,
    ]


def test_columns_can_be_corrected() -> None:
    data = b"author,comment,other\nA,first,second\n"
    options = ReadOptions(format="table", columns=((Role.TEXT, 2), (Role.AUTHOR, 0)))
    result = read_bytes(data, options)
    assert result.texts == ["second"]
    assert result.comments[0].author.name == "A"


def test_columns_nobody_reads_are_named_with_their_cells() -> None:
    result = read_bytes(b"comment,author,mood\nhi,A,glad\nho,B,\n")
    assert result.receipt.columns_not_used == (("mood", 1),)


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=30))
def test_whatever_stands_there_rows_come_out(rows: list[list[str]]) -> None:
    text = "\n".join(",".join(row) for row in rows)
    assert all(isinstance(row.cells, list) for row in _records(text, 3))


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Comment Text", Role.TEXT), ("kommentar", Role.TEXT), ("Published At", Role.DATE),
        ("Användarnamn", Role.AUTHOR), ("Name (click to view profile)", Role.AUTHOR),
        ("gilla-markeringar", Role.LIKES), ("video_id", Role.POST), ("in_reply_to", Role.PARENT),
        ("mood", Role.IGNORE),
    ],
)  # fmt: skip
def test_header_words_are_understood(label: str, role: Role) -> None:
    assert columns.roles((label, "zzz"))[0] is role


def test_the_first_synonym_wins_and_updated_only_alone() -> None:
    assert columns.roles(("display_name", "user_name"))[1] is Role.AUTHOR
    assert columns.roles(("updated_at", "published_at")) == (Role.IGNORE, Role.DATE)
    assert columns.roles(("updated_at", "text"))[0] is Role.DATE


def test_scores_of_one_to_five_are_ratings_and_others_likes() -> None:
    stars = read_bytes(b"author,comment,score\nA,x,5\nB,y,1\n").comments
    votes = read_bytes(b"author,comment,score\nA,x,50\nB,y,-4\n").comments
    assert [(c.rating, c.likes) for c in stars] == [(5.0, None), (1.0, None)]
    assert [(c.rating, c.likes) for c in votes] == [(None, 50), (None, -4)]


def test_private_columns_are_kept_nowhere() -> None:
    result = read_bytes(
        b"comment,author,email,ip_address,avatar\nhi,A,canary@example.org,192.0.2.7,http://example.org/canary.png\n"
    )
    assert {kind.value for kind in result.receipt.left_out} == {"email", "ip_address", "pictures"}
    everything = repr((result.items, result.receipt))
    assert "canary" not in everything
    assert "192.0.2.7" not in everything


def test_sheets_can_be_chosen() -> None:
    data = workbook(
        {
            "One": [["author", "comment"], ["A", "first"]],
            "Two": [["author", "comment"], ["B", "second"]],
        }
    )
    assert read_bytes(data).texts == ["first", "second"]
    assert read_bytes(data, ReadOptions(parts=("Two",))).texts == ["second"]


WORDS = st.text(st.sampled_from("abc åö 😀.!?'’"), min_size=1, max_size=30).filter(str.strip)
OTHERS = st.lists(
    st.sampled_from(["author", "date", "likes", "id", "video id", "state", "notes", "language", "x1", "x2", "x3"]),
    unique=True,
    max_size=8,
)  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(WORDS, min_size=2, max_size=12, unique_by=str.strip),
    OTHERS,
    st.integers(0, 5),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["comment", "Comment Text", "Kommentar", "text", "BODY"]),
    st.booleans(),
    st.data(),
)
def test_made_up_tables_are_understood(
    texts: list[str], others: list[str], above: int, sign: str, name: str, quoted: bool, data: st.DataObject
) -> None:  # fmt: skip
    others = ["author", *[other for other in others if other != "author"]]
    at = data.draw(st.integers(0, len(others)))
    labels = [*others[:at], name, *others[at:]]
    values = {"author": "Person {}", "date": "2026-02-{:02}", "likes": "{}7", "id": "Ug{}"}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    for number in range(above):
        writer.writerow([f"Report {number}" if number % 2 else "", *[""] * (len(labels) - 1)])
    writer.writerow(labels)
    for number, text in enumerate(texts, start=1):
        row = [values.get(other, "word {}").format(number) for other in others]
        writer.writerow([*row[:at], text, *row[at:]])
    result = read_bytes(out.getvalue().encode())
    assert result.texts == [" ".join(text.split("\n")).strip() for text in texts]
    assert [c.author.name for c in result.comments] == [f"Person {i}" for i in range(1, len(texts) + 1)]  # fmt: skip


@pytest.mark.parametrize("name", ["Comment", "Comments", "comment_text", "Reviews"])
def test_one_column_of_comments_with_blank_lines_and_commas_in_them(name: str) -> None:
    rows = [
        "so calm",
        '"two paragraphs,\n\n  and more; really\n\nhttps://example.org/a"',
        "1:20 what song | is it",
        '"""quoted"", she said"',
        "yes",
    ]
    result = read_bytes(("\n".join([name, *rows]) + "\n").encode())
    assert result.found.format == "table"
    assert result.texts == [
        "so calm", "two paragraphs,\n\n  and more; really\n\nhttps://example.org/a", "1:20 what song | is it", '"quoted", she said', "yes",
    ]  # fmt: skip


def test_a_table_of_one_row_is_one_comment() -> None:
    result = read_bytes(
        b"comment,sentiment_score,sentiment\nSo glad to be here. Thank you.,0.3,Positive\n"
    )
    assert result.texts == ["So glad to be here. Thank you."]


def test_columns_lined_up_with_blanks_keep_their_quoted_commas() -> None:
    result = read_bytes(
        b"video_id   , author   , text                          , likes\n"
        b"abc        , @ada     , so calm                       , 3\n"
        b'abc        , @bo      , "yes, really, and more"       , 4\n'
        b'abc        , @cy      , "two\nlines"                  , 5\n'
    )
    assert result.texts == ["so calm", "yes, really, and more", "two\nlines"]
    assert [c.likes for c in result.comments] == [3, 4, 5]
    assert [c.author.name for c in result.comments] == ["@ada", "@bo", "@cy"]
