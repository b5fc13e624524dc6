"""Words that every match of a pattern holds: a text with none of them need not be searched.

To look whether words are in a set is ten times as fast as trying a pattern at every letter, and
most texts that one word calls a pattern for hold nothing else of it. Derived from the pattern
itself, so that nobody keeps a list beside it. What is not understood derives nothing, and the
pattern is searched as before.
"""

from __future__ import annotations

import re
from itertools import groupby, product, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from creator_calm.language.identify import is_small_word

try:  # The parser has no public name.
    from re import _parser as _sre  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - a Python that keeps it elsewhere
    _sre = None

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORDS: Final = re.compile(r"\w+")
"""What a word is here: "you're" is two."""

_MOST: Final = 400
"""Strings that one run of a pattern may stand for; beyond, it is cut in two."""
_EDGE: Final = "\x01"
"""Stands where a word must begin or end."""
_OPEN: Final = "\x02"
"""Stands where it may go on."""
_WHOLE: Final = re.compile(rf"(?<![\w{_OPEN}])\w+(?![\w{_OPEN}])")
_EMPTY: Final = frozenset({""})
_SPACE: Final = frozenset({" "})
_CLOSED: Final = frozenset({" ", _EDGE})
_REPEATS: Final = frozenset({"MAX_REPEAT", "MIN_REPEAT"})

_Strings = frozenset[str] | None
_Read = tuple[_Strings, _Strings]
"""All strings something matches (None: too many), and words of which each match holds one."""


def needed_words(source: str) -> frozenset[str]:
    """Return words of which every match of `source` holds at least one; none if that is unknown."""
    if _sre is None:
        return frozenset()
    parsed = _sre.parse(source)
    if parsed.state.flags & re.IGNORECASE:
        return frozenset()
    _, needed = _sequence(list(parsed), left=False, right=False)
    return needed or frozenset()


def _sequence(items: Sequence[tuple[Any, Any]], *, left: bool, right: bool) -> _Read:
    """Read one item after the other. `left`, `right`: a word cannot go on beyond that end."""
    run: frozenset[str] = _EMPTY
    best: _Strings = None
    whole = True
    items = _joined(items)
    for item, after in zip_longest(items, items[1:]):
        closed = _ends_closed(run, left=left)
        exact, needed = _item(item, left=closed, right=_is_edge(after) if after else right)
        best = _rarer(best, needed)
        if exact is not None and len(run) * len(exact) <= _MOST:
            run = frozenset(map("".join, product(run, exact)))
            continue
        best = _rarer(best, _words_of(run, left=left, right=_starts_closed(item, exact)))
        left = closed if exact is not None else closed and _keeps_closed(item)
        run, whole = exact or _EMPTY, False
    best = _rarer(best, _words_of(run, left=left, right=right))
    return (run if whole else None), best


def _joined(items: Sequence[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Put letters side by side together: most of a pattern is plain words."""
    joined: list[tuple[Any, Any]] = []
    for sort, letters in groupby(items, key=itemgetter(0)):
        if str(sort) == "LITERAL":
            joined.append(("WORD", "".join(chr(code) for _, code in letters)))
        else:
            joined += letters
    return joined


def _ends_closed(run: frozenset[str], *, left: bool) -> bool:
    return all(string[-1] in _CLOSED if string else left for string in run)


def _starts_closed(item: tuple[Any, Any], exact: _Strings) -> bool:
    return _is_edge(item) or (exact is not None and all(s[:1] in _CLOSED and s for s in exact))


def _keeps_closed(item: tuple[Any, Any]) -> bool:
    r"""Say whether behind a repeated item, or none of it, a word must begin: `(?:\w+\s+)?`."""
    if str(item[0]) not in _REPEATS:
        return False
    inner = item[1][2]
    while len(inner) == 1 and str(inner[0][0]) == "SUBPATTERN":
        inner = inner[0][1][3]
    return _is_edge(inner[-1])


def _is_edge(item: tuple[Any, Any]) -> bool:
    """Say whether no word reaches over an item: a boundary, or at least one space."""
    sort, value = str(item[0]), item[1]
    if sort == "AT":
        return "NON" not in str(value)
    if sort in _REPEATS:
        return bool(value[0]) and len(value[2]) == 1 and _is_edge(value[2][0])
    return sort == "IN" and _letters(value) == _SPACE


def _item(item: tuple[Any, Any], *, left: bool, right: bool) -> _Read:
    sort, value = str(item[0]), item[1]
    match sort:
        case "WORD":
            return frozenset({value}), None
        case "AT":
            return frozenset({"" if "NON" in str(value) else _EDGE}), None
        case "ASSERT" | "ASSERT_NOT":
            return _EMPTY, None
        case "IN":
            return _letters(value), None
        case "SUBPATTERN" if not value[1]:
            return _sequence(list(value[3]), left=left, right=right)
        case "BRANCH":
            return _branches(value[1], left=left, right=right)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(*value)
        case _:
            return None, None


def _letters(kinds: Sequence[tuple[Any, Any]]) -> _Strings:
    if [str(value) for _, value in kinds] == ["CATEGORY_SPACE"]:
        return _SPACE
    letters = frozenset(chr(value) for kind, value in kinds if str(kind) == "LITERAL")
    return letters if len(letters) == len(kinds) else None


def _branches(branches: Iterable[Any], *, left: bool, right: bool) -> _Read:
    read = [_sequence(list(branch), left=left, right=right) for branch in branches]
    return _union([exact for exact, _ in read]), _union([needed for _, needed in read])


def _union(sets: Sequence[_Strings]) -> _Strings:
    known = [strings for strings in sets if strings is not None]
    return frozenset().union(*known) if len(known) == len(sets) else None


def _repeated(least: int, most: int, items: Any) -> _Read:  # noqa: ANN401 - the parser's own
    exact, needed = _sequence(list(items), left=False, right=False)
    if least:
        return (exact if exact == _SPACE else None), needed
    once = exact is not None and (most == 1 or exact == _SPACE)
    return (exact | _EMPTY if exact is not None and once else None), None


def _words_of(run: frozenset[str], *, left: bool, right: bool) -> _Strings:
    """Return the rarest whole word of each string; None if one has none."""
    start, end = _EDGE if left else _OPEN, _EDGE if right else _OPEN
    found = set()
    for string in run:
        words = _WHOLE.findall(f"{start}{string}{end}")
        if not words:
            return None
        found.add(min(words, key=_commonness))
    return frozenset(found)


def _rarer(one: _Strings, other: _Strings) -> _Strings:
    known = [words for words in (one, other) if words]
    return min(known, key=lambda words: sum(map(_commonness, words)), default=None)


def _commonness(word: str) -> float:
    """Return roughly how common a word is."""
    return 1.0 if is_small_word(word) else 4.0 ** (1 - min(len(word), 6))
