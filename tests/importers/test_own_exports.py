"""Exports of the creator's own words, in the shapes other accounts and other years have them."""

from __future__ import annotations

import json

import pytest

from creator_calm.domain.intake import SkipReason, Warn
from creator_calm.domain.problems import Problem, ProblemCode
from tests.importers.reading import Result, read_bytes


def _read(value: object) -> Result:
    return read_bytes(json.dumps(value).encode())


def _script(name: str, items: list[object]) -> bytes:
    return f"window.YTD.{name}.part0 = {json.dumps(items)}".encode()


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ([{"string_map_data": {"Opmerking": {"value": "words"}, "Tijd": {"timestamp": 1_700_000_000}}}], "meta_instagram"),
        ([{"media_list_data": [], "string_map_data": {"評論": {"value": "words"}, "時間": {"timestamp": 1_700_000_000}}}], "meta_instagram"),
        ({"comments": [{"timestamp": 1_700_000_000, "title": "A commented.", "data": [{"comment": {"comment": "words"}}]}]}, "meta_facebook"),
        ({"group_comments_v2": [{"timestamp": 1_700_000_000, "title": "", "data": [{"comment": {"comment": "words", "group": "G"}}]}]}, "meta_facebook"),
        ({"Comment": {"Comments": {"CommentsList": [{"DATE": "2026-01-01 10:00:00", "COMMENT": "words"}]}}}, "tiktok_export"),
        ({"Your Activity": {"Comments": {"commentslist": [{"date": "2026-01-01 10:00:00", "comment": "words", "new": 1}]}}}, "tiktok_export"),
        ([{"type": "Create", "actor": "a", "to": ["as:Public"], "object": {"id": "1", "content": "words"}}], "mastodon_outbox"),
        ([{"tweet": {"full_text": "words", "id_str": "1"}}], "x_archive"),
    ],
)  # fmt: skip
def test_own_words_come_in_as_own(value: object, form: str) -> None:
    result = _read(value)
    assert (result.found.format, result.texts) == (form, ["words"])
    assert [comment.is_own for comment in result.comments] == [True]
    assert Warn.OWN_WORDS in result.receipt.warnings
    assert result.receipt.own == 1


@pytest.mark.parametrize(
    "value",
    [
        {"account_history_login_history": [{"string_map_data": {"IP Address": {"value": "canary"}, "Time": {"timestamp": 1}}}]},
        {"searches_user": [{"string_map_data": {"Search": {"value": "canary"}, "Time": {"timestamp": 1}}}]},
        [{"string_map_data": {"Author": {"value": "canary"}, "Time": {"timestamp": 1}}}],
        {"likes_comment_likes": [{"title": "canary", "string_list_data": [{"value": "x", "timestamp": 1}]}]},
    ],
)  # fmt: skip
def test_other_lists_of_the_same_export_are_no_comments(value: object) -> None:
    with pytest.raises(Problem):
        _read(value)


def test_a_facebook_schema_is_no_export() -> None:
    schema = {"definitions": {"comment": {"required": ["title"]}}, "properties": {"comments": {"type": "array", "items": {"oneOf": [{"title": "x"}]}}}, "required": ["comments"]}  # fmt: skip
    with pytest.raises(Problem) as caught:
        _read(schema)
    assert caught.value.code is ProblemCode.NO_COMMENTS


@pytest.mark.parametrize(
    "name", ["direct_messages", "direct_message_headers", "direct-messages-group"]
)
def test_direct_messages_in_an_archive_of_x_are_refused(name: str) -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(_script(name, [{"dmConversation": {"messages": [{"text": "canary"}]}}]))
    assert caught.value.code is ProblemCode.PRIVATE_MESSAGES


def test_other_scripts_of_x_hold_no_posts() -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(_script("follower", [{"follower": {"accountId": "1"}}]))
    assert caught.value.code is ProblemCode.NO_COMMENTS


def test_scripts_of_older_and_newer_archives_are_read() -> None:
    old = _script("tweet", [{"id_str": "1", "full_text": "an old one"}])
    new = _script("community_tweet", [{"tweet": {"id_str": "2", "full_text": "to a community"}}])
    assert [read_bytes(data).texts for data in (old, new)] == [["an old one"], ["to a community"]]


def test_an_account_of_tiktok_without_comments_holds_none() -> None:
    value = {"Profile": {"x": {}}, "Comment": {"Comments": {"CommentsList": None}}, "Activity": {}}
    with pytest.raises(Problem) as caught:
        _read(value)
    assert caught.value.code is ProblemCode.NO_COMMENTS


def test_tiktok_as_text() -> None:
    text = (
        "Date: 2024-03-05 18:21:07 UTC\r\nComment: haha yes\r\nand more: of it\r\n\r\n"
        "Date: 2024-03-04 07:00:00 UTC\r\nComment: \r\n\r\n"
    )
    result = read_bytes(text.encode())
    assert result.found.format == "tiktok_export"
    assert result.texts == ["haha yes\nand more: of it"]
    assert result.receipt.own == 1
    assert [(skip.row, skip.reason) for skip in result.receipt.skipped] == [("5", SkipReason.EMPTY)]


def test_a_broken_item_does_not_stop_the_others() -> None:
    value = {"comments_v2": [None, {"timestamp": 1_700_000_000, "title": "t", "data": [{"comment": {"comment": "words"}}]}, {"timestamp": "soon", "title": [], "data": "x"}]}  # fmt: skip
    result = _read(value)
    assert result.texts == ["words"]
    assert [skip.reason for skip in result.receipt.skipped] == [SkipReason.BROKEN, SkipReason.EMPTY]
