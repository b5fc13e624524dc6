"""How the command line speaks: UTF-8, JSON with a fixed shape, one sentence for trouble."""

from __future__ import annotations

import json
import os
import shutil
import sys
from io import TextIOWrapper

from creator_calm import wording
from creator_calm.domain.problems import Problem, ProblemCode

_INPUT_CAP = 2_000_000


def set_up_streams() -> None:
    """Make standard input and output UTF-8 whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str = "", end: str = "\n") -> None:
    """Write to standard output."""
    sys.stdout.write(text + end)


def complain(text: str) -> None:
    """Write to standard error."""
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
    text = sys.stdin.read(_INPUT_CAP + 1)
    if len(text) > _INPUT_CAP:
        raise Problem(ProblemCode.PASTE_TOO_LONG)
    if not text.strip():
        raise Problem(ProblemCode.INPUT_EMPTY)
    return text.removesuffix("\n").removesuffix("\r")


def wants_colour() -> bool:
    """Say whether bold and dim may be used: a terminal, and NO_COLOR is not set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Return the columns to fill."""
    return min(shutil.get_terminal_size((80, 24)).columns, 100)
