"""The way back to the app, and the news a job sends on it while it works."""

from __future__ import annotations

import marshal
import os
import struct
import time
from pathlib import Path
from typing import Any, BinaryIO

from creator_calm.domain.problems import Problem, ProblemCode

MEMORY_BYTES = 300_000_000
"""How much a job may need above the size the process had when it began."""
READING = "reading"
READING_S = 30.0
"""Slow disks and network drives may take so long for one read; judging may not."""
LENGTH = struct.Struct(">I")
_PROGRESS_S = 0.2


class Channel:
    """The way back to the app. Every frame is flushed: somebody waits for it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def send(self, *frame: Any) -> None:  # noqa: ANN401 - basic types
        """Write one frame; waits while the app has two unread ones."""
        body = marshal.dumps(frame)
        self._out.write(LENGTH.pack(len(body)))
        self._out.write(body)
        self._out.flush()


class Ticker:
    """Tells the app now and then how far reading is, and ends a job that eats the memory."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._limit = resident() + MEMORY_BYTES
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
        self.stage(stage or READING, seconds or READING_S)

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
        if resident() > self._limit:
            raise Problem(ProblemCode.TOO_BIG, mb=MEMORY_BYTES // 1_000_000)


def resident() -> int:
    """Return the bytes of memory this process holds, 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGESIZE")
