"""Names, tags and signs a platform reads as more than words; and plain words it does not."""

from __future__ import annotations

import pytest

from creator_calm.domain.comment import Platform
from creator_calm.domain.posting import Reading
from creator_calm.replies.platform_reading import reading

YOUTUBE, REDDIT, DISCORD = Platform.YOUTUBE, Platform.REDDIT, Platform.DISCORD


@pytest.mark.parametrize(
    ("text", "platform", "kind", "part"),
    [
        ("Thanks, ask @sam.kay about it.", YOUTUBE, Reading.MENTION, "@sam.kay"),
        ("Tack @sam.", Platform.MASTODON, Reading.MENTION, "@sam"),
        ("It is #sound again", Platform.INSTAGRAM, Reading.TAG, "#sound"),
        ("Det är #ljud1", Platform.X, Reading.TAG, "#ljud1"),
        ("I *really* mean it", YOUTUBE, Reading.FORMATTING, "*really*"),
        ("I -never- said", YOUTUBE, Reading.FORMATTING, "-never-"),
        ("# first\nthen", REDDIT, Reading.FORMATTING, "# first"),
        ("#1 is the sound", REDDIT, Reading.FORMATTING, "#1 is the sound"),
        ("> quoted", REDDIT, Reading.FORMATTING, "> quoted"),
        ("use `ls` here", DISCORD, Reading.FORMATTING, "`ls`"),
        ("**loud**", Platform.TELEGRAM, Reading.FORMATTING, "**loud**"),
        ("*now* and @sam", YOUTUBE, Reading.FORMATTING, "*now*"),
        ("@sam and *now*", YOUTUBE, Reading.MENTION, "@sam"),
    ],
)
def test_what_is_read_as_more(text: str, platform: Platform, kind: Reading, part: str) -> None:
    assert reading(text, platform) == (kind, part)


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("Thank you, I will look at it.", YOUTUBE),
        ("write to me@example.org", YOUTUBE),
        ("number #1 and #22", YOUTUBE),
        ("2 * 3 * 4 is 24", YOUTUBE),
        ("snake_case_name stays", YOUTUBE),
        ("on-the-fly, well-known", YOUTUBE),
        ("@sam #sound *now*", Platform.STEAM),
        ("#sound", DISCORD),
        ("a@b @", Platform.X),
        ("see https://example.org/#part", Platform.X),
        ("", YOUTUBE),
    ],
)
def test_plain_words_are_plain(text: str, platform: Platform) -> None:
    assert reading(text, platform) is None


def test_naming_the_person_who_is_answered_is_meant_so() -> None:
    assert reading("@LenaPaints thank you", YOUTUBE, "@lenapaints") is None
    assert reading("@lenapaints and @sam", YOUTUBE, "lenapaints") == (Reading.MENTION, "@sam")


@pytest.mark.parametrize("piece", ["@", "#", "*a", "_", "`", "#a", "@a.", "~~|", "> "])
def test_hostile_rows_of_signs_end(piece: str) -> None:
    for platform in Platform:
        reading(piece * 20_000, platform)
