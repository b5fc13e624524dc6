"""Whatever the bytes: a receipt or a Problem, and the sums are right. Never another exception."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creator_calm.domain.intake import Grouping, ReadOptions, Role, SkipReason, Source
from creator_calm.domain.problems import Problem
from creator_calm.importers import formats, pasted
from tests.importers.reading import Result, read_bytes, read_source

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FILES = sorted(
    path for path in SAMPLES.glob("*/*") if path.is_file() and path.name != "expected.json"
)
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.sampled_from([None, *sorted(info.name for info in formats())])
OPTIONS = st.builds(
    ReadOptions,
    format=NAMES,
    encoding=st.sampled_from([None, "utf-8", "cp1252", "utf-16", "cp949"]),
    day_first=st.sampled_from([None, True, False]),
    columns=st.lists(st.tuples(st.sampled_from(list(Role)), st.integers(-2, 9)), max_size=3).map(tuple),
    grouping=st.sampled_from([None, *Grouping]),
    brought=st.frozensets(
        st.sampled_from([SkipReason.DELETED, SkipReason.SPAM, SkipReason.BOT, SkipReason.NON_PUBLIC])
    ),
    private=st.booleans(),
    zone_minutes=st.sampled_from([None, 60, -720]),
    capture_dates=st.booleans(),
)  # fmt: skip
# What begins like something, so that more than the first look is tried.
STARTS = st.sampled_from(
    [b"", b"[{", b'{"comments": [', b'[{"text": "a"},', b"<?xml", b"<rss><channel>", b"PK\x03\x04", b"\x1f\x8b\x08",
     b"author,comment\n", b"sep=;\n", b"\xff\xfe", b"\xef\xbb\xbf", b"window.YTD.tweets.part0 = [", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
     b'{"messages": [{"type": "message",', b"@a\n2 days ago\n", b"\x28\xb5\x2f\xfd"]
)  # fmt: skip


@cache
def _content(file: Path) -> bytes:
    return file.read_bytes()


def _read(data: bytes, options: ReadOptions | None = None) -> Result | None:
    """Return what came of it, None for a refusal; `read_bytes` asserts the sums."""
    try:
        return read_bytes(data, options)
    except Problem:
        return None


@PATIENT
@given(STARTS, st.binary(max_size=400), OPTIONS)
def test_any_bytes(start: bytes, rest: bytes, options: ReadOptions) -> None:
    _read(start + rest, options)


@PATIENT
@given(st.sampled_from(FILES), st.data(), OPTIONS)
def test_samples_that_were_spoilt(file: Path, data: st.DataObject, options: ReadOptions) -> None:
    content = bytearray(_content(file))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(content) - 1)))
        what = data.draw(st.sampled_from(["flip", "cut", "insert", "delete", "double"]))
        if what == "flip" and content:
            content[at] ^= data.draw(st.integers(1, 255))
        elif what == "cut":
            del content[at:]
        elif what == "insert":
            content[at:at] = data.draw(
                st.sampled_from([b"\0", b'"', b"\n", b"{", b"<", b"\xff", b",", b"null", b"9" * 40])
            )
        elif what == "delete":
            del content[at : at + data.draw(st.integers(1, 30))]
        else:
            content[at:at] = content[at : at + 40]
    _read(bytes(content), options)


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_sample_cut_at_any_place(file: Path) -> None:
    content = _content(file)
    step = max(1, len(content) // 60)
    for at in range(0, len(content), step):
        _read(content[:at])


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_reading_again_adds_nothing(file: Path) -> None:
    options = ReadOptions(private=True)
    first, second = (read_bytes(_content(file), options, file.name) for _ in range(2))
    ids = [comment.id for comment in first.comments]
    assert len(set(ids)) == len(ids)
    assert ids == [comment.id for comment in second.comments]


@PATIENT
@given(st.text(max_size=300), st.text(alphabet="<>/atime href=\"'&;#", max_size=120), OPTIONS)
def test_any_paste(text: str, html: str, options: ReadOptions) -> None:
    with contextlib.suppress(Problem):
        read_source(Source(text=text, html=html or None), options)
    assert "".join(block.source for block in pasted.proposal(text).blocks) == text
