"""The only log: codes and numbers, never text.

Exception messages, paths and texts are left out on purpose: `int()`, `KeyError`, `OSError`
and many others carry the very words a creator put away. The standard library's own log
module is not used because its handlers load `socket`.
"""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

FILE_NAME = "creator-calm.log"
MAX_BYTES = 512 * 1024
FILES = 3
KEPT_CODES = 50
MAX_FRAMES = 60
DEBUG_VARIABLE = "CREATOR_CALM_DEBUG"

_CODE = re.compile(r"[a-z][a-z0-9]*(?:[._][a-z0-9]+)*")
_CODE_LENGTH = 64
_PACKAGE = Path(__file__).resolve().parent


class Level(IntEnum):
    """How much an event matters. DETAIL is written only when CREATOR_CALM_DEBUG is set."""

    DETAIL = 10
    NOTE = 20
    WARNING = 30
    CRASH = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: its code and its numbers as they were written."""

    level: Level
    code: str
    numbers: tuple[tuple[str, str], ...] = ()
    frames: tuple[str, ...] = ()


@dataclass(slots=True)
class _Log:
    """What the process has: one file, the last codes, and who listens (the test suite)."""

    path: Path | None = None
    file: TextIO | None = None
    size: int = 0
    strict: bool = False
    detail: bool = False
    recent: deque[Entry] = field(default_factory=lambda: deque(maxlen=KEPT_CODES))
    listeners: list[Callable[[Entry], None]] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)


_log = _Log()


def event(code: str, /, level: Level = Level.NOTE, **numbers: float | Enum) -> None:
    """Note that something happened: `event("import.done", read=212, new=198)`.

    `code` is a literal of ours in lower case with dots or underscores; values are numbers,
    booleans or enum members. Text is a defect: it raises TypeError in tests and is written
    as `log.refused` (without it) otherwise, since a log must never stop the work.
    """
    try:
        entry = Entry(level, _own_code(code), _as_written(numbers))
    except TypeError:
        if _log.strict:
            raise
        entry = Entry(Level.WARNING, "log.refused")
    _note(entry)


def crash(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Note an unexpected exception: its type and file:line:function of each frame, nothing else."""
    name = kind.__name__ if kind.__name__.isidentifier() else "unnamed"
    _note(Entry(Level.CRASH, "unexpected", (("type", name),), frames(trace)))


def frames(trace: TracebackType | None) -> tuple[str, ...]:
    """Return `file:line:function` of each frame, outermost first, the last 60 of them."""
    lines: deque[str] = deque(maxlen=MAX_FRAMES)
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"{_short(code.co_filename)}:{trace.tb_lineno}:{code.co_name}")
        trace = trace.tb_next
    return tuple(lines)


def recent() -> tuple[Entry, ...]:
    """Return the last events, oldest first: what a crash report lists."""
    return tuple(_log.recent)


def set_up(folder: Path, *, hooks: bool = True) -> None:
    """Write to `folder`/creator-calm.log from now on and catch what nobody else catches.

    Three files of 512 KB at the most, readable by their owner only. A folder that cannot be
    written to is no trouble worth stopping for: events are then kept in memory only.
    """
    close()
    with _log.lock:
        _log.path = folder / FILE_NAME
        _log.detail = bool(os.environ.get(DEBUG_VARIABLE))
        _open()
    if hooks:
        install_hooks()


def install_hooks() -> None:
    """Report unexpected exceptions as type and places only, in every thread."""
    sys.excepthook = lambda kind, _error, trace: crash(kind, trace)
    threading.excepthook = lambda args: crash(args.exc_type, args.exc_traceback)
    sys.unraisablehook = lambda args: crash(args.exc_type, args.exc_traceback)
    if _log.file is not None:
        faulthandler.enable(_log.file)  # it prints files, lines and functions only


def close() -> None:
    """Close the file. Events after this are kept in memory only."""
    with _log.lock:
        if _log.file is not None:
            faulthandler.disable()
            _log.file.close()
        _log.file = None
        _log.path = None


def _own_code(code: str) -> str:
    if type(code) is not str or len(code) > _CODE_LENGTH or _CODE.fullmatch(code) is None:
        raise TypeError("a log code is lower case, at most 64 characters")
    return code


def _as_written(numbers: dict[str, float | Enum]) -> tuple[tuple[str, str], ...]:
    return tuple((name, _value(value)) for name, value in numbers.items())


def _value(value: object) -> str:
    if isinstance(value, Enum):
        return value.name.lower()
    if type(value) is bool:
        return "yes" if value else "no"
    if type(value) is int:
        return str(value) if abs(value) < 10**18 else "huge"
    if type(value) is float:
        return f"{value:.6g}"
    raise TypeError("a log value is a number, a switch or an enum member, never text")


def _short(filename: str) -> str:
    """Return a file's path inside our package, or its last two parts: never a home folder."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:])


def _note(entry: Entry) -> None:
    if entry.level <= Level.DETAIL and not _log.detail:
        return
    with _log.lock:
        _log.recent.append(entry)
        _write(entry)
    for listener in tuple(_log.listeners):
        listener(entry)


def _write(entry: Entry) -> None:
    if _log.file is None:
        return
    stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    numbers = "".join(f" {name}={value}" for name, value in entry.numbers)
    places = "".join(f"\n    {place}" for place in entry.frames)
    line = f"{stamp} {entry.level.name.lower()} {entry.code}{numbers}{places}\n"
    try:
        if _log.size + len(line) > MAX_BYTES:
            _rotate()
        _log.file.write(line)
        _log.file.flush()
        _log.size += len(line)
    except OSError:
        _log.file = None  # a full disk must not stop the work; nothing better can be done here


def _open() -> None:
    if _log.path is None:
        return
    try:
        handle = os.open(_log.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        _log.file = os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace")
        _log.size = _log.path.stat().st_size
    except OSError:
        _log.file = None


def _rotate() -> None:
    if _log.path is None or _log.file is None:
        return
    watching = faulthandler.is_enabled()
    if watching:
        faulthandler.disable()  # it holds the number of the file that is about to be closed
    _log.file.close()
    for number in range(FILES - 1, 0, -1):
        older = _log.path.with_suffix(f".{number}.log")
        newer = _log.path if number == 1 else _log.path.with_suffix(f".{number - 1}.log")
        if newer.exists():
            newer.replace(older)
    _open()
    if watching and _log.file is not None:
        faulthandler.enable(_log.file)
