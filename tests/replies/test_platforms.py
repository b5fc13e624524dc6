"""Lengths as each platform counts them, at the edges of every limit."""

from __future__ import annotations

import pytest

from creator_calm.domain.comment import Platform
from creator_calm.replies.platforms import Limit, limit_of

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
FLAG = "\U0001f1f8\U0001f1ea"
WAVE = "\U0001f44b\U0001f3fd"
HEART = "❤\ufe0f"

ROWS = {
    Platform.YOUTUBE: 10_000,
    Platform.INSTAGRAM: 2_200,
    Platform.TIKTOK: 150,
    Platform.FACEBOOK: 8_000,
    Platform.X: 280,
    Platform.THREADS: 500,
    Platform.BLUESKY: 300,
    Platform.MASTODON: 500,
    Platform.REDDIT: 10_000,
    Platform.DISCORD: 2_000,
    Platform.TWITCH: 500,
    Platform.LINKEDIN: 1_250,
}


def limit(platform: Platform) -> Limit:
    found = limit_of(platform)
    assert found is not None
    return found


@pytest.mark.parametrize(("platform", "most"), ROWS.items())
def test_a_text_fits_up_to_its_limit_and_no_further(platform: Platform, most: int) -> None:
    assert limit(platform).fits("a" * most)
    assert not limit(platform).fits("a" * (most + 1))


def test_all_other_platforms_have_no_limit() -> None:
    assert {one for one in Platform if limit_of(one) is not None} == set(ROWS)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("åäö", 3),
        ("a\u030a", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("“so…” – it’s", 13),
        ("😀", 2),
        (FAMILY, 2),
        (FLAG, 2),
        (WAVE, 2),
        (HEART, 2),
        ("see https://example.org/a/very/long/address?with=more&and=more for it", 34),
        ("see example.org", 27),
        ("anna@example.org", 16),
        ("3.5 and e.g. this", 17),
    ],
)
def test_x_counts_weights(text: str, count: int) -> None:
    assert limit(Platform.X).length(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [(FAMILY, 1), (FLAG, 1), (FLAG * 2, 2), (WAVE, 1), (HEART, 1), ("e\u0301å", 2), ("a\r\nb", 3)],
)
@pytest.mark.parametrize("platform", [Platform.BLUESKY, Platform.MASTODON])
def test_what_a_reader_sees_as_one_counts_one(platform: Platform, text: str, count: int) -> None:
    assert limit(platform).length(text) == count


def test_mastodon_counts_links_as_23_and_names_without_their_server() -> None:
    assert limit(Platform.MASTODON).length("https://example.org/" + "a" * 100) == 23
    assert limit(Platform.MASTODON).length("@anna@example.social hi") == len("@anna hi")
    assert limit(Platform.BLUESKY).length("https://example.org/") == 20


def test_bluesky_also_counts_bytes() -> None:
    assert limit(Platform.BLUESKY).measured("a" * 200) == (200, 300)
    heavy = FAMILY * 200
    assert limit(Platform.BLUESKY).measured(heavy) == (3_600, 3_000)
    assert not limit(Platform.BLUESKY).fits(heavy)


def test_a_row_of_hostile_signs_is_counted_once_through() -> None:
    for piece in ("\u0301", "\u200d", "\U0001f1f8", "a.b", "https://", "@a@a"):
        for platform in ROWS:
            assert limit(platform).length(piece * 5_000) >= 0
