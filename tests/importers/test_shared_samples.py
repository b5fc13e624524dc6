"""Real exports, where they are at hand: they stay on the machine that has them.

Failure messages name the file and the field, never a word of it.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from creator_calm.domain.comment import Flag, Precision
from creator_calm.domain.intake import ReadOptions, SkipReason, Source
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers.intake import _formats
from creator_calm.importers.opened import Opened
from creator_calm.importers.reading import Reading
from creator_calm.importers.watch import Unwatched
from tests.importers.reading import Result, read_paste, read_path

VARIABLE = "CREATOR_CALM_SAMPLES"
_ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get(VARIABLE) or _ROOT.parent / "shared" / "data" / "imports")
GENERIC = {"table", "json", "jsonl", "lines"}
REFUSED = {"facebook_dyi_json/comments.schema.json": ProblemCode.NO_COMMENTS}
PASTED = "pasted_text/"
_DIRECTIONS = {"up": "recommended", "down": "not_recommended"}


def _all() -> dict[str, dict[str, Any]]:
    file = SAMPLES / "EXPECTED.json"
    if not file.is_file():
        return {}
    files: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["files"]
    return files


def _expected() -> dict[str, dict[str, Any]]:
    return {
        name: facts
        for name, facts in _all().items()
        if name not in REFUSED and not name.startswith(PASTED)
    }


pytestmark = pytest.mark.skipif(
    not (SAMPLES / "EXPECTED.json").is_file(),
    reason=f"no folder of real exports beside the repository ({VARIABLE} names another place)",
)


def _read(name: str) -> Result:
    # Naming a single chat file is asking for it.
    return read_path(SAMPLES / name, ReadOptions(private=True))


@pytest.mark.parametrize("name", sorted(_expected()))
def test_a_real_export_gives_what_is_known_of_it(name: str) -> None:
    result = _read(name)
    nothing = {
        "skipped": {},
        "replies": 0,
        "own": 0,
        "likes_known": 0,
        "by_post_author": 0,
        "not_in_file": 0,
    }
    expected = {**nothing, **_expected()[name]}
    got = _facts(result)
    wrong = sorted(key for key, value in got.items() if key in expected and expected[key] != value)
    assert wrong == [], name
    flags = Counter(flag.value for comment in result.comments for flag in comment.flags)
    for flag, number in expected.get("flags", {}).items():
        assert flags[_DIRECTIONS.get(flag, flag)] == number, (name, flag)
    assert len({item.comment.id for item in result.kept}) == result.receipt.new


@pytest.mark.parametrize("name", sorted(_expected()))
def test_reading_it_again_gives_the_same_ids(name: str) -> None:
    first, second = (_read(name) for _ in range(2))
    assert [c.id for c in first.comments] == [c.id for c in second.comments]


@pytest.mark.parametrize("name", sorted(_expected()))
def test_its_format_is_20_ahead_of_every_other(name: str) -> None:
    with Opened(Source(path=str(SAMPLES / name)), Unwatched()) as opened:
        opening = Reading(opened, ReadOptions(), Unwatched()).opening
        scores = sorted(module.sniff(opening) for module in _formats())
    assert scores[-1] - scores[-2] >= 20, name


@pytest.mark.parametrize("name", sorted(REFUSED if _all() else ()))
def test_what_holds_no_comments_is_refused(name: str) -> None:
    with pytest.raises(Problem) as caught:
        _read(name)
    assert caught.value.code is REFUSED[name]
    with Opened(Source(path=str(SAMPLES / name)), Unwatched()) as opened:
        opening = Reading(opened, ReadOptions(), Unwatched()).opening
        assert max(module.sniff(opening) for module in _formats()) < 60


@pytest.mark.parametrize("name", sorted(name for name in _all() if name.startswith(PASTED)))
def test_a_pasted_page_gives_what_is_known_of_it(name: str) -> None:
    facts = _all()[name]
    result = read_paste((SAMPLES / name).read_text(encoding="utf-8"))
    texts = [text for text in facts["texts"] if text]
    likes = [n for n, text in zip(facts["likes"], facts["texts"], strict=True) if text]
    assert result.receipt.read == facts["read"]
    assert Counter(skip.reason.value for skip in result.receipt.skipped) == facts["skipped"]
    assert [hash(text) for text in result.texts] == [hash(text) for text in texts]
    assert [comment.likes for comment in result.comments] == likes


def test_two_pages_that_hold_the_same_are_one() -> None:
    folder = SAMPLES / "youtube_data_api_v3"
    first, second = (
        {c.id for c in _read(str(folder / f"comment_threads_by_video_paged_{n}.json")).comments}
        for n in (1, 2)
    )
    assert first == second


def test_each_sample_was_recognised_as_what_it_is() -> None:
    found = {name.split("/")[0]: _read(name).found.format for name in _expected()}
    general = {"generic_csv_json_xlsx"}
    assert {folder for folder, name in found.items() if name in GENERIC} == general


def _facts(result: Result) -> dict[str, Any]:
    comments, receipt = result.comments, result.receipt
    precisions = Counter(
        (comment.written_at.precision if comment.written_at else Precision.UNKNOWN).value
        for comment in comments
    )
    likes = [comment.likes for comment in comments if comment.likes is not None]
    facts: dict[str, Any] = {
        "read": receipt.read,
        "kept": receipt.new,
        "skipped": dict(Counter(skip.reason.value for skip in receipt.skipped)),
        "replies": receipt.replies,
        "own": receipt.own,
        "dates": dict(precisions),
        "likes_known": len(likes),
        "likes_total": sum(likes),
        "authors": len({comment.author.name for comment in comments} - {None}),
        "characters": sum(len(comment.text) for comment in comments),
        "first_text": comments[0].text[:80],
        "last_text": comments[-1].text[:80],
        "with_native_id": sum(item.native_id is not None for item in result.kept),
        "encoding": result.found.encoding,
        "not_in_file": receipt.missing_replies,
        "by_post_author": sum(Flag.POST_AUTHOR in comment.flags for comment in comments),
    }
    for field, moment in (("first_date", receipt.first), ("last_date", receipt.last)):
        if moment is not None and moment.utc is not None:
            facts[field] = moment.utc.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert SkipReason.BROKEN.value not in facts["skipped"]
    return facts
