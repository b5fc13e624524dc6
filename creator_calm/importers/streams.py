"""Files packed as one stream: gzip, zstd where Python can read it, and a tar inside or by itself."""

from __future__ import annotations

import gzip
import importlib
import tarfile
from typing import IO, TYPE_CHECKING, cast

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import limits, plain
from creator_calm.importers.archives import Archive, Member, Unpacked
from creator_calm.importers.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from creator_calm.importers.opened import Opened
    from creator_calm.importers.watch import Watch

_ONLY = "file.txt"
"""The path of the one file in a stream: whatever it is called, it may be anything that can be read."""
_ENDINGS = (".gz", ".zst", ".gzip")
_WINDOW = 31
"""Dumps of Reddit are packed with a window of 2 GB, which has to be asked for."""


def packed_in(opened: Opened, watch: Watch) -> Archive:
    """Return what is in a packed file: its one file, or the members of the tar. Raises Problem."""
    reopen = _opener(opened)
    if opened.kind is Kind.TAR or _is_tar(reopen, opened.name):
        return Archive(opened.name, _tar_members(reopen, opened.name, watch), opened.sha256())
    size = _size(Unpacked(reopen, limits.LINES_BYTES, opened.name), opened, watch)
    name = opened.name
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return Archive(opened.name, [Member(_ONLY, name or opened.name, size, reopen)], opened.sha256())


def _opener(opened: Opened) -> Callable[[], IO[bytes]]:
    def again() -> IO[bytes]:
        opened.file.seek(0)
        if opened.kind is Kind.GZIP:
            return cast("IO[bytes]", gzip.GzipFile(fileobj=opened.file, mode="rb"))
        if opened.kind is Kind.ZSTD:
            return _zstd(opened)
        return cast("IO[bytes]", _Uncloseable(opened.file))

    return again


class _Uncloseable:
    # The outer file outlives every reading of it.
    def __init__(self, file: IO[bytes]) -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell

    def close(self) -> None:
        return None


def _zstd(opened: Opened) -> IO[bytes]:
    try:
        zstd = importlib.import_module("compression.zstd")
    except ImportError:
        raise Problem(ProblemCode.PACKED_WITH_ZSTD, name=opened.name) from None
    options = {zstd.DecompressionParameter.window_log_max: _WINDOW}
    return cast("IO[bytes]", zstd.ZstdFile(opened.file, options=options))


def _is_tar(reopen: Callable[[], IO[bytes]], name: str) -> bool:
    with Unpacked(reopen, limits.OPENING_BYTES, name) as stream:
        return stream.read(512)[257:262] == b"ustar"


def _size(stream: Unpacked, opened: Opened, watch: Watch) -> int:
    # What gzip says of its size is the size modulo 4 GB, or a lie.
    count = 0
    with stream:
        while piece := stream.read(limits.CHUNK_BYTES):
            count += len(piece)
            watch.step(0, 0)
            if count > max(limits.MB, limits.ARCHIVE_RATIO * opened.size):
                raise Problem(ProblemCode.ARCHIVE_BOMB, name=opened.name)
    return count


def _tar_members(reopen: Callable[[], IO[bytes]], name: str, watch: Watch) -> list[Member]:
    found: list[Member] = []
    total = 0
    with Unpacked(reopen, limits.ARCHIVE_BYTES, name) as stream:
        try:
            for info in tarfile.open(fileobj=stream, mode="r|"):  # noqa: SIM115 - the stream is closed
                watch.step(0, 0)
                total += info.size
                if len(found) >= limits.ARCHIVE_NAMES or total > limits.ARCHIVE_BYTES:
                    raise Problem(ProblemCode.ARCHIVE_BOMB, name=name)
                if info.isreg():
                    found.append(
                        Member(info.name, plain.label(info.name), info.size, _slice(reopen, info))
                    )
        except (tarfile.TarError, OSError, EOFError, ValueError):
            raise Problem(ProblemCode.ARCHIVE_DAMAGED, name=name) from None
    return found


def _slice(reopen: Callable[[], IO[bytes]], info: tarfile.TarInfo) -> Callable[[], IO[bytes]]:
    def again() -> IO[bytes]:
        stream = reopen()
        stream.seek(info.offset_data)
        return cast("IO[bytes]", _Piece(stream, info.size))

    return again


class _Piece:
    # The part of a stream from where it stands, so many bytes long.
    def __init__(self, stream: IO[bytes], size: int) -> None:
        self._stream = stream
        self._left = size

    def read(self, count: int = -1) -> bytes:
        wanted = self._left if count < 0 else min(count, self._left)
        piece = self._stream.read(wanted)
        if wanted and not piece:
            raise EOFError
        self._left -= len(piece)
        return piece

    def close(self) -> None:
        self._stream.close()
