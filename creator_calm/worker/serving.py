"""Requests of the app, answered one after another."""

from __future__ import annotations

import marshal
import os
import sys
from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from creator_calm.domain.assessment import TriageContext
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
from creator_calm.worker.channel import LENGTH, MEMORY_BYTES, READING, READING_S, Channel, Ticker
from creator_calm.worker.judging import Judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from creator_calm.importers import Intake

FRAME_RECORDS = 500
CAREFUL_RECORDS = 64
_ADDRESS_BYTES = 4 << 30


class Worker:
    """Answers one request after another until the app closes the pipe."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._contexts: deque[tuple[Packed, TriageContext]] = deque(maxlen=2)

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
            self._refuse(ProblemCode.TOO_BIG, "", {"mb": MEMORY_BYTES // 1_000_000})
        except RecursionError:
            self._refuse(ProblemCode.TOO_DEEP, "", {})
        except BrokenPipeError:
            raise
        except Exception as fault:  # noqa: BLE001 - the last net: its message may quote a comment, its line not
            self._refuse(ProblemCode.WORKER_DIED, "", {"line": _line_of(fault)})

    def _context(self, packed: Packed) -> TriageContext:
        """Unpack a context; the same one again is the same object, so that rules are made ready once."""
        for known, context in self._contexts:
            if known == packed:
                return context
        context = unpack(packed)
        assert isinstance(context, TriageContext)
        self._contexts.append((packed, context))
        return context

    def _refuse(self, code: ProblemCode, name: str, numbers: dict[str, float]) -> None:
        self._channel.send("problem", code.value, name, numbers)

    def _open(self, source: Packed, options: ReadOptions, ticker: Ticker) -> Intake:
        from creator_calm.importers import Intake  # noqa: PLC0415 - judging alone reads no file

        ticker.stage(READING, READING_S)
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
        ticker = Ticker(self._channel)
        judge = Judge(self._channel, ticker, self._context(context), careful, unjudged)
        with self._open(source, options, ticker) as intake:
            for preview in previews(
                intake, options, judge, lambda ids: self._channel.send("ids", ids)
            ):
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
        ticker = Ticker(self._channel)
        judge = Judge(self._channel, ticker, self._context(context), careful, unjudged)
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

    def _send_rows(self, held: list[ReadComment | Skipped], last: int, judge: Judge) -> None:
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
        ticker = Ticker(self._channel)
        judge = Judge(self._channel, ticker, self._context(context), careful, unjudged)
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


def request_from(incoming: BinaryIO) -> Packed | None:
    """Return the next request, None when the app has closed the pipe."""
    head = incoming.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
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
        while (request := request_from(sys.stdin.buffer)) is not None:
            worker.answer(request)
    except (BrokenPipeError, KeyboardInterrupt):
        # The app is gone. Python would flush the closed pipe once more at its end and complain.
        os._exit(0)
    return 0
