"""JSON in every wrapping, as a stream."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creator_calm.domain.intake import ReadOptions, SkipReason
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits
from creator_calm.importers.json_values import JsonText, json_lines
from tests.importers.reading import read_bytes, read_paste

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEMS = [{"author": f"P{i}", "text": f"words {i}", "likes": i} for i in range(40)]
TEXTS = [item["text"] for item in ITEMS]


@pytest.mark.parametrize(
    "value",
    [
        ITEMS,
        {"comments": ITEMS},
        {"data": ITEMS},
        {"a": {"b": {"items": ITEMS}}},
        {"tags": ["x"] * 90, "comments": ITEMS},
    ],
    ids=["list", "comments", "data", "deep", "beside a longer list"],
)
@pytest.mark.parametrize("wraps", [0, 1, 2])
def test_a_list_of_comments_is_found_however_it_is_wrapped(value: object, wraps: int) -> None:
    text = json.dumps(value, indent=1)
    for _ in range(wraps):
        text = json.dumps(text)
    assert read_bytes(text.encode()).texts == TEXTS


def test_bare_texts_and_a_single_object() -> None:
    assert read_bytes(b'["one", "two words"]').texts == ["one", "two words"]
    assert read_bytes(b'{"text": "only me", "author": "A"}').texts == ["only me"]


def test_one_line_is_json_lines_when_it_is_said() -> None:
    result = read_bytes(b'{"text": "only me", "id": "7"}\n', ReadOptions(format="jsonl"))
    assert [(item.row, item.native_id) for item in result.kept] == [("1", "7")]


def test_replies_inside_a_comment_are_comments() -> None:
    item = {
        "id": "a",
        "text": "outer",
        "replies": [{"id": "b", "text": "inner", "replies": [{"id": "c", "text": "in it"}]}],
    }
    result = read_bytes(json.dumps([item]).encode())
    assert [(c.id, c.in_reply_to) for c in result.comments] == [
        ("other:a", None), ("other:b", "other:a"), ("other:c", "other:b"),
    ]  # fmt: skip


def test_a_broken_line_is_one_skip_and_not_the_end() -> None:
    lines = [json.dumps(item) for item in ITEMS]
    lines[7] = lines[7][:-4]
    result = read_bytes("\n".join(lines).encode())
    assert result.receipt.new == 39
    assert [(s.row, s.reason) for s in result.receipt.skipped] == [("8", SkipReason.BROKEN)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (json.dumps(ITEMS)[:-30].encode(), ProblemCode.TRUNCATED),
        (json.dumps(ITEMS)[:-1].encode(), ProblemCode.TRUNCATED),
        (json.dumps(ITEMS).replace('"P9"', "P9", 1).encode(), ProblemCode.BAD_JSON),
        (json.dumps(ITEMS).encode() + b" and more words behind it", ProblemCode.BAD_JSON),
        (b'[{"text": ' + b"[" * 200_000, ProblemCode.TOO_DEEP),
        (b"[" * 200_000, ProblemCode.TOO_DEEP),
        (b'[{"text": "a", "x": ' + b"[" * 500 + b"]" * 500 + b"}]", ProblemCode.TOO_DEEP),
        (b'{"a": 1, "b": [1, 2]}', ProblemCode.NO_COMMENTS),
        (b"[]", ProblemCode.NO_COMMENTS),
    ],
    ids=[
        "cut",
        "last sign cut",
        "bare word",
        "words behind",
        "deep value",
        "deep",
        "deep inside",
        "no text",
        "empty",
    ],
)
def test_what_is_wrong_with_it_is_said(data: bytes, code: ProblemCode) -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(data)
    assert caught.value.code is code


def test_strange_numbers_are_unknown_and_surrogates_mended() -> None:
    data = (
        b'[{"text": "a", "likes": NaN}, {"text": "b", "likes": Infinity}, {"text": "c", "likes": 1e999},'
        b'{"text": "d", "likes": '
        + b"9" * 5_000
        + b'}, {"text": "\\ud800 e"}, {"text": "f", "text": "g"}]'
    )
    result = read_bytes(data)
    assert [c.likes for c in result.comments] == [None] * len(result.comments)
    assert result.texts == ["a", "b", "c", "\ufffd e", "g"]
    assert [s.row for s in result.receipt.skipped] == ["4"]


class _Endless(io.TextIOBase):
    # A list of so many items that is never in memory.
    def __init__(self, count: int) -> None:
        self._pieces: Iterator[str] = self._make(count)

    def _make(self, count: int) -> Iterator[str]:
        yield "["
        item = json.dumps({"text": "x" * 200})
        for number in range(count):
            yield item + ("" if number + 1 == count else ",")
        yield "]"

    def read(self, size: int | None = -1) -> str:
        out: list[str] = []
        left = size or 0
        while left > 0 and (piece := next(self._pieces, "")):
            out.append(piece)
            left -= len(piece)
        return "".join(out)


def _peak(count: int) -> int:
    tracemalloc.start()
    assert sum(1 for _ in JsonText(lambda: _Endless(count), "x").items(())) == count
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_does_not_grow_with_the_list() -> None:
    assert _peak(60_000) < 1.15 * _peak(15_000)


def test_one_value_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WHOLE_VALUE_BYTES", 3_000_000)
    with pytest.raises(Problem) as caught:
        read_bytes(b'[{"text": "' + b"z" * 9_000_000 + b'"}]')
    assert caught.value.code is ProblemCode.TOO_BIG


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5)
        ),
        max_leaves=20,
    ),
    st.integers(1, 40),
)
def test_values_are_those_of_the_library_wherever_the_chunks_end(value: object, size: int) -> None:
    text = json.dumps([value, value])

    class Small(io.StringIO):
        def read(self, _: int | None = -1) -> str:
            return super().read(size)

    assert [item for _, item in JsonText(lambda: Small(text), "x").items(())] == [value, value]


def test_lines_beyond_all_limits_are_counted_and_skipped() -> None:
    text = '{"text": "a"}\n' + "z" * (5 * limits.FIELD_CHARACTERS) + '\n{"text": "b"}\n'
    found = list(json_lines(io.StringIO(text, newline="")))
    assert [(n, line is None) for n, line in found] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"name": "B", "type": "personal_chat", "messages": [{"id": 1, "type": "message", "date": "2026-01-01T10:00:00", "from": "B", "text": "canary"}]}, ProblemCode.PRIVATE_CHAT),
        ({"guild": {}, "channel": {"type": "DirectTextChat"}, "messages": [{"id": "1", "content": "canary"}]}, ProblemCode.PRIVATE_CHAT),
        ({"participants": [{"name": "B"}], "messages": [{"sender_name": "B", "timestamp_ms": 1, "content": "canary"}]}, ProblemCode.PRIVATE_MESSAGES),
    ],
    ids=["telegram", "discord", "messenger"],
)  # fmt: skip
def test_private_messages_are_not_taken_for_comments(value: object, code: ProblemCode) -> None:
    with pytest.raises(Problem) as caught:
        read_bytes(json.dumps(value).encode())
    assert caught.value.code is code


def test_own_words_in_tables_come_as_own() -> None:
    takeout = b'Comment ID,Channel ID,Comment text\nUg1,UC1,"{""text"":""mine""}"\n'
    result = read_bytes(takeout)
    assert [comment.is_own for comment in result.comments] == [True]
    assert result.receipt.own == 1


def test_pasted_json_is_json() -> None:
    assert read_paste(json.dumps(ITEMS)).texts == TEXTS


@pytest.mark.parametrize("rest", [b'{"text": "the oth', b"and then some words", b"}"])
def test_what_stands_behind_the_only_object_is_not_dropped_in_silence(rest: bytes) -> None:
    """Two lines of JSON Lines whose second was cut off are no whole file of one comment."""
    with pytest.raises(Problem) as caught:
        read_bytes(b'{"text": "one comment"}\n' + rest)
    assert caught.value.code in {ProblemCode.TRUNCATED, ProblemCode.BAD_JSON}


def test_of_very_many_single_values_some_are_kept() -> None:
    text = json.dumps({f"key{n}": n for n in range(2_000)})
    assert len(JsonText(lambda: io.StringIO(text), "x").survey().values) == 500
