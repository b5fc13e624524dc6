"""What a line of a page is, and what every grammar of a site does with lines it cannot explain."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from creator_calm.importers.counts import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.importers.page_words import PageWords

EXPLAINED = 0.7
_LONGEST_NAME = 80


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

Groups = list[list[Line]]

AT_HANDLE = re.compile(r"(@[\w.\-·]{2,40})(?:\s*[•·]\s*(\S.{0,50}))?\s*")
_OLD_REDDIT = re.compile(
    r"(?:\[[–+-]\]\s*)?(?P<name>[\w-]{3,20})(?: ?\[\w{1,3}\])?\s+(?:(?P<likes>-?\d[\d.,k]{0,8}) points?|\[score hidden\])"
    r"\s+(?P<age>\d{1,3} [a-z]{3,8} ago)\*?(?: \(\d{1,4} child(?:ren)?\))?\s*"
)
_BULLET = re.compile(r"(?P<name>(?:u/)?[\w-]{3,20})\s*[•·]\s*(?P<age>\S.{0,20}?)\s*")


def header_of(line: str) -> tuple[str, str | None, str | None]:
    """Return the name, the age and the likes that a line above a comment holds."""
    if (found := AT_HANDLE.fullmatch(line)) is not None:
        return found[1], found[2], None
    if (found := _OLD_REDDIT.fullmatch(line)) is not None:
        return found["name"], found["age"], found["likes"]
    if (found := _BULLET.fullmatch(line)) is not None:
        return found["name"], found["age"], None
    return line.strip(), None, None


def is_old_reddit(line: str) -> bool:
    """Say whether a line is what old Reddit writes above a comment."""
    return _OLD_REDDIT.fullmatch(line) is not None


def text_or_blank(line: str) -> Part:
    """Return what a line is that nobody explains."""
    return Part.TEXT if line.strip() else Part.BLANK


def page_part(line: str, words: PageWords) -> Part:
    """Return what a line between comments is: blank, of the page, or unknown."""
    if not line.strip():
        return Part.BLANK
    return Part.CHROME if words.chrome.fullmatch(line) else Part.UNKNOWN


def is_count(line: str) -> bool:
    """Say whether a line is a bare number, as pages show likes and answers."""
    return len(line) < 20 and count(line.strip()) is not None


def named(lines: Sequence[str], words: PageWords) -> list[Line]:
    """Return lines of which the first is a name and the rest a text; page words around them apart."""
    end = len(lines)
    while end and (not lines[end - 1].strip() or words.chrome.fullmatch(lines[end - 1])):
        end -= 1
    group: list[Line] = []
    at = 0
    while at < end and (not lines[at].strip() or words.chrome.fullmatch(lines[at])):
        group.append((lines[at], page_part(lines[at], words)))
        at += 1
    if at < end and len(lines[at].strip()) <= _LONGEST_NAME:
        group.append((lines[at], Part.AUTHOR))
        at += 1
        while at < end and words.chrome.fullmatch(lines[at]):
            group.append((lines[at], Part.CHROME))
            at += 1
    group += [(line, text_or_blank(line)) for line in lines[at:end]]
    return group + [(line, page_part(line, words)) for line in lines[end:]]


def by_starts(
    lines: Sequence[str],
    starts: Sequence[tuple[int, Sequence[Part]]],
    words: PageWords,
    body: Callable[[Sequence[str]], list[Line]],
) -> Groups | None:
    """Return groups that each begin with a header; `body` tells what the lines below it are.

    `starts` are the line a header begins at, and what each of its lines is.
    """
    if not starts:
        return None
    groups: Groups = [[]]
    for line in lines[: starts[0][0]]:
        groups[0].append((line, page_part(line, words)))
    for number, (at, header) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(lines)
        below = at + len(header)
        group = list(zip(lines[at:below], header, strict=True)) + body(lines[below:end])
        if number:
            groups.append(group)
        else:
            groups[0].extend(group)
    return if_explained(groups)


def if_explained(groups: Groups) -> Groups | None:
    """Return the groups when they explain enough of the lines, those nobody explains by themselves."""
    parts = [part for group in groups for _, part in group if part is not Part.BLANK]
    known = sum(part is not Part.UNKNOWN for part in parts)
    comments = sum(
        any(part is Part.AGE or part is Part.AUTHOR for _, part in group) for group in groups
    )
    enough = comments >= 2 or (comments == 1 and known == len(parts))
    if not enough or known < EXPLAINED * len(parts):
        return None
    return [apart for group in groups for apart in _unknown_apart(group)]


def worth(groups: Groups) -> tuple[float, int]:
    """Return how well groups explain their lines: the share explained, then the lines of the page."""
    parts = [part for group in groups for _, part in group if part is not Part.BLANK]
    known = sum(part is not Part.UNKNOWN for part in parts)
    of_page = sum(part not in {Part.TEXT, Part.UNKNOWN} for part in parts)
    return round(known / max(1, len(parts)), 1), of_page


def _unknown_apart(group: list[Line]) -> Groups:
    # What no rule explains is a row of its own: hidden in a comment's block it would be lost.
    runs: Groups = []
    unknown = False
    for line, part in group:
        if not runs or (part is not Part.BLANK and (part is Part.UNKNOWN) is not unknown):
            runs.append([])
            unknown = part is Part.UNKNOWN
        runs[-1].append((line, part))
    return runs
