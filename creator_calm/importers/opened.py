"""A source that is open: a regular file, bytes or text in memory; read in pieces, as often as needed."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import stat
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, Self

from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.importers import encodings, kinds, limits
from creator_calm.importers.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from creator_calm.domain.intake import Source
    from creator_calm.importers.watch import Watch

_CHECKED_PIECES = 64


class Opened:
    """One source from its first byte to its last. `kind`, `head`, `size` and `encoding` are known at once.

    Raises Problem when the source cannot be read or is no text and no table.
    """

    def __init__(self, source: Source, watch: Watch, encoding: str | None = None) -> None:
        self.name = source.name or (os.path.basename(source.path) if source.path else "")  # noqa: PTH119 - any string is a name
        self._watch = watch
        self._stat: os.stat_result | None = None
        self._sha256 = ""
        self._told = 0
        self.is_paste = source.text is not None
        self._file = self._open(source)
        try:
            self._look(encoding)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _open(self, source: Source) -> BinaryIO:
        if source.text is not None:
            data = source.text.encode("utf-8", "surrogatepass")
            self.size = len(data)
            return io.BytesIO(data)
        if source.data is not None:
            self.size = len(source.data)
            return io.BytesIO(source.data)
        return self._open_file(source.path or "")

    def _open_file(self, path: str) -> BinaryIO:
        # Not blocking, so that a pipe without a writer does not hang; the kind is asked of the
        # open descriptor, so that nothing can be swapped in between.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise Problem(ProblemCode.FILE_MISSING, name=self.name) from None
        except OSError:
            folder = os.path.isdir(path)  # noqa: PTH112 - any string is a name
            code = ProblemCode.NOT_A_FILE if folder else ProblemCode.FILE_UNREADABLE
            raise Problem(code, name=self.name) from None
        self._stat = os.fstat(descriptor)
        if not stat.S_ISREG(self._stat.st_mode):
            os.close(descriptor)
            raise Problem(ProblemCode.NOT_A_FILE, name=self.name)
        self.size = self._stat.st_size
        return os.fdopen(descriptor, "rb", buffering=0)

    def _look(self, encoding: str | None) -> None:
        self.head = self._read(limits.OPENING_BYTES)
        self.kind = Kind.TEXT
        self.cut_off = False
        if not self.is_paste:
            self.kind = kinds.kind_of(self.head, self.name, self.size)
        self.encoding = (None if self.is_paste else encoding) or self._guess()
        if self.encoding in {encodings.UTF8, "utf-16"}:
            marked = encodings.from_mark(self.head)
            # Chosen for a file without a mark: the NULs tell which end is first.
            without = encodings.from_nuls(self.head) or "utf-16-le"
            self.encoding = marked or (self.encoding if self.encoding != "utf-16" else without)

    def _guess(self) -> str:
        if self.is_paste:
            return encodings.UTF8
        if self.kind is not Kind.TEXT:
            return ""
        found = encodings.from_mark(self.head) or encodings.from_nuls(self.head)
        if found:
            return found
        check = encodings.Utf8Check()
        # Of a very large file only the beginning is asked, so that the preview need not wait for
        # all of it; a stray byte behind that is still read, by the error handler.
        if check.accepts(islice(self.pieces(), _CHECKED_PIECES)):
            self.cut_off = check.cut_off and self.size <= _CHECKED_PIECES * limits.CHUNK_BYTES
            return encodings.UTF8
        return encodings.legacy(self.head)

    @property
    def file(self) -> BinaryIO:
        """The file itself, for libraries that find their own way in it. Never closed by them."""
        return self._file

    def known_as(self, digest: str) -> None:
        """Take `digest` for the hash of the whole source, where reading all of it would say no more."""
        self._sha256 = digest

    def opening(self) -> str:
        """Return the first 64 kB as text; signs cut in half at its end are left out."""
        if self.is_paste:
            return self.head.decode(
                "utf-8", "surrogatepass" if len(self.head) == self.size else "ignore"
            )
        decoder = codecs.getincrementaldecoder(self.encoding)(encodings.errors())
        return decoder.decode(self.head)

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes from the start, 1 MiB at a time. Only the latest iterator may be used."""
        self._seek()
        digest = hashlib.sha256() if not self._sha256 else None
        done = 0
        while piece := self._read(limits.CHUNK_BYTES):
            done += len(piece)
            if digest is not None:
                digest.update(piece)
            yield piece
        if digest is not None:
            self._sha256 = digest.hexdigest()
        self._seek()

    def whole(self) -> bytes:
        """Return all bytes. For spreadsheets only: their library wants them at once."""
        return b"".join(self.pieces())

    def text(self) -> io.TextIOWrapper:
        """Return the text from its start; lines end at CR LF, CR or LF only and keep their ends."""
        self._seek()
        handler = "surrogatepass" if self.is_paste else encodings.errors()
        raw = io.BufferedReader(_Pass(self), limits.CHUNK_BYTES)
        return io.TextIOWrapper(raw, self.encoding, errors=handler, newline="")

    def sha256(self) -> str:
        """Return the hash of the whole source; reads it once more when nobody has yet."""
        if not self._sha256:
            for _ in self.pieces():
                pass
        return self._sha256

    def check_unchanged(self) -> None:
        """Raise Problem FILE_CHANGED when the file is not the one that was opened."""
        if self._stat is None:
            return
        now = os.fstat(self._file.fileno())
        if (now.st_size, now.st_mtime_ns) != (self._stat.st_size, self._stat.st_mtime_ns):
            raise Problem(ProblemCode.FILE_CHANGED, name=self.name)

    def read_piece(self, count: int) -> bytes:
        """Return up to `count` bytes from where the last read ended."""
        return self._read(count)

    def _seek(self) -> None:
        self._told = 0
        try:
            self._file.seek(0)
        except OSError:
            raise Problem(ProblemCode.FILE_UNREADABLE, name=self.name) from None

    def _read(self, count: int) -> bytes:
        try:
            piece = self._file.read(count) or b""
        except OSError:
            raise Problem(ProblemCode.FILE_UNREADABLE, name=self.name) from None
        self._told += len(piece)
        self._watch.step(self._told, self.size)
        return piece


class _Pass(io.RawIOBase):
    # One reading of the source for TextIOWrapper, which closes what it is given: the file stays open.
    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._opened.read_piece(len(view))
        view[: len(piece)] = piece
        return len(piece)
