"""How a reply would stand on its platform, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from creator_calm.domain.posting import Posted, Reading
from creator_calm.wording.catalogue import _, number
from creator_calm.wording.comments import platform_name

if TYPE_CHECKING:
    from creator_calm.domain.comment import Platform

TOLD_FROM, NEAR_FROM = 0.8, 0.9
SHORT = 500
"""Up to here a platform is short, and the length is always told."""


def length_line(posted: Posted) -> str:
    """Say how long a reply is, where that matters; "" where it does not. Nothing is ever cut."""
    limit, length = posted.limit, posted.length
    if limit is None or not length or (limit > SHORT and length < TOLD_FROM * limit):
        return ""
    # TRANSLATORS: a length and its limit, like "182 of 2,200"
    line = _("{n} of {limit}").format(n=number(length), limit=number(limit))
    if length > limit:
        over = number(length - limit)
        return _("{line}: {over} too many. It stays whole here.").format(line=line, over=over)
    if length >= NEAR_FROM * limit:
        return _("{line}: nearly full.").format(line=line)
    return line


def reading_line(posted: Posted, platform: Platform) -> str:
    """Say what the platform would read as more than words; "" for nothing."""
    name, part = platform_name(platform), posted.part[:40]
    match posted.reading:
        case None:
            return ""
        case Reading.MENTION:
            return _("“{part}” becomes a mention on {platform}.").format(part=part, platform=name)
        case Reading.TAG:
            return _("“{part}” becomes a hashtag on {platform}.").format(part=part, platform=name)
        case Reading.FORMATTING:
            return _("{platform} reads “{part}” as formatting; its signs may vanish.").format(
                part=part, platform=name
            )
        case _ as never:
            assert_never(never)
