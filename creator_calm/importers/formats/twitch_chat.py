"""The chat of a Twitch video: TwitchDownloader's JSON, its text, and logs with one message per line."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

from creator_calm.domain.comment import Flag, Platform, Post
from creator_calm.domain.intake import FormatInfo, LeftOut, Skipped, SkipReason
from creator_calm.importers import limits
from creator_calm.importers.opening import Shape
from creator_calm.importers.records import Record
from creator_calm.importers.values import at, first_text, mapping_at, objects_at, text_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from creator_calm.importers.opening import Opening
    from creator_calm.importers.reading import Reading

INFO = FormatInfo("twitch_chat", Platform.TWITCH, "R", extensions=("json", "txt", "zip"))

_PATH = ("comments",)
_VIDEO = "https://www.twitch.tv/videos/"
_LINE = re.compile(
    r"\[(?:(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?: UTC)?|(\d{1,3}:\d\d:\d\d))\] ([^:\s][^:\r\n]{0,60}): (.*)",
    re.DOTALL,
)
_LOOKED_AT = 2_000
_LOG_CHARACTERS = 20_000
_SHARE_OF_LINES = 0.6
_SHARE_OF_VIDEO = 10


def sniff(opening: Opening) -> int:
    """Sure by messages with an offset into a video; of text by lines that begin with a time and a name."""
    if opening.shape in {Shape.TEXT, Shape.TABLE}:
        return 93 if _is_log(opening.text) else 0
    _, samples = opening.lists.get(_PATH, (0, []))
    fits = any(at(item, "content_offset_seconds") is not None for item in samples)
    return 97 if opening.shape is Shape.JSON and fits else 0


def _is_log(text: str) -> bool:
    lines = [line for line in text[:_LOG_CHARACTERS].split("\n") if line.strip()]
    whole = lines if len(text) <= _LOG_CHARACTERS else lines[:-1]
    fitting = sum(_LINE.match(line) is not None for line in whole)
    return fitting >= 2 and fitting >= _SHARE_OF_LINES * len(whole)


def read(reading: Reading) -> Iterator[Record | Skipped]:
    """Read every message in file order."""
    if reading.opening.shape is not Shape.JSON:
        yield from _lines(reading)
        return
    post = _post(reading.opening.values)
    captured = _is_time_of_cutting(reading)
    for number, item in reading.items(_PATH):
        if isinstance(item, dict):
            yield _record(reading, number, item, post, captured=captured)
        else:
            yield Skipped(str(number), SkipReason.BROKEN)


def _post(values: Any) -> Post:  # noqa: ANN401 - JSON
    native = values.get(("video", "id")) or values.get(("FileInfo", "VideoId"))
    native = str(native).removeprefix("v") if native else None
    title = values.get(("video", "title"))
    is_number = native is not None and native.isdigit()
    return Post(native, str(title) if title else None, f"{_VIDEO}{native}" if is_number else None)


def _is_time_of_cutting(reading: Reading) -> bool:
    # A highlight: the messages' times lie seconds apart while they run through the whole video.
    times: list[datetime] = []
    offsets: list[float] = []
    for _, item in islice(reading.items(_PATH), _LOOKED_AT):
        try:
            times.append(datetime.fromisoformat(text_at(item, "created_at") or ""))
            offsets.append(float(text_at(item, "content_offset_seconds") or ""))
        except ValueError:
            continue
    if len(times) != len(offsets) or len(times) < 2:
        return False
    span = abs((max(times) - min(times)).total_seconds())
    return span * _SHARE_OF_VIDEO < max(offsets) - min(offsets)


def _record(
    reading: Reading, number: int, item: dict[str, Any], post: Post, *, captured: bool
) -> Record:
    who, message = mapping_at(item, "commenter"), mapping_at(item, "message")
    if who.get("logo"):
        reading.left_out.add(LeftOut.PICTURES)
    if who.get("bio"):
        reading.left_out.add(LeftOut.PROFILE)
    offset = item.get("content_offset_seconds")
    clock = _clock(offset)
    badges = {text_at(badge, "_id") for badge in objects_at(message, "user_badges")}
    return Record(
        number,
        text_at(message, "body"),
        author=first_text(who, "display_name", "name"),
        account=text_at(who, "_id"),
        id=text_at(item, "_id"),
        # Where the time only tells when the video was cut, the place in the video stands for it.
        date=(clock if captured else item.get("created_at")),
        link=_link(post, offset),
        post=post,
        flags=frozenset({Flag.POST_AUTHOR}) if "broadcaster" in badges else frozenset(),
    )


def _seconds(offset: object) -> int | None:
    if isinstance(offset, bool) or not isinstance(offset, int | float):
        return None
    return int(offset) if 0 <= offset < 10**7 else None


def _clock(offset: object) -> str | None:
    seconds = _seconds(offset)
    if seconds is None:
        return None
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _link(post: Post, offset: object) -> str | None:
    seconds = _seconds(offset)
    return f"{post.link}?t={seconds}s" if post.link and seconds is not None else post.link


def _lines(reading: Reading) -> Iterator[Record | Skipped]:
    text = reading.text()
    number = 0
    while line := text.readline(limits.FIELD_CHARACTERS):
        number += 1
        found = _LINE.match(line)
        if found is not None:
            yield Record(
                number, found[4], author=found[3].strip(), date=found[1] or found[2], zoned=True
            )
        elif line.strip():
            yield Skipped(str(number), SkipReason.UNRECOGNISED)
