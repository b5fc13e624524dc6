"""What a platform reads as more than words: names, tags, and signs that set the type.

From what the platforms show of their own comments; they change, so a line says it gently.
"""

from __future__ import annotations

import re
from typing import Final

from creator_calm.domain.comment import Platform
from creator_calm.domain.posting import Reading

_MENTIONS: Final = frozenset(
    {
        Platform.YOUTUBE, Platform.INSTAGRAM, Platform.TIKTOK, Platform.FACEBOOK, Platform.X,
        Platform.THREADS, Platform.MASTODON, Platform.BLUESKY, Platform.DISCORD,
        Platform.TELEGRAM, Platform.TWITCH, Platform.LINKEDIN,
    }
)  # fmt: skip
_TAGS: Final = frozenset(
    {
        Platform.YOUTUBE, Platform.INSTAGRAM, Platform.TIKTOK, Platform.FACEBOOK, Platform.X,
        Platform.THREADS, Platform.MASTODON, Platform.BLUESKY, Platform.TELEGRAM,
        Platform.LINKEDIN,
    }
)  # fmt: skip
_NAME = re.compile(r"(?<![\w.@/])@\w[\w.-]{0,63}")
_TAG = re.compile(r"(?<![\w#&/])#(?=\w{0,99}[^\W\d_])\w{1,100}")
_STARS = r"(?<!\w)([*_~-])(?=\S)[^*_~\n]{1,200}(?<=\S)\1(?!\w)"
_DOUBLE = r"(?<!\w)(\*\*|__|~~|\|\|)(?=\S)[^\n]{1,200}?\1"
_FORMATTING: Final = {
    Platform.YOUTUBE: re.compile(_STARS),
    Platform.REDDIT: re.compile(
        rf"^(?:#{{1,6}}|>|\d{{1,3}}\.|[*+-])[ ]?\S[^\n]{{0,30}}|{_STARS}|`[^`\n]{{1,200}}`",
        re.MULTILINE,
    ),
    Platform.DISCORD: re.compile(
        rf"^(?:#{{1,3}}|>)[ ]\S[^\n]{{0,30}}|{_DOUBLE}|`[^`\n]{{1,200}}`", re.MULTILINE
    ),
    Platform.TELEGRAM: re.compile(rf"{_DOUBLE}|`[^`\n]{{1,200}}`"),
}
LOOKED_AT = 4_000
"""Characters at most, as of every look at a draft."""


def reading(text: str, platform: Platform, addressee: str = "") -> tuple[Reading, str] | None:
    """Return the first thing a platform would read as more than words, and the piece it is.

    Naming the person who is answered is meant so: `addressee` is not told about.
    """
    text = text[:LOOKED_AT]
    found: list[tuple[int, Reading, str]] = []
    if platform in _MENTIONS:
        names = ((m.start(), m[0].rstrip(".-")) for m in _NAME.finditer(text))
        found += [
            (at, Reading.MENTION, name)
            for at, name in names
            if not _means(text, at, name, addressee)
        ][:1]
    if platform in _TAGS:
        found += [(m.start(), Reading.TAG, m[0]) for m in _TAG.finditer(text)][:1]
    marks = _FORMATTING.get(platform)
    match = marks.search(text) if marks is not None else None
    if match is not None:
        found.append((match.start(), Reading.FORMATTING, match[0].strip()))
    if not found:
        return None
    _at, kind, part = min(found, key=lambda one: one[0])
    return kind, part


def _means(text: str, at: int, name: str, addressee: str) -> bool:
    """Say whether the name at a place is the addressee's, which may hold spaces."""
    theirs = addressee.lstrip("@").casefold()
    return name[1:].casefold() == theirs or (
        " " in theirs and text[at + 1 : at + 1 + len(theirs)].casefold() == theirs
    )
