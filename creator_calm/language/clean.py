"""Make text from outside safe to keep and safe to show.

Three outputs of one table (trust, section 2.4): `for_storage` keeps what was written but for
what no store can hold, `block` is for panes of several lines, `inline` for one line inside a
sentence or a row. All three cut first, look once with one regular expression, and return the
text itself when nothing needs doing. All are idempotent and linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

BLOCK_CAP = 10_000
INLINE_CAP = 120
MAX_MARKS = 4
"""Combining marks kept on one base character: enough for every script in use."""

REPLACEMENT = "\ufffd"
ELLIPSIS = "…"
FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

_NOT_STORABLE = re.compile("[\x00\r\ud800-\udfff]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_SURROGATE_OR_NUL = re.compile("[\x00\ud800-\udfff]")

# Everything that can need work lies outside these ranges; Latin, Greek and Cyrillic letters,
# common signs, CJK, Hangul and emoji pass without a second look.
_HARMLESS = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff"
    "\u2010-\u2027\u2030-\u205f\u2070-\u20cf\u2100-\u2bff\u3001-\u3029\u3030-\u3098\u309b-\u9fff"
    "\uac00-\ud7a3\uff00-\uff9f\U0001f000-\U0001faff"
)
# One greedy class matched from end to end is a single step of the engine: 3x as fast as a search.
_BLOCK_HARMLESS = re.compile(f"[\t\n{_HARMLESS}]*").fullmatch
_INLINE_HARMLESS = re.compile(f"[{_HARMLESS}]*").fullmatch

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_TOO_MANY_EMPTY_LINES = re.compile("\n(?:[ \t]*\n){4,}")
_BLANKS = re.compile(r"\s+")
# A flag of a region is a black flag and at most seven tag characters; more would smuggle text.
_TAGS = re.compile("(\U0001f3f4[\U000e0020-\U000e007f]{0,8})?[\U000e0000-\U000e007f]*")
_ANY_TAG = re.compile("[\U000e0000-\U000e007f]")
_BIDI_CONTROLS = tuple(chain(range(0x202A, 0x202F), range(0x2066, 0x206A)))
_DIRECTION_MARKS = (0x200E, 0x200F, 0x061C)
_INVISIBLE = (0x200B, *range(0x2060, 0x2065), *range(0x206A, 0x2070), 0xFEFF, 0xAD, 0x180E)


def _table(gone: Iterable[int], kept_controls: str) -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys(gone)
    controls = chain(range(0x20), range(0x7F, 0xA0), range(0xFFF9, 0xFFFC), range(0xD800, 0xE000))
    table.update((code, REPLACEMENT) for code in controls if chr(code) not in kept_controls)
    return table


_BLOCK_TABLE = _table((*_BIDI_CONTROLS, *_INVISIBLE), "\t\n")
# Blanks among the controls stay here: the next step makes one space of each run of them.
_INLINE_TABLE = _table(
    (*_BIDI_CONTROLS, *_DIRECTION_MARKS, *_INVISIBLE), "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85"
)


def for_storage(text: str) -> str:
    """Return `text` as the library keeps it: evidence stays faithful, so almost nothing changes.

    Halves of one character that came apart are joined; lone surrogates and NUL become U+FFFD;
    line ends become newlines.
    """
    if _NOT_STORABLE.search(text) is None:
        return text
    text = _SURROGATE_PAIR.sub(_join_pair, text)
    text = _SURROGATE_OR_NUL.sub(REPLACEMENT, text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def block(text: str, cap: int = BLOCK_CAP) -> str:
    """Return at most `cap` characters of `text` for a pane of its own, line breaks kept.

    Right-to-left text keeps its marks; what could reorder or hide neighbouring text is gone.
    """
    text = text[:cap]
    if not _BLOCK_HARMLESS(text):
        text = _LINE_ENDS.sub("\n", text).translate(_BLOCK_TABLE)
        text = _limit_marks(_drop_tags(text))
    return _TOO_MANY_EMPTY_LINES.sub("\n\n\n\n", text) if "\n" in text else text


def inline(text: str, cap: int = INLINE_CAP) -> str:
    """Return `text` as one line of at most `cap` characters, isolated from its neighbours.

    The isolating marks (U+2068 … U+2069) count; a text that had to be cut ends with "…".
    Nothing to show gives "".
    """
    room = max(cap - 2, 1)
    # Twice the cap is looked at, so that removed characters do not make a short text look cut.
    piece = text[: 2 * cap + 2]
    if not _INLINE_HARMLESS(piece):
        piece = _limit_marks(_drop_tags(piece.translate(_INLINE_TABLE)))
        piece = _BLANKS.sub(" ", piece)
    elif "  " in piece:
        piece = _BLANKS.sub(" ", piece)
    piece = piece.strip()
    if len(piece) > room or (len(text) > 2 * cap + 2 and piece):
        piece = piece[: room - 1].rstrip() + ELLIPSIS
    return f"{FIRST_STRONG_ISOLATE}{piece}{POP_ISOLATE}" if piece else ""


def _join_pair(match: re.Match[str]) -> str:
    pair = match.group()
    high, low = pair[0], pair[1]
    return chr(0x10000 + ((ord(high) - 0xD800) << 10) + (ord(low) - 0xDC00))


def _drop_tags(text: str) -> str:
    if _ANY_TAG.search(text) is None:
        return text
    return _TAGS.sub(lambda match: match[1] or "", text)


def _limit_marks(text: str) -> str:
    """Keep at most `MAX_MARKS` marks (Mn, Me) a base; format characters do not start a new one."""
    kept: list[str] = []
    marks = 0
    category = unicodedata.category
    for sign in text:
        if sign < "\u0300":
            marks = 0
        else:
            sort = category(sign)
            if sort in {"Mn", "Me"}:
                marks += 1
                if marks > MAX_MARKS:
                    continue
            elif sort != "Cf":
                marks = 0
        kept.append(sign)
    return "".join(kept)
