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

from creator_calm.domain.comment import Precision
from creator_calm.domain.intake import ReadOptions, SkipReason
from creator_calm.importers import formats
from tests.importers.reading import Result, read_path

VARIABLE = "CREATOR_CALM_SAMPLES"
_ROOT = Path(__file__).resolve().parents[2]
SAMPLES = Path(os.environ.get(VARIABLE) or _ROOT.parent / "shared" / "data" / "imports")
ASKED = ReadOptions(private=True)
FOLDERS = (
    "apify_instagram_comments_jsonl",
    "apify_reddit_json",
    "apify_tiktok_comments_csv",
    "apify_youtube_comments",
    "bluesky_thread_json",
    "commento_json",
    "discord_dce_json",
    "disqus_xml",
    "instagram_dyi_json",
    "isso_generic_json",
    "mastodon_outbox",
    "reddit_listing_json",
    "steam_reviews_json",
    "telegram_result_json",
    "twitch_chat_json",
    "wordpress_wxr",
    "x_archive_ytd_js",
    "appstore_reviews_csv_xlsx",
    "exportcomments",
    "generic_csv_json_xlsx",
    "google_play_reviews_csv",
    "reddit_praw_csv",
    "reddit_pushshift_ndjson",
    "tiktok_comment_scraper_json",
    "youtube_comment_downloader_jsonl",
)


def _expected() -> dict[str, dict[str, Any]]:
    file = SAMPLES / "EXPECTED.json"
    if not file.is_file():
        return {}
    files: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))["files"]
    return {name: facts for name, facts in files.items() if name.split("/")[0] in FOLDERS}


pytestmark = pytest.mark.skipif(
    not (SAMPLES / "EXPECTED.json").is_file(),
    reason=f"no folder of real exports beside the repository ({VARIABLE} names another place)",
)


@pytest.mark.parametrize("name", sorted(_expected()))
def test_a_real_export_gives_what_is_known_of_it(name: str) -> None:
    result = read_path(SAMPLES / name, ASKED)
    expected = {"skipped": {}, "replies": 0, "own": 0, "likes_known": 0, **_expected()[name]}
    got = _facts(result)
    wrong = sorted(key for key, value in got.items() if key in expected and expected[key] != value)
    assert wrong == [], name
    assert len({item.comment.id for item in result.kept}) == result.receipt.new


@pytest.mark.parametrize("name", sorted(_expected()))
def test_reading_it_again_gives_the_same_ids(name: str) -> None:
    first, second = (read_path(SAMPLES / name, ASKED) for _ in range(2))
    assert [c.id for c in first.comments] == [c.id for c in second.comments]


def test_every_format_of_its_own_was_recognised() -> None:
    own = {"exportcomments", "youtube_comment_downloader", "app_reviews"}
    assert own <= {info.name for info in formats()}
    found = {
        name.split("/")[0]: read_path(SAMPLES / name, ASKED).found.format for name in _expected()
    }
    assert found["exportcomments"] == "exportcomments"
    assert found["youtube_comment_downloader_jsonl"] == "youtube_comment_downloader"
    assert found["appstore_reviews_csv_xlsx"] == found["google_play_reviews_csv"] == "app_reviews"


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
    }
    for field, moment in (("first_date", receipt.first), ("last_date", receipt.last)):
        if moment is not None and moment.utc is not None:
            facts[field] = moment.utc.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert SkipReason.BROKEN.value not in facts["skipped"]
    return facts
