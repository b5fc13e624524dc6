"""Every format has a made-up sample and what has to come out of it; both are found by being there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from creator_calm.domain.intake import ReadOptions, Source
from creator_calm.importers import formats
from creator_calm.importers import formats as known_formats
from creator_calm.importers.known import all_formats as _formats
from creator_calm.importers.opened import Opened
from creator_calm.importers.reading import Reading
from creator_calm.importers.watch import Unwatched
from tests.importers.reading import read_path

if TYPE_CHECKING:
    from tests.importers.reading import Result

FOLDER = Path(__file__).resolve().parents[1] / "samples"
NAMES = sorted(path.parent.name for path in FOLDER.glob("*/expected.json"))


def _expected(name: str) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((FOLDER / name / "expected.json").read_text("utf-8"))
    return expected


def test_every_format_has_a_sample() -> None:
    assert {info.name for info in formats()} == set(NAMES)


def test_the_package_offers_the_function_and_not_the_folder() -> None:
    code = "import creator_calm.importers as i; i.formats(); assert i.formats()"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_format_says_how_sure_it_is() -> None:
    for info in known_formats():
        assert info.mark in {"R", "S", "U"}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_gives_what_it_should(name: str) -> None:
    expected = _expected(name)
    result = read_path(FOLDER / name / expected["file"])
    got = _facts(result)
    assert {key: got[key] for key in expected if key != "file"} == {
        key: value for key, value in expected.items() if key != "file"
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_right_format_is_at_least_20_ahead_or_general(name: str) -> None:
    file = FOLDER / name / _expected(name)["file"]
    options = ReadOptions()
    with Opened(Source(path=str(file)), Unwatched()) as opened:
        opening = Reading(opened, options, Unwatched()).opening
        scores = {module.INFO.name: module.sniff(opening) for module in _formats()}
    best = scores.pop(name)
    assert best - max(scores.values()) >= 20


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_gives_the_same_comments(name: str) -> None:
    file = FOLDER / name / _expected(name)["file"]
    assert read_path(file).comments == read_path(file).comments


def _facts(result: Result) -> dict[str, Any]:
    receipt, comments = result.receipt, result.comments
    return {
        "format": receipt.format,
        "detail": receipt.detail,
        "encoding": receipt.encoding,
        "read": receipt.read,
        "new": receipt.new,
        "duplicates": receipt.duplicates,
        "replies": receipt.replies,
        "skipped": dict(Counter(skip.reason.value for skip in receipt.skipped)),
        "rows": [item.row for item in result.kept],
        "texts": result.texts,
        "authors": [comment.author.name for comment in comments],
        "likes": [comment.likes for comment in comments],
        "ratings": [comment.rating for comment in comments],
        "ids": [comment.id for comment in comments],
        "native_ids": [item.native_id for item in result.kept],
        "parents": [comment.in_reply_to for comment in comments],
        "links": [comment.link for comment in comments],
        "posts": [comment.post and [comment.post.id, comment.post.title] for comment in comments],
        "own": receipt.own,
        "missing_replies": receipt.missing_replies,
        "warnings": [warn.value for warn in receipt.warnings],
        "dates": list(receipt.dates),
        "flags": [sorted(flag.value for flag in comment.flags) for comment in comments],
        "left_out": [kind.value for kind in receipt.left_out],
        "first": receipt.first.utc.isoformat() if receipt.first and receipt.first.utc else None,
    }
