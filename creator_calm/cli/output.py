"""How the command line speaks: UTF-8, JSON with a fixed shape, one sentence for trouble."""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING

from creator_calm import wording
from creator_calm.domain.problems import Problem, ProblemCode

if TYPE_CHECKING:
    from collections.abc import Iterator

_INPUT_CAP = 2_000_000
_DATA_CAP = 300_000_000


def set_up_streams() -> None:
    """Make standard input and output UTF-8 whatever the locale says, and there at all.

    Whoever starts a program can close them (`<&-`). Python then has None in their place, and the
    next file that is opened, the library for one, would get the number of standard output.
    """
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: PTH123, SIM115
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str = "", end: str = "\n") -> None:
    """Write to standard output. Raises Problem OUTPUT_LOST, BrokenPipeError when nobody reads on."""
    with _watched():
        sys.stdout.write(text + end)


def finish() -> None:
    """Have everything written. Raises as `say`."""
    with _watched():
        sys.stdout.flush()


@contextmanager
def _watched() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        raise Problem(ProblemCode.OUTPUT_LOST) from None


def give_up() -> None:
    """Write nothing more to standard output: Python would try again at exit and complain."""
    with suppress(OSError, ValueError):  # it is no real file in tests
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(text: str) -> None:
    """Write to standard error; where that cannot be, the exit code is all that is left to say."""
    with suppress(OSError):
        sys.stderr.write(text + "\n")


def sentence(problem: Problem) -> str:
    """Word trouble for a terminal, where the isolates around a file's name would print as boxes."""
    return wording.problem_sentence(problem).translate({0x2068: None, 0x2069: None})


def explain(problem: Problem) -> int:
    """Say in one sentence what went wrong; return the exit code for it."""
    complain(sentence(problem))
    return 1


def say_json(value: object) -> None:
    """Write one JSON object on one line."""
    # Lone surrogates come out as escapes, so that any reader of UTF-8 can take the line.
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value)
    say(line)


def read_input() -> str:
    """Read a comment or draft from standard input. Raises Problem INPUT_EMPTY or PASTE_TOO_LONG."""
    try:
        text = sys.stdin.read(_INPUT_CAP + 1)
    except OSError:
        raise _unreadable() from None
    if len(text) > _INPUT_CAP:
        raise Problem(ProblemCode.PASTE_TOO_LONG)
    if not text.strip():
        raise Problem(ProblemCode.INPUT_EMPTY)
    return text.removesuffix("\n").removesuffix("\r")


def read_data() -> bytes:
    """Read a file from standard input. Raises Problem INPUT_EMPTY or INPUT_TOO_BIG.

    A pipe cannot be read twice, so all of it is held in memory, which is why it is capped.
    """
    try:
        data = sys.stdin.buffer.read(_DATA_CAP + 1)
    except OSError:
        raise _unreadable() from None
    if len(data) > _DATA_CAP:
        raise Problem(ProblemCode.INPUT_TOO_BIG, mb=_DATA_CAP // 1_000_000)
    if not data.strip():
        raise Problem(ProblemCode.INPUT_EMPTY)
    return data


def _unreadable() -> Problem:
    return Problem(ProblemCode.FILE_UNREADABLE, name=wording._("Standard input"))


def wants_colour() -> bool:
    """Say whether bold and dim may be used: a terminal, and NO_COLOR is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Return the columns to fill."""
    return min(shutil.get_terminal_size((80, 24)).columns, 100)
