"""Pages that write a name, the words, and below them age and buttons: Facebook, TikTok."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.importers import ages
from creator_calm.importers.page_parts import Groups, Line, Part, if_explained, is_count, named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.importers.page_words import PageWords

_SHORT_DATE = re.compile(r"(?:\d{4}-)?\d{1,2}-\d{1,2}")


def facebook(lines: Sequence[str], words: PageWords) -> Groups | None:
    """Read pages whose buttons say Like beside Reply."""
    found = _clusters(lines, words)
    likes = sum(_has(lines[start:end], words) for start, end in found)
    return _groups(lines, found, words) if found and likes * 2 >= len(found) else None


def tiktok(lines: Sequence[str], words: PageWords) -> Groups | None:
    """Read pages with a Reply and no Like."""
    found = _clusters(lines, words)
    likes = sum(_has(lines[start:end], words) for start, end in found)
    return _groups(lines, found, words) if found and likes * 2 < len(found) else None


def _has(lines: Sequence[str], words: PageWords) -> bool:
    return any(
        words.like.fullmatch(line) or words.buttons.fullmatch(line.strip()) for line in lines
    )


def _is_age(line: str) -> bool:
    words = line.strip()
    return len(words) < 40 and (ages.age(words) is not None or bool(_SHORT_DATE.fullmatch(words)))


def _clusters(lines: Sequence[str], words: PageWords) -> list[tuple[int, int]]:
    # Runs of nothing but age, buttons and numbers, that begin with an age or a Like and hold an
    # age and a Reply. A run that does not is stepped over whole: that keeps it linear.
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if not _begins(lines[at], words):
            at += 1
            continue
        end, has_age, has_reply = at, False, False
        while end < len(lines) and _belongs(lines[end], words):
            glued = words.buttons.fullmatch(lines[end].strip()) is not None
            has_age = has_age or glued or _is_age(lines[end])
            has_reply = has_reply or glued or words.reply.fullmatch(lines[end]) is not None
            end += 1
        if has_age and has_reply:
            found.append((at, end))
        at = end
    return found


def _begins(line: str, words: PageWords) -> bool:
    return (
        _is_age(line)
        or words.like.fullmatch(line) is not None
        or words.buttons.fullmatch(line.strip()) is not None
    )


def _belongs(line: str, words: PageWords) -> bool:
    return (
        not line.strip()
        or line.strip() in {"·", "•"}
        or words.chrome.fullmatch(line) is not None
        or is_count(line)
        or _begins(line, words)
    )


def _groups(
    lines: Sequence[str], clusters: Sequence[tuple[int, int]], words: PageWords
) -> Groups | None:
    groups: Groups = []
    before = 0
    for start, end in clusters:
        groups.append(named(lines[before:start], words) + _cluster(lines[start:end], words))
        before = end
    rest = [(line, Part.UNKNOWN if line.strip() else Part.BLANK) for line in lines[before:]]
    groups[-1].extend(rest)
    return if_explained(groups)


def _cluster(lines: Sequence[str], words: PageWords) -> list[Line]:
    group: list[Line] = []
    wanted = {Part.AGE, Part.LIKES}
    for line in lines:
        part = Part.CHROME if line.strip() else Part.BLANK
        if words.buttons.fullmatch(line.strip()) or _is_age(line):
            part = Part.AGE
        elif is_count(line):
            part = Part.LIKES
        if part in wanted:
            wanted.discard(part)
        elif part in {Part.AGE, Part.LIKES}:
            part = Part.CHROME
        group.append((line, part))
    return group
