"""What the lines copied from a page are: one grammar per site, each of which may decline."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from creator_calm.domain.comment import Platform
from creator_calm.importers import ages
from creator_calm.importers.counts import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.importers.page_words import PageWords

_HANDLE = re.compile(r"@?[\w.\-]{2,30}\s*")
AT_HANDLE = re.compile(r"(@[\w.\-·]{2,40})(?:\s*[•·]\s*(\S.{0,50}))?\s*")
_EXPLAINED = 0.7


class Part(Enum):
    """What a line of a paste is."""

    TEXT = auto()
    BLANK = auto()
    AUTHOR = auto()
    AGE = auto()
    LIKES = auto()
    CHROME = auto()
    UNKNOWN = auto()


Line = tuple[str, Part]
"""A line with its line end, and what it is."""


def text_or_blank(line: str) -> Part:
    """Return what a line is that nobody explains."""
    return Part.TEXT if line.strip() else Part.BLANK


def _instagram(lines: Sequence[str], words: PageWords) -> list[list[Line]] | None:
    """Read a name, lines of text, then age, likes and Reply glued together; page words below."""
    anchors = [i for i, line in enumerate(lines) if words.glued.fullmatch(line.strip())]
    if not anchors:
        return None
    groups: list[list[Line]] = []
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
    return _if_explained(groups)


def _youtube(lines: Sequence[str], words: PageWords) -> list[list[Line]] | None:
    """`@name`, an age, text, then a bare number of likes and Reply; also `@name • age`."""
    starts = [i for i in range(len(lines)) if _youtube_start(lines, i)]
    if not starts:
        return None
    groups: list[list[Line]] = []
    above = [(line, _above(line, words)) for line in lines[: starts[0]]]
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(lines)
        groups.append([*above, *_youtube_comment(lines[start:end], words)])
        above = []
    return _if_explained(groups)


def _above(line: str, words: PageWords) -> Part:
    if not line.strip():
        return Part.BLANK
    return Part.CHROME if words.chrome.fullmatch(line) else Part.UNKNOWN


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


def _if_explained(groups: list[list[Line]]) -> list[list[Line]] | None:
    parts = [part for group in groups for _, part in group if part is not Part.BLANK]
    known = sum(part is not Part.UNKNOWN for part in parts)
    comments = sum(
        any(part is Part.AGE or part is Part.AUTHOR for _, part in group) for group in groups
    )
    enough = comments >= 2 or (comments == 1 and known == len(parts))
    if not enough or known < _EXPLAINED * len(parts):
        return None
    return [apart for group in groups for apart in _unknown_apart(group)]


def _unknown_apart(group: list[Line]) -> list[list[Line]]:
    # What no rule explains is a row of its own: hidden in a comment's block it would be lost.
    runs: list[list[Line]] = []
    unknown = False
    for line, part in group:
        if not runs or (part is not Part.BLANK and (part is Part.UNKNOWN) is not unknown):
            runs.append([])
            unknown = part is Part.UNKNOWN
        runs[-1].append((line, part))
    return runs


GRAMMARS: tuple[
    tuple[Platform, Callable[[Sequence[str], PageWords], list[list[Line]] | None]], ...
] = ((Platform.INSTAGRAM, _instagram), (Platform.YOUTUBE, _youtube))
