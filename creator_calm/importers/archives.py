"""Archives read in place: the wanted members only, nothing is extracted, every byte is counted.

Zip, and gzip with one file or a tar in it. What the directory says of sizes is checked before
anything is read, and counted while it is, since directories lie.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from itertools import islice
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from creator_calm.domain.intake import Source
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import archive_names, limits, plain
from creator_calm.importers.kinds import Kind
from creator_calm.importers.long_posts import read_script
from creator_calm.importers.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.importers.archive_names import Layout
    from creator_calm.importers.long_posts import LongPosts
    from creator_calm.importers.watch import Watch

_SMALL_BYTES = limits.MB
"""Below it a high ratio is a short file of much the same, not a bomb."""

_END = b"PK\x05\x06"
_END_BYTES = 22
_COMMENT_BYTES = 1 << 16
_OF_SHEETS = (b"[Content_Types].xml", b"xl/", b"mimetype", b"_rels/")
_DIRECTORY_BYTES = 1 << 24
_OWNER = re.compile(rb'"username"\s*:\s*"([A-Za-z0-9_]{1,30})"')
_LONG_POSTS = re.compile(r"(?:^|/)data/note-tweets?\.js$")
_LONG_POSTS_BYTES = 16 * limits.MB
_ACCOUNT = re.compile(r"(?:^|/)data/account\.js$")


class Unpacked(io.RawIOBase):
    """The bytes of a member, from its start as often as needed. Raises Problem for damage and bombs."""

    def __init__(self, reopen: Callable[[], IO[bytes]], limit: int, name: str) -> None:
        self._reopen = reopen
        self._limit = limit
        self._name = name
        self._count = 0
        self._stream = self._opened()

    def readable(self) -> bool:
        """Say that it is for reading."""
        return True

    def read(self, count: int = -1) -> bytes:
        """Return up to `count` bytes, b"" at the end."""
        with _Worded(self._name):
            piece = self._stream.read(count)
        self._count += len(piece)
        if self._count > self._limit:
            raise Problem(ProblemCode.ARCHIVE_BOMB, name=self._name)
        return piece

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go back to the start; there is no other way in a packed file."""
        if offset or whence:
            raise io.UnsupportedOperation
        if self._count:
            self._stream.close()
            self._count = 0
            self._stream = self._opened()
        return 0

    def close(self) -> None:
        """Let go of the member."""
        if not self.closed:
            self._stream.close()
        super().close()

    def _opened(self) -> IO[bytes]:
        with _Worded(self._name):
            return self._reopen()


class _Worded:
    # What the libraries raise, as a Problem.
    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is None or issubclass(kind, Problem):
            return
        code = None
        if issubclass(kind, NotImplementedError):
            code = ProblemCode.ARCHIVE  # packed in a way Python cannot undo
        elif issubclass(kind, RuntimeError):
            code = ProblemCode.ARCHIVE_PROTECTED
        elif issubclass(
            kind, zipfile.BadZipFile | zlib.error | EOFError | OSError | ValueError
        ) or kind.__name__ in {"LZMAError", "ZstdError", "error", "ReadError", "HeaderError"}:
            code = ProblemCode.ARCHIVE_DAMAGED
        if code is not None:
            raise Problem(code, name=self._name) from None


@dataclass(frozen=True, slots=True)
class Member:
    """One file in an archive: its path inside, and the same told apart from others of that path."""

    path: str
    name: str
    size: int
    open: Callable[[], IO[bytes]]


class OpenedMember(Opened):
    """A member as a source of its own."""

    def __init__(self, member: Member, watch: Watch, encoding: str | None = None) -> None:
        self._member = member
        super().__init__(Source(name=member.name), watch, encoding)

    def _open(self, _: Source) -> BinaryIO:
        self.size = self._member.size
        limit = max(self._member.size, 1)
        return cast("BinaryIO", Unpacked(self._member.open, limit, self.name))


class Archive:
    """An open archive: which members are worth opening. Raises Problem for bombs, damage, passwords."""

    def __init__(self, name: str, members: list[Member], digest: str) -> None:
        self.name = name
        self.digest = digest
        self._all = members
        self.layout: Layout = archive_names.layout_of(member.path for member in members)

    def wanted(self) -> list[Member]:
        """Return the members that may hold comments, in the order of the archive, at most 500.

        Each is named by the last part of its path, unless another one ends alike.
        """
        fitting = (m for m in self._all if archive_names.is_wanted(m.path, self.layout))
        found = list(islice(fitting, archive_names.MOST_MEMBERS))
        # Beginnings first: of a whole post it has to be known whether its beginning was read.
        found.sort(key=lambda member: _LONG_POSTS.search(member.path) is not None)
        times = Counter(_last(member.path) for member in found)
        return [
            replace(member, name=_last(member.path)) if _is_alone(member, times) else member
            for member in found
        ]

    def nothing(self) -> Problem:
        """Return why nothing was found: private, HTML, packed once more, or simply no comments."""
        names = [member.path for member in self._all if archive_names.is_inside(member.path)]
        html = self.layout.as_html
        if html is not None and any(html.search(name) for name in names):
            return Problem(ProblemCode.WANTS_JSON, name=self.name)
        if any(archive_names.is_packed(name) for name in names):
            return Problem(ProblemCode.ARCHIVE, name=self.name)
        if any(archive_names.may_be_private(name) for name in names):
            return Problem(ProblemCode.PRIVATE_MESSAGES, name=self.name)
        return Problem(ProblemCode.NO_COMMENTS, name=self.name)

    def owner(self) -> str | None:
        """Return the account's name, which X keeps apart from the posts; nothing else of it is read."""
        for member in self._all:
            if _ACCOUNT.search(member.path) and archive_names.is_inside(member.path):
                with _Worded(self.name), member.open() as stream:
                    found = _OWNER.search(stream.read(limits.OPENING_BYTES))
                return found[1].decode() if found else None
        return None

    def long_posts(self) -> LongPosts | None:
        """Return the whole of X's long posts, None where there are none or too many to hold."""
        for member in self._all:
            if _LONG_POSTS.search(member.path) and archive_names.is_inside(member.path):
                with _Worded(self.name), member.open() as stream:
                    script = stream.read(_LONG_POSTS_BYTES + 1)
                return read_script(script) if len(script) <= _LONG_POSTS_BYTES else None
        return None


def _is_alone(member: Member, times: Counter[str]) -> bool:
    return "/" in member.path and times[_last(member.path)] == 1


def _last(path: str) -> str:
    return plain.label(path.rpartition("/")[2])


def archive_in(opened: Opened, watch: Watch) -> Archive | None:
    """Return the archive an open source is; None for text and spreadsheets. Raises Problem."""
    if opened.kind is Kind.SHEET_XML:
        return _zip_in(opened)
    if opened.kind in {Kind.GZIP, Kind.TAR, Kind.ZSTD}:
        from creator_calm.importers.streams import packed_in  # noqa: PLC0415 - rare, and its libraries too

        return packed_in(opened, watch)
    return None


def _zip_in(opened: Opened) -> Archive | None:
    begins = opened.head[30:80].startswith(_OF_SHEETS)
    if _directory_bytes(opened.file, opened.size) > _DIRECTORY_BYTES:
        raise Problem(ProblemCode.ARCHIVE, name=opened.name)
    try:
        packed = zipfile.ZipFile(opened.file)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError):
        if begins:
            return None  # a spreadsheet: its own reader says what is wrong with it
        raise Problem(ProblemCode.ARCHIVE_DAMAGED, name=opened.name) from None
    infos = packed.infolist()
    names = {info.filename for info in infos}
    if names & {"xl/workbook.xml", "xl/workbook.bin"} or {"mimetype", "content.xml"} <= names:
        return None
    if len(infos) > limits.ARCHIVE_NAMES:
        raise Problem(ProblemCode.ARCHIVE, name=opened.name)
    archive = Archive(opened.name, _members(packed, infos), _digest(infos))
    _check(opened.name, archive, infos)
    return archive


def _members(packed: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> list[Member]:
    times: dict[str, int] = {}
    members = []
    for info in infos:
        # The name as it was written: Windows would turn a backslash into a way down.
        name = info.orig_filename
        times[name] = times.get(name, 0) + 1
        if not info.is_dir():
            shown = plain.label(name if times[name] == 1 else f"{name} ({times[name]})")
            members.append(
                Member(name, shown, info.file_size, lambda info=info: packed.open(info))  # type: ignore[misc]
            )
    return members


def _check(name: str, archive: Archive, infos: list[zipfile.ZipInfo]) -> None:
    wanted = {member.path for member in archive.wanted()}
    looked_at = [info for info in infos if info.orig_filename in wanted]
    declared = sum(info.file_size for info in looked_at)
    swollen = any(
        info.file_size > max(_SMALL_BYTES, limits.ARCHIVE_RATIO * info.compress_size)
        for info in looked_at
    )
    if declared > limits.ARCHIVE_BYTES or swollen:
        raise Problem(ProblemCode.ARCHIVE_BOMB, name=name)


def _digest(infos: list[zipfile.ZipInfo]) -> str:
    # The directory holds a checksum of every member: enough to know the archive again, without
    # reading gigabytes of pictures.
    digest = hashlib.sha256()
    for info in infos:
        digest.update(
            f"{info.orig_filename}\0{info.CRC}\0{info.file_size}\n".encode("utf-8", "replace")
        )
    return digest.hexdigest()


def _directory_bytes(file: BinaryIO, size: int) -> int:
    """Return how long the directory says it is: a million names cost a gigabyte once they are read."""
    span = min(size, _END_BYTES + _COMMENT_BYTES)
    file.seek(size - span)
    tail = file.read(span)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_BYTES:
        return 0
    (length,) = struct.unpack_from("<L", tail, at + 12)
    if length != 0xFFFFFFFF or at < 20:
        return int(length)
    # Zip64: a record further up, found by the locator right before the end.
    (place,) = struct.unpack_from("<Q", tail, at - 20 + 8)
    if not 0 <= place < size - 56:
        return 0
    file.seek(place)
    (long,) = struct.unpack_from("<Q", file.read(56), 40)
    return int(long)
