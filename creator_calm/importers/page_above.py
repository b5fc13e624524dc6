"""Pages that write name and age above the words, buttons and numbers below: Reddit, X, newer Instagram."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from creator_calm.importers import ages
from creator_calm.importers.page_parts import (
    Groups,
    Line,
    Part,
    by_starts,
    header_of,
    is_count,
    is_old_reddit,
    text_or_blank,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.importers.page_words import PageWords

_BULLETS = frozenset({"•", "·"})
_REDDIT_NAME = re.compile(r"(?:u/)?[\w-]{3,20}\s*")
_AVATAR = re.compile(r"u/[\w-]{3,20} avatar\s*", re.IGNORECASE)
_X_HANDLE = re.compile(r"@\w{1,20}(?:\s*·\s*(?P<age>\S.{0,20}?))?\s*")
_SHORT_DATE = re.compile(
    r"[A-Za-zåäö]{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [a-zåäö]{3,9}\.?(?: \d{4})?"
)
_INSTAGRAM_NAME = re.compile(r"[a-z0-9._]{2,30}\s*")
_X_NUMBERS = 4
_HEADER_LINES = 5


def _is_age(line: str) -> bool:
    words = line.strip()
    return ages.age(words) is not None or _SHORT_DATE.fullmatch(words) is not None


def reddit(lines: Sequence[str], words: PageWords) -> Groups | None:
    """Read Reddit, new and old."""
    starts: list[tuple[int, Sequence[Part]]] = []
    for at, line in enumerate(lines):
        if is_old_reddit(line) or _is_bullet_header(line):
            starts.append((at, (Part.AUTHOR,)))
        elif line.strip() in _BULLETS and (found := _reddit_header(lines, at, words)):
            starts.append(found)
    return by_starts(lines, _apart(starts), words, lambda below: _reddit_body(below, words))


def _is_bullet_header(line: str) -> bool:
    if len(line) > 60 or line.startswith("@") or not ("•" in line or "·" in line):
        return False
    _, age, _ = header_of(line)
    return age is not None and ages.age(age) is not None


def _reddit_header(
    lines: Sequence[str], bullet: int, words: PageWords
) -> tuple[int, Sequence[Part]] | None:
    below = next(
        (i for i in range(bullet + 1, min(bullet + 4, len(lines))) if lines[i].strip()), -1
    )
    if below < 0 or ages.age(lines[below].strip()) is None:
        return None
    first, parts = bullet, {below: Part.AGE}
    for at in range(bullet - 1, max(-1, bullet - 1 - _HEADER_LINES), -1):
        line = lines[at]
        if not line.strip():
            continue
        if words.badge.fullmatch(line) or _AVATAR.fullmatch(line):
            parts[at] = Part.CHROME
        elif Part.AUTHOR not in parts.values() and _REDDIT_NAME.fullmatch(line):
            parts[at] = Part.AUTHOR
        else:
            break
        first = at
    if Part.AUTHOR not in parts.values():
        return None
    return first, [_or_page(lines[i], parts.get(i)) for i in range(first, below + 1)]


def _or_page(line: str, part: Part | None) -> Part:
    return part or (Part.CHROME if line.strip() else Part.BLANK)


def _apart(starts: list[tuple[int, Sequence[Part]]]) -> list[tuple[int, Sequence[Part]]]:
    # A header may not begin inside the one before.
    found: list[tuple[int, Sequence[Part]]] = []
    for at, parts in starts:
        if not found or at >= found[-1][0] + len(found[-1][1]):
            found.append((at, parts))
    return found


def _reddit_body(below: Sequence[str], words: PageWords) -> list[Line]:
    vote = next((i for i, line in enumerate(below) if words.vote.fullmatch(line)), None)
    end = _reddit_tail(below, words) if vote is None else vote
    return _body(below, end, likes=1 if vote is not None else 0)


def _reddit_tail(below: Sequence[str], words: PageWords) -> int:
    end = _tail(below, words)
    links = end
    while links and words.row.fullmatch(below[links - 1]):
        links -= 1
    # One such word may be the last line of a comment; several are the page's own links.
    return links if len(below) - links >= 3 else end


def _tail(below: Sequence[str], words: PageWords, numbers: int = 99) -> int:
    end, left = len(below), numbers
    while end:
        line = below[end - 1]
        if is_count(line) and left:
            left -= 1
        elif line.strip() and not words.chrome.fullmatch(line):
            break
        end -= 1
    return end


def _body(below: Sequence[str], end: int, *, likes: int) -> list[Line]:
    # `likes` says which number behind the words counts them, from 1; 0 for none.
    group: list[Line] = [(line, text_or_blank(line)) for line in below[:end]]
    seen = 0
    for line in below[end:]:
        part = Part.CHROME if line.strip() else Part.BLANK
        if is_count(line):
            seen += 1
            part = Part.LIKES if seen == likes else Part.CHROME
        group.append((line, part))
    return group


def x(lines: Sequence[str], words: PageWords) -> Groups | None:
    """Read X: a name, @handle, a dot and an age, the words, then replies, reposts, likes and views."""
    starts = [found for at in range(len(lines)) if (found := _x_header(lines, at, words))]
    return by_starts(lines, _apart(starts), words, lambda below: _x_body(below, words))


def _x_header(lines: Sequence[str], at: int, words: PageWords) -> tuple[int, Sequence[Part]] | None:
    handle = _X_HANDLE.fullmatch(lines[at])
    if handle is None or at == 0:
        return None
    name = lines[at - 1]
    if not name.strip() or len(name) > 80 or words.chrome.fullmatch(name) or is_count(name):
        return None
    if handle["age"] is not None:
        known = _is_age(handle["age"])
        return (at - 1, (Part.AUTHOR, Part.AGE)) if known else None
    filled = [i for i in range(at + 1, min(at + 6, len(lines))) if lines[i].strip()][:2]
    if len(filled) < 2 or lines[filled[0]].strip() != "·" or not _is_age(lines[filled[1]]):
        return None
    parts = {at - 1: Part.AUTHOR, filled[1]: Part.AGE}
    return at - 1, [_or_page(lines[i], parts.get(i)) for i in range(at - 1, filled[1] + 1)]


def _x_body(below: Sequence[str], words: PageWords) -> list[Line]:
    at = 0
    head: list[Line] = []
    while at < len(below) and (
        not below[at].strip()
        or words.answering.fullmatch(below[at])
        or (head and _X_HANDLE.fullmatch(below[at]))
    ):
        head.append((below[at], Part.CHROME if below[at].strip() else Part.BLANK))
        at += 1
    rest = below[at:]
    end = _tail(rest, words, _X_NUMBERS)
    if not any(line.strip() for line in rest[:end]):
        end = next((i + 1 for i, line in enumerate(rest) if line.strip()), 0)
    # Zeros are left out, so only all four numbers say which is which.
    all_four = sum(map(is_count, rest[end:])) == _X_NUMBERS
    return head + _body(rest, end, likes=3 if all_four else 0)


def instagram_apart(lines: Sequence[str], words: PageWords) -> Groups | None:
    """Read Instagram where the age stands beside the name: name, age, words, likes, Reply."""
    starts: list[tuple[int, Sequence[Part]]] = [
        (at, (Part.AUTHOR, Part.AGE))
        for at in range(len(lines) - 1)
        if _INSTAGRAM_NAME.fullmatch(lines[at]) and _is_short_age(lines[at + 1], words)
    ]
    found = by_starts(lines, _apart(starts), words, lambda below: _instagram_body(below, words))
    replies = sum(words.reply.fullmatch(line) is not None for line in lines)
    return found if replies * 2 >= len(starts) else None


def _is_short_age(line: str, words: PageWords) -> bool:
    stripped = line.strip()
    return len(stripped) < 12 and ages.age(words.edited.sub("", stripped).strip()) is not None


def _instagram_body(below: Sequence[str], words: PageWords) -> list[Line]:
    end = _tail(below, words)
    group: list[Line] = [(line, text_or_blank(line)) for line in below[:end]]
    for line in below[end:]:
        part = Part.CHROME if line.strip() else Part.BLANK
        if words.likes.fullmatch(line) and not any(part is Part.LIKES for _, part in group):
            part = Part.LIKES
        group.append((line, part))
    return group
