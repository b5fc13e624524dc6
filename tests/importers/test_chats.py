"""Chats: what is private is only read when asked for, and other shapes of the same tools are read too."""

from __future__ import annotations

import json
from typing import Any

import pytest

from creator_calm.domain.comment import Flag, Precision
from creator_calm.domain.intake import ReadOptions, SkipReason, Source, Warn
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import Intake
from tests.importers.reading import NOW, Result, read_bytes

ASKED = ReadOptions(private=True)


def _read(value: object, options: ReadOptions | None = None) -> Result:
    return read_bytes(json.dumps(value).encode(), options)


def _discord(kind: str, server: str = "7") -> dict[str, Any]:
    message = {"id": "1", "type": "Default", "timestamp": "2024-01-01T10:00:00+00:00", "content": "words", "author": {"id": "2", "name": "lina"}}  # fmt: skip
    return {"guild": {"id": server, "name": "x"}, "channel": {"id": "3", "type": kind, "name": "y"}, "messages": [message]}  # fmt: skip


def _telegram(kind: str, **more: object) -> dict[str, Any]:
    message = {"id": 5, "type": "message", "date": "2024-01-01T10:00:00", "date_unixtime": "1704103200", "from": "Lina", "from_id": "user1", "text": "words", **more}  # fmt: skip
    return {"name": "A chat", "type": kind, "id": 9, "messages": [message]}


PRIVATE = [
    _discord("DirectTextChat"),
    _discord("DirectGroupTextChat"),
    _discord("0", "0"),
    _telegram("personal_chat"),
    _telegram("bot_chat"),
    _telegram("private_group"),
    _telegram("saved_messages"),
]


@pytest.mark.parametrize("value", PRIVATE)
def test_a_private_conversation_is_refused_until_it_is_asked_for(value: object) -> None:
    with pytest.raises(Problem) as caught:
        _read(value)
    assert caught.value.code is ProblemCode.PRIVATE_CHAT
    asked = _read(value, ASKED)
    assert asked.texts == ["words"]
    assert Warn.PRIVATE_CHAT in asked.receipt.warnings
    assert asked.comments[0].flags >= {Flag.NON_PUBLIC}


@pytest.mark.parametrize(
    "value", [_discord("GuildTextChat"), _discord("GuildPublicThread"), _telegram("public_supergroup"), _telegram("private_supergroup")]
)  # fmt: skip
def test_a_room_for_many_is_no_private_conversation(value: object) -> None:
    result = _read(value)
    assert (result.texts, result.receipt.warnings) == (["words"], ())
    assert result.comments[0].flags == frozenset()


def test_what_a_channel_posts_is_no_comment() -> None:
    result = _read(_telegram("public_channel"))
    assert [skip.reason for skip in result.receipt.skipped] == [SkipReason.POST]
    own_words_again = {"from": "Lina", "from_id": "user1", "forwarded_from": "Lina"}
    assert _read(_telegram("public_supergroup", **own_words_again)).texts == ["words"]
    forwarded = {"from": "C", "from_id": "channel3", "forwarded_from": "C"}
    assert _read(_telegram("public_supergroup", **forwarded)).texts == []
    assert _read(_telegram("public_supergroup", **{"from": "C", "from_id": "channel3"})).texts == ["words"]  # fmt: skip


def test_of_a_whole_account_only_the_chosen_chats_are_read() -> None:
    first, second = _telegram("personal_chat"), {**_telegram("public_supergroup"), "name": "Open"}
    account = {"personal_information": {}, "chats": {"list": [first, second]}}
    plain = _read(account)
    assert plain.found.format == "telegram"
    assert [item.place for item in plain.kept] == ["Open"]
    assert [(s.reason, s.place) for s in plain.receipt.skipped] == [(SkipReason.NOT_CHOSEN, "#1")]
    data = json.dumps(account).encode()
    with Intake(Source(data=data, name="result.json"), ReadOptions(), now=NOW) as intake:
        assert intake.parts == (("A chat", False), ("Open", True))
    chosen = _read(account, ReadOptions(parts=("A chat",)))
    assert [item.place for item in chosen.kept] == ["A chat"]
    assert chosen.receipt.skipped_count == 1


def _twitch(step: float, offset: int) -> dict[str, Any]:
    comments = [
        {"_id": str(n), "content_offset_seconds": n * offset, "created_at": f"2024-07-15T02:00:{n * step:05.2f}Z", "commenter": {"display_name": "L"}, "message": {"body": f"words {n}"}}
        for n in range(5)
    ]  # fmt: skip
    return {"video": {"id": "v55", "title": "T"}, "streamer": {"name": "m"}, "comments": comments}


def test_the_time_a_highlight_was_cut_is_no_time_of_writing() -> None:
    cut, live = _read(_twitch(0.1, 60)), _read(_twitch(12, 60))
    moments = [comment.written_at for comment in cut.comments if comment.written_at]
    assert [(m.precision, m.raw) for m in moments[:2]] == [
        (Precision.UNKNOWN, "0:00:00"),
        (Precision.UNKNOWN, "0:01:00"),
    ]
    assert live.receipt.dates == (5, 0, 0, 0)
    assert cut.comments[1].link == "https://www.twitch.tv/videos/55?t=60s"


def test_a_chat_log_has_a_time_and_a_name_on_every_line() -> None:
    log = "[2024-03-05 18:21:07 UTC] lina_ex: so good: really\r\n[2024-03-05 18:21:09 UTC] per: yes\r\nnobody said this\r\n"
    result = read_bytes(log.encode())
    assert result.found.format == "twitch_chat"
    assert result.texts == ["so good: really", "yes"]
    assert [comment.author.name for comment in result.comments] == ["lina_ex", "per"]
    assert result.receipt.dates == (2, 0, 0, 0)
    assert [(s.row, s.reason) for s in result.receipt.skipped] == [("3", SkipReason.UNRECOGNISED)]
    offsets = read_bytes(b"[0:01:02] lina_ex: hi\n[1:00:59] per: hello\n")
    assert offsets.receipt.dates == (0, 0, 0, 2)


def test_a_text_with_one_bracket_is_no_chat_log() -> None:
    assert read_bytes(b"[0:01:02] is where it starts: look\nI liked it\n").found.format == "lines"


@pytest.mark.parametrize("name", ["discord", "telegram", "twitch"])
def test_a_message_of_another_make_does_not_stop_the_others(name: str) -> None:
    values = {
        "discord": _discord("GuildTextChat"),
        "telegram": _telegram("public_supergroup"),
        "twitch": _twitch(9, 9),
    }
    value = values[name]
    key = "comments" if name == "twitch" else "messages"
    value[key] += [None, 7, {}, {"type": "message", "text": {"a": 1}, "reactions": "x", "author": 3, "commenter": [], "message": "x"}]  # fmt: skip
    result = _read(value)
    assert "words" in result.texts[0]
    assert result.receipt.skipped_count == 4
