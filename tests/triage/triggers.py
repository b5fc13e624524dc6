"""Does every way through a regular expression pass a trigger word? Read from its parse tree.

The pre-filter runs a pattern only if one of its trigger words is a token of the text. That is
right only if no text can match without holding one. `cover` proves it: it looks for one stretch
of the expression, bounded by word borders, all of whose spellings hold a trigger as a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from creator_calm.triage.reading import TOKEN

MOST = 4_000
BORDER = None
UNKNOWN = "\x00"

Spelling = list[str | None]
Nodes = Sequence[tuple[Any, Any]]


def cover(source: str, triggers: frozenset[str]) -> bool:
    """Say whether every match of `source` holds one of `triggers` as a token."""
    return _covered(list(parser.parse(source)), triggers)


def _covered(nodes: Nodes, triggers: frozenset[str]) -> bool:
    return any(_stretch_covered(stretch, triggers) for stretch in _stretches(nodes) if stretch)


def _stretch_covered(stretch: Nodes, triggers: frozenset[str]) -> bool:
    spellings = _spellings(stretch)
    if spellings is not None and all(_holds(spelling, triggers) for spelling in spellings):
        return True
    if len(stretch) > 1:
        return False
    op, value = stretch[0]
    if op is kinds.SUBPATTERN:
        return _covered(list(value[3]), triggers)
    if op is kinds.BRANCH:
        return all(_covered(list(branch), triggers) for branch in value[1])
    if op in {kinds.MAX_REPEAT, kinds.MIN_REPEAT} and value[0] >= 1:
        return _covered(list(value[2]), triggers)
    return False


def _stretches(nodes: Nodes) -> Iterator[list[tuple[Any, Any]]]:
    """Split at borders that are always there: `\\b`, `\\s+`."""
    current: list[tuple[Any, Any]] = []
    for op, value in nodes:
        spelled = _node(op, value)
        if op is kinds.AT or (spelled == [[BORDER]] and op is kinds.MAX_REPEAT):
            yield current
            current = []
        elif op not in {kinds.ASSERT, kinds.ASSERT_NOT}:
            current.append((op, value))
    yield current


def _spellings(nodes: Nodes) -> list[Spelling] | None:
    found: list[Spelling] = [[]]
    for op, value in nodes:
        ways = _node(op, value)
        if ways is None or len(found) * len(ways) > MOST:
            return None
        found = [start + way for start in found for way in ways]
    return found


def _node(op: Any, value: Any) -> list[Spelling] | None:
    if op is kinds.LITERAL:
        return [[_sign(value)]]
    if op is kinds.IN:
        return _class(value)
    if op is kinds.AT:
        return [[BORDER]]
    if op in {kinds.ASSERT, kinds.ASSERT_NOT}:
        return [[]]
    if op is kinds.SUBPATTERN:
        return _spellings(list(value[3]))
    if op is kinds.BRANCH:
        ways = [_spellings(list(branch)) for branch in value[1]]
        return None if None in ways else [way for some in ways for way in some or []]
    if op in {kinds.MAX_REPEAT, kinds.MIN_REPEAT}:
        return _repeat(*value)
    return [[UNKNOWN]]


def _sign(code: int) -> str | None:
    letter = chr(code)
    return letter if re.match(r"[\w']", letter) or code > 0x7F else BORDER


def _class(value: Any) -> list[Spelling]:
    letters: list[Spelling] = []
    for op, what in value:
        if op is kinds.LITERAL:
            letters.append([_sign(what)])
        elif op is kinds.RANGE and what[1] - what[0] < 12:
            letters += [[_sign(code)] for code in range(what[0], what[1] + 1)]
        elif op is kinds.CATEGORY and what in {kinds.CATEGORY_SPACE, kinds.CATEGORY_NOT_WORD}:
            letters.append([BORDER])
        else:
            return [[UNKNOWN]]
    return [[BORDER]] if all(letter == [BORDER] for letter in letters) else letters


def _repeat(low: int, high: Any, inner: Any) -> list[Spelling]:
    ways = _spellings(list(inner))
    if ways is None:
        return [[UNKNOWN]]
    if all(sign is BORDER for way in ways for sign in way):
        return [[BORDER]] if low else [[BORDER], []]
    if (low, high) == (1, 1):
        return ways
    if (low, high) == (0, 1):
        return [[], *ways]
    if high is not kinds.MAXREPEAT and len(ways) == 1 and len(ways[0]) == 1:
        return [ways[0] * count for count in range(low, min(high, 4) + 1)]
    several: Spelling = [UNKNOWN, BORDER] if all(w and w[-1] is BORDER for w in ways) else [UNKNOWN]
    return [several] if low else [[], several]


def _holds(spelling: Spelling, triggers: frozenset[str]) -> bool:
    text = "".join(" " if sign is BORDER else sign for sign in spelling)
    known = " ".join(word for word in text.split(" ") if UNKNOWN not in word)
    return any(token in triggers for token in TOKEN.findall(known))
