"""Fold what only looks like a letter into the letter (triage, section 3, steps 1 to 6).

`å ä ö ø æ ß þ đ ł` are letters of their own and are never folded; real Russian and Greek stay.
"""

from __future__ import annotations

import re
import unicodedata

MAX_MARKS = 2
"""Combining marks kept per base before composing: reordering long runs of them is quadratic."""

NON_ASCII_RUN = re.compile("[\x00-\x7f]?[^\x00-\x7f]+")
"""What `fold_run` takes: a run that is not ASCII, with the character before it."""

ZERO_WIDTH_JOINER = "\u200d"

_DROPPED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a"
    "\u206b\u206c\u206d\u206e\u206f\u3164\ufeff\uffa0\ufff9\ufffa\ufffb"
)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _DROPPED)),
    **dict.fromkeys(range(0xFE00, 0xFE10)),
    **dict.fromkeys(range(0xE0000, 0xE1000)),
    **dict.fromkeys(range(0x1F3FB, 0x1F400)),
    **dict.fromkeys(map(ord, "’‘ʼ´`"), "'"),
    **dict.fromkeys(map(ord, "“”„«»"), '"'),
    **dict.fromkeys(map(ord, "–—−‐‑"), "-"),
    # Latin letters drawn small or in another hand.
    **dict(zip(map(ord, "ɑɡıʟɴʀʏᴀᴄᴅᴇᴋᴍᴏᴛᴜ"), "agilnryacdekmotu", strict=True)),
    # Letters in dark circles and squares, which Unicode's own folding leaves alone.
    **{0x1F150 + i: chr(97 + i) for i in range(26)},
    **{0x1F170 + i: chr(97 + i) for i in range(26)},
    # Halves of a character that came apart, and the mark of what could not be read.
    **dict.fromkeys(range(0xD800, 0xE000), " "),
    0xFFFD: " ",
}

_STRICT = dict(zip("аеорсухіјѕԁһӏԛԝ" + "ανρικχυο", "aeopcyxijsdhlqw" + "avpikxuo", strict=True))
_LOOSE = dict(zip("кмтвнгпиь" + "βεητωγ", "kmtbhrnub" + "bentwy", strict=True))
_ALL = str.maketrans(_STRICT | _LOOSE)
_STRICT_TABLE = str.maketrans(_STRICT)
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """Return `text` with everything folded that only looks like a letter."""
    text = NON_ASCII_RUN.sub(lambda match: fold_run(match.group()), text)
    return fold_words(text) if may_hold_look_alikes(text) else text


def fold_run(run: str) -> str:
    """Fold a run of characters that is not ASCII, with the one ASCII character before it."""
    text = _join_emoji(run) if ZERO_WIDTH_JOINER in run else run
    text = text.translate(_TABLE)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", _marks(text, MAX_MARKS))
    if text.isascii():
        return text
    # Composing may bring back signs of the table (a small hyphen, a spacing accent).
    return _marks(text.translate(_TABLE), 0)


def may_hold_look_alikes(text: str) -> bool:
    """Say whether any Greek or Cyrillic letter is in `text`."""
    return _GREEK_OR_CYRILLIC.search(text) is not None


def fold_words(text: str) -> str:
    """Return `text`, same length, with look-alikes folded where a word is not really Greek or Russian."""
    foreign = set(_GREEK_OR_CYRILLIC.findall(text.lower()))
    alone = foreign <= _STRICT.keys()
    return _WORD.sub(lambda match: _fold_word(match.group(), alone=alone), text)


def _fold_word(word: str, *, alone: bool) -> str:
    if word.isascii():
        return word
    lower = word.lower()
    if len(lower) != len(word):
        return word
    foreign = _GREEK_OR_CYRILLIC.findall(lower)
    if not foreign:
        return word
    if len(foreign) == len(lower):
        return lower.translate(_STRICT_TABLE) if alone else word
    has_latin = any(sign.isascii() for sign in lower)
    known = all(sign in _STRICT or sign in _LOOSE for sign in foreign)
    return lower.translate(_ALL) if has_latin and known else word


def _join_emoji(run: str) -> str:
    """Make each joiner between two signs a space (a family is its people); elsewhere it goes."""
    parts: list[str] = []
    for index, sign in enumerate(run):
        if sign != ZERO_WIDTH_JOINER:
            parts.append(sign)
        elif (
            index + 1 < len(run) and index and _is_sign(run[index - 1]) and _is_sign(run[index + 1])
        ):
            parts.append(" ")
    return "".join(parts)


def _is_sign(sign: str) -> bool:
    # Variation selectors and skin tones stand between an emoji and its joiner.
    return not sign.isalnum() and sign > "\u00ff" and sign != ZERO_WIDTH_JOINER


def _marks(text: str, most: int) -> str:
    """Keep at most `most` marks a base; with 0 only on scripts other than Latin, Greek, Cyrillic."""
    kept: list[str] = []
    base = ""
    marks = 0
    for sign in text:
        if sign < "\u0300" or not unicodedata.category(sign).startswith("M"):
            base, marks = sign, 0
        else:
            marks += 1
            if marks > (
                most or (0 if base < "\u0530" or "\u1e00" <= base < "\u2000" else MAX_MARKS)
            ):
                continue
        kept.append(sign)
    return "".join(kept)
