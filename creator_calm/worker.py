"""The process behind `--worker`: reads files and judges comments, away from the window.

Frames come in on standard input and go out on standard output: four bytes of length, then a
marshalled tuple whose first element names it. Whatever a library does to this process, ends it or
hangs in it, the app only sees a pipe close or fall silent.
"""

from __future__ import annotations

import marshal
import os
import struct
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from creator_calm.domain.assessment import Assessment, TriageContext, not_judged
from creator_calm.domain.comment import Author, Comment, CommentId
from creator_calm.domain.intake import ReadComment, ReadOptions, Skipped, Source
from creator_calm.domain.problems import Problem, ProblemCode
from creator_calm.domain.wire import (
    WIRE_VERSION,
    Packed,
    pack,
    pack_assessment,
    pack_item,
    unpack,
    unpack_comment,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from creator_calm.importers import Intake

FRAME_RECORDS = 500
CAREFUL_RECORDS = 64
_BATCH_RECORDS = 128
_BATCH_CHARACTERS = 60_000
"""A batch ends at either: one of long comments must not look like a worker that hangs."""
_PROGRESS_S = 0.2
_MEMORY_BYTES = 300_000_000
"""How much a job may need above the size the process had when it was ready."""
_ADDRESS_BYTES = 4 << 30
_LENGTH = struct.Struct(">I")
_JUDGING = "judging"
_READING = "reading"
_READING_S = 30.0
"""Slow disks and network drives may take so long for one read; judging may not."""
_JUDGING_S = 2.0


class Channel:
    """The way back to the app. Every frame is flushed: somebody waits for it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def send(self, *frame: Any) -> None:  # noqa: ANN401 - basic types
        """Write one frame; waits while the app has two unread ones."""
        body = marshal.dumps(frame)
        self._out.write(_LENGTH.pack(len(body)))
        self._out.write(body)
        self._out.flush()


class _Ticker:
    # Tells the app now and then how far reading is, and ends a job that eats the memory.
    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._limit = _resident() + _MEMORY_BYTES
        self._last = time.monotonic()
        self._bytes = (0, 0)
        self._stage = ""
        self.records = 0

    def step(self, done: int, total: int) -> None:
        """Take note of bytes read."""
        self._bytes = (done, total)
        self.tell()

    def busy(self, stage: str, seconds: float) -> None:
        """Announce a call into a library that may be silent for so long."""
        self.stage(stage or _READING, seconds or _READING_S)

    def stage(self, code: str, seconds: float) -> None:
        """Say what is being done and how long it may stay silent."""
        if code != self._stage:
            self._stage = code
            self._channel.send("stage", code, seconds)

    def tell(self) -> None:
        """Send progress when it is time; raises Problem TOO_BIG."""
        now = time.monotonic()
        if now - self._last < _PROGRESS_S:
            return
        self._last = now
        self.check_memory()
        self._channel.send("progress", *self._bytes, self.records)

    def check_memory(self) -> None:
        """Raise Problem TOO_BIG when the job needs too much memory."""
        if _resident() > self._limit:
            raise Problem(ProblemCode.TOO_BIG, mb=_MEMORY_BYTES // 1_000_000)


class _Judge:
    # Judges in batches; in careful mode one by one, each announced, so that the app can tell which
    # comment ended or hung the last worker. Those in `unjudged` are not looked at.
    is_warm = False

    def __init__(
        self,
        channel: Channel,
        ticker: _Ticker,
        context: TriageContext,
        careful: int,
        unjudged: Iterable[int],
    ) -> None:
        self._channel = channel
        self._ticker = ticker
        self._context = context
        self.careful = careful
        self._unjudged = frozenset(unjudged)
        self._next = 0

    def __call__(self, comments: Sequence[Comment]) -> list[Assessment]:
        """Judge texts that are numbered in the order they are asked for."""
        numbers = range(self._next, self._next + len(comments))
        self._next = numbers.stop
        return self.numbered(comments, numbers)

    def numbered(self, comments: Sequence[Comment], numbers: Sequence[int]) -> list[Assessment]:
        """Judge texts, each with the number by which it is announced."""
        from creator_calm.triage.assess import assess  # noqa: PLC0415 - a preview of nothing needs no lists

        self._warm_up(assess)
        self._ticker.stage(_JUDGING, _JUDGING_S)
        verdicts: list[Assessment] = []
        if self.careful > 0:
            for comment, number in zip(comments, numbers, strict=True):
                self._channel.send("row", number)
                known = number not in self._unjudged
                verdicts += assess([comment], self._context) if known else [not_judged()]
            self.careful -= len(comments)
            self._channel.send("row", -1)
        else:
            for batch in _batches(comments):
                verdicts += assess(batch, self._context)
                self._ticker.tell()
        self._ticker.stage(_READING, _READING_S)
        return verdicts

    def _warm_up(
        self, assess: Callable[[Iterable[Comment], TriageContext], Iterable[Assessment]]
    ) -> None:
        # The word lists are read with the first comment of a language. On a busy machine that
        # takes longer than judging may be silent, so it is done under a name of its own.
        if not _Judge.is_warm:
            self._ticker.stage("starting", _READING_S)
            samples = ("Thank you, this was really helpful", "Tack, det här var verkligen bra")
            for _ in assess(
                [Comment(CommentId("warm"), Author(), text) for text in samples], self._context
            ):
                pass
            _Judge.is_warm = True


def _batches(comments: Sequence[Comment]) -> Iterable[Sequence[Comment]]:
    start, characters = 0, 0
    for end, comment in enumerate(comments, start=1):
        characters += len(comment.text)
        if end - start >= _BATCH_RECORDS or characters >= _BATCH_CHARACTERS or end == len(comments):
            yield comments[start:end]
            start, characters = end, 0


class Worker:
    """Answers one request after another until the app closes the pipe."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def answer(self, request: Packed) -> None:
        """Answer a request with frames, the last of which is done or a problem."""
        kind, *parts = request
        try:
            if kind == "preview":
                self._preview(*parts)
            elif kind == "read":
                self._read(*parts)
            else:
                self._judge(*parts)
        except Problem as problem:
            self._refuse(problem.code, problem.name, dict(problem.numbers))
        except MemoryError:
            self._refuse(ProblemCode.TOO_BIG, "", {"mb": _MEMORY_BYTES // 1_000_000})
        except RecursionError:
            self._refuse(ProblemCode.TOO_DEEP, "", {})
        except BrokenPipeError:
            raise
        except Exception as fault:  # noqa: BLE001 - the last net: its message may quote a comment, its line not
            self._refuse(ProblemCode.WORKER_DIED, "", {"line": _line_of(fault)})

    def _refuse(self, code: ProblemCode, name: str, numbers: dict[str, float]) -> None:
        self._channel.send("problem", code.value, name, numbers)

    def _open(self, source: Packed, options: ReadOptions, ticker: _Ticker) -> Intake:
        from creator_calm.importers import Intake  # noqa: PLC0415 - judging alone reads no file

        ticker.stage(_READING, _READING_S)
        given = unpack(source)
        assert isinstance(given, Source)
        return Intake(given, options, now=datetime.now(UTC), watch=ticker)

    def _preview(
        self,
        source: Packed,
        packed_options: Packed,
        context: Packed,
        careful: int,
        unjudged: Packed,
    ) -> None:
        from creator_calm.importers.previewing import previews  # noqa: PLC0415

        options: ReadOptions = unpack(packed_options)
        ticker = _Ticker(self._channel)
        judge = _Judge(self._channel, ticker, unpack(context), careful, unjudged)
        with self._open(source, options, ticker) as intake:
            for preview in previews(intake, options, judge):
                self._channel.send("preview", pack(preview))
        self._channel.send("done", None)

    def _read(
        self,
        source: Packed,
        options: Packed,
        context: Packed,
        start: int,
        careful: int,
        unjudged: Packed,
    ) -> None:
        ticker = _Ticker(self._channel)
        judge = _Judge(self._channel, ticker, unpack(context), careful, unjudged)
        with self._open(source, unpack(options), ticker) as intake:
            self._channel.send("found", pack(intake.found))
            held: list[ReadComment | Skipped] = []
            for number, item in enumerate(intake):
                ticker.records = number + 1
                ticker.tell()
                if number < start:
                    continue
                held.append(item)
                if len(held) >= (CAREFUL_RECORDS if judge.careful > 0 else FRAME_RECORDS):
                    self._send_rows(held, number, judge)
                    ticker.check_memory()
                    held.clear()
            self._send_rows(held, ticker.records - 1, judge)
            self._channel.send("done", pack(intake.ended()))

    def _send_rows(self, held: list[ReadComment | Skipped], last: int, judge: _Judge) -> None:
        if not held:
            return
        first = last - len(held) + 1
        comments = [
            (number, item)
            for number, item in enumerate(held, start=first)
            if isinstance(item, ReadComment)
        ]
        verdicts = iter(
            judge.numbered([item.comment for _, item in comments], [n for n, _ in comments])
        )
        self._channel.send(
            "rows",
            [
                pack_item(item if isinstance(item, Skipped) else item.judged(next(verdicts)))
                for item in held
            ],
        )

    def _judge(
        self, packed: Sequence[Packed], context: Packed, start: int, careful: int, unjudged: Packed
    ) -> None:
        ticker = _Ticker(self._channel)
        judge = _Judge(self._channel, ticker, unpack(context), careful, unjudged)
        comments = [unpack_comment(comment) for comment in packed[start:]]
        at = 0
        while at < len(comments):
            size = CAREFUL_RECORDS if judge.careful > 0 else FRAME_RECORDS
            part = comments[at : at + size]
            numbers = range(start + at, start + at + len(part))
            verdicts = judge.numbered(part, numbers)
            self._channel.send("verdicts", [pack_assessment(verdict) for verdict in verdicts])
            at += size
        self._channel.send("done", None)


def _line_of(fault: BaseException) -> int:
    trace = fault.__traceback__
    line = 0
    while trace is not None:
        line, trace = trace.tb_lineno, trace.tb_next
    return line


def _resident() -> int:
    """Return the bytes of memory this process holds, 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGESIZE")


def _be_modest() -> None:
    """Give way to the window, and be stopped by the system where a library runs wild."""
    # Threads of numpy's own would fight the window for the processor. Nothing has loaded it yet.
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    if sys.platform == "win32":
        return  # the app starts it with a low priority there
    import resource  # noqa: PLC0415 - not on every system

    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > _ADDRESS_BYTES:
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_BYTES, hard))


def _request(incoming: BinaryIO) -> Packed | None:
    head = incoming.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = incoming.read(length)
    if len(body) < length:
        return None
    found: Packed = marshal.loads(body)  # noqa: S302 - from our own app, which started us
    return found


def main() -> int:
    """Serve until standard input closes; return the exit code."""
    _be_modest()
    # A library's own last words may quote a cell: nobody shall read them anywhere.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    channel = Channel(sys.stdout.buffer)
    worker = Worker(channel)
    try:
        channel.send("hello", WIRE_VERSION)
        while (request := _request(sys.stdin.buffer)) is not None:
            worker.answer(request)
    except (BrokenPipeError, KeyboardInterrupt):
        # The app is gone. Python would flush the closed pipe once more at its end and complain.
        os._exit(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
