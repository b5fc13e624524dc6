"""JSON nobody has a name for: wrapped, by number, inside posts, with the keys tools like."""

from __future__ import annotations

import json

import pytest

from creator_calm.domain.intake import SkipReason
from tests.importers.reading import read_bytes
from tests.importers.workbooks import workbook

ONE = {"text": "the first one", "author": "A"}
TWO = {"text": "the second one", "author": "B"}


@pytest.mark.parametrize(
    "value",
    [
        {"0": ONE, "1": TWO},
        {"text": {"0": ONE["text"], "1": TWO["text"]}, "author": {"0": "A", "1": "B"}},
        {"data": {"comments": [ONE, TWO]}},
        {"data": {"edges": [{"node": ONE}, {"node": TWO}]}, "x": 1},
        [{**ONE, "replies": {"data": [TWO]}}],
    ],
    ids=["by rows", "by columns", "wrapped", "edges", "replies wrapped"],
)
def test_the_comments_are_found(value: object) -> None:
    result = read_bytes(json.dumps(value).encode())
    assert result.found.format == "json"
    assert result.texts == ["the first one", "the second one"]
    assert [c.author.name for c in result.comments] == ["A", "B"]


def test_comments_inside_posts_are_read_and_the_posts_are_not() -> None:
    posts = [
        {"caption": "a post", "url": "x", "latestComments": [ONE, {**TWO, "replies": [{"text": "an answer"}]}]},
        {"caption": "another", "latestComments": []},
    ]  # fmt: skip
    result = read_bytes(json.dumps(posts).encode())
    assert result.texts == ["the first one", "the second one", "an answer"]
    assert [skip.reason for skip in result.receipt.skipped] == [SkipReason.POST, SkipReason.POST]
    assert result.receipt.read == 5


def test_answers_of_the_graph_api() -> None:
    value = {"data": [{"created_time": "2026-01-01T10:00:00+0000", "from": {"name": "Ada", "id": "1"}, "message": "hello", "id": "9_1", "like_count": 3}], "paging": {"next": "x"}}  # fmt: skip
    (comment,) = read_bytes(json.dumps(value).encode()).comments
    assert (comment.author.name, comment.text, comment.likes) == ("Ada", "hello", 3)
    assert comment.written_at is not None
    assert comment.written_at.utc is not None


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        ("Profile Name,Comments,Posted At", True),
        ("Reviewer,Review Text,Star Rating", True),
        ("tweet,screen_name,created_at", True),
    ],
)
def test_words_tools_like_for_their_columns(header: str, kept: bool) -> None:
    column = next(
        i
        for i, name in enumerate(header.split(","))
        if name in {"Comments", "Review Text", "tweet"}
    )
    cells = ["Ada", "Bo", "2026-01-01"]
    cells[column] = "so calm and good"
    other = list(cells)
    other[column] = "where is the lake"
    result = read_bytes(f"{header}\n{','.join(cells)}\n{','.join(other)}\n".encode())
    assert result.texts == ["so calm and good", "where is the lake"]


def test_a_column_that_counts_comments_is_no_text() -> None:
    rows: list[list[str | float]] = [
        ["title", "comments", "likes"],
        ["A film", 12, 3],
        ["Another", 40, 9],
    ]
    comments: list[list[str | float]] = [["author", "comments"], ["Ada", "so calm"], ["Bo", "yes"]]
    result = read_bytes(workbook({"Posts": rows, "Comments": comments}))
    assert result.texts == ["so calm", "yes"]


def test_pages_in_a_list_are_one_list_and_answers_find_what_they_answer() -> None:
    pages = [
        [{"user": "A", "message": "the first one", "replies": [{"user": "B", "message": "an answer", "replies": []}]}],
        [{"user": "C", "message": "the second one", "replies": []}],
    ]  # fmt: skip
    result = read_bytes(json.dumps(pages).encode())
    assert result.texts == ["the first one", "an answer", "the second one"]
    first, answer, second = result.comments
    assert (answer.in_reply_to, second.in_reply_to) == (first.id, None)
    assert [item.native_id for item in result.kept] == [None, None, None]
