"""From bytes to text by a fixed ladder.

No detector library: on Swedish text in cp1252 those answer Mac Icelandic or cp1250. Strict UTF-8
is almost always right and never right by chance; what is left is told apart by simple shares.
Nothing here drops or replaces bytes of a whole file in silence.
"""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

UTF8 = "utf-8"
UTF8_MARK = "utf-8-sig"
WESTERN = "cp1252"

CHOICES: tuple[str, ...] = (
    UTF8,
    WESTERN,
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp949",
    "cp932",
    "gb18030",
    "big5",
    "utf-16",
    "mac_roman",
)
"""What the menu of letters offers."""

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, UTF8_MARK),
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON_CHINESE = frozenset(
    "的一是不了在人有我他這个個们来到时大地为子中你说生国年着就那和要她出也得里后自以会"
)
_HIGH = bytes(range(0x80, 0x100))
_ERRORS = "creator_calm.byte_by_byte"


def _byte_by_byte(error: UnicodeError) -> tuple[str, int]:
    # A byte that does not fit is read as Western, and as Latin-1 where that has no sign: it stays
    # visible in its place, which neither "ignore" nor a whole file of question marks would give.
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    if error.encoding.lower().replace("-", "_") in {"cp1252", "charmap"}:
        return bad.decode("latin-1"), error.end
    return bad.decode(WESTERN, _ERRORS), error.end


codecs.register_error(_ERRORS, _byte_by_byte)


def errors() -> str:
    """Return the name of the error handler that reads a stray byte as a Western letter."""
    return _ERRORS


def from_mark(head: bytes) -> str | None:
    """Return the encoding a byte order mark states, or None."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return None


def from_nuls(head: bytes) -> str | None:
    """Return the UTF-16 that the places of NUL bytes in the first 4 kB betray, "" for no text at all.

    None: there are (almost) no NULs. ASCII in UTF-16 decodes as UTF-8 "without an error".
    """
    sample = head[:4096]
    if len(sample) < 2 or b"\0" not in sample:
        return None
    even = sample[0::2].count(0) / len(sample[0::2])
    odd = sample[1::2].count(0) / len(sample[1::2])
    if odd >= 0.2 and even < 0.05:
        return "utf-16-le"
    if even >= 0.2 and odd < 0.05:
        return "utf-16-be"
    return "" if sample.count(0) > len(sample) / 100 else None


class Utf8Check:
    """Says piece by piece whether bytes are strict UTF-8. A sequence cut off at the end is forgiven."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder(UTF8)("strict")
        self.cut_off = False

    def accepts(self, pieces: Iterable[bytes]) -> bool:
        """Return whether all `pieces` together are UTF-8; sets `cut_off`."""
        try:
            for piece in pieces:
                if not piece.isascii() or self._decoder.getstate()[0]:
                    self._decoder.decode(piece)
        except UnicodeDecodeError:
            return False
        self.cut_off = bool(self._decoder.getstate()[0])
        return True


def legacy(head: bytes) -> str:
    """Return the encoding of text that is not UTF-8: an East Asian one where that is sure, else Western."""
    best, best_share = WESTERN, 0.0
    high = len(head) - len(head.translate(None, _HIGH))
    if high < 40 or high < 0.3 * len(head):
        return best
    for encoding, share in (
        ("cp949", _korean),
        ("cp932", _japanese),
        ("euc_jp", _japanese),
        ("gb18030", _chinese),
        ("big5", _chinese),
    ):
        text = _decoded(head, encoding)
        found = share([sign for sign in text if sign > "\x7f"]) if text else 0.0
        if found > best_share:
            best, best_share = encoding, found
    return best


def _decoded(head: bytes, encoding: str) -> str:
    for cut in range(4):
        try:
            return head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _korean(signs: list[str]) -> float:
    share = sum("\uac00" <= sign <= "\ud7a3" for sign in signs) / len(signs) if signs else 0.0
    return share if share >= 0.85 else 0.0


def _japanese(signs: list[str]) -> float:
    if not signs:
        return 0.0
    kana = sum("\u3040" <= sign <= "\u30ff" for sign in signs)
    narrow = sum("\uff61" <= sign <= "\uff9f" for sign in signs)
    share = (kana + sum(map(_is_ideograph, signs)) - 2 * narrow) / len(signs)
    # Kana in Shift-JIS are letters of Korean too, and all of them; Korean is never mostly kana.
    return share + 1 if share >= 0.8 and kana >= 0.15 * len(signs) else 0.0


def _chinese(signs: list[str]) -> float:
    if not signs:
        return 0.0
    share = sum(
        _is_ideograph(sign) or "\u3000" <= sign <= "\u303f" or "\uff01" <= sign <= "\uff60"
        for sign in signs
    ) / len(signs)
    common = sum(sign in _COMMON_CHINESE for sign in signs) / len(signs)
    return share if share >= 0.85 and common >= 0.03 else 0.0


def _is_ideograph(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" or "\u3400" <= sign <= "\u4dbf"
