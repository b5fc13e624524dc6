"""What the lines copied from a page are: one grammar per site, each of which may decline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.importers import ages
from creator_calm.importers.counts import count
from creator_calm.importers.page_above import instagram_apart, reddit, x
from creator_calm.importers.page_below import facebook, tiktok
from creator_calm.importers.page_parts import (
    AT_HANDLE,
    Groups,
    Line,
    Part,
    if_explained,
    page_part,
    text_or_blank,
    worth,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.importers.page_words import PageWords

_HANDLE = re.compile(r"@?[\w.\-]{2,30}\s*")


def _instagram(lines: Sequence[str], words: PageWords) -> Groups | None:
    """Read a name, lines of text, then age, likes and Reply glued together; page words below."""
    anchors = [i for i, line in enumerate(lines) if words.glued.fullmatch(line.strip())]
    if not anchors:
        return None
    groups: Groups = []
    at = 0
    for anchor in anchors:
        start = at
        before: list[Line] = []
        while at < anchor and (not lines[at].strip() or words.chrome.fullmatch(lines[at])):
            before.append((lines[at], Part.CHROME if lines[at].strip() else Part.BLANK))
            at += 1
        if groups:
            groups[-1].extend(before)
            before = []
        named = at < anchor and _HANDLE.fullmatch(lines[at]) is not None
        body: list[Line] = [(lines[i], text_or_blank(lines[i])) for i in range(at, anchor)]
        if named:
            body[0] = (lines[at], Part.AUTHOR)
        elif start < anchor:
            body = [(line, Part.UNKNOWN if part is Part.TEXT else part) for line, part in body]
        groups.append([*before, *body, (lines[anchor], Part.AGE)])
        at = anchor + 1
    groups[-1].extend(
        (
            line,
            Part.CHROME
            if words.chrome.fullmatch(line)
            else Part.UNKNOWN
            if line.strip()
            else Part.BLANK,
        )
        for line in lines[at:]
    )
    return if_explained(groups)


def _youtube(lines: Sequence[str], words: PageWords) -> Groups | None:
    """`@name`, an age, text, then a bare number of likes and Reply; also `@name • age`."""
    starts = [i for i in range(len(lines)) if _youtube_start(lines, i)]
    if not starts:
        return None
    groups: Groups = []
    above = [(line, page_part(line, words)) for line in lines[: starts[0]]]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        groups.append([*above, *_youtube_comment(lines[start:end], words)])
        above = []
    return if_explained(groups)


def _youtube_start(lines: Sequence[str], at: int) -> bool:
    found = AT_HANDLE.fullmatch(lines[at])
    if found is None:
        return False
    if found[2] is not None:
        return ages.age(found[2]) is not None
    following = next((line for line in lines[at + 1 : at + 4] if line.strip()), "")
    return ages.age(following.strip()) is not None and not following.strip().isdigit()


def _youtube_comment(lines: Sequence[str], words: PageWords) -> list[Line]:
    found = AT_HANDLE.fullmatch(lines[0])
    group: list[Line] = [(lines[0], Part.AUTHOR)]
    wants_age = found is not None and found[2] is None
    last_text = _last_text_line(lines, words)
    for index, line in enumerate(lines[1:], start=1):
        if not line.strip():
            part = Part.BLANK
        elif wants_age:
            part, wants_age = Part.AGE, False
        elif index <= last_text:
            part = Part.TEXT
        else:
            part = Part.LIKES if count(line) is not None else Part.CHROME
        group.append((line, part))
    return group


def _last_text_line(lines: Sequence[str], words: PageWords) -> int:
    # Text ends where only numbers and page words follow, and among them the Reply button.
    reply = next((i for i in range(len(lines) - 1, 0, -1) if words.reply.fullmatch(lines[i])), None)
    if reply is None:
        return len(lines)
    last = reply - 1
    while last > 0 and (not lines[last].strip() or words.chrome.fullmatch(lines[last])):
        last -= 1
    if last > 1 and count(lines[last]) is not None and not lines[last - 1].strip():
        last -= 1
    return last


GRAMMARS: tuple[tuple[Platform, Callable[[Sequence[str], PageWords], Groups | None]], ...] = (
    (Platform.INSTAGRAM, _instagram),
    (Platform.YOUTUBE, _youtube),
    (Platform.REDDIT, reddit),
    (Platform.X, x),
    (Platform.FACEBOOK, facebook),
    (Platform.TIKTOK, tiktok),
    (Platform.INSTAGRAM, instagram_apart),
)


def best(lines: Sequence[str], words: PageWords) -> tuple[Groups, Platform] | None:
    """Return what the grammar makes of the lines that explains most of them; None where none does."""
    found = [
        (worth(groups), -place, groups, platform)
        for place, (platform, grammar) in enumerate(GRAMMARS)
        if (groups := grammar(lines, words)) is not None
    ]
    if not found:
        return None
    _, _, groups, platform = max(found, key=lambda one: one[:2])
    return groups, platform
