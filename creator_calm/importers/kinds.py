"""What kind of file it is, by its first bytes. The name's ending says nothing."""

from __future__ import annotations

import re
from enum import StrEnum

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers.encodings import from_mark, from_nuls


class Kind(StrEnum):
    """How the bytes are to be taken."""

    TEXT = "text"
    SHEET_XML = "sheet_xml"
    """A zip that may be xlsx, xlsb or ods."""
    SHEET_OLD = "sheet_old"
    """The container of xls, and of encrypted xlsx."""
    GZIP = "gzip"
    ZSTD = "zstd"
    TAR = "tar"


_MAGIC: tuple[tuple[bytes, ProblemCode], ...] = (
    (b"7z\xbc\xaf\x27\x1c", ProblemCode.ARCHIVE),
    (b"Rar!\x1a\x07", ProblemCode.ARCHIVE),
    (b"\xfd7zXZ\x00", ProblemCode.ARCHIVE),
    (b"BZh", ProblemCode.ARCHIVE),
    (b"%PDF", ProblemCode.PDF),
    (b"\x89PNG", ProblemCode.PICTURE),
    (b"\xff\xd8\xff", ProblemCode.PICTURE),
    (b"GIF87a", ProblemCode.PICTURE),
    (b"GIF89a", ProblemCode.PICTURE),
    (b"SQLite format 3\0", ProblemCode.DATABASE),
    (b"\x7fELF", ProblemCode.NOT_TEXT),
    (
        b"{\\rtf",
        ProblemCode.NOT_TEXT,
    ),  # text, but so full of its own commands that nobody can read it
)
_STREAMS = ((b"\x1f\x8b", Kind.GZIP), (b"\x28\xb5\x2f\xfd", Kind.ZSTD))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BZIP_LEVEL = re.compile(rb"BZh[1-9]1AY&SY")
_WEB_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_EXPORT_PAGE = re.compile(
    r"_a6-g|_2ph_|DiscordChatExporter|chatlog__|class=\"page_wrap\"|class=\"comment-root\""
)
TAKEOUT_ITEM = re.compile(
    r"<li>[^<]{0,200}?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?: UTC|Z)?)[^<]{0,200}"
    r"<a\s{1,9}href=\"(https?://(?:www\.)?youtube\.com/[^\"<>]{1,1000})\"",
    re.IGNORECASE,
)
"""The beginning of a comment in the page of a Google Takeout: its time and its address."""
_REPOSITORY = b"\xa2eroots"
_SCRIPT = re.compile(r"\s*window\.YTD\.[\w-]{1,60}\.part\d{1,4}\s*=\s*(?=\[)")
_LOCK_BYTES = 1_000
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\x0b\x1a\x1b")) + b"\x7f"


def kind_of(head: bytes, name: str, size: int) -> Kind:
    """Return how to read a file that begins with `head`; raises Problem for what is no text or table."""
    if name.startswith(".~lock.") or (name.startswith("~$") and size < _LOCK_BYTES):
        raise Problem(ProblemCode.FILE_LOCKED_BY_OFFICE, name=name)
    if not head:
        raise Problem(ProblemCode.FILE_EMPTY, name=name)
    if head.startswith(_ZIP):
        return Kind.SHEET_XML
    if head.startswith(_OLD_OFFICE):
        return Kind.SHEET_OLD
    if (stream := _stream(head)) is not None:
        return stream
    code = _other_kind(head)
    if code is not None:
        raise Problem(code, name=name)
    return Kind.TEXT


def _stream(head: bytes) -> Kind | None:
    if head[257:262] == b"ustar":
        return Kind.TAR
    return next((kind for magic, kind in _STREAMS if head.startswith(magic)), None)


def _other_kind(head: bytes) -> ProblemCode | None:
    for magic, code in _MAGIC:
        if head.startswith(magic) and (magic != b"BZh" or _BZIP_LEVEL.match(head)):
            return code
    if head.startswith(b"RIFF") and head[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return ProblemCode.PICTURE if head[8:12] == b"WEBP" else ProblemCode.NOT_TEXT
    if _REPOSITORY in head[:16]:
        return ProblemCode.OWN_WORDS_EXPORT  # of Bluesky: what the creator wrote, as blocks
    if head[4:8] == b"ftyp":
        return ProblemCode.NOT_TEXT
    return None if _looks_like_text(head) else ProblemCode.NOT_TEXT


def _looks_like_text(head: bytes) -> bool:
    if from_mark(head) is not None:
        return True
    nuls = from_nuls(head)
    if nuls is not None:
        return nuls != ""
    # Random bytes hold a control character in every tenth place, text none to speak of.
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= max(2, len(head) // 100)


def is_web_page(opening: str) -> bool:
    """Say whether a text begins like a saved web page."""
    return _WEB_PAGE.match(opening[:4096]) is not None


def is_export_page(opening: str) -> bool:
    """Say whether a web page is an export of Meta, Telegram, Discord or Twitch, which come as JSON too."""
    return _EXPORT_PAGE.search(opening) is not None


def is_takeout_page(opening: str) -> bool:
    """Say whether a web page is the list of comments that Takeout wrote before it wrote tables."""
    return TAKEOUT_ITEM.search(opening) is not None


def script_end(opening: str) -> int:
    """Return how many characters stand before the JSON of a script of X's archive, 0 for anything else."""
    script = _SCRIPT.match(opening[:200])
    return script.end() if script is not None else 0
