"""One worker process with its pipes and the two threads that keep them from holding up the app."""

from __future__ import annotations

import contextlib
import marshal
import os
import struct
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Full, Queue
from typing import TYPE_CHECKING, Any

import creator_calm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from creator_calm.domain.wire import Packed

FRAMES_IN_FLIGHT = 2
START_S = 30.0
"""How long a worker may take before its first word: a cold disk, a busy machine."""

_LENGTH = struct.Struct(">I")
_WAIT_S = 0.05
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LOW_PRIORITY = 0x00004000 | 0x08000000  # Windows: below normal, no console window


def command() -> tuple[str, ...]:
    """Return how the worker is started: a module from source, the program without Qt in a bundle."""
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return str(program.with_name("creator-calm" + program.suffix)), "--worker"
    return sys.executable, "-m", "creator_calm.worker"


class Child:
    """A worker process. Values of frames wait in a queue of two; a full one stops the worker.

    `stage` and `row` are the worker's last words about what it does, `allowed_s` how long it may
    be silent meanwhile, `heard` when it was last heard, `progress` its last bytes and records.
    """

    def __init__(self, arguments: Sequence[str], monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self.stage = ""
        self.allowed_s = START_S
        self.row = -1
        self.progress = (0, 0, 0)
        self.heard = monotonic()
        self._frames: Queue[Packed | None] = Queue(FRAMES_IN_FLIGHT)
        self._requests: Queue[bytes | None] = Queue()
        self._ending = threading.Event()
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            close_fds=True,
            env=_environment(),
            creationflags=_LOW_PRIORITY if sys.platform == "win32" else 0,
        )
        self._threads = [
            threading.Thread(target=self._hear, name="worker-frames", daemon=True),
            threading.Thread(target=self._feed, name="worker-requests", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._process.poll() is None and not self._ending.is_set()

    @property
    def pid(self) -> int:
        """The process number, for tests that end it from outside."""
        return self._process.pid

    def ask(self, *request: Any) -> None:  # noqa: ANN401 - basic types
        """Send a request; returns at once."""
        body = marshal.dumps(request)
        self.heard = self._monotonic()
        self._requests.put(_LENGTH.pack(len(body)) + body)

    def frame(self, timeout_s: float) -> Packed | None:
        """Return the next frame, None for the end of the process; raises queue.Empty."""
        if timeout_s <= 0:
            return self._frames.get_nowait()
        return self._frames.get(timeout=timeout_s)

    def silent_for(self) -> float:
        """Return for how many seconds nothing was heard and nothing waits to be taken."""
        return 0.0 if self._frames.qsize() else self._monotonic() - self.heard

    def kill(self) -> None:
        """End the process and the threads, within a fraction of a second."""
        self._ending.set()
        self._process.kill()
        self._requests.put(None)
        while any(thread.is_alive() for thread in self._threads):
            # The hearing thread may wait for room in the queue.
            with contextlib.suppress(Empty):
                self._frames.get_nowait()
            for thread in self._threads:
                thread.join(_WAIT_S / 10)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _hear(self) -> None:
        pipe = self._process.stdout
        assert pipe is not None
        while len(head := pipe.read(_LENGTH.size)) == _LENGTH.size:
            (length,) = _LENGTH.unpack(head)
            body = pipe.read(length)
            if len(body) < length:
                break
            self._take(marshal.loads(body))  # noqa: S302 - from the worker we started
            self.heard = self._monotonic()
        self._put(None)

    def _take(self, frame: Packed) -> None:
        kind = frame[0]
        if kind == "progress":
            self.progress = (frame[1], frame[2], frame[3])
        elif kind == "row":
            self.row = frame[1]
        elif kind == "stage":
            self.stage, self.allowed_s = frame[1], frame[2]
        else:
            self._put(frame)

    def _put(self, frame: Packed | None) -> None:
        while not self._ending.is_set():
            with contextlib.suppress(Full):
                self._frames.put(frame, timeout=_WAIT_S)
                return

    def _feed(self) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        while (request := self._requests.get()) is not None:
            try:
                pipe.write(request)
                pipe.flush()
            except OSError:
                return  # the process is gone; the other thread says so


def _environment() -> dict[str, str]:
    """Return the app's environment with one thread for numpy and our package where Python finds it."""
    root = str(Path(creator_calm.__file__).resolve().parent.parent)
    before = os.environ.get("PYTHONPATH", "")
    return {
        **os.environ,
        **dict.fromkeys(_THREADS, "1"),
        "PYTHONPATH": os.pathsep.join(filter(None, (root, before))),
    }
